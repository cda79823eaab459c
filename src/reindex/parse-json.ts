import { Collector, refuse, type QueueExport } from './collector';
import { missingColumns, readColumns } from './columns';
import { createRowReader, type RowReader } from './row-reader';

type JsonObject = Record<string, unknown>;

/** JSON: an array of rows, an object that holds one, or one object a line. */
export function parseJson(text: string, capturedAt: number): QueueExport {
  let rows: readonly unknown[] | undefined;
  try {
    rows = findRows(JSON.parse(text));
  } catch (error) {
    rows = parseLines(text);
    if (!rows) return { tasks: [], problems: [{ line: lineOf(text, error), reason: 'no valid JSON' }] };
  }
  if (!rows) return refuse(1, ['a list of tasks']);
  return readRows(rows, capturedAt);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first list of objects, at the top or one or two levels down. */
function findRows(value: unknown, depth = 0): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (!isObject(value) || depth > 2) return undefined;
  for (const inner of Object.values(value)) {
    const rows = findRows(inner, depth + 1);
    if (rows?.some(isObject)) return rows;
  }
  return depth === 0 && readColumns(Object.keys(value)).size > 2 ? [value] : undefined;
}

function parseLines(text: string): readonly unknown[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (!lines[0]?.trim().endsWith('}')) return undefined;
  return lines.map((line): unknown => {
    try {
      return JSON.parse(line) as unknown;
    } catch {
      return line;
    }
  });
}

/** Rows are numbered from 1: a line means little in JSON. */
function readRows(rows: readonly unknown[], capturedAt: number): QueueExport {
  const readers = new Map<string, { names: string[]; read: RowReader } | string>();
  const collector = new Collector();
  rows.forEach((row, index) => {
    const flat = isObject(row) ? flatten(row) : undefined;
    const reader = flat ? readerFor(readers, flat, capturedAt) : 'no object';
    const task = typeof reader === 'string' ? reader : reader.read(reader.names.map((name) => flat?.get(name) ?? ''));
    if (typeof task === 'string') collector.reject(() => index + 1, task);
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
