import { Collector, refuse, type QueueExport } from './collector';
import { missingColumns, readColumnName, readColumns, type Field } from './columns';
import { parseDashboard } from './parse-dashboard';
import { createRowReader } from './row-reader';
import { readStatus, readTrigger } from './words';

/** A row of the page with the details that stand under it when it is opened. */
interface PageRow {
  readonly line: number;
  readonly cells: Map<Field, string>;
}

interface Header {
  /** Line of the first column name, and the first line of the rows. */
  readonly line: number;
  readonly rowsFrom: number;
  readonly fields: readonly (Field | undefined)[];
  /** Table cells were separated by tabs; otherwise each cell stands on its own line. */
  readonly tabbed: boolean;
}

/** The order in which the gathered cells of a row are handed to the row reader. */
const ORDER: readonly Field[] = [
  'id', 'parentId', 'integration', 'integrationId', 'repository', 'repositoryId', 'operation', 'flag', 'trigger',
  'status', 'node', 'priority', 'insertionTime', 'queuedTime', 'startTime', 'finishTime', 'processingTime',
];

/** Reads the text of the Indexing queue page as a browser copies it: dashboard, table rows, opened details. */
export function parsePage(text: string, capturedAt: number): QueueExport {
  const lines = text.replace(/[\u00a0\u2007\u202f]/g, ' ').split(/\r\n|\n|\r/);
  const dashboard = parseDashboard(lines, capturedAt);
  const header = findTabbedHeader(lines) ?? findStackedHeader(lines);
  if (!header) return { ...refuse(1, closestMissing(lines)), ...(dashboard ? { dashboard } : {}) };
  const rows = header.tabbed ? tabbedRows(lines, header) : stackedRows(lines, header);
  const collector = new Collector();
  const columns = new Map(ORDER.map((field, index) => [field, { index, unit: 1 / 60 }] as const));
  const read = createRowReader(columns, capturedAt);
  for (const row of rows) {
    const task = read(ORDER.map((field) => row.cells.get(field) ?? ''));
    if (typeof task === 'string') collector.reject(() => row.line, task);
    else collector.add(task);
  }
  return collector.finish(dashboard);
}

function fieldsOf(names: readonly string[]): (Field | undefined)[] {
  return names.map((name) => readColumnName(name)?.field);
}

function isHeader(fields: readonly (Field | undefined)[]): boolean {
  const known = new Set(fields.filter((field) => field !== undefined));
  return known.size >= 4 && missingColumns(known).length === 0;
}

function findTabbedHeader(lines: readonly string[]): Header | undefined {
  for (const [index, line] of lines.entries()) {
    const fields = line.includes('\t') ? fieldsOf(line.split('\t')) : [];
    if (isHeader(fields)) return { line: index, rowsFrom: index + 1, fields, tabbed: true };
  }
  return undefined;
}

function findStackedHeader(lines: readonly string[]): Header | undefined {
  for (let start = 0; start < lines.length; start += 1) {
    let end = start;
    while (end < lines.length && readColumnName(lines[end] ?? '') !== undefined) end += 1;
    const fields = fieldsOf(lines.slice(start, end));
    if (isHeader(fields)) return { line: start, rowsFrom: end, fields, tabbed: false };
    start = Math.max(start, end);
  }
  return undefined;
}

/** What is missing in the line that comes closest to a header. */
function closestMissing(lines: readonly string[]): string[] {
  const known = lines.map((line) => new Set(readColumns(line.split('\t')).keys()));
  const best = known.reduce<Set<Field>>((a, b) => (b.size > a.size ? b : a), new Set<Field>());
  const missing = missingColumns(best.size > 1 ? best : new Set());
  return missing.length > 0 ? missing : ['a table of tasks'];
}

function rowCells(fields: readonly (Field | undefined)[], cells: readonly string[]): Map<Field, string> {
  const found = new Map<Field, string>();
  fields.forEach((field, index) => {
    const value = (cells[index] ?? '').trim();
    if (field && value !== '' && !found.has(field)) found.set(field, value);
  });
  return found;
}

function looksLikeRow(cells: Map<Field, string>): boolean {
  return readStatus(cells.get('status') ?? '') !== undefined && readTrigger(cells.get('trigger') ?? '') !== undefined;
}

/** The cells under their names; a body with one cell more or less than the header has (the arrow) is shifted. */
function alignCells(fields: readonly (Field | undefined)[], cells: readonly string[]): Map<Field, string> {
  const shifts = [cells, cells.slice(1), ['', ...cells]].map((shifted) => rowCells(fields, shifted));
  return shifts.find(looksLikeRow) ?? rowCells(fields, cells);
}

function tabbedRows(lines: readonly string[], header: Header): PageRow[] {
  const rows: PageRow[] = [];
  const width = header.fields.filter((field) => field !== undefined).length;
  for (let index = header.rowsFrom; index < lines.length; index += 1) {
    const cells = (lines[index] ?? '').split('\t');
    const row = alignCells(header.fields, cells);
    if (looksLikeRow(row) || (cells.length >= width && !isDetail(cells) && !isHeader(fieldsOf(cells)))) rows.push({ line: index + 1, cells: row });
    else index += takeDetail(rows.at(-1), cells, lines[index + 1]);
  }
  return rows;
}

function stackedRows(lines: readonly string[], header: Header): PageRow[] {
  const rows: PageRow[] = [];
  const width = header.fields.length;
  for (let index = header.rowsFrom; index < lines.length; index += 1) {
    const row = rowCells(header.fields, lines.slice(index, index + width));
    if (looksLikeRow(row)) {
      rows.push({ line: index + 1, cells: row });
      index += width - 1;
    } else index += takeDetail(rows.at(-1), (lines[index] ?? '').split('\t'), lines[index + 1]);
  }
  return rows;
}

function isDetail(cells: readonly string[]): boolean {
  return readColumnName((cells[0] ?? '').split(':')[0] ?? '') !== undefined;
}

/**
 * Takes "Label: value", "Label<tab>value<tab>Label<tab>value" or a label with its value on the next line.
 * Answers how many further lines were used.
 */
function takeDetail(row: PageRow | undefined, cells: readonly string[], next: string | undefined): number {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  for (let index = 0; index < filled.length; index += 1) {
    const cell = filled[index] ?? '';
    const colon = cell.indexOf(':');
    const inline = colon > 0 ? readColumnName(cell.slice(0, colon))?.field : undefined;
    const field = inline ?? readColumnName(cell)?.field;
    if (!field) continue;
    const rest = inline ? cell.slice(colon + 1).trim() : '';
    if (rest !== '') setDetail(row, field, rest);
    else if (index + 1 < filled.length) setDetail(row, field, filled[(index += 1)] ?? '');
    else if (next !== undefined && filled.length === 1) {
      if (readColumnName(next.trim().split(':')[0] ?? '') !== undefined && next.trim() !== '') return 0;
      setDetail(row, field, next.trim());
      return 1;
    }
  }
  return 0;
}

function setDetail(row: PageRow | undefined, field: Field, value: string): void {
  if (row && value !== '') row.cells.set(field, value);
}
