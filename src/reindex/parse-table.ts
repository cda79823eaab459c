import Papa from 'papaparse';
import type { Steps } from '../model/steps';
import type { Refusal } from './cell-values';
import { Collector, refuse, type QueueExport } from './collector';
import { missingColumns, readColumns } from './columns';
import { createRowReader, type RowReader } from './row-reader';
import { isComplete, type TableShape } from './table-header';

/** No row is longer than this: a quote that seems to run on for so long was never closed. */
const LONGEST_ROW = 1 << 20;

/** After so many quotes that are never closed, the text is none that quotes its cells: each line is a row. */
const MOST_OPEN_QUOTES = 20;

/** Lines that tools put under a header, between rows or at the end. */
const NO_ROW = /^[-=+\s]*$|^\(?[\d,]+ rows?\b[^,;\t]*$/i;

/** Reads a delimited text piece by piece, from its header on; a row that is cut off at the end of a piece waits for the next one. */
export class TableParser {
  private readonly collector = new Collector();
  private read: RowReader | undefined;
  private width = 0;
  private line: number;
  private openQuotes = 0;
  private refused: QueueExport | undefined;

  constructor(
    private readonly shape: TableShape,
    private readonly capturedAt: number,
  ) {
    this.line = shape.line;
  }

  /** Takes whole rows from the start of `text` and answers how many characters were used. */
  take(text: string, isLast: boolean): number {
    if (this.refused) return text.length;
    const { newline } = this.shape;
    let used = isLast ? text.length : startOfLine(text, text.length, newline);
    let found = this.parse(text.slice(0, used));
    // A line that ends within quotes ends no row.
    while (!isLast && found.open !== undefined) {
      used = startOfLine(text, found.open, newline);
      found = this.parse(text.slice(0, used));
    }
    if (found.open !== undefined) found.rows.pop();
    this.takeRows(found.rows);
    if (found.open !== undefined) return this.skipLine(text, found.open);
    if (used === 0 && text.length >= LONGEST_ROW) return this.skipLine(text, 0);
    this.line += countOf(text, newline, used);
    return used;
  }

  /** Rows of a text, and where the quote stands that is not closed in it. */
  private parse(text: string): { rows: string[][]; open: number | undefined } {
    const { delimiter, newline } = this.shape;
    const found: { rows: string[][]; open: number | undefined } = { rows: [], open: undefined };
    const chunk = ({ data, errors }: Papa.ParseResult<string[]>) => {
      found.rows = data;
      found.open = errors.find(({ code }) => code === 'MissingQuotes')?.index;
    };
    const isPlain = this.openQuotes >= MOST_OPEN_QUOTES;
    // By chunks, though there is one only: without them each row would be copied.
    if (text !== '') Papa.parse<string[]>(text, { delimiter, newline, chunk, complete: () => undefined, ...(isPlain && { fastMode: true }) });
    return found;
  }

  *finishInSteps(): Steps<QueueExport> {
    return this.refused ?? (yield* this.collector.finishTable(this.capturedAt));
  }

  /** Leaves out the line with the quote, so that the rows after it are read. */
  private skipLine(text: string, at: number): number {
    const { newline } = this.shape;
    this.openQuotes += 1;
    const before = countOf(text, newline, at);
    const end = text.indexOf(newline, at);
    this.collector.reject(this.line + before, 'a quote that is never closed');
    this.line += before + 1;
    return end < 0 ? text.length : end + newline.length;
  }

  private takeRows(rows: readonly string[][]): void {
    const isFirst = !this.read;
    const read = this.read ?? this.begin(rows[0]);
    if (!read) return;
    this.read = read;
    const lineOf = lineCounter(rows, this.line);
    for (let index = isFirst ? 1 : 0; index < rows.length; index += 1) {
      const cells = rows[index] ?? [];
      const refusal = this.takeRow(cells, this.read);
      if (refusal !== undefined) this.collector.refuse(refusal, cells, this.read, lineOf(index));
    }
  }

  /** The reader of the rows, by the header; none where there is no header yet, or it lacks something. */
  private begin(header: readonly string[] | undefined): RowReader | undefined {
    if (!header) return undefined;
    const { columns } = this.shape;
    const missing = missingColumns(new Set(columns.keys()));
    if (missing.length > 0) {
      this.refused = refuse(this.line, missing);
      return undefined;
    }
    this.width = header.length;
    return createRowReader(columns, this.capturedAt, this.collector.habits);
  }

  /** Answers why a row cannot be used; nothing for one that was taken, and for what is no row. */
  private takeRow(cells: readonly string[], read: RowReader): Refusal | undefined {
    if (cells.length === 1 && (cells[0] ?? '').trim() === '') return undefined;
    const isCut = cells.length < Math.min(this.width, 3);
    const refusal = isCut
      ? `${cells.length} of ${this.width} cells`
      : cells.length > this.width + 1
        ? `${cells.length} cells where the header has ${this.width}`
        : this.collector.take(cells, read);
    const isNone = typeof refusal === 'string' && (this.takeHeader(cells) || cells.every((cell) => NO_ROW.test(cell)));
    return isNone ? undefined : refusal;
  }

  /** Files that were put together have a header in the middle, maybe with other columns. */
  private takeHeader(cells: readonly string[]): boolean {
    const columns = readColumns(cells);
    if (!isComplete(columns)) return false;
    this.collector.beginLook();
    this.read = createRowReader(columns, this.capturedAt, this.collector.habits);
    this.width = cells.length;
    return true;
  }
}

/** Tells the line of a row, asked for in ascending order: rows have a line each, and one more for every line break inside quotes. */
function lineCounter(rows: readonly string[][], first: number): (index: number) => number {
  let [at, line] = [0, first];
  return (index) => {
    for (; at < index; at += 1) {
      line += 1;
      for (const cell of rows[at] ?? []) line += countOf(cell, '\n', cell.length);
    }
    return line;
  };
}

/** Where the line begins that a place belongs to. */
function startOfLine(text: string, place: number, newline: string): number {
  const end = place < newline.length ? -1 : text.lastIndexOf(newline, place - newline.length);
  return end < 0 ? 0 : end + newline.length;
}

function countOf(text: string, part: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0 && at < end; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}
