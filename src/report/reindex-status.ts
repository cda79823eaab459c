import { mapOutcome, read, type Gathered, type Outcome } from '../model/gathered';
import { absent, known, type Reading, type Stamp } from '../model/reading';
import { NO_REINDEX_HISTORY, type ReindexStatus } from '../model/reindex';
import { cronInterval, isScheduleOff, type CurrentSchedule } from '../model/schedule';
import type { ReindexAdvice } from '../reindex/advice/advice';
import { cronGaps } from '../schedule/cron';
import { shownSchedule } from '../schedule/parse-schedule';

/** The evidence was given by an admin: typed, copied, or read from a page on demand. */
function givenAt(at: number): Stamp {
  return { source: 'admin', request: '', readAt: at };
}

/** To a tenth of a minute: nobody reads a round to the millisecond. */
function tenths(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}

/** What is set, to a tenth of a minute. */
function scheduled(minutes: number | undefined, stamp: Stamp): Reading<number> {
  return minutes === undefined ? absent('reindexInterval', stamp) : known('reindexInterval', tenths(minutes), stamp);
}

/** How the reindex job is scheduled, and where that is from. */
interface Scheduled {
  readonly current?: CurrentSchedule | undefined;
  readonly stamp: Stamp;
}

/**
 * How the reindex job is scheduled: as an admin gave it, else as it was read from Jira. What an admin gives is from the
 * page of GIJ itself, and is given because what was read is missing or wrong.
 *
 * @param at when it was given, milliseconds since the epoch
 */
export function scheduleOf(
  given: CurrentSchedule | undefined,
  { schedule }: Pick<Gathered, 'schedule'>,
  at: number,
): Outcome<Scheduled> {
  if (given === undefined && schedule.state === 'pending') return schedule;
  if (given === undefined && schedule.state === 'read') {
    const current = shownSchedule(schedule.value);
    if (current) return read({ current, stamp: schedule.value.stamp });
  }
  return read({ current: given, stamp: givenAt(at) });
}

/**
 * The advice as a check needs it.
 *
 * @param at when it was advised, milliseconds since the epoch
 * @param stamp where the current interval is from; an admin gave it where this is left out
 */
export function reindexStatus(advice: ReindexAdvice, at: number, stamp: Stamp = givenAt(at)): ReindexStatus {
  if (advice.kind === 'not-enough-history') {
    const { offMinutes } = advice;
    return offMinutes === undefined
      ? NO_REINDEX_HISTORY
      : { kind: 'not-enough-history', off: scheduled(offMinutes, stamp) };
  }
  const { minutes: suggested, basis } = advice;
  const current = scheduled(basis.currentMinutes ?? basis.offMinutes, stamp);
  if (advice.kind === 'suggestion') {
    const { verdict, roundMinutes, confidence } = advice;
    return {
      kind: 'advised',
      verdict,
      isSure: confidence !== 'low',
      suggested,
      round: known('roundMinutes', tenths(roundMinutes), givenAt(at)),
      current,
    };
  }
  const { verdict, atLeastMinutes } = advice;
  const bound = known('atLeastMinutes', tenths(atLeastMinutes), givenAt(at));
  const isProbable = basis.bound?.source === 'dates';
  return { kind: 'at-least', verdict, suggested, isProbable, atLeast: atLeastMinutes, bound, current };
}

/**
 * The reindex interval by which freshness is judged, in minutes. Of a cron expression the largest gap counts: an
 * integration is not stale because it is night. One that does not run every month counts as off: 0.
 */
export function intervalForFreshness({ current, stamp }: Scheduled, now: number): Reading<number> {
  const gaps = current?.kind === 'cron' ? cronGaps(current.expression, now) : undefined;
  const minutes = current?.kind === 'interval' ? current.minutes : gaps && cronInterval(gaps.largestGapMinutes);
  return minutes === undefined ? absent('reindexInterval', stamp) : known('reindexInterval', minutes, stamp);
}

/** What there is to say without any advice: that the schedule is off. */
function unadvised(interval: Reading<number> | undefined): ReindexStatus {
  return interval?.kind === 'known' && isScheduleOff(interval.value)
    ? { kind: 'not-enough-history', off: interval }
    : NO_REINDEX_HISTORY;
}

/** What is known of the reindex job beside what was gathered. */
export interface ReindexKnown {
  /** What the reindex advisor says; it was not asked where this is left out. */
  readonly advice?: ReindexAdvice | undefined;
  /** How the reindex job is scheduled, where an admin gave it; else what was read from Jira counts. */
  readonly schedule?: CurrentSchedule | undefined;
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
}

/** What the checks are told of the reindex job: the interval in minutes, and the advice. */
export interface ReindexFacts {
  readonly reindexInterval: Outcome<Reading<number>>;
  readonly reindex: ReindexStatus;
}

/** These from what was gathered and what is known beside it. */
export function reindexFacts(
  gathered: Pick<Gathered, 'schedule'>,
  { advice, schedule: given, now }: ReindexKnown,
): ReindexFacts {
  const schedule = scheduleOf(given, gathered, now);
  const reindexInterval = mapOutcome(schedule, (value) => intervalForFreshness(value, now));
  const interval = reindexInterval.state === 'read' ? reindexInterval.value : undefined;
  return { reindexInterval, reindex: advice ? reindexStatus(advice, now, interval?.stamp) : unadvised(interval) };
}
