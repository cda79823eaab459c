import { isFinal, type QueueTask } from '../../model/queue';
import type { Steps } from '../../steps/steps';
import { DAY, MINUTE, type Numbers } from '../policy';
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
  'integration',
  'old',
] as const;
export const SCHEDULED = 0;
const LOAD = 1;
export const INITIAL = 2;
export const RESET = 3;
export const REMOVAL = 4;
export const GARBAGE_COLLECTION = 5;
export const CANCELED = 6;
/** The row of an integration itself (its Repository is `-`): it scans for new repositories, beside the slots or in one. */
export const INTEGRATION = 7;
const OLD = 8;

/** The tasks as columns of numbers: a million of them must be walked through several times. NaN is unknown. */
export interface QueueFacts {
  readonly tasks: readonly QueueTask[];
  /** Index into KINDS. */
  readonly kind: Uint8Array;
  /** Which repository (or integration itself) a task is for, numbered from 0. */
  readonly repository: Int32Array;
  readonly repositoryCount: number;
  readonly queued: Float64Array;
  readonly started: Float64Array;
  readonly finished: Float64Array;
  /** Minutes of processing. */
  readonly processing: Float64Array;
  readonly seen: Float64Array;
  /** How far the times may be off, in minutes. */
  readonly blur: Float32Array;
  /** 1 for a task that will not change any more. */
  readonly isFinal: Uint8Array;
  readonly isError: Uint8Array;
  /**
   * The tasks of the kinds `round` and `load`: those of repository `k` are from `offsets[k]` to `offsets[k + 1]`, by
   * insertion (where that is unknown, by start or finish).
   */
  readonly work: Int32Array;
  readonly offsets: Int32Array;
  readonly webhookTasks: number;
  /** Looks that showed only some of the tasks: "Showing 1 - 10 tasks out of 47", and the other pages are not there. */
  readonly partialLooks: ReadonlySet<number>;
  /** Looks that showed too many tasks without their times: the rows were not opened. */
  readonly closedLooks: ReadonlySet<number>;
  /** When the queue was looked at, ascending. */
  readonly captures: Float64Array;
  /** The last of them; milliseconds since the epoch. */
  readonly latest: number;
}

/** Tasks that are looked at before the page has its turn. */
const SLICE = 20_000;

export function* gatherFacts(tasks: readonly QueueTask[], now: number, numbers: Numbers): Steps<QueueFacts> {
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
    isFinal: new Uint8Array(length),
    isError: new Uint8Array(length),
  };
  const repositories = new RepositoryNumbers();
  const looks = new Looks();
  // Times further ahead than a day are a wrong clock.
  const last = Number.isFinite(now) ? now + DAY : Infinity;
  const time = (value: number | undefined): number => (value !== undefined && value > 0 && value <= last ? value : NaN);
  let webhookTasks = 0;
  for (let index = 0; index < length; index += 1) {
    const task = tasks[index];
    if (!task) continue;
    if (index % SLICE === SLICE - 1) yield;
    const done = isFinal(task.status);
    const started = time(task.startedAt);
    const finished = done ? time(task.finishedAt) : NaN;
    const seen = time(task.seenAt);
    if (task.trigger === 'webhook') webhookTasks += 1;
    facts.kind[index] = kindOf(task);
    facts.isFinal[index] = done ? 1 : 0;
    facts.isError[index] = task.status === 'error' ? 1 : 0;
    facts.blur[index] = task.blurMinutes ?? 0;
    facts.repository[index] = repositories.of(task);
    facts.queued[index] = queuedAt(task, time(task.queuedAt), started, finished);
    facts.started[index] = started;
    facts.finished[index] = finished;
    facts.processing[index] = processingMinutes(task.processingMinutes, started, finished);
    facts.seen[index] = Number.isNaN(seen) ? now : seen;
    looks.add(facts.seen[index] ?? 0, task, done && Number.isNaN(facts.processing[index] ?? 0));
  }
  const captures = looks.captures();
  const latest = captures.at(-1) ?? now;
  const oldest = latest - numbers.historyDays * DAY;
  for (let index = 0; index < length; index += 1) if ((facts.finished[index] ?? 0) < oldest) facts.kind[index] = OLD;
  yield;
  const ordered = yield* byRepository(facts, repositories.count);
  return {
    ...facts,
    ...ordered,
    webhookTasks,
    ...looks.lacking(numbers.closedShare),
    repositoryCount: repositories.count,
    captures,
    latest,
  };
}

