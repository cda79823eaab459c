import { MINUTE, type Numbers } from '../policy';
import { waitedAtTick, type Ticks } from '../rounds/ticks';
import { SCHEDULED, tasksOf, type QueueFacts } from './facts';

/** What is known of each repository, by its number. */
export interface Runs {
  /** Tasks that tell how long a round's task takes; those of repository `k` are from `offsets[k]` to `offsets[k + 1]`, by time. */
  readonly indexes: Int32Array;
  readonly offsets: Int32Array;
  /** Minutes a run usually takes: the geometric mean of its runs; NaN where there is none. */
  readonly usual: Float64Array;
  /** When the repository was last queued, started or finished. Milliseconds since the epoch. */
  readonly active: Float64Array;
  /** Tasks that took far longer than usual, or still do. */
  readonly stuck: readonly number[];
  readonly isStuck: Uint8Array;
  /** 1 for a repository whose task is stuck now: whatever waits behind it waits for a person. */
  readonly blocked: Uint8Array;
}

/** A time of 0 is one below a second. Minutes. */
const LEAST_MINUTES = 1 / 120;

/**
 * How well a task tells what one of a round takes: a webhook that stood in for no scheduled task finds less to do, and an
 * error may end it early.
 */
function rankOf(facts: QueueFacts, ticks: Ticks, index: number): number {
  if (facts.isFinal[index] === 0 || !((facts.processing[index] ?? NaN) >= 0)) return 0;
  if (facts.isError[index] === 1) return 1;
  return facts.kind[index] === SCHEDULED || waitedAtTick(facts, ticks, index) ? 3 : 2;
}

/** The finished tasks of a repository that tell most: scheduled ones that were no error, else others, else errors. */
function best(facts: QueueFacts, ticks: Ticks, tasks: Int32Array): Int32Array {
  let rank = 1;
  for (const index of tasks) rank = Math.max(rank, rankOf(facts, ticks, index));
  return tasks.filter((index) => rankOf(facts, ticks, index) === rank);
}

/**
 * Parts the runs of each repository from those that are stuck: a task is stuck when it takes at least `stuckFactor`
 * times the median of its repository's runs, and at least `stuckMinutes`. One that is still running without others is
 * compared with the longest run of all. A finished first task is believed, and a failure is no usual run. (Ours; the
 * vendor names no limit.)
 * Example: of runs of 4, 5 and 70 minutes the last was stuck; of 70 minutes and a failure after 2 seconds none.
 */
export function findRuns(facts: QueueFacts, ticks: Ticks, numbers: Numbers): Runs {
  const { repositoryCount: count, processing, isFinal, finished, seen } = facts;
  const indexes = new Int32Array(facts.work.length);
  const offsets = new Int32Array(count + 1);
  const usual = new Float64Array(count).fill(NaN);
  const active = new Float64Array(count);
  const isStuck = new Uint8Array(facts.tasks.length);
  const blocked = new Uint8Array(count);
  const stuck: number[] = [];
  const longest = longestRun(facts);
  for (let place = 0; place < count; place += 1) {
    const own = tasksOf(facts, place);
    const runs = best(facts, ticks, own);
    const limit = Math.max(numbers.stuckMinutes, numbers.stuckFactor * medianOf(facts, runs, longest));
    for (const index of own) {
      const isDone = isFinal[index] === 1;
      const moment = (isDone ? finished[index] : seen[index]) ?? NaN;
      if (moment > (active[place] ?? 0)) active[place] = moment;
      if (!(minutesSoFar(facts, index) >= limit) || (isDone && runs.length < 2 && runs.includes(index))) continue;
      isStuck[index] = 1;
      if (!isDone) blocked[place] = 1;
      stuck.push(index);
    }
    let at = offsets[place] ?? 0;
    for (const index of runs) if (isStuck[index] === 0) indexes[at++] = index;
    usual[place] = geometricMean(processing, indexes.subarray(offsets[place], at));
    offsets[place + 1] = at;
  }
  return { indexes, offsets, usual, active, stuck, isStuck, blocked };
}

/** Minutes of processing, of a task that is still running up to the last look that showed it. */
function minutesSoFar(facts: QueueFacts, index: number): number {
  if (facts.isFinal[index] === 1) return facts.processing[index] ?? NaN;
  return facts.tasks[index]?.status === 'indexing'
    ? ((facts.seen[index] ?? NaN) - (facts.started[index] ?? NaN)) / MINUTE
    : NaN;
}

function longestRun(facts: QueueFacts): number {
  let longest = 0;
  for (const index of facts.work)
    if (facts.isFinal[index] === 1 && facts.isError[index] === 0 && (facts.processing[index] ?? 0) > longest)
      longest = facts.processing[index] ?? 0;
  return longest;
}

/** Of an even number the lower one in the middle. */
function medianOf(facts: QueueFacts, runs: Int32Array, otherwise: number): number {
  if (runs.length === 0) return otherwise;
  const minutes = Float64Array.from(runs, (index) => facts.processing[index] ?? 0).sort();
  return minutes[(minutes.length - 1) >> 1] ?? otherwise;
}

function geometricMean(processing: Float64Array, indexes: Int32Array): number {
  let sum = 0;
  for (const index of indexes) sum += logMinutes(processing[index] ?? 0);
  return indexes.length === 0 ? NaN : Math.exp(sum / indexes.length);
}

function logMinutes(minutes: number): number {
  return Math.log(Math.max(minutes, LEAST_MINUTES));
}
