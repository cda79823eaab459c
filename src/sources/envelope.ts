import type { RowProblem } from '../model/integration';
import { id, type Row } from './field';
import type { JsonAnswer } from './jira-client';
import { SourceError } from './source-error';

/** Where GIJ lists its integrations; each of them is below. */
export const INTEGRATIONS_PATH = '/rest/gitplugin/1.0/integration';

/** The number of rows at which GIJ's answers look cut: no paging is documented, 100 is the usual page. */
const SUSPICIOUS_LENGTH = 100;

export interface Rows {
  readonly rows: readonly unknown[];
  /** True where the list may have been cut (gij.md, quirk 11). */
  readonly atLeast: boolean;
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A total that equals the rows says that the list is whole; one that is not understood says nothing good, nor does a list that begins later. */
function mayBeCut(rows: readonly unknown[], { total, offset }: Row): boolean {
  if (offset !== undefined && offset !== null && Number(offset) !== 0) return true;
  if (total === undefined || total === null) return rows.length === SUSPICIOUS_LENGTH;
  const isNumber = typeof total === 'number' || (typeof total === 'string' && /^\d{1,9}$/.test(total));
  return !isNumber || Number(total) !== rows.length;
}

/**
 * The rows of a list answer, below the first of the names that is there. Throws where there is no such list, or nothing
 * in it is a row: that is no empty list.
 */
export function listRows({ json, stamp }: JsonAnswer, names: readonly string[]): Rows {
  const envelope = isRow(json) ? json : {};
  const rows = names.map((name) => envelope[name]).find(Array.isArray) as readonly unknown[] | undefined;
  if (!rows || (rows.length > 0 && !rows.some(isRow))) {
    throw new SourceError({ kind: 'malformed', source: stamp.source, request: stamp.request, at: stamp.readAt });
  }
  return { rows, atLeast: mayBeCut(rows, envelope) };
}

/**
 * The one row of an answer about one thing: a list of one (get-one), an object (PUT, POST), or no envelope at all.
 * Undefined where there is none, more than one, or one with another id.
 */
export function singleRow(json: unknown, name: string, wanted: string): Row | undefined {
  if (!isRow(json)) return undefined;
  const content = json[name] ?? ('id' in json ? json : undefined);
  const rows: readonly unknown[] = Array.isArray(content) ? content : [content];
  const [row] = rows;
  if (rows.length !== 1 || !isRow(row)) return undefined;
  return row['id'] === undefined || String(id(row['id'])) === wanted ? row : undefined;
}

export interface SortedRows {
  /** The first row of each id, in their order. */
  readonly rows: readonly Row[];
  /** The ids of these rows. */
  readonly ids: readonly number[];
  /** Further rows of an id: nobody knows whose it is. */
  readonly repeats: ReadonlyMap<number, readonly Row[]>;
  /** Rows without an id; undefined for what is no row. */
  readonly others: readonly (Row | undefined)[];
  readonly problems: readonly RowProblem[];
}

/** Rows by their id. What is no row, has no id or repeats one is reported. */
export function sortRows(all: readonly unknown[], kind: RowProblem['kind']): SortedRows {
  const ids: number[] = [];
  const rows: Row[] = [];
  let highest = 0;
  /** Ids that ascend are distinct; from the first other one on, all are looked up. */
  let seen: Set<number> | undefined;
  const repeats = new Map<number, Row[]>();
  const others: (Row | undefined)[] = [];
  const problems: RowProblem[] = [];
  all.forEach((row, index) => {
    const rowId = isRow(row) ? id(row['id']) : undefined;
    if (!isRow(row) || rowId === undefined) {
      problems.push({ kind, id: `#${index + 1}`, problem: isRow(row) ? 'no-id' : 'not-an-object' });
      others.push(isRow(row) ? row : undefined);
    } else if (rowId <= highest && (seen ??= new Set(ids)).has(rowId)) {
      problems.push({ kind, id: String(rowId), problem: 'duplicate-id' });
      const earlier = repeats.get(rowId);
      if (earlier) earlier.push(row);
      else repeats.set(rowId, [row]);
    } else {
      highest = Math.max(highest, rowId);
      seen?.add(rowId);
      ids.push(rowId);
      rows.push(row);
    }
  });
  return { rows, ids, repeats, others, problems };
}

/** The fields of some that none of the rows has; none where there are no rows. */
export function fieldsOfNone(rows: Iterable<Row>, fields: readonly string[]): string[] {
  const missing = new Set(fields);
  let any = false;
  for (const row of rows) {
    any = true;
    if (missing.size === 0) break;
    for (const field of missing) if (row[field] !== undefined && row[field] !== null) missing.delete(field);
  }
  return any ? [...missing] : [];
}
