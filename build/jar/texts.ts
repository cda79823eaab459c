import { stringify } from 'dot-properties';

import { TEXT_PREFIX } from '../plugin';
import { LANGUAGES, sourceTexts, translation, withForms, type PropertyTexts } from '../source-texts';

/**
 * The texts as they go into the jar: every key with the plugin's prefix, and everything outside ASCII as
 * `\uXXXX`, because Java up to 8 reads the file as ISO-8859-1.
 */
function hostTexts(texts: PropertyTexts): string {
  const prefixed = Object.fromEntries(Object.entries(texts).map(([key, text]) => [TEXT_PREFIX + key, text]));
  // The serializer leaves the upper half of ISO-8859-1 as it is.
  return stringify(prefixed, { lineWidth: null, keySep: '=' }).replace(
    /[^\n -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * The files of texts by their names in the jar: English under the name that the descriptor has, and beside it one file
 * for each other language, which Java finds by its name. A key that it lacks is English.
 *
 * @param name such as `i18n/checkup.properties`
 */
export function textFiles(name: string): ReadonlyMap<string, string> {
  const translated = LANGUAGES.map(
    (language) => [name.replace('.properties', `_${language}.properties`), hostTexts(translation(language))] as const,
  );
  return new Map([[name, hostTexts(withForms(sourceTexts()))], ...translated]);
}