function kindOf(task: QueueTask): number {
  if (task.status === 'canceled') return CANCELED;
  if (task.operation === 'removal') return REMOVAL;
  if (task.operation === 'garbage-collection') return GARBAGE_COLLECTION;
  if (task.reset === true) return RESET;
  if (task.repositoryId === undefined && (task.repository ?? '') === '') return INTEGRATION;
  if (task.trigger === 'initial-indexing') return INITIAL;
  return task.trigger === 'scheduled' ? SCHEDULED : LOAD;
}

/** Insertion, as shown or from the start and the time waited. */
function queuedAt(task: QueueTask, queued: number, started: number, finished: number): number {
  const { queuedMinutes: waited, processingMinutes: processing } = task;
  if (!Number.isNaN(queued) || waited === undefined || !(waited >= 0 && waited < Infinity)) return queued;
  const start = Number.isNaN(started) && processing !== undefined ? finished - processing * MINUTE : started;
  return start - waited * MINUTE;
}

function processingMinutes(stated: number | undefined, started: number, finished: number): number {
  if (stated !== undefined && Number.isFinite(stated) && stated >= 0) return stated;
  return Math.max(0, finished - started) / MINUTE;
}

/** What each look at the queue showed. */
class Looks {
  private readonly rows = new Map<number, { all: number; closed: number; isPart: boolean }>();
  private at = NaN;
  private row = { all: 0, closed: 0, isPart: false };

  add(at: number, { outOf }: QueueTask, isClosed: boolean): void {
    if (at !== this.at) {
      this.at = at;
      this.row = this.rows.get(at) ?? { all: 0, closed: 0, isPart: false };
      this.rows.set(at, this.row);
    }
    this.row.all += 1;
    if (isClosed) this.row.closed += 1;
    if (outOf !== undefined) this.row.isPart = true;
  }

  captures(): Float64Array {
    return Float64Array.from(this.rows.keys()).sort();
  }

  lacking(closedShare: number): Pick<QueueFacts, 'partialLooks' | 'closedLooks'> {
    const rows = [...this.rows];
    return {
      partialLooks: new Set(rows.filter(([, { isPart }]) => isPart).map(([at]) => at)),
      closedLooks: new Set(rows.filter(([, { all, closed }]) => closed > all * closedShare).map(([at]) => at)),
    };
  }
}

type Times = Pick<QueueFacts, 'kind' | 'repository' | 'queued' | 'started' | 'finished'>;

/** Puts the work in the order of its repositories (counting sort), and of each by time. */
function* byRepository(facts: Times, count: number): Steps<Pick<QueueFacts, 'work' | 'offsets'>> {
  const { kind, repository, queued, started, finished } = facts;
  const offsets = new Int32Array(count + 1);
  const isWork = (index: number) => kind[index] === SCHEDULED || kind[index] === LOAD;
  for (let index = 0; index < kind.length; index += 1)
    if (isWork(index)) offsets[(repository[index] ?? 0) + 1] = (offsets[(repository[index] ?? 0) + 1] ?? 0) + 1;
  for (let place = 0; place < count; place += 1) offsets[place + 1] = (offsets[place + 1] ?? 0) + (offsets[place] ?? 0);
  yield;
  const next = offsets.slice();
  const work = new Int32Array(offsets[count] ?? 0);
  for (let index = 0; index < kind.length; index += 1) {
    if (!isWork(index)) continue;
    const place = repository[index] ?? 0;
    work[next[place] ?? 0] = index;
    next[place] = (next[place] ?? 0) + 1;
  }
  yield;
  const timeOf = (index: number) => {
    const known = [queued[index], started[index], finished[index]].find((time) => time !== undefined && time > 0);
    return known ?? 0;
  };
  const before = (a: number, b: number) => timeOf(a) - timeOf(b) || (finished[a] ?? 0) - (finished[b] ?? 0);
  for (let place = 0; place < count; place += 1) {
    const own = work.subarray(offsets[place], offsets[place + 1]);
    if (own.some((index, at) => at > 0 && timeOf(own[at - 1] ?? 0) > timeOf(index))) own.sort(before);
    if (place % SLICE === SLICE - 1) yield;
  }
  return { work, offsets };
}

/** The tasks of one repository, ascending by time. */
export function tasksOf({ work, offsets }: QueueFacts, repository: number): Int32Array {
  return work.subarray(offsets[repository], offsets[repository + 1]);
}
