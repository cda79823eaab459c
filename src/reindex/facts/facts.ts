import { isFinal, type QueueTask } from '../../model/queue';
import type { Steps } from '../../steps/steps';
import { RepositoryNumbers } from './repository-numbers';

/**
 * What a task is for the advice. `round` belongs to a round; `load` shares the slots with it and may stand in for a
 * scheduled task; the rest is left out.
 */
export const KINDS = [
  'round',
  'load',
  'initial-indexing',
  'reset',
  'removal',
  'garbage-collection',
  'canceled',
] as const;
export const SCHEDULED = 0;
const LOAD = 1;
export const INITIAL = 2;
export const RESET = 3;
export const REMOVAL = 4;
export const GARBAGE_COLLECTION = 5;
export const CANCELED = 6;

/** The tasks as columns of numbers: a million of them must be walked through several times. NaN is unknown. */
export interface QueueFacts {
  readonly tasks: readonly QueueTask[];
  /** Index into KINDS. */
  readonly kind: Uint8Array;
  /** Which repository (or integration's own task) a task is for, numbered from 0. */
  readonly repository: Int32Array;
  readonly repositoryCount: number;
  /** Some insertion times were not shown, and are guessed from start times. */
  readonly isGuessed: boolean;
  readonly queued: Float64Array;
  readonly started: Float64Array;
  readonly finished: Float64Array;
  /** Minutes of processing. */
  readonly processing: Float64Array;
  readonly seen: Float64Array;
  /** How far the times may be off, in minutes. */
  readonly blur: Float32Array;
  readonly priority: Float32Array;
  /** 1 for a task that will not change any more. */
  readonly isFinal: Uint8Array;
  readonly isError: Uint8Array;
  /** The tasks that take time of a normal day, those of the kinds `round` and `load`, ascending. */
  readonly work: Int32Array;
  /** Those of the kind `round`, ascending. */
  readonly scheduled: Int32Array;
  readonly webhookTasks: number;
  /** Looks that showed only some of the tasks: "Showing 1 - 10 tasks out of 47", and the other pages are not there. */
  readonly partialLooks: ReadonlySet<number>;
  /** When the queue was looked at, ascending. */
  readonly captures: Float64Array;
}

/** Times further ahead than this are a wrong clock. */
const FUTURE = 86_400_000;

/** Tasks that are looked at before the page has its turn. */
const SLICE = 20_000;

export function* gatherFacts(tasks: readonly QueueTask[], now: number): Steps<QueueFacts> {
  const length = tasks.length;
  const facts = {
    tasks,
    kind: new Uint8Array(length),
    repository: new Int32Array(length),
    queued: new Float64Array(length),
    started: new Float64Array(length),
    finished: new Float64Array(length),
    processing: new Float64Array(length),
    seen: new Float64Array(length),
    blur: new Float32Array(length),
    priority: new Float32Array(length),
    isFinal: new Uint8Array(length),
    isError: new Uint8Array(length),
  };
  const work = new Int32Array(length);
  let workTasks = 0;
  const scheduled = new Int32Array(length);
  let scheduledTasks = 0;
  let webhookTasks = 0;
  const numbers = new RepositoryNumbers();
  const captures = new Set<number>();
  let lastSeen = NaN;
  const partialLooks = new Set<number>();
  const latest = Number.isFinite(now) ? now + FUTURE : Infinity;
  const time = (value: number | undefined): number =>
    value !== undefined && value > 0 && value <= latest ? value : NaN;
  for (let index = 0; index < length; index += 1) {
    const task = tasks[index];
    if (!task) continue;
    if (index % SLICE === SLICE - 1) yield;
    const kind = kindOf(task);
    const done = isFinal(task.status);
    const started = time(task.startedAt);
    const finished = done ? time(task.finishedAt) : NaN;
    const seen = time(task.seenAt);
    if (kind === SCHEDULED || kind === LOAD) work[workTasks++] = index;
    if (kind === SCHEDULED) scheduled[scheduledTasks++] = index;
    if (task.trigger === 'webhook') webhookTasks += 1;
    if (task.outOf !== undefined) partialLooks.add(Number.isNaN(seen) ? now : seen);
    facts.kind[index] = kind;
    facts.isFinal[index] = done ? 1 : 0;
    facts.isError[index] = task.status === 'error' ? 1 : 0;
    facts.blur[index] = task.blurMinutes ?? 0;
    facts.priority[index] = task.priority ?? NaN;
    facts.repository[index] = numbers.of(task);
    facts.queued[index] = queuedAt(task, time(task.queuedAt), started, finished);
    facts.started[index] = started;
    facts.finished[index] = finished;
    facts.processing[index] = processingMinutes(task.processingMinutes, started, finished);
    facts.seen[index] = Number.isNaN(seen) ? now : seen;
    if (!Number.isNaN(seen) && seen !== lastSeen) captures.add((lastSeen = seen));
  }
  if (captures.size === 0 && length > 0) captures.add(now);
  return {
    ...facts,
    work: work.subarray(0, workTasks),
    scheduled: scheduled.subarray(0, scheduledTasks),
    webhookTasks,
    partialLooks,
    isGuessed: false,
    repositoryCount: numbers.count,
    captures: Float64Array.from(captures).sort(),
  };
}

function kindOf(task: QueueTask): number {
  if (task.status === 'canceled') return CANCELED;
  if (task.operation === 'removal') return REMOVAL;
  if (task.operation === 'garbage-collection') return GARBAGE_COLLECTION;
  if (task.reset === true) return RESET;
  if (task.trigger === 'initial-indexing') return INITIAL;
  return task.trigger === 'scheduled' ? SCHEDULED : LOAD;
}

/** Insertion, as shown or from the start and the time waited. */
function queuedAt(task: QueueTask, queued: number, started: number, finished: number): number {
  const { queuedMinutes: waited, processingMinutes: processing } = task;
  if (!Number.isNaN(queued) || waited === undefined || !(waited >= 0 && waited < Infinity)) return queued;
  const start = Number.isNaN(started) && processing !== undefined ? finished - processing * 60_000 : started;
  return start - waited * 60_000;
}

function processingMinutes(stated: number | undefined, started: number, finished: number): number {
  if (stated !== undefined && Number.isFinite(stated) && stated >= 0) return stated;
  return Math.max(0, finished - started) / 60_000;
}
