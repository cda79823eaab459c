import Papa from 'papaparse';
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
    const result = new Papa.Parser({ delimiter, newline, ...(this.openQuotes >= MOST_OPEN_QUOTES && { fastMode: true }) }).parse(text, 0, !isLast) as Papa.ParseResult<string[]>;
    const open = isLast ? result.errors.find(({ code }) => code === 'MissingQuotes') : undefined;
    this.takeRows(open ? result.data.slice(0, open.row) : result.data);
    const { cursor } = result.meta;
    if (open) return this.skipLine(text, open.index ?? 0);
    if (!isLast && cursor === 0 && text.length >= LONGEST_ROW) return this.skipLine(text, 0);
    const used = isLast ? text.length : cursor;
    this.line += countOf(text, newline, used);
    return used;
  }

  finish(): QueueExport {
    return this.refused ?? this.collector.finish();
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
    let first = 0;
    if (!this.read) {
      const names = rows[0];
      if (!names) return;
      first = 1;
      const { columns } = this.shape;
      const missing = missingColumns(new Set(columns.keys()));
      if (missing.length > 0) {
        this.refused = refuse(this.line, missing);
        return;
      }
      this.read = createRowReader(columns, this.capturedAt);
      this.width = names.length;
    }
    for (let index = first; index < rows.length; index += 1) this.takeRow(rows, index, this.read);
  }

  private takeRow(rows: readonly string[][], index: number, read: RowReader): void {
    const cells = rows[index];
    if (!cells || (cells.length === 1 && (cells[0] ?? '').trim() === '')) return;
    const task =
      cells.length < Math.min(this.width, 3)
        ? `${cells.length} of ${this.width} cells`
        : cells.length > this.width + 1
          ? `${cells.length} cells where the header has ${this.width}`
          : read(cells);
    if (typeof task !== 'string') this.collector.add(task);
    else if (!this.takeHeader(cells) && !cells.every((cell) => NO_ROW.test(cell))) {
      this.collector.reject(() => this.line + linesBefore(rows, index), task);
    }
  }

  /** Files that were put together have a header in the middle, maybe with other columns. */
  private takeHeader(cells: readonly string[]): boolean {
    const columns = readColumns(cells);
    if (!isComplete(columns)) return false;
    this.read = createRowReader(columns, this.capturedAt);
    this.width = cells.length;
    return true;
  }
}

/** Lines of the rows before `index`: one each, and one more for every line break inside quotes. */
function linesBefore(rows: readonly string[][], index: number): number {
  let lines = index;
  for (const row of rows.slice(0, index)) for (const cell of row) lines += countOf(cell, '\n', cell.length);
  return lines;
}

function countOf(text: string, part: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0 && at < end; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}
