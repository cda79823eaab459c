import Papa from 'papaparse';
import type { Steps } from '../model/steps';
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
    const { delimiter, newline } = this.shape;
    const rows: string[][] = [];
    const ends: number[] = [];
    let open: number | undefined;
    Papa.parse<string[]>(text, {
      delimiter,
      newline,
      ...(this.openQuotes >= MOST_OPEN_QUOTES && { fastMode: true }),
      step({ data, errors, meta }) {
        rows.push(data);
        ends.push(meta.cursor);
        if (errors.some(({ code }) => code === 'MissingQuotes')) open = errors[0]?.index ?? 0;
      },
    });
    // The last row goes on in the next piece, or it begins with the quote.
    if (!isLast || open !== undefined) rows.pop();
    this.takeRows(rows);
    const used = isLast ? text.length : (ends[rows.length - 1] ?? 0);
    if (isLast && open !== undefined) return this.skipLine(text, open);
    if (used === 0 && text.length >= LONGEST_ROW) return this.skipLine(text, 0);
    this.line += countOf(text, newline, used);
    return used;
  }

  *finishInSteps(): Steps<QueueExport> {
    return this.refused ?? (yield* this.collector.finishInSteps());
  }

  /** Leaves out the line with the quote, so that the rows after it are read. */
  private skipLine(text: string, at: number): number {
    const { newline } = this.shape;
    this.openQuotes += 1;
    const before = countOf(text, newline, at);
    const end = text.indexOf(newline, at);
    this.collector.reject(() => this.line + before, 'a quote that is never closed');
    this.line += before + 1;
    return end < 0 ? text.length : end + newline.length;
  }

  private takeRows(rows: readonly string[][]): void {
    const isFirst = !this.read;
    const read = this.read ?? this.begin(rows[0]);
    if (!read) return;
    this.read = read;
    const lineOf = lineCounter(rows, this.line);
    for (let index = isFirst ? 1 : 0; index < rows.length; index += 1) this.takeRow(rows[index] ?? [], this.read, () => lineOf(index));
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
    return createRowReader(columns, this.capturedAt, this.collector.dates);
  }

  private takeRow(cells: readonly string[], read: RowReader, line: () => number): void {
    if (cells.length === 1 && (cells[0] ?? '').trim() === '') return;
    const isNone = () => this.takeHeader(cells) || cells.every((cell) => NO_ROW.test(cell));
    const isCut = cells.length < Math.min(this.width, 3);
    if (!isCut && cells.length <= this.width + 1) this.collector.take(cells, read, line, isNone);
    else if (!isNone()) {
      this.collector.reject(line, isCut ? `${cells.length} of ${this.width} cells` : `${cells.length} cells where the header has ${this.width}`);
    }
  }

  /** Files that were put together have a header in the middle, maybe with other columns. */
  private takeHeader(cells: readonly string[]): boolean {
    const columns = readColumns(cells);
    if (!isComplete(columns)) return false;
    this.read = createRowReader(columns, this.capturedAt, this.collector.dates);
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

function countOf(text: string, part: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0 && at < end; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}
