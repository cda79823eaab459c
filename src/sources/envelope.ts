import * as v from 'valibot';

import type { RowProblem } from '../model/integration';
import { id, type Row } from './field';
import type { JsonAnswer } from './jira-client';
import { SourceError } from './source-error';

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

/** The rows of a list answer: below the first of the names that is there, or the answer itself where that is a list. */
export function listRows({ json, stamp }: JsonAnswer, names: readonly string[]): Rows {
  const envelope = isRow(json) ? json : {};
  const rows = Array.isArray(json) ? (json as unknown[]) : names.map((name) => envelope[name]).find(Array.isArray);
  if (!rows) {
    throw new SourceError({ kind: 'malformed', source: stamp.source, request: stamp.request, at: stamp.readAt });
  }
  const total = Number(envelope['total'] ?? 0);
  return { rows, atLeast: rows.length === SUSPICIOUS_LENGTH || total > rows.length };
}

/** The one row of an answer about one thing: a list of one (get-one), an object (PUT, POST), or no envelope at all. */
export function singleRow(json: unknown, name: string): Row | undefined {
  if (!isRow(json)) return undefined;
  const content = json[name];
  const first: unknown = Array.isArray(content) ? content[0] : (content ?? ('id' in json ? json : undefined));
  return isRow(first) ? first : undefined;
}

/** Rows by their id. What is no row, has no id or repeats one is reported; the others are used. */
export function rowsById(rows: readonly unknown[], kind: RowProblem['kind']) {
  const byId = new Map<string, Row>();
  const problems: RowProblem[] = [];
  rows.forEach((row, index) => {
    const place = `#${index + 1}`;
    const rowId = isRow(row) ? v.safeParse(id, row['id']) : undefined;
    if (!isRow(row)) problems.push({ kind, id: place, problem: 'not-an-object' });
    else if (!rowId?.success) problems.push({ kind, id: place, problem: 'no-id' });
    else if (byId.has(rowId.output)) problems.push({ kind, id: rowId.output, problem: 'duplicate-id' });
    else byId.set(rowId.output, row);
  });
  return { byId, problems };
}
