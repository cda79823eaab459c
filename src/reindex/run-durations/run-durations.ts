import type { RunDuration } from '../../model/reindex';
import type { IndexingRound } from '../rounds/rounds';
import type { Numbers } from '../policy';

/** One measured round: from tasks, from a reading, or estimated by a watch. Minutes; times in milliseconds. */
export interface Measure {
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
  readonly source: 'tasks' | 'run-duration' | 'watch';
}

/**
 * Readings that can be a round, each run once, oldest first. The dashboard shows the last run until the next one is
 * done: the same duration read again within the interval, or within the time such a run takes, is the same run.
 */
export function validReadings(
  readings: readonly RunDuration[] | undefined,
  intervalMinutes: number | undefined,
  policy: Numbers,
): { readonly valid: RunDuration[]; readonly invalid: number } {
  const plausible = (readings ?? []).filter(
    ({ at, minutes }) =>
      Number.isFinite(minutes) && minutes >= 0 && minutes <= policy.longestRoundMinutes && Number.isFinite(at),
  );
  const runs = new Map<number, number>();
  const valid = plausible
    .sort((a, b) => a.at - b.at)
    .filter(({ at, minutes, estimated }) => {
      const first = runs.get(minutes) ?? -Infinity;
      const isSame = estimated !== true && at - first < Math.max(minutes, intervalMinutes ?? 1) * 60_000;
      if (!isSame) runs.set(minutes, at);
      return !isSame;
    });
  return { valid, invalid: (readings?.length ?? 0) - plausible.length };
}

/**
 * Puts rounds and readings together. A reading made while rounds were seen tells of the last of them that was done:
 * one round, measured twice, and the longer measure counts. (The scheduler's own duration may be the time to enqueue
 * only, so the shorter one never replaces the longer.)
 */
export function combineMeasures(rounds: readonly IndexingRound[], readings: readonly RunDuration[]): Measure[] {
  const measures: Measure[] = rounds.map(({ start, end, minutes }) => ({
    from: start,
    to: end,
    minutes,
    source: 'tasks',
  }));
  const first = measures[0];
  const last = measures.at(-1);
  const others: Measure[] = [];
  for (const { at, minutes, estimated } of readings) {
    const reading: Measure = {
      from: at - minutes * 60_000,
      to: at,
      minutes,
      source: estimated ? 'watch' : 'run-duration',
    };
    const place =
      first && last && at >= first.from && at <= last.to + (last.to - last.from) + 3_600_000
        ? lastDone(measures, at)
        : -1;
    const same = measures[place];
    if (!same) others.push(reading);
    else if (minutes > same.minutes) measures[place] = { ...same, minutes };
  }
  return [...measures, ...others].sort((a, b) => a.to - b.to);
}

function lastDone(measures: readonly Measure[], at: number): number {
  let found = -1;
  measures.forEach((measure, place) => {
    if (measure.source === 'tasks' && measure.to <= at + 60_000) found = place;
  });
  return found;
}
