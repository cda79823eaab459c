import { absent, known, type Reading, type Stamp } from '../model/reading';
import { NO_REINDEX_HISTORY, type ReindexStatus } from '../model/reindex';
import { cronInterval } from '../model/schedule';
import type { CurrentSchedule } from '../model/schedule';
import type { ReindexAdvice } from '../reindex/advice/advice';
import { cronGaps } from '../schedule/cron';

/** The evidence was given by an admin: typed, copied, or read from a page on demand. */
function given(at: number): Stamp {
  return { source: 'admin', request: '', readAt: at };
}

/** To a tenth of a minute: nobody reads a round to the millisecond. */
function tenths(minutes: number): number {
  return Math.round(minutes * 10) / 10;
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
  const { minutes: suggested, basis } = advice;
  const current = scheduled(basis.currentMinutes ?? basis.offMinutes, at);
  if (advice.kind === 'suggestion') {
    const { verdict, roundMinutes } = advice;
    return {
      kind: 'advised',
      verdict,
      suggested,
      round: known('roundMinutes', tenths(roundMinutes), given(at)),
      current,
    };
  }
  const { verdict, atLeastMinutes } = advice;
  const bound = known('atLeastMinutes', tenths(atLeastMinutes), given(at));
  return { kind: 'at-least', verdict, suggested, bound, current };
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
