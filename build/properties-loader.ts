import { parse } from 'dot-properties';
import type { LoaderContext } from 'webpack';

interface Options {
  /** `jira`: Jira's jsI18n transformer puts the texts in; `inline`: they are bundled. */
  readonly texts: 'jira' | 'inline';
}

/**
 * webpack loader: turns an i18n `.properties` file into a module that maps each key to its text.
 *
 * For Jira each value is a literal `I18n.getText("key")`, which the jsI18n transformer of the web-resource
 * replaces by the text in the user's language. Where nothing replaced it, the call finds Jira's own
 * function, or shows the key: never a blank page.
 */
export default function propertiesLoader(this: LoaderContext<Options>, text: string): string {
  const messages = parse(text) as Record<string, string>;
  if (this.getOptions().texts === 'inline') return `export default ${JSON.stringify(messages)};`;
  const entries = Object.keys(messages).map((key) => `${JSON.stringify(key)}: I18n.getText(${JSON.stringify(key)})`);
  return [
    'const I18n = globalThis.WRM?.I18n ?? globalThis.AJS?.I18n ?? { getText: (key) => key };',
    `export default { ${entries.join(',\n')} };`,
  ].join('\n');
}
