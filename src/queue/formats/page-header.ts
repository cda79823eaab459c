import { message, type Message } from '../../model/message';
import { missingColumns, readColumnName, readColumns, type Field } from '../rows/columns';
import { readOperation, readStatus, readTrigger } from '../rows/words';

/** Where the names of the columns stand on the page, and what they mean. */
export interface PageHeader {
  /** The first line of the rows. */
  readonly rowsFrom: number;
  readonly fields: readonly (Field | undefined)[];
  /** Table cells were separated by tabs; otherwise each cell stands on its own line. */
  readonly tabbed: boolean;
}

/** There are fewer kinds of columns; above the names of a stacked header there may be more names, of filters. */
const MOST_COLUMNS = 24;

/** Rows tried to see which names belong to a stacked header. */
const TRIED_ROWS = 5;

export function findHeader(lines: readonly string[]): PageHeader | undefined {
  return findTabbedHeader(lines) ?? findStackedHeader(lines);
}

export function fieldsOf(names: readonly string[]): (Field | undefined)[] {
  return names.map((name) => readColumnName(name)?.field);
}

export function isHeader(fields: readonly (Field | undefined)[]): boolean {
  const known = new Set(fields.filter((field) => field !== undefined));
  return known.size >= 4 && missingColumns(known).length === 0;
}

function findTabbedHeader(lines: readonly string[]): PageHeader | undefined {
  for (const [index, line] of lines.entries()) {
    const fields = line.includes('\t') ? fieldsOf(line.split('\t')) : [];
    if (isHeader(fields)) return { rowsFrom: index + 1, fields, tabbed: true };
  }
  return undefined;
}

function findStackedHeader(lines: readonly string[]): PageHeader | undefined {
  for (let start = 0; start < lines.length; start += 1) {
    let end = start;
    while (end < lines.length && readColumnName(lines[end] ?? '') !== undefined) end += 1;
    const header = stackedHeader(lines, start, end);
    if (header) return header;
    start = Math.max(start, end);
  }
  return undefined;
}

/** The last lines of a run of names, each name once: of those that could be a header, the one under which rows stand. */
function stackedHeader(lines: readonly string[], start: number, end: number): PageHeader | undefined {
  let best: PageHeader | undefined;
  let most = -1;
  for (let from = Math.max(start, end - MOST_COLUMNS); from < end; from += 1) {
    const header = { rowsFrom: end, fields: fieldsOf(lines.slice(from, end)), tabbed: false };
    if (new Set(header.fields).size < header.fields.length || !isHeader(header.fields)) continue;
    const rows = rowsUnder(lines, header);
    if (rows <= most) continue;
    most = rows;
    best = header;
  }
  return best;
}

function rowsUnder(lines: readonly string[], { rowsFrom, fields }: PageHeader): number {
  let rows = 0;
  while (rows < TRIED_ROWS && looksMuchLikeRow(stackedCells(lines, rowsFrom + rows * fields.length, fields))) rows += 1;
  return rows;
}

/** What is missing in the line that comes closest to a header. */
export function closestMissing(lines: readonly string[]): Message[] {
  const known = lines.map((line) => new Set(readColumns(line.split('\t')).keys()));
  const best = known.reduce<Set<Field>>((a, b) => (b.size > a.size ? b : a), new Set<Field>());
  const missing = missingColumns(best.size > 1 ? best : new Set());
  return missing.length > 0 ? missing : [message('queue.missing.table')];
}

export function rowCells(fields: readonly (Field | undefined)[], cells: readonly string[]): Map<Field, string> {
  const found = new Map<Field, string>();
  fields.forEach((field, index) => {
    const value = (cells[index] ?? '').trim();
    if (field && value !== '' && !found.has(field)) found.set(field, value);
  });
  return found;
}

/** The cells of a row whose cells stand each on its own line. */
export function stackedCells(
  lines: readonly string[],
  index: number,
  fields: readonly (Field | undefined)[],
): Map<Field, string> {
  return rowCells(fields, lines.slice(index, index + fields.length));
}

export function looksLikeRow(cells: Map<Field, string>): boolean {
  return readStatus(cells.get('status') ?? '') !== undefined && readTrigger(cells.get('trigger') ?? '') !== undefined;
}

/** True also for a row with one word that is not known: two others of the three stand in their places. */
export function looksMuchLikeRow(cells: Map<Field, string>): boolean {
  if (looksLikeRow(cells)) return true;
  const isStatus = readStatus(cells.get('status') ?? '') !== undefined;
  const isTrigger = readTrigger(cells.get('trigger') ?? '') !== undefined;
  return (isStatus || isTrigger) && readOperation(cells.get('operation') ?? '') !== undefined;
}
