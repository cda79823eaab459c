import { SCHEDULED, type QueueFacts } from '../facts/facts';
import { MINUTE, type Numbers } from '../policy';
import { sortTimes } from '../statistics';

/** The moments at which the schedule added tasks, ascending. Milliseconds since the epoch. */
export interface Ticks {
  /** First and last insertion of each. */
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** Some times are known to the minute only, and no stated durations make up for it. */
  readonly blurred: boolean;
  /** Some times are known to the minute only: what ran at once cannot be seen. */
  readonly coarse: boolean;
  /** Tasks that could not be put to a tick: no time, or one too blurred. */
  readonly untimed: number;
}

/** A time that may be off by more than this says nothing about the tick. Minutes. */
const TOO_BLURRED = 5;
/** Times known to the minute only are up to a minute apart within one tick. */
const COARSE_GAP = 1.1;

/** Finds the ticks: insertions close together belong to one, because putting many repositories in takes its time. */
export function findTicks(facts: QueueFacts, numbers: Numbers): Ticks {
  const times = new Float64Array(facts.work.length);
  let count = 0;
  let untimed = 0;
  let blurred = false;
  let coarse = false;
  for (const index of facts.work) {
    if (facts.kind[index] !== SCHEDULED) continue;
    if (hasTick(facts, index)) times[count++] = facts.queued[index] ?? NaN;
    else untimed += 1;
    if ((facts.blur[index] ?? 0) < 0.5) continue;
    coarse = true;
    const { queuedMinutes, processingMinutes } = facts.tasks[index] ?? {};
    if (queuedMinutes === undefined || processingMinutes === undefined) blurred = true;
  }
  const gap = Math.max(numbers.tickGapMinutes, coarse ? COARSE_GAP : 0) * MINUTE;
  const sorted = sortTimes(times.subarray(0, count));
  const isFirst = (place: number) => place === 0 || (sorted[place] ?? 0) - (sorted[place - 1] ?? 0) > gap;
  return {
    first: sorted.filter((_, place) => isFirst(place)),
    last: sorted.filter((_, place) => place === count - 1 || isFirst(place + 1)),
    blurred,
    coarse,
    untimed,
  };
}

/** True for a scheduled task whose insertion tells its tick. */
export function hasTick(facts: QueueFacts, index: number): boolean {
  return (
    facts.kind[index] === SCHEDULED && !Number.isNaN(facts.queued[index]) && (facts.blur[index] ?? 0) <= TOO_BLURRED
  );
}

/** True where a tick came while the task waited, or put it in: it stood for the scheduled one. Unknown is false. */
export function waitedAtTick(facts: QueueFacts, { first, last }: Ticks, index: number): boolean {
  const queued = facts.queued[index] ?? NaN;
  if (Number.isNaN(queued)) return false;
  const before = lastAtMost(first, queued);
  return queued <= (last[before] ?? -Infinity) || (facts.started[index] ?? NaN) >= (first[before + 1] ?? Infinity);
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
