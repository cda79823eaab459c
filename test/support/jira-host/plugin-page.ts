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
  /** The files of the other web-resources, by key: the page asks Jira for them later. */
  readonly later: ReadonlyMap<string, PluginPage['files']>;
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
  let asked = '';
  const html = jar
    .text(find(xml, /<view name="success">\/([^<]+)</))
    .replace(/\$i18n\.getText\("([^"]+)"\)/g, (_, key: string) => text(key))
    .replaceAll('$req.contextPath', contextPath)
    .replace(/\$webResourceManager\.requireResource\("([^":]+:)([^"]+)"\)/g, (_, __, key: string) => {
      asked = key;
      return '';
    });
  const rest = /[$#]\w.*/.exec(html)?.[0];
  if (rest) throw new Error(`the imitation of Jira can’t render "${rest}"`);
  const filesOf = (resource: string): PluginPage['files'] => {
    const translated = resource.includes('<transformer key="jsI18n"/>');
    const files = [...resource.matchAll(/<resource type="download" name="([^"]+)" location="([^"]+)"/g)].map(
      ([, name = '', location = '']) => {
        const script = name.endsWith('.js');
        const content = jar.text(location);
        const served = script && translated ? transform(content, text) : content;
        return [name, { type: script ? 'text/javascript' : 'text/css', content: served }] as const;
      },
    );
    return new Map(files);
  };
  const resources = new Map(
    [...xml.matchAll(/<web-resource key="([^"]+)"[^]*?<\/web-resource>/g)].map(([resource, key = '']) => [key, filesOf(resource)]),
  );
  const files = resources.get(asked);
  if (!files) throw new Error(`the descriptor has no web-resource "${asked}"`);
  resources.delete(asked);
  return {
    title: find(html, /<title>([^<]*)<\/title>/),
    body: find(html, /<body>([^]*)<\/body>/),
    section: text(find(xml, /<web-section [^>]*>\s*<label key="([^"]+)"/)),
    item: text(find(xml, /<web-item [^>]*>\s*<label key="([^"]+)"/)),
    link: find(xml, /<link linkId="[^"]+">([^<]+)</),
    files,
    later: resources,
  };
}
