import Papa from 'papaparse';
import { missingColumns, readColumns, type Column, type Field } from '../rows/columns';

/** What the first lines of a CSV, TSV or semicolon file say about the rest. */
export interface TableShape {
  readonly delimiter: string;
  readonly newline: '\n' | '\r\n' | '\r';
  readonly columns: ReadonlyMap<Field, Column & { readonly index: number }>;
  /** Where the header stands: characters from the start, and the number of its line. */
  readonly start: number;
  readonly line: number;
}

const DELIMITERS = ['\t', ';', ',', '|'];

/** Tools write a title or a few remarks above the names of the columns. */
const TRIED_LINES = 20;

/** Fewer known names than this are no header. */
const FEWEST_NAMES = 2;

interface Line {
  readonly text: string;
  readonly start: number;
  readonly number: number;
}

/** The first lines that are not empty. `sep=;` is Excel's own first line. */
function firstLines(text: string): Line[] {
  const lines: Line[] = [];
  const end = /\r\n|\n|\r/g;
  let start = 0;
  for (let number = 1; start < text.length && lines.length < TRIED_LINES; number += 1) {
    const match = end.exec(text);
    const line = text.slice(start, match ? match.index : text.length);
    if (line.trim() !== '' && !/^"?sep=.?"?$/i.test(line)) lines.push({ text: line, start, number });
    if (!match) break;
    start = end.lastIndex;
  }
  return lines;
}

function readHeader(line: string, delimiter: string): TableShape['columns'] {
  return readColumns(Papa.parse<string[]>(line, { delimiter }).data[0] ?? []);
}

/** True for columns that are enough to make tasks of the rows. */
export function isComplete(columns: TableShape['columns']): boolean {
  return columns.size >= FEWEST_NAMES && missingColumns(new Set(columns.keys())).length === 0;
}

/**
 * The header with the delimiter that makes the most known names of it: the first line, or one a little below that has
 * all that is needed. None when fewer than two names are known.
 */
export function detectTable(text: string): TableShape | undefined {
  const [first, ...others] = firstLines(text);
  if (!first) return undefined;
  const shapeOf = ({ text: line, start, number }: Line) => {
    const readings = DELIMITERS.map((delimiter) => ({
      delimiter,
      columns: readHeader(line, delimiter),
      start,
      line: number,
    }));
    return readings.reduce((a, b) => (b.columns.size > a.columns.size ? b : a));
  };
  const top = shapeOf(first);
  // A pasted page has its table, with tabs, below the dashboard; it is read as a page.
  const below = isComplete(top.columns)
    ? undefined
    : others.map(shapeOf).find(({ columns, delimiter }) => delimiter !== '\t' && isComplete(columns));
  const shape = below ?? top;
  return shape.columns.size >= FEWEST_NAMES ? { ...shape, newline: newlineOf(text) } : undefined;
}

/** Where line ends are mixed, `\n` ends all lines; one inside quotes ends none. */
function newlineOf(text: string): TableShape['newline'] {
  const bare = text.replace(/"[^"]*"/g, '');
  if (/(?:^|[^\r])\n/.test(bare)) return '\n';
  return bare.includes('\r\n') ? '\r\n' : bare.includes('\r') ? '\r' : '\n';
}
