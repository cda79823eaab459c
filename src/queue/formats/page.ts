import { message } from '../../model/message';
import { isRefusal } from '../rows/cell-values';
import { Collector, refuse, type ParseProblem, type QueueExport } from '../collector';
import { readColumnName, type Field } from '../rows/columns';
import {
  closestMissing,
  fieldsOf,
  findHeader,
  isHeader,
  looksLikeRow,
  looksMuchLikeRow,
  rowCells,
  stackedCells,
  type PageHeader,
} from './page-header';
import { parseDashboard } from './dashboard';
import { createRowReader, type RowReader } from '../rows/row-reader';

/** A row of the page with the details that stand under it when it is opened. */
interface PageRow {
  readonly line: number;
  readonly cells: Map<Field, string>;
  /** It begins like a row, and does not go on like one. */
  readonly isBroken?: boolean;
}

/** What the Finish time of a row begins a line with: a relative time, or a day alone. */
const ROW_BEGINS =
  /^\s*(?:never|yesterday|[^:\t]{1,40} ago|\d{1,4}[-/ .](?:\d{1,2}|[a-z]{3,9}\.?)[-/ .]\d{2,4})\s*(?:\t|$)/i;

/** The order in which the gathered cells of a row are handed to the row reader. */
const ORDER: readonly Field[] = [
  'id',
  'parentId',
  'integration',
  'integrationId',
  'repository',
  'repositoryId',
  'operation',
  'flag',
  'trigger',
  'status',
  'node',
  'priority',
  'insertionTime',
  'queuedTime',
  'startTime',
  'finishTime',
  'processingTime',
];

/** What a closed row shows for good: labels of filters on a second page may look like details of the row before. */
const SETTLED: ReadonlySet<Field> = new Set(['integration', 'repository', 'operation', 'trigger', 'status']);

/** The first lines after a table, or of another page: the row before has no details there. */
const AFTER_TABLE = /^(?:showing\s+\d|indexing queue$|current number of|scheduled time for indexing)/i;

const NO_TABLE: ParseProblem = {
  line: 1,
  reason: message('queue.problem.no-table'),
};

/** Reads the text of the Indexing queue page as a browser copies it: dashboard, table rows, opened details. */
export function parsePage(text: string, capturedAt: number): QueueExport {
  const lines = text.replace(/[\u00a0\u2007\u202f]/g, ' ').split(/\r\n|\n|\r/);
  const dashboard = parseDashboard(lines, capturedAt);
  const header = findHeader(lines);
  if (!header) return dashboard ? { tasks: [], dashboard, problems: [NO_TABLE] } : refuse(1, closestMissing(lines));
  const rows = header.tabbed ? tabbedRows(lines, header) : stackedRows(lines, header);
  const collector = new Collector();
  const columns = new Map(ORDER.map((field, index) => [field, { index, unit: 1 / 60 }] as const));
  const read = createRowReader(columns, capturedAt, collector.habits);
  const { to = 0, total = 0 } = dashboard?.shown ?? {};
  for (const [place, row] of rows.entries()) {
    const cells = ORDER.map((field) => row.cells.get(field) ?? '');
    const reader = rows.length < total ? ofAPart(read, total, to - rows.length + place + 1) : read;
    const refusal = row.isBroken === true ? message('queue.problem.part-of-a-row') : collector.take(cells, reader);
    if (refusal !== undefined) collector.refuse(refusal, cells, reader, row.line);
  }
  return collector.finish(dashboard);
}

/** Where only a part of the queue is shown, each task says so. */
function ofAPart(read: RowReader, outOf: number, row: number): RowReader {
  return (cells) => {
    const task = read(cells);
    return isRefusal(task) ? task : { ...task, outOf, row };
  };
}

/** The cells under their names; a body with one cell more or less than the header has (the arrow) is shifted. */
function alignCells(fields: readonly (Field | undefined)[], cells: readonly string[]): Map<Field, string> {
  const shifts = [cells, cells.slice(1), ['', ...cells]].map((shifted) => rowCells(fields, shifted));
  return shifts.find(looksLikeRow) ?? rowCells(fields, cells);
}

/** A header that is repeated begins a second page, whose columns may stand in another order. */
function tabbedRows(lines: readonly string[], header: PageHeader): PageRow[] {
  const rows: PageRow[] = [];
  let { fields } = header;
  let open: PageRow | undefined;
  for (let index = header.rowsFrom; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const cells = line.split('\t');
    const row = { line: index + 1, cells: alignCells(fields, cells) };
    const names = looksLikeRow(row.cells) ? [] : fieldsOf(cells);
    if (isHeader(names)) {
      fields = names;
      open = undefined;
    } else if (looksLikeRow(row.cells) || (cells.length >= known(fields) && !isDetail(cells))) {
      open = row;
      rows.push(row);
    } else if (AFTER_TABLE.test(line.trim())) open = undefined;
    else if (ROW_BEGINS.test(line)) rows.push({ ...row, isBroken: true });
    else index += takeLabelRow(open, cells, lines[index + 1]) || takeDetail(open, cells, lines[index + 1]);
  }
  return rows;
}

