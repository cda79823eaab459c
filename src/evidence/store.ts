import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import * as v from 'valibot';

import { MOST_ROWS } from '../model/limits';
import type { QueueTask } from '../model/queue';
import type { WatchObservation } from '../model/reindex';
import { NOTHING_KEPT, type ClockMarks, type HistoryContent } from './content';
import { STORE_NAME } from './erase';
import type { Migration, RecordKind } from './migrations';
import { readParts, readTasks } from './schemas';

/** Tasks of one record: cloned into the store in a few milliseconds. */
const CHUNK = 2_000;

/** Base of the Jira, what it is, and its number or time. */
type Key = [base: string, kind: RecordKind, place: number];

interface Schema extends DBSchema {
  history: { key: Key; value: unknown };
}

type Records = IDBPObjectStore<Schema, ['history'], 'history', 'readwrite'>;
type UpgradedRecords = IDBPObjectStore<Schema, ArrayLike<'history'>, 'history', 'versionchange'>;

export type Database = IDBPDatabase<Schema>;

/** A content and the number drawn when it was written, by which a page sees that another tab wrote in between. */
export interface Kept {
  readonly content: HistoryContent;
  readonly revision: number;
  readonly clock: ClockMarks;
  /** Entries that the store was found to hold and that could not be used: they are gone from it. */
  readonly spoilt: number;
}

/** What is in the store cannot be what this panel put there. */
export class CorruptStore extends Error {}

const values = v.looseObject({
  revision: v.number(),
  writtenAt: v.optional(v.number()),
  doubtedAt: v.optional(v.number()),
  chunks: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_ROWS / CHUNK)),
});

function checked<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new CorruptStore();
}

/** Only the records that change are read. */
async function migrate(records: UpgradedRecords, migrations: readonly Migration[], at: number): Promise<void> {
  for (const key of await records.getAllKeys()) {
    const changes = migrations.flatMap((migration) => migration[key[1]] ?? []);
    if (changes.length === 0) continue;
    const stored: unknown = await records.get(key);
    await records.put(
      changes.reduce((value, change) => change(value, at), stored),
      key,
    );
  }
}

export interface OpenOptions {
  /** Called when the store was taken away, by the browser or another tab, or for a newer version of the panel. */
  readonly onClosed: (reason: 'blocked' | 'newer') => void;
  /** By the browser's clock, milliseconds since the epoch. */
  readonly now: number;
  /** They lead to the version that the store then has. */
  readonly migrations: readonly Migration[];
}

/**
 * Opens the store, and takes what an earlier version of the panel kept to the form of this one: all of it or, where
 * that fails, none. The store of a newer version is not touched: rejects with a `VersionError`.
 */
export function openDatabase({ onClosed, now, migrations }: OpenOptions): Promise<Database> {
  let failure: Error | undefined;
  const opening = openDB<Schema>(STORE_NAME, 1 + migrations.length, {
    upgrade(database, from, _to, transaction) {
      if (!database.objectStoreNames.contains('history')) {
        database.createObjectStore('history');
        return;
      }
      migrate(transaction.objectStore('history'), migrations.slice(from - 1), now).catch((error: unknown) => {
        failure = error instanceof DOMException ? error : new CorruptStore();
        transaction.done.catch(() => undefined);
        if (!transaction.error) transaction.abort();
      });
    },
    // Another tab wants to change the store for a newer version of the panel, or to remove it.
    blocking: (_from, to, event) => {
      (event.target as IDBDatabase | null)?.close();
      onClosed(to === null ? 'blocked' : 'newer');
    },
    terminated: () => onClosed('blocked'),
  });
  return opening.catch((error: unknown) => {
    throw failure ?? error;
  });
}

const NAMES: Readonly<Record<keyof HistoryContent, true>> = {
  tasks: true,
  runDurations: true,
  current: true,
  nodes: true,
  threads: true,
  observations: true,
};

const NOTHING: Kept = {
  content: NOTHING_KEPT,
  revision: 0,
  clock: { writtenAt: undefined, doubtedAt: undefined },
  spoilt: 0,
};

function chunksOf(tasks: readonly QueueTask[]): readonly (readonly QueueTask[])[] {
  return Array.from({ length: Math.ceil(tasks.length / CHUNK) }, (_, place) =>
    tasks.slice(place * CHUNK, (place + 1) * CHUNK),
  );
}

