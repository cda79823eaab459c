import { message, type Message } from '../model/message';
import * as v from 'valibot';

import {
  isCount,
  isDuration,
  isInterval,
  isMoment,
  isPriority,
  MOST_NODES,
  MOST_ROWS,
  MOST_THREADS,
  WIDEST_BLUR,
} from '../model/limits';
import type { QueueTask } from '../model/queue';
import type { RunDuration, WatchObservation } from '../model/reindex';
import type { CurrentSchedule } from '../model/schedule';
import { readQuartz } from '../schedule/quartz';
import type { Dated, EvidenceContent } from './content';

const within = (isInRange: (value: number) => boolean) => v.pipe(v.number(), v.check(isInRange));
const count = (most: number) => within((value) => isCount(value, most));

const moment = within(isMoment);
const duration = within(isDuration);

const run = v.object({ at: moment, minutes: duration, estimated: v.optional(v.literal(true)) });
const schedule = v.variant('kind', [
  v.object({ kind: v.literal('interval'), minutes: within(isInterval) }),
  v.object({
    kind: v.literal('cron'),
    expression: v.pipe(
      v.string(),
      v.check((text) => readQuartz(text) !== undefined),
    ),
  }),
]);

/** As one check, because a look may hold tens of thousands of dates. */
const dates = v.custom<readonly number[]>(
  (list) => Array.isArray(list) && list.every((date) => typeof date === 'number' && isMoment(date)),
);
const observation = v.object({ at: moment, dates, requestMinutes: duration });

const text = v.optional(v.string());
const task = v.object({
  id: text,
  parentId: text,
  integration: text,
  repository: text,
  repositoryId: text,
  operation: v.picklist(['reindex', 'garbage-collection', 'removal']),
  trigger: v.picklist(['scheduled', 'webhook', 'manual', 'app-activity', 'initial-indexing']),
  status: v.picklist(['queued', 'indexing', 'indexed', 'error', 'canceled']),
  reset: v.optional(v.boolean()),
  node: text,
  priority: v.optional(within(isPriority)),
  queuedAt: v.optional(moment),
  startedAt: v.optional(moment),
  finishedAt: v.optional(moment),
  queuedMinutes: v.optional(duration),
  processingMinutes: v.optional(duration),
  blurMinutes: v.optional(within((value) => value >= 0 && value <= WIDEST_BLUR)),
  seenAt: v.optional(moment),
  outOf: v.optional(count(MOST_ROWS)),
  row: v.optional(count(MOST_ROWS)),
});

/** What parts of evidence are called where they cannot be used. */
export type EntryName = 'task' | 'run' | 'look';
export type SingleName = 'schedule' | 'nodes' | 'threads';

/** A list as it stands outside of this page: entries of a wrong type or beyond their range are left out, and named. */
function entriesOf<Entry>(schema: v.GenericSchema<unknown, Entry>, name: EntryName) {
  return (values: unknown, spoilt: Message[]): Entry[] => {
    if (values === undefined) return [];
    if (!Array.isArray(values)) {
      spoilt.push(message(`evidence.list.${name}`));
      return [];
    }
    return values.flatMap((value: unknown, place) => {
      const result = v.safeParse(schema, value);
      if (!result.success) spoilt.push(message(`evidence.entry.${name}`, place + 1));
      return result.success ? [result.output] : [];
    });
  };
}

function single<Value>(value: v.GenericSchema<unknown, Value>, name: SingleName) {
  const schema = v.object({ value, at: moment });
  return (found: unknown, spoilt: Message[]): Dated<Value> | undefined => {
    const result = v.safeParse(v.optional(schema), found);
    if (!result.success) spoilt.push(message(`evidence.${name}`));
    return result.success ? result.output : undefined;
  };
}

export const readTasks = entriesOf<QueueTask>(task, 'task');
const readRuns = entriesOf<RunDuration>(run, 'run');
const readObservations = entriesOf<WatchObservation>(observation, 'look');
const readCurrent = single<CurrentSchedule>(schedule, 'schedule');
const readNodes = single(count(MOST_NODES), 'nodes');
const readThreads = single(count(MOST_THREADS), 'threads');

export interface ReadParts {
  readonly parts: Omit<EvidenceContent, 'tasks'>;
  /** What could not be used: an entry that is of a wrong type or beyond its range. */
  readonly spoilt: readonly Message[];
}

/** What evidence holds beside its tasks, as far as it can be used. */
export function readParts(stored: Readonly<Record<string, unknown>>): ReadParts {
  const spoilt: Message[] = [];
  const parts = {
    runDurations: readRuns(stored['runDurations'], spoilt),
    current: readCurrent(stored['current'], spoilt),
    nodes: readNodes(stored['nodes'], spoilt),
    threads: readThreads(stored['threads'], spoilt),
    observations: readObservations(stored['observations'], spoilt),
  };
  return { parts, spoilt };
}