function known(fields: readonly (Field | undefined)[]): number {
  return fields.filter((field) => field !== undefined).length;
}

function stackedRows(lines: readonly string[], { rowsFrom, fields }: PageHeader): PageRow[] {
  const rows: PageRow[] = [];
  let open: PageRow | undefined;
  for (let index = rowsFrom; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const row = { line: index + 1, cells: stackedCells(lines, index, fields) };
    const isRepeated = fields.every((field, place) => readColumnName(lines[index + place] ?? '')?.field === field);
    if (isRepeated || isStackedRow(lines, index, fields, row.cells)) {
      open = isRepeated ? undefined : row;
      if (open) rows.push(open);
      index += fields.length - 1;
    } else if (AFTER_TABLE.test(line.trim())) open = undefined;
    else if (ROW_BEGINS.test(line)) rows.push({ ...row, isBroken: true });
    else {
      const isLast = looksLikeRow(stackedCells(lines, index + 1, fields));
      index += takeDetail(open, line.split('\t'), isLast ? undefined : lines[index + 1]);
    }
  }
  return rows;
}

/** A row with an unknown word is one (and will be reported), unless a better one begins within it. */
function isStackedRow(
  lines: readonly string[],
  index: number,
  fields: PageHeader['fields'],
  cells: Map<Field, string>,
): boolean {
  if (looksLikeRow(cells)) return true;
  if (!looksMuchLikeRow(cells) || isDetail([lines[index] ?? ''])) return false;
  return fields.every((_, place) => place === 0 || !looksLikeRow(stackedCells(lines, index + place, fields)));
}

function isDetail(cells: readonly string[]): boolean {
  return readColumnName((cells[0] ?? '').split(':')[0] ?? '') !== undefined;
}

/** Takes a line of labels above a line of values. Answers how many further lines were used. */
function takeLabelRow(row: PageRow | undefined, labels: readonly string[], next: string | undefined): number {
  const values = (next ?? '').split('\t');
  const fields = fieldsOf(labels);
  if (
    labels.length < 3 ||
    values.length !== labels.length ||
    fields.includes(undefined) ||
    fieldsOf(values).every(Boolean)
  )
    return 0;
  fields.forEach((field, place) => field && setDetail(row, field, (values[place] ?? '').trim()));
  return 1;
}

const LABELS =
  /\b(?:parent id|id|priority|operation flag|insertion time|start time|finish time|node|queued time|processing time)\s*:/gi;

/** "ID: 7 Parent ID: 5 Node: n1" on one line, as the browser copies labels and values that stand side by side. */
function splitDetails(cell: string): string[] {
  const starts = [...cell.matchAll(LABELS)].map(({ index }) => index);
  return starts.length < 2 ? [cell] : starts.map((start, place) => cell.slice(start, starts[place + 1]));
}

/**
 * Takes "Label: value", "Label<tab>value<tab>Label<tab>value" or a label with its value on the next line.
 * Answers how many further lines were used.
 */
function takeDetail(row: PageRow | undefined, cells: readonly string[], next: string | undefined): number {
  const filled = cells
    .flatMap(splitDetails)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
  for (let index = 0; index < filled.length; index += 1) {
    const cell = filled[index] ?? '';
    const colon = cell.indexOf(':');
    const inline = colon > 0 ? readColumnName(cell.slice(0, colon))?.field : undefined;
    const field = inline ?? readColumnName(cell)?.field;
    if (!field) continue;
    const rest = inline ? cell.slice(colon + 1).trim() : '';
    if (rest !== '') setDetail(row, field, rest);
    else if (index + 1 < filled.length) {
      const value = filled[index + 1] ?? '';
      if (isDetail([value])) continue;
      setDetail(row, field, value);
      index += 1;
    } else if (next !== undefined && filled.length === 1 && !next.includes('\t')) {
      if (readColumnName(next.trim().split(':')[0] ?? '') !== undefined && next.trim() !== '') return 0;
      setDetail(row, field, next.trim());
      return 1;
    }
  }
  return 0;
}

function setDetail(row: PageRow | undefined, field: Field, value: string): void {
  if (row && value !== '' && !(SETTLED.has(field) && row.cells.has(field))) row.cells.set(field, value);
}
