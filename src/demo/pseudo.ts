import type { Messages } from '../i18n/texts';

/** The locale of a page with these texts. */
export const PSEUDO = 'pseudo';

/** Dates and numbers are in another script than the texts. */
const LANGUAGE = 'el';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MARKED = 'àƀçđéƒĝĥîĵķļḿñöþɋŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻḾÑÖÞɊŔŠŢÛṼŴẊÝŽ';

const MARKS = new Map([...PLAIN].map((letter, place) => [letter, [...MARKED][place] ?? letter]));

/** How much longer than English texts of other languages are. */
const LONGER = 0.4;
const WORD = 7;

function padding(length: number): string {
  return Array.from({ length: Math.round(length * LONGER) }, (_, place) => (place % WORD === 0 ? ' ' : '·')).join('');
}

function marked(text: string): string {
  const letters = text.replace(/\{\d\}|[a-z]/gi, (sign) => MARKS.get(sign) ?? sign);
  return `[${letters}${padding(text.length)}]`;
}

/**
 * A text of no language, to be told from one that stands in the code, and as long as it may become in a translation: each
 * letter has a mark, and brackets show where it begins and ends. What is put in, and the steps of a check, stay.
 *
 * Example: `Set to {0}` is `[Šéţ ţö {0} ···]`.
 */
function pseudo(text: string): string {
  return text.split('|').map(marked).join('|');
}

/** Texts that show what is not translated, and what is too narrow for a translation. */
export function pseudoTexts(english: Messages): Messages {
  const texts = Object.entries(english).map(([key, text]) => [key, pseudo(text)] as const);
  return { ...Object.fromEntries(texts), 'texts.language': LANGUAGE };
}
