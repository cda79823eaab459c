/** Letters that are written from right to left, and signs that turn the direction of a text unseen. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Signs that turn the direction until another one ends it. */
const OVERRIDES = /[\u202a-\u202e]/g;

/** Signs around what has a direction of its own, and the one that ends each. */
const ISOLATES = /[\u2066-\u2069]/g;
const END = '\u2069';

/** Each end belongs to a begin before it, and none is missing. */
function isClosed(text: string): boolean {
  let open = 0;
  for (const sign of text.match(ISOLATES) ?? []) {
    open += sign === END ? -1 : 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/**
 * What stands inside a sentence, so that it keeps its own writing direction and leaves that of the sentence alone: a
 * name in Hebrew does not pull the number after it to its other side.
 */
export function isolated(text: string): string {
  if (!TURNS.test(text)) return text;
  const calm = text.replace(OVERRIDES, '');
  return `\u2068${isClosed(calm) ? calm : calm.replace(ISOLATES, '')}${END}`;
}
