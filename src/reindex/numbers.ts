/** Groups of three digits, as database tools write long numbers: `1,695,470,000,000`, also with dots, blanks and apostrophes. */
const GROUPED = /^-?\d{1,3}(?:([,.'’ ])\d{3})(?:\1\d{3})*$/;

/** A whole number that went through a column of floats: `17.0`. */
const AS_FLOAT = /^(-?\d{1,16})\.0{1,6}$/;

/** A number without any of these is plain already. */
const SIGNS = /[,.'’ \u00a0\u2007\u2009\u202f]/;
const BLANKS = /[\u00a0\u2007\u2009\u202f]/g;

/** Longer texts are no numbers. */
const LONGEST = 40;

/**
 * The digits of a whole number that a tool wrote in groups or as a float; any other text as it is. One group behind a
 * dot is a fraction: `12.345`.
 *
 * Example: `1,695,470,000,000` is `1695470000000`, `17.0` is `17`.
 */
export function plainNumber(text: string): string {
  if (text.length > LONGEST || !SIGNS.test(text)) return text;
  const plain = text.replace(BLANKS, ' ').trim();
  const float = AS_FLOAT.exec(plain)?.[1];
  if (float !== undefined) return float;
  const sign = GROUPED.exec(plain)?.[1];
  if (sign === undefined || (sign === '.' && plain.indexOf('.') === plain.lastIndexOf('.'))) return text;
  return plain.replaceAll(sign, '');
}

/** A number as tools write it; undefined for a text that is none. */
export function numberOf(cell: string): number | undefined {
  const value = Number(plainNumber(cell.trim()) || NaN);
  return Number.isFinite(value) ? value : undefined;
}
