import { redact } from '../model/redact';

/** What a record of the store holds: so many tasks, one look of a watch, or everything else of a Jira. */
export type RecordKind = 'tasks' | 'observation' | 'values';

/**
 * Takes what a version of the store holds to the next one, record by record; kinds that it does not name stay as they
 * are. Pure, and of contents that nobody checked yet: what it does not understand it gives back, so that reading it
 * tells that it is spoilt.
 *
 * @param at when it is done, milliseconds since the epoch by the browser's clock
 */
export type Migration = { readonly [Kind in RecordKind]?: (stored: unknown, at: number) => unknown };

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Version 1 did not say when the schedule, the nodes and the threads were given. */
function datedValues(stored: unknown, at: number): unknown {
  if (!isObject(stored)) return stored;
  const dated = ['current', 'nodes', 'threads'].flatMap((name) =>
    stored[name] === undefined ? [] : [[name, { value: stored[name], at }]],
  );
  return { ...stored, ...Object.fromEntries(dated) };
}

/**
 * Up to version 2 a name of the queue, which may be an origin, kept credentials of less usual spellings. What is read
 * today is cleaned before it is kept, and is not looked at again when the store is: a spelling that `redact` learns
 * needs another migration like this one.
 */
function withoutCredentials(stored: unknown): unknown {
  const clean = (value: unknown) => (typeof value === 'string' ? redact(value) : value);
  const cleanRow = (row: unknown) =>
    isObject(row) ? Object.fromEntries(Object.entries(row).map(([name, value]) => [name, clean(value)])) : row;
  return Array.isArray(stored) ? stored.map(cleanRow) : stored;
}

/** From version 1 to 2, from 2 to 3, and so on: a change of what is stored adds one here, and no other is changed again. */
export const MIGRATIONS: readonly Migration[] = [{ values: datedValues }, { tasks: withoutCredentials }];
