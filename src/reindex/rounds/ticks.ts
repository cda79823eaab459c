import type { QueueFacts } from '../facts/facts';
import type { Numbers } from '../policy';
import { sortTimes } from '../statistics';

/** The moments at which the schedule added tasks, and which task came in at which. */
export interface Ticks {
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** Scheduled tasks ordered by tick; those of tick `k` are from `offsets[k]` to `offsets[k + 1]`. */
  readonly order: Int32Array;
  readonly offsets: Int32Array;
  /** Some times are known to the minute only, and no stated durations make up for it. */
  readonly blurred: boolean;
  /** Some times are known to the minute only: what ran at once cannot be seen. */
  readonly coarse: boolean;
  /** Tasks that could not be put to a tick: no time, or one too blurred. */
  readonly untimed: number;
}

type TickTasks = Omit<Ticks, 'blurred' | 'coarse' | 'untimed'>;

/** A time that may be off by more than this says nothing about the tick. */
const TOO_BLURRED_MINUTES = 5;

/**
 * Finds the ticks: insertions close together belong to one, and so do those with the same parent, unless a
 * repository would come twice (a round holds a repository once).
 */
export function findTicks(facts: QueueFacts, policy: Numbers, intervalMinutes: number | undefined): Ticks {
  const indexes = new Int32Array(facts.scheduled.length);
  let count = 0;
  let untimed = 0;
  let blurred = false;
  let coarse = false;
  for (const index of facts.scheduled) {
    const blur = facts.blur[index] ?? 0;
    if (Number.isNaN(facts.queued[index]) || blur > TOO_BLURRED_MINUTES) untimed += 1;
    else {
      indexes[count] = index;
      count += 1;
    }
    if (blur < 0.5) continue;
    coarse = true;
    const { queuedMinutes, processingMinutes } = facts.tasks[index] ?? {};
    if (queuedMinutes === undefined || processingMinutes === undefined) blurred = true;
  }
  const timed = indexes.subarray(0, count);
  const starts = tickStarts(facts, timed, tickGap(policy, intervalMinutes, coarse));
  return { ...joinByParent(facts, byTick(facts, timed, starts)), blurred, coarse, untimed };
}

/** Minutes between two insertions that still belong together: a quarter of a known interval, within limits. */
function tickGap(policy: Numbers, intervalMinutes: number | undefined, coarse: boolean): number {
  const least = coarse ? Math.max(policy.tickGapMinutes, 1.1) : policy.tickGapMinutes;
  return intervalMinutes === undefined ? least : Math.max(least, Math.min(intervalMinutes / 4, 5));
}

function tickStarts(facts: QueueFacts, timed: Int32Array, gapMinutes: number): Float64Array {
  const times = new Float64Array(timed.length);
  timed.forEach((index, place) => (times[place] = facts.queued[index] ?? NaN));
  const gap = gapMinutes * 60_000;
  return sortTimes(times).filter((time, place) => place === 0 || time - (times[place - 1] ?? 0) > gap);
}

/** Puts the tasks in the order of their ticks (counting sort). */
function byTick(facts: QueueFacts, timed: Int32Array, first: Float64Array): TickTasks {
  let tick = -1;
  const tickOf = timed.map((index) => (tick = lastAtMost(first, facts.queued[index] ?? 0, tick)));
  const offsets = new Int32Array(first.length + 1);
  tickOf.forEach((tick) => (offsets[tick + 1] = (offsets[tick + 1] ?? 0) + 1));
  for (let tick = 0; tick < first.length; tick += 1)
    offsets[tick + 1] = (offsets[tick + 1] ?? 0) + (offsets[tick] ?? 0);
  const next = offsets.slice();
  const order = new Int32Array(timed.length);
  const last = first.slice();
  timed.forEach((index, place) => {
    const tick = tickOf[place] ?? 0;
    order[next[tick] ?? 0] = index;
    next[tick] = (next[tick] ?? 0) + 1;
    last[tick] = Math.max(last[tick] ?? 0, facts.queued[index] ?? 0);
  });
  return { first, last, order, offsets };
}

/**
 * The last place whose value is at most `value`, by halving; -1 when there is none.
 *
 * @param guess a place that is tried first: neighbours among many mostly have the same
 */
export function lastAtMost(sorted: Float64Array, value: number, guess = -1): number {
  if (guess >= 0 && (sorted[guess] ?? Infinity) <= value && !((sorted[guess + 1] ?? Infinity) <= value)) return guess;
  let low = -1;
  let high = sorted.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}

function joinByParent(facts: QueueFacts, ticks: TickTasks): TickTasks {
  const { first, last, order, offsets } = ticks;
  const lastTickOfParent = new Map<string, number>();
  const lastTickOfRepository = new Int32Array(facts.repositoryCount).fill(-1);
  const joins = new Uint8Array(first.length);
  for (let tick = 0; tick < first.length; tick += 1) {
    let shared = false;
    let repeated = false;
    let before: string | undefined;
    const from = offsets[tick] ?? 0;
    const to = offsets[tick + 1] ?? 0;
    for (let place = from; place < to; place += 1) {
      const index = order[place] ?? 0;
      const repository = facts.repository[index] ?? 0;
      const parent = facts.tasks[index]?.parentId;
      if (!shared && parent !== undefined && parent !== before && lastTickOfParent.get(parent) === tick - 1)
        shared = true;
      before = parent;
      if (lastTickOfRepository[repository] === tick - 1) repeated = true;
      lastTickOfRepository[repository] = tick;
    }
    const joined = tick > 0 && shared && !repeated;
    if (joined) joins[tick] = 1;
    before = undefined;
    for (let place = from; place < to; place += 1) {
      const parent = facts.tasks[order[place] ?? 0]?.parentId;
      if (parent !== undefined && parent !== before) lastTickOfParent.set(parent, tick);
      before = parent;
    }
  }
  const starts = [...first.keys()].filter((tick) => joins[tick] === 0);
  if (starts.length === first.length) return ticks;
  return {
    first: Float64Array.from(starts, (tick) => first[tick] ?? 0),
    last: Float64Array.from(starts, (_, place) => last[(starts[place + 1] ?? first.length) - 1] ?? 0),
    order,
    offsets: Int32Array.from([...starts.map((tick) => offsets[tick] ?? 0), order.length]),
  };
}
