import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import * as v from 'valibot';

import type { QueueTask } from '../model/queue';
import type { WatchObservation } from '../reindex/watch-observation';
import { NOTHING_KEPT, type HistoryContent } from './content';

const NAME = 'git-integration-checkup';
const VERSION = 1;
/** Tasks of one record: cloned into the store in a few milliseconds. */
const CHUNK = 2_000;

/** Base of the Jira, what it is, and its number or time. */
type Key = [base: string, kind: 'tasks' | 'observation' | 'values', place: number];

interface Schema extends DBSchema {
  history: { key: Key; value: unknown };
}

type Records = IDBPObjectStore<Schema, ['history'], 'history', 'readwrite'>;

export type Database = IDBPDatabase<Schema>;

/** A content and the number drawn when it was written, by which a page sees that another tab wrote in between. */
export interface Kept {
  readonly content: HistoryContent;
  readonly revision: number;
}

/** What is in the store cannot be what this panel put there. */
export class CorruptStore extends Error {}

const task = v.looseObject({ operation: v.string(), trigger: v.string(), status: v.string() });
const run = v.object({ at: v.number(), minutes: v.number(), estimated: v.optional(v.literal(true)) });
const observation = v.object({ at: v.number(), dates: v.array(v.number()), requestMinutes: v.number() });
const schedule = v.variant('kind', [
  v.object({ kind: v.literal('interval'), minutes: v.number() }),
  v.object({ kind: v.literal('cron'), expression: v.string() }),
]);
const values = v.object({
  revision: v.number(),
  chunks: v.number(),
  runDurations: v.array(run),
  current: v.optional(schedule),
  nodes: v.optional(v.number()),
  threads: v.optional(v.number()),
});

function checked<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new CorruptStore();
}

export function openDatabase(onBlocked: () => void, onClosed: () => void): Promise<Database> {
  return openDB<Schema>(NAME, VERSION, {
    upgrade: (database) => void database.createObjectStore('history'),
    blocked: onBlocked,
    // A newer version of the panel in another tab wants to change the store.
    blocking: (_from, _to, event) => {
      (event.target as IDBDatabase | null)?.close();
      onClosed();
    },
    terminated: onClosed,
  });
}

const NOTHING: Kept = { content: NOTHING_KEPT, revision: 0 };

function chunksOf(tasks: readonly QueueTask[]): readonly (readonly QueueTask[])[] {
  return Array.from({ length: Math.ceil(tasks.length / CHUNK) }, (_, place) => tasks.slice(place * CHUNK, (place + 1) * CHUNK));
}

function isSame(a: readonly QueueTask[], b: readonly QueueTask[] = []): boolean {
  return a.length === b.length && a.every((one, place) => one === b[place]);
}

async function readFrom(records: Records, base: string): Promise<Kept> {
  const stored = await records.get([base, 'values', 0]);
  if (stored === undefined) return NOTHING;
  const { revision, chunks, ...others } = checked(values, stored);
  const tasks: QueueTask[] = [];
  for (let place = 0; place < chunks; place += 1) {
    const chunk = checked(v.array(v.unknown()), await records.get([base, 'tasks', place]));
    for (const one of chunk) tasks.push(checked(task, one) as unknown as QueueTask);
  }
  const looks = await records.getAll(IDBKeyRange.bound([base, 'observation', -Infinity], [base, 'observation', Infinity]));
  return { revision, content: { ...others, tasks, observations: checked(v.array(observation), looks) } };
}

async function writeInto(records: Records, base: string, before: Kept, after: Kept): Promise<void> {
  const { tasks, observations, ...others } = after.content;
  const chunks = chunksOf(tasks);
  const earlier = chunksOf(before.content.tasks);
  for (const [place, chunk] of chunks.entries()) {
    if (!isSame(chunk, earlier[place])) await records.put(chunk, [base, 'tasks', place]);
  }
  for (let place = chunks.length; place < earlier.length; place += 1) await records.delete([base, 'tasks', place]);
  const stays = new Set<WatchObservation>(observations);
  const known = new Set<WatchObservation>(before.content.observations);
  for (const look of known) if (!stays.has(look)) await records.delete([base, 'observation', look.at]);
  for (const look of stays) if (!known.has(look)) await records.put(look, [base, 'observation', look.at]);
  await records.put({ revision: after.revision, chunks: chunks.length, ...others }, [base, 'values', 0]);
}

/**
 * Changes what is kept, all or nothing. What this page `knows` is used without reading it again, unless another tab
 * wrote since.
 */
export async function changeStore(
  database: Database,
  base: string,
  knows: Kept | undefined,
  change: (content: HistoryContent) => HistoryContent,
): Promise<Kept> {
  const transaction = database.transaction('history', 'readwrite');
  const records = transaction.objectStore('history');
  try {
    const stored = await records.get([base, 'values', 0]);
    const revision = stored === undefined ? 0 : checked(values, stored).revision;
    const before = knows?.revision === revision ? knows : await readFrom(records, base);
    const content = change(before.content);
    const after: Kept = { content, revision: content === before.content ? revision : Math.random() };
    if (content !== before.content) await writeInto(records, base, before, after);
    await transaction.done;
    return after;
  } catch (error) {
    // `done` rejects too; the error that was first is the one to tell.
    transaction.done.catch(() => undefined);
    try {
      transaction.abort();
    } catch {
      // it is over already
    }
    throw error;
  }
}

/** Removes everything of one Jira. */
export async function eraseStore(database: Database, base: string): Promise<void> {
  await database.delete('history', IDBKeyRange.bound([base], [base, []]));
}
