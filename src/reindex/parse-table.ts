import Papa from 'papaparse';
import { Collector, refuse, type QueueExport } from './collector';
import { missingColumns, readColumns } from './columns';
import { createRowReader, type RowReader } from './row-reader';

/** What the first lines of a CSV, TSV or semicolon file say about the rest. */
export interface TableShape {
  readonly delimiter: string;
  readonly newline: '\n' | '\r\n' | '\r';
}

const DELIMITERS = ['\t', ';', ',', '|'];

/** The first line that is not empty, where it starts, and its number. `sep=;` is Excel's own first line. */
function headerLine(text: string): { line: string; start: number; number: number } {
  let start = 0;
  for (let number = 1; start < text.length; number += 1) {
    const end = /\r\n|\n|\r/g;
    end.lastIndex = start;
    const match = end.exec(text);
    const line = text.slice(start, match ? match.index : text.length);
    if (line.trim() !== '' && !/^"?sep=.?"?$/i.test(line)) return { line, start, number };
    if (!match) break;
    start = match.index + match[0].length;
  }
  return { line: '', start: text.length, number: 1 };
}

/** The delimiter that makes the most known column names of the header; none when fewer than two are known. */
export function detectTable(text: string): TableShape | undefined {
  const { line } = headerLine(text);
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, known: readColumns(splitHeader(line, delimiter)).size }));
  const best = counts.reduce((a, b) => (b.known > a.known ? b : a));
  const newline = /\r\n|\n|\r/.exec(text)?.[0];
  return best.known >= 2 ? { delimiter: best.delimiter, newline: newline === '\r\n' || newline === '\r' ? newline : '\n' } : undefined;
}

export function splitHeader(line: string, delimiter: string): string[] {
  return Papa.parse<string[]>(line, { delimiter }).data[0] ?? [];
}

/** Reads a delimited text piece by piece; a row that is cut off at the end of a piece waits for the next one. */
export class TableParser {
  private readonly collector = new Collector();
  private read: RowReader | undefined;
  private width = 0;
  private line = 1;
  private refused: QueueExport | undefined;

  constructor(
    private readonly shape: TableShape,
    private readonly capturedAt: number,
  ) {}

  /** Takes whole rows from the start of `text` and answers how many characters were used. */
  take(text: string, isLast: boolean): number {
    let start = 0;
    if (!this.read && !this.refused) {
      const header = headerLine(text);
      this.line = header.number;
      start = header.start;
    }
    if (this.refused) return text.length;
    const piece = start > 0 ? text.slice(start) : text;
    const parser = new Papa.Parser({ delimiter: this.shape.delimiter, newline: this.shape.newline });
    const result = parser.parse(piece, 0, !isLast) as Papa.ParseResult<string[]>;
    this.takeRows(result.data);
    const used = isLast ? piece.length : result.meta.cursor;
    this.line += countOf(piece, this.shape.newline, used);
    return start + used;
  }

  finish(): QueueExport {
    return this.refused ?? this.collector.finish();
  }

  private takeRows(rows: readonly string[][]): void {
    let first = 0;
    if (!this.read) {
      const names = rows[0];
      if (!names) return;
      first = 1;
      const columns = readColumns(names);
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
    else this.collector.reject(() => this.line + linesBefore(rows, index), task);
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
