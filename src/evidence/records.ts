import type { Message } from '../model/message';
import * as v from 'valibot';

import { MOST_ROWS } from '../model/limits';
import type { QueueTask } from '../model/queue';
import type { WatchObservation } from '../model/reindex';
import type { ClockMarks } from './clock';
import { NOTHING_KEPT, type EvidenceContent } from './content';
import { CorruptStore, type Records } from './database';
import { readParts, readTasks } from './schemas';

/** Tasks of one record: cloned into the store in a few milliseconds. */
const CHUNK = 2_000;

/** A content and the number drawn when it was written, by which a page sees that another tab wrote in between. */
export interface Kept {
  readonly content: EvidenceContent;
  readonly revision: number;
  readonly clock: ClockMarks;
  /** Entries that the store was found to hold and that could not be used: they are gone from it. */
  readonly spoilt: number;
}

/** Of a Jira of which nothing is kept. */
export const NOTHING: Kept = {
  content: NOTHING_KEPT,
  revision: 0,
  clock: { writtenAt: undefined, doubtedAt: undefined },
  spoilt: 0,
};

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

/** By which a page sees that another tab wrote in between; 0 where nothing is kept. */
export async function revisionIn(records: Records, base: string): Promise<number> {
  const stored = await records.get([base, 'values', 0]);
  return stored === undefined ? 0 : checked(values, stored).revision;
}

/** All that is kept of one Jira. Rejects with a `CorruptStore`; what is spoilt in a whole store is left out, and counted. */
export async function readFrom(records: Records, base: string): Promise<Kept> {
  const stored = await records.get([base, 'values', 0]);
  if (stored === undefined) return NOTHING;
  const { revision, writtenAt, doubtedAt, chunks, ...others } = checked(values, stored);
  const tasks: QueueTask[] = [];
  const spoiltTasks: Message[] = [];
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

/** Writes the records that differ. */
export async function writeInto(records: Records, base: string, before: Kept, after: Kept): Promise<void> {
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

/** The keys of all records of one Jira. */
export function everythingOf(base: string): IDBKeyRange {
  return IDBKeyRange.bound([base], [base, []]);
}
