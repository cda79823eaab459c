import { absent, known, type Reading, type Stamp } from '../model/reading';
import { NO_REINDEX_HISTORY, type ReindexStatus } from '../model/reindex';
import { cronInterval } from '../model/schedule';
import type { CurrentSchedule } from '../model/schedule';
import type { ReindexAdvice, ReindexSuggestion } from '../reindex/advice/advice';
import { cronGaps } from '../schedule/cron';

/** The evidence was given by an admin: typed, copied, or read from a page on demand. */
function given(at: number): Stamp {
  return { source: 'admin', request: '', readAt: at };
}

/** To a tenth of a minute: nobody reads a round to the millisecond. */
function tenths(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}

/**
 * True where "Last run duration" is all there is, unless it proves the current interval too short. Since GIJ 4.0 it is
 * the time to enqueue (vendor page "Recommended reindex interval setting"), so a round may take far longer.
 */
export function isUnproven({ verdict, basis }: ReindexSuggestion): boolean {
  return basis.method === 'readings' && verdict !== 'too-short' && verdict !== 'tight';
}

/** What is set, to a tenth of a minute. */
function scheduled(minutes: number | undefined, at: number): Reading<number> {
  return minutes === undefined
    ? absent('reindexInterval', given(at))
    : known('reindexInterval', tenths(minutes), given(at));
}

/**
 * The advice as a check needs it.
 *
 * @param at when it was advised, milliseconds since the epoch
 */
export function reindexStatus(advice: ReindexAdvice, at: number): ReindexStatus {
  if (advice.kind === 'not-enough-history') {
    const { offMinutes } = advice;
    return offMinutes === undefined
      ? NO_REINDEX_HISTORY
      : { kind: 'not-enough-history', off: scheduled(offMinutes, at) };
  }
  const { verdict, minutes, roundMinutes, basis } = advice;
  return {
    kind: 'advised',
    verdict,
    isUnproven: isUnproven(advice),
    suggested: minutes,
    round: known('roundMinutes', tenths(roundMinutes), given(at)),
    current: scheduled(basis.currentMinutes ?? basis.offMinutes, at),
  };
}

/**
 * The reindex interval by which freshness is judged, in minutes. Of a cron expression the largest gap counts: an
 * integration is not stale because it is night. One that does not run every month counts as off: 0.
 */
export function intervalForFreshness(current: CurrentSchedule | undefined, now: number): Reading<number> {
  const gaps = current?.kind === 'cron' ? cronGaps(current.expression, now) : undefined;
  const minutes = current?.kind === 'interval' ? current.minutes : gaps && cronInterval(gaps.largestGapMinutes);
  return minutes === undefined ? absent('reindexInterval', given(now)) : known('reindexInterval', minutes, given(now));
}