function isSame(a: readonly QueueTask[], b: readonly QueueTask[] = []): boolean {
  return a.length === b.length && a.every((one, place) => one === b[place]);
}

/** A few at a time: each may hold tens of thousands of dates. */
const LOOKS = 10;

async function readLooks(records: Records, base: string): Promise<readonly unknown[]> {
  const keys = await records.getAllKeys(
    IDBKeyRange.bound([base, 'observation', -Infinity], [base, 'observation', Infinity]),
  );
  const looks: unknown[] = [];
  for (let from = 0; from < keys.length; from += LOOKS) {
    const [first, last] = [keys[from], keys[Math.min(from + LOOKS, keys.length) - 1]];
    for (const look of await records.getAll(IDBKeyRange.bound(first, last))) looks.push(look);
  }
  return looks;
}

async function readFrom(records: Records, base: string): Promise<Kept> {
  const stored = await records.get([base, 'values', 0]);
  if (stored === undefined) return NOTHING;
  const { revision, writtenAt, doubtedAt, chunks, ...others } = checked(values, stored);
  const tasks: QueueTask[] = [];
  const spoiltTasks: string[] = [];
  for (let place = 0; place < chunks; place += 1) {
    const chunk = checked(v.array(v.unknown()), await records.get([base, 'tasks', place]));
    for (const one of readTasks(chunk, spoiltTasks)) tasks.push(one);
  }
  const observations = await readLooks(records, base);
  const { parts, spoilt } = readParts({ ...others, observations });
  return {
    revision,
    clock: { writtenAt, doubtedAt },
    content: { ...parts, tasks },
    spoilt: spoilt.length + spoiltTasks.length,
  };
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
  await records.put({ revision: after.revision, ...after.clock, chunks: chunks.length, ...others }, [
    base,
    'values',
    0,
  ]);
}

/** What is to be stored. */
export interface Changed {
  readonly content: HistoryContent;
  readonly doubtedAt: ClockMarks['doubtedAt'];
}

/** True where both hold the same objects: then nothing need be written. */
function isSameContent(a: HistoryContent, b: HistoryContent): boolean {
  const names = Object.keys(NAMES) as (keyof HistoryContent)[];
  return names.every((name) => a[name] === b[name]);
}

/**
 * Changes what is kept, all or nothing. What this page `knows` is used without reading it again, unless another tab
 * wrote or erased since.
 *
 * @param now by the browser's clock, milliseconds since the epoch
 * @param change gets what is stored, and whether this page knew it
 */
export async function changeStore(
  database: Database,
  base: string,
  knows: Kept | undefined,
  now: number,
  change: (stored: Kept, known: 'known' | 'new' | 'erased') => Changed,
): Promise<Kept> {
  const transaction = database.transaction('history', 'readwrite');
  const records = transaction.objectStore('history');
  try {
    const stored = await records.get([base, 'values', 0]);
    const revision = stored === undefined ? 0 : checked(values, stored).revision;
    const isKnown = knows?.revision === revision;
    const before = isKnown ? knows : await readFrom(records, base);
    const { content, doubtedAt } = change(before, isKnown ? 'known' : knows && revision === 0 ? 'erased' : 'new');
    const spoilt = isKnown ? 0 : before.spoilt;
    const isUnchanged = spoilt === 0 && doubtedAt === before.clock.doubtedAt && isSameContent(content, before.content);
    const after: Kept = isUnchanged
      ? { ...before, spoilt }
      : { content, revision: Math.random(), clock: { writtenAt: now, doubtedAt }, spoilt };
    // Without a trace of what was spoilt, wherever it lay.
    if (spoilt > 0) await records.delete(everythingOf(base));
    if (!isUnchanged) await writeInto(records, base, spoilt > 0 ? NOTHING : before, after);
    await transaction.done;
    return after;
  } catch (error) {
    // `done` rejects too; the error that was first is the one to tell, and of an aborted write its cause.
    transaction.done.catch(() => undefined);
    if (transaction.error) throw transaction.error;
    try {
      transaction.abort();
    } catch {
      // it is over already
    }
    throw error;
  }
}

function everythingOf(base: string): IDBKeyRange {
  return IDBKeyRange.bound([base], [base, []]);
}

/** Removes everything of one Jira. */
export async function eraseStore(database: Database, base: string): Promise<void> {
  await database.delete('history', everythingOf(base));
}
