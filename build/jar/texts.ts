import { parse, stringify } from 'dot-properties';

import { TEXT_PREFIX } from '../plugin';

/**
 * The texts as they go into the jar: every key with the plugin's prefix, and everything outside ASCII as
 * `\uXXXX`, because Java up to 8 reads the file as ISO-8859-1.
 */
export function hostTexts(properties: string): string {
  const messages = Object.entries(parse(properties) as Record<string, string>);
  const prefixed = Object.fromEntries(messages.map(([key, text]) => [TEXT_PREFIX + key, text]));
  // The serializer leaves the upper half of ISO-8859-1 as it is.
  return stringify(prefixed, { lineWidth: null, keySep: '=' }).replace(
    /[^\n -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
