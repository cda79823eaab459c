import Papa from 'papaparse';
import { message } from '../../model/message';
import type { Steps } from '../../steps/steps';
import { UNDECIDED, type Refusal } from '../rows/cell-values';
import { Collector, refuse, type QueueExport } from '../collector';
import { missingColumns, readColumns } from '../rows/columns';
import { createRowReader, type RowReader } from '../rows/row-reader';
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
    const fastMode = this.openQuotes >= MOST_OPEN_QUOTES || undefined;
    const parser = new Papa.Parser({ delimiter, newline, fastMode });
    // The last row may go on in the next piece.
    const { data: rows, errors, meta } = parser.parse(text, 0, !isLast) as Papa.ParseResult<string[]>;
    const open = errors.find(({ code }) => code === 'MissingQuotes')?.index;
    const first = this.line;
    this.takeRows(open === undefined ? rows : rows.slice(0, -1));
    this.line = first;
    if (open !== undefined) return this.skipLine(text, open);
    if (!isLast && rows.length === 0 && text.length >= LONGEST_ROW) return this.skipLine(text, 0);
    const used = isLast ? text.length : meta.cursor;
    this.line += countOf(newline, text, used);
    return used;
  }

  *finishInSteps(): Steps<QueueExport> {
    return this.refused ?? (yield* this.collector.finishTable(this.capturedAt));
  }

  /** Leaves out the line with the quote, so that the rows after it are read. */
  private skipLine(text: string, at: number): number {
    const { newline } = this.shape;
    this.openQuotes += 1;
    this.line += countOf(newline, text, at);
    this.collector.reject(this.line, message('queue.problem.open-quote'));
    this.line += 1;
    const end = text.indexOf(newline, at);
    return end < 0 ? text.length : end + newline.length;
  }

  private takeRows(rows: readonly (readonly string[])[]): void {
    let place = 0;
    if (!this.read && rows[0]) {
      this.read = this.begin(rows[0]);
      place = 1;
    }
    for (let counted = 0; this.read && place < rows.length; place += 1) {
      const { read } = this;
      const cells = rows[place] ?? [];
      const refusal = this.refusalOf(cells, read);
      if (refusal === undefined) continue;
      for (; counted < place; counted += 1) this.line += 1 + breaksIn(rows[counted] ?? [], this.shape.newline);
      this.collector.refuse(refusal, cells, read, this.line);
    }
  }

  /** The reader of the rows, by the header; none where it lacks something. */
  private begin(header: readonly string[]): RowReader | undefined {
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
  private refusalOf(cells: readonly string[], read: RowReader): Refusal | undefined {
    if (cells.length === 1 && (cells[0] ?? '').trim() === '') return undefined;
    const isCut = cells.length < Math.min(this.width, 3);
    const refusal = isCut
      ? message('queue.problem.fewer-cells', cells.length, this.width)
      : cells.length > this.width + 1
        ? message('queue.problem.more-cells', cells.length, this.width)
        : this.collector.take(cells, read);
    const isNone =
      refusal !== undefined &&
      refusal !== UNDECIDED &&
      (this.takeHeader(cells) || cells.every((cell) => NO_ROW.test(cell)));
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

/** How often a text comes before a place of another one. */
function countOf(part: string, text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0 && at < end; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}

/** A cell in quotes may go over several lines. */
function breaksIn(cells: readonly string[], newline: string): number {
  return cells.reduce((sum, cell) => sum + countOf(newline, cell, cell.length), 0);
}
