/**
 * A text that somebody typed, as words in one line of a terminal, a log or a monitoring system: control characters (with
 * which a name could write anything to a terminal), line breaks and signs that turn the writing direction are gone.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '');
}

/** Takes no place of its own: marks on the letter before, and what joins letters. */
const JOINED = /^[\p{M}\u200c\u200d]$/u;

/** Takes the place of two letters: East Asian wide and fullwidth (Unicode Standard Annex 11), and pictures. */
const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}])$/u;

function cellsOf(sign: string): number {
  if (sign < '\u0300') return 1;
  if (JOINED.test(sign)) return 0;
  return WIDE.test(sign) ? 2 : 1;
}

/** How many letters wide a text is on a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += cellsOf(sign);
  return width;
}

/** A word without blanks that is wider than a line, cut where it holds wide signs: these need no blank between words. */
function pieces(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width || widthOf(word) === word.length) return [word];
  const cut: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && widthOf(piece + sign) > width) {
      cut.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return [...cut, piece];
}

/** In lines of at most that width, but for words that are longer, such as an address, which stay whole. No line ends at a hard blank. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let [line, taken] = ['', 0];
  for (const word of text.split(/ +/).flatMap((one) => pieces(one, width))) {
    const needed = widthOf(word);
    if (line !== '' && taken + 1 + needed > width) {
      lines.push(line);
      [line, taken] = [word, needed];
    } else if (line === '') [line, taken] = [word, needed];
    else [line, taken] = [`${line} ${word}`, taken + 1 + needed];
  }
  return [...lines, line].map((one) => one.replaceAll('\u00a0', ' '));
}
