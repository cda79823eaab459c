import { type Jar, textsOf } from '../jar';

/** What the jar brings to Jira's page. */
export interface PluginPage {
  readonly title: string;
  readonly body: string;
  readonly section: string;
  readonly item: string;
  readonly link: string;
  /** Files of the web-resource that the template asked for, by the name they are served under. */
  readonly files: ReadonlyMap<string, { readonly type: string; readonly content: string }>;
}

function find(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`nothing in the jar matches ${String(pattern)}`);
  return found;
}

/** As Jira's jsI18n transformer does it: by the text of the call, not by what the script means. */
function transform(script: string, text: (key: string) => string): string {
  return script.replace(/(?:\w+\.)*I18n\.getText\(\s*(['"])([\w.-]+)\1\s*\)/g, (_, __, key: string) => JSON.stringify(text(key)));
}

/** Renders the template, which may use only what is imitated here, and collects the files of its web-resource. */
export function pluginPage(jar: Jar, contextPath: string): PluginPage {
  const xml = jar.text('atlassian-plugin.xml');
  const texts = textsOf(jar);
  const text = (key: string): string => texts[key] ?? key;
  let resource = '';
  const html = jar
    .text(find(xml, /<view name="success">\/([^<]+)</))
    .replace(/\$i18n\.getText\("([^"]+)"\)/g, (_, key: string) => text(key))
    .replaceAll('$req.contextPath', contextPath)
    .replace(/\$webResourceManager\.requireResource\("([^":]+:)([^"]+)"\)/g, (_, __, key: string) => {
      resource = find(xml, new RegExp(`(<web-resource key="${key}"[^]*?</web-resource>)`));
      return '';
    });
  const rest = /[$#]\w.*/.exec(html)?.[0];
  if (rest) throw new Error(`the imitation of Jira can’t render "${rest}"`);
  const translated = resource.includes('<transformer key="jsI18n"/>');
  const files = [...resource.matchAll(/<resource type="download" name="([^"]+)" location="([^"]+)"/g)].map(
    ([, name = '', location = '']) => {
      const script = name.endsWith('.js');
      const content = jar.text(location);
      return [
        name,
        { type: script ? 'text/javascript' : 'text/css', content: script && translated ? transform(content, text) : content },
      ] as const;
    },
  );
  return {
    title: find(html, /<title>([^<]*)<\/title>/),
    body: find(html, /<body>([^]*)<\/body>/),
    section: text(find(xml, /<web-section [^>]*>\s*<label key="([^"]+)"/)),
    item: text(find(xml, /<web-item [^>]*>\s*<label key="([^"]+)"/)),
    link: find(xml, /<link linkId="[^"]+">([^<]+)</),
    files: new Map(files),
  };
}
