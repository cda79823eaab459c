import { Collector, refuse, type QueueExport } from './collector';
import { missingColumns, readColumns } from './columns';
import { createRowReader, type RowReader } from './row-reader';

type JsonObject = Record<string, unknown>;

/** JSON: an array of rows, an object that holds one, or one object a line. */
export function parseJson(text: string, capturedAt: number): QueueExport {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const found = parseLines(text);
    if (!found) return { tasks: [], problems: [{ line: lineOf(text, error), reason: 'no valid JSON: the file may be cut off, export it again' }] };
    return readRows(found.rows, (index) => found.lines[index] ?? 1, capturedAt);
  }
  const rows = mostLikeTasks(value);
  if (!rows) return refuse(1, ['a list of tasks']);
  return readRows(rows, (index) => index + 1, capturedAt);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list, at the top or a few levels down, whose first object has most of what a task needs; or the object itself. */
function mostLikeTasks(value: unknown): readonly unknown[] | undefined {
  let best: { readonly rows: readonly unknown[]; readonly score: number } | undefined;
  const alone = isObject(value) && readColumns([...flatten(value).keys()]).size > 2 ? [[value]] : [];
  for (const rows of [...listsIn(value, 0), ...alone]) {
    const columns = readColumns([...flatten(rows.find(isObject) ?? {}).keys()]);
    const score = columns.size - 100 * missingColumns(new Set(columns.keys())).length;
    if (!best || score > best.score) best = { rows, score };
  }
  return best?.rows ?? (Array.isArray(value) ? (value as readonly unknown[]) : undefined);
}

/** Tools put the rows into an object or two: `{"results":[{"items":[...]}]}`. */
const DEEPEST = 4;
/** Elements of a list that may hold the list of rows: the others are rows. */
const FIRST_ELEMENTS = 10;

function listsIn(value: unknown, depth: number): (readonly unknown[])[] {
  if (depth > DEEPEST) return [];
  if (isObject(value)) return [...tableIn(value), ...Object.values(value).flatMap((inner) => listsIn(inner, depth + 1))];
  if (!Array.isArray(value)) return [];
  const list = value as readonly unknown[];
  const inner = list.slice(0, FIRST_ELEMENTS).filter(isObject).flatMap((element) => listsIn(element, depth + 1));
  const isTable = Array.isArray(list[0]) && list.length > 1;
  return [...(list.some(isObject) ? [list] : []), ...(isTable ? withNames(list[0], list.slice(1)) : []), ...inner];
}

/** `{"columns":["id", ...],"rows":[["7", ...], ...]}`; the columns may be objects with a name. */
function tableIn(value: JsonObject): (readonly unknown[])[] {
  const { columns, fields, rows, data, values } = value;
  return withNames(columns ?? fields, rows ?? data ?? values);
}

/** Rows that are lists, under the names of their columns. */
function withNames(names: unknown, rows: unknown): (readonly unknown[])[] {
  if (!Array.isArray(names) || !Array.isArray(rows) || !rows.some(Array.isArray)) return [];
  const keys = names.map((name: unknown) => asText(isObject(name) ? (name['name'] ?? name['columnName']) : name));
  return [rows.map((row: unknown) => (Array.isArray(row) ? Object.fromEntries(keys.map((key, place) => [key, row[place] as unknown])) : row))];
}

function parseLines(text: string): { readonly rows: readonly unknown[]; readonly lines: readonly number[] } | undefined {
  const rows: unknown[] = [];
  const lines: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    if (rows.length === 0 && !trimmed.endsWith('}')) return undefined;
    lines.push(index + 1);
    try {
      rows.push(JSON.parse(trimmed));
    } catch {
      rows.push(trimmed);
    }
  }
  return { rows, lines };
}

/** Rows of a list are numbered from 1: a line means little in JSON, unless each row has its own. */
function readRows(rows: readonly unknown[], lineOfRow: (index: number) => number, capturedAt: number): QueueExport {
  const readers = new Map<string, { names: string[]; read: RowReader } | string>();
  const collector = new Collector();
  rows.forEach((row, index) => {
    const flat = isObject(row) ? flatten(row) : undefined;
    const reader = flat ? readerFor(readers, flat, capturedAt) : 'no object';
    const task = typeof reader === 'string' ? reader : reader.read(reader.names.map((name) => flat?.get(name) ?? ''));
    if (typeof task === 'string') collector.reject(() => lineOfRow(index), task);
    else collector.add(task);
  });
  const only = readers.size === 1 ? [...readers.values()][0] : undefined;
  if (typeof only === 'string' && collector.tasks.length === 0) return refuse(1, [only.replace(/^missing /, '')]);
  return collector.finish();
}

/** Rows with the same keys share a reader. */
function readerFor(readers: Map<string, { names: string[]; read: RowReader } | string>, flat: Map<string, string>, capturedAt: number) {
  const names = [...flat.keys()];
  const key = names.join('\n');
  let reader = readers.get(key);
  if (reader === undefined) {
    const columns = readColumns(names);
    const missing = missingColumns(new Set(columns.keys()));
    reader = missing.length > 0 ? `missing ${missing.join(', ')}` : { names, read: createRowReader(columns, capturedAt) };
    readers.set(key, reader);
  }
  return reader;
}

/** `{ repository: { id, name } }` becomes `repository id` and `repository name`. */
function flatten(row: JsonObject): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [name, value] of Object.entries(row)) {
    if (isObject(value)) for (const [inner, deep] of Object.entries(value)) flat.set(`${name} ${inner}`, asText(deep));
    else flat.set(name, asText(value));
  }
  return flat;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The line an engine's error message points at, where it names a position. */
function lineOf(text: string, error: unknown): number {
  const position = error instanceof Error ? Number(/position (\d+)/.exec(error.message)?.[1] ?? 0) : 0;
  return text.slice(0, position).split('\n').length;
}
