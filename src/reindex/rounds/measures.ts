import type { RunDuration } from '../../model/reindex';
import { MINUTE } from '../policy';
import type { IndexingRound } from './rounds';

/** One measured round: from tasks, or estimated by a watch. Minutes; times in milliseconds since the epoch. */
export interface Measure {
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
  readonly source: 'tasks' | 'watch';
}

/**
 * The whole rounds of the tasks, and those of a watch at other times, oldest first. A round that both saw is measured
 * better by its tasks: the watch misses the time of its first one.
 */
export function measuresOf(rounds: readonly IndexingRound[], watched: readonly RunDuration[]): readonly Measure[] {
  const measures = rounds
    .filter(({ state }) => state === 'whole')
    .map(({ start, end, minutes }): Measure => ({ from: start, to: end, minutes, source: 'tasks' }));
  const others = watched
    .map(({ at, minutes }): Measure => ({ from: at - minutes * MINUTE, to: at, minutes, source: 'watch' }))
    .filter(({ from, to }) => !measures.some((round) => from < round.to && to > round.from));
  return [...measures, ...others].sort((a, b) => a.to - b.to);
}

/** From the start of the first to the end of the last, in minutes. */
export function spanOf(measures: readonly Measure[]): number {
  let [from, to] = [Infinity, -Infinity];
  for (const measure of measures) {
    from = Math.min(from, measure.from);
    to = Math.max(to, measure.to);
  }
  return to > from ? (to - from) / MINUTE : 0;
}
