import type { RunDuration } from '../../model/reindex';
import type { QueueFacts } from '../facts/facts';
import type { Newest } from '../facts/newest';
import type { IndexingRound } from '../rounds/rounds';
import type { Numbers } from '../policy';
import { largest, smallest } from '../statistics';
import { leastRoundMinutes } from '../watch/watch';

/** The longest task of the repositories that are still indexed. No round is shorter. Minutes. */
export function longestTask(facts: QueueFacts, newest: Newest, policy: Numbers): number {
  const latest = facts.captures.at(-1) ?? 0;
  const isAlive = (minutes: number, place: number) =>
    latest - (newest.active[place] ?? 0) <= (3 * minutes + policy.retentionMinutes) * 60_000;
  return largest(
    newest.minutes.filter((minutes, place) => isAlive(minutes, place) && minutes <= policy.longestRoundMinutes),
  );
}

/**
 * What a round takes at least, where no whole one is seen: a part of one, its longest task, or the spread of the newest
 * finishes. Minutes.
 */
function leastRound(newest: Newest, rounds: readonly IndexingRound[], longest: number): number {
  const parts = rounds.filter(({ state }) => state === 'cut-off' || state === 'running').map(({ minutes }) => minutes);
  const dates = [...newest.at].filter((at) => at > 0);
  return Math.max(longest, largest(parts), leastRoundMinutes(dates) ?? 0);
}

/** A reading may be a round in which little was to do, but not one of a small part of the others. */
const SHORTEST_SHARE = 0.5;

/**
 * Readings of "Last run duration" that can be rounds. Since GIJ 4.0 the job ends when its tasks are in the queue, so
 * what is far shorter than the queue or a watch shows is the time to enqueue (vendor page "Recommended reindex interval
 * setting").
 * Example: tasks show rounds of 18 to 19 minutes; a reading of 2 seconds is none, one of 17 minutes is.
 */
export function credibleReadings(
  readings: readonly RunDuration[],
  newest: Newest,
  rounds: readonly IndexingRound[],
  longest: number,
): RunDuration[] {
  const whole = rounds.filter(({ state }) => state === 'whole').map(({ minutes }) => minutes);
  const watched = readings.filter(({ estimated }) => estimated === true).map(({ minutes }) => minutes);
  const seen = whole.length > 0 ? whole : watched;
  const least = seen.length > 0 ? smallest(seen) * SHORTEST_SHARE : leastRound(newest, rounds, longest);
  return readings.filter(({ minutes, estimated }) => estimated === true || minutes >= least);
}
