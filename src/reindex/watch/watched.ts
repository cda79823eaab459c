import type { RunDuration, WatchObservation } from '../../model/reindex';
import type { Steps } from '../../steps/steps';
import { leastRoundMinutes, roundsInSteps } from './watch';

/** What comes of the looks of a watch. */
export interface Watched {
  readonly rounds: readonly RunDuration[];
  /** What a round takes at least, in minutes; undefined where no look says anything. */
  readonly least: number | undefined;
}

/** Each look is worked through once: a long watch has hundreds of thousands of dates. */
const leasts = new WeakMap<readonly number[], number>();

/** What a round takes at least by these dates, in minutes; 0 where they say nothing. */
export function leastBy(dates: readonly number[]): number {
  const least = leasts.get(dates) ?? leastRoundMinutes(dates) ?? 0;
  leasts.set(dates, least);
  return least;
}

export function* watchedInSteps(observations: readonly WatchObservation[]): Steps<Watched> {
  let largest = 0;
  for (const { dates } of observations) {
    const isNew = !leasts.has(dates);
    largest = Math.max(largest, leastBy(dates));
    if (isNew) yield;
  }
  return { rounds: yield* roundsInSteps(observations), least: largest > 0 ? largest : undefined };
}
