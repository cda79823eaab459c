import { plainText } from './plain-text';

/** What begins a formula, also in the wide and small forms that a spreadsheet takes for the same sign. */
const SIGNS = '=+\\-@\u2212\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b';

/**
 * Where a cell begins, for whoever takes another sign for the one between cells than the file has, with the blanks and
 * quotes that are skipped there.
 */
const BEGIN = /(^|[,;|])([\s"\u200c\u200d]*)/.source;

const FORMULA = new RegExp(`${BEGIN}(?=[${SIGNS}'])`, 'gu');

/**
 * A text as a cell of a spreadsheet that no program takes for a formula (OWASP, "CSV Injection"): before a sign that may
 * begin one stands an apostrophe. It stands before an apostrophe too, so that whoever takes one away from before such a
 * sign has the text again. What would break the line or turn the writing direction is gone.
 *
 * Example: `=1+1` becomes `'=1+1`, `a;@b` becomes `a;'@b`, `'tis` becomes `''tis`.
 */
export function spreadsheetCell(text: string): string {
  return plainText(text).replace(FORMULA, "$1$2'");
}
