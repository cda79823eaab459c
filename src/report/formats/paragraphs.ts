import { plainText, wrapped } from './plain-text';

/** How a label is set off. It says in words what it means: colours only help the eye. */
export type Style = 'bold' | 'red' | 'yellow' | 'green' | 'cyan' | 'dim';

/** Codes of SGR (ECMA-48) that begin and end each style. */
const CODES: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  cyan: [36, 39],
  dim: [2, 22],
};

/** A piece of a report for a terminal. Its texts may hold what somebody typed. */
export interface Paragraph {
  /** Blanks before each of its lines. */
  readonly indent?: number;
  /** Stands first, and takes the style. */
  readonly label?: string;
  readonly style?: Style;
  readonly text?: string;
}

/** What a paragraph is written for. */
export interface Paper {
  /** Letters in a line. */
  readonly width: number;
  readonly colours: boolean;
}

function styled(text: string, style: Style | undefined, { colours }: Paper): string {
  if (!colours || style === undefined) return text;
  const [on, off] = CODES[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}

/** The lines after the first stand a little further in than the first, so that the label is seen. */
const HANGING = 2;

/** A paragraph in lines. Nothing but the styles above writes a control character. */
export function linesOf({ indent = 0, label = '', style, text = '' }: Paragraph, paper: Paper): readonly string[] {
  const said = plainText([label, text].filter((part) => part !== '').join(' ')).trim();
  const lines = wrapped(said, Math.max(20, paper.width - indent - HANGING));
  let left = plainText(label).trim();
  return lines.map((line, place) => {
    const begin = left.startsWith(line) ? line : line.startsWith(left) ? left : '';
    left = left.slice(begin.length).trimStart();
    const set = begin === '' ? line : styled(begin, style, paper) + line.slice(begin.length);
    return ' '.repeat(place === 0 ? indent : indent + HANGING) + set;
  });
}
