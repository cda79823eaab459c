import type { RunDuration } from '../../model/reindex';
import type { QueueFacts } from '../facts/facts';
import type { Newest } from '../facts/newest';
import type { IndexingPass } from '../rounds/rounds';
import type { ReindexPolicy } from '../policy';
import { largest, smallest } from '../statistics';
import { leastPassMinutes } from '../watch/watch';

/** The longest task of the repositories that are still indexed. No pass is shorter. Minutes. */
export function longestTask(facts: QueueFacts, newest: Newest, policy: ReindexPolicy): number {
  const latest = facts.captures.at(-1) ?? 0;
  const isAlive = (minutes: number, place: number) => latest - (newest.active[place] ?? 0) <= (3 * minutes + policy.retentionMinutes) * 60_000;
  return largest(newest.minutes.filter((minutes, place) => isAlive(minutes, place) && minutes <= policy.longestPassMinutes));
}

/**
 * What a pass takes at least, where no whole one is seen: a part of one, its longest task, or the spread of the newest
 * finishes. Minutes.
 */
function leastPass(newest: Newest, passes: readonly IndexingPass[], longest: number): number {
  const parts = passes.filter(({ state }) => state === 'cut-off' || state === 'running').map(({ minutes }) => minutes);
  const dates = [...newest.at].filter((at) => at > 0);
  return Math.max(longest, largest(parts), leastPassMinutes(dates) ?? 0);
}

/** A reading may be a pass in which little was to do, but not one of a small part of the others. */
const SHORTEST_SHARE = 0.5;

/**
 * Readings of "Last run duration" that can be passes. Since GIJ 4.0 the job ends when its tasks are in the queue, so
 * what is far shorter than the queue or a watch shows is the time to enqueue (vendor page "Recommended reindex interval
 * setting").
 * Example: tasks show passes of 18 to 19 minutes; a reading of 2 seconds is none, one of 17 minutes is.
 */
export function credibleReadings(
  readings: readonly RunDuration[],
  newest: Newest,
  passes: readonly IndexingPass[],
  longest: number,
): RunDuration[] {
  const whole = passes.filter(({ state }) => state === 'whole').map(({ minutes }) => minutes);
  const watched = readings.filter(({ estimated }) => estimated === true).map(({ minutes }) => minutes);
  const seen = whole.length > 0 ? whole : watched;
  const least = seen.length > 0 ? smallest(seen) * SHORTEST_SHARE : leastPass(newest, passes, longest);
  return readings.filter(({ minutes, estimated }) => estimated === true || minutes >= least);
}
