import { parse } from 'dot-properties';
import type { LoaderContext } from 'webpack';

import { HOST_TEXTS, TEXT_PREFIX } from './plugin';
import { withForms } from './source-texts';

interface Options {
  /** `jira`: Jira's jsI18n transformer puts the texts in; `inline`: they are bundled. */
  readonly texts: 'jira' | 'inline';
}

/**
 * webpack loader: turns an i18n `.properties` file into a module that maps each key to its text.
 *
 * For Jira each value is a literal `AJS.I18n.getText("key")`, which the jsI18n transformer of the web-resource
 * replaces by the text in the user's language: of all versions of Jira it sees a call of `AJS` only. `AJS` is left
 * undeclared here and bound by `bindTexts` after minification: a minifier may inline or rename what it sees declared,
 * never a free name.
 */
export default function propertiesLoader(this: LoaderContext<Options>, text: string): string {
  const messages = Object.entries(withForms(parse(text) as Record<string, string>)).filter(
    ([key]) => !key.startsWith(HOST_TEXTS),
  );
  const inline = this.getOptions().texts === 'inline';
  const entries = messages.map(([key, value]) => {
    const content = inline ? JSON.stringify(value) : `AJS.I18n.getText(${JSON.stringify(TEXT_PREFIX + key)})`;
    return `${JSON.stringify(key)}: ${content}`;
  });
  return `export default { ${entries.join(',\n')} };`;
}
