import { type IntervalVerdict } from '../../model/reindex';
import { cronInterval, isScheduleOff, type CurrentSchedule } from '../../model/schedule';
import type { Confidence } from './advice';
import { cronGaps, type CronGaps } from '../../schedule/cron';
import type { Numbers } from '../policy';
import type { Measure } from '../run-durations/run-durations';

/** The current schedule in minutes: its interval, or the smallest gap of its cron expression. */
export interface CurrentMinutes {
  /** Absent where it is unknown or off. */
  readonly minutes?: number;
  /** The interval of a schedule that is off; 0 for a cron expression that does not run every month. */
  readonly off?: number;
  readonly cron?: CronGaps;
  readonly cronUnreadable: boolean;
}

export function currentMinutes(current: CurrentSchedule | undefined, now: number): CurrentMinutes {
  if (current === undefined) return { cronUnreadable: false };
  if (current.kind === 'interval') {
    const { minutes } = current;
    if (!Number.isFinite(minutes) || minutes < 0) return { cronUnreadable: false };
    return isScheduleOff(minutes) ? { off: minutes, cronUnreadable: false } : { minutes, cronUnreadable: false };
  }
  const cron = cronGaps(current.expression, now);
  if (!cron) return { cronUnreadable: true };
  const minutes = cronInterval(cron.smallestGapMinutes);
  return isScheduleOff(minutes)
    ? { off: minutes, cron, cronUnreadable: false }
    : { minutes, cron, cronUnreadable: false };
}

/**
 * Too short: below the round. Tight: below the suggestion. Longer than needed: more than some times the suggestion, but
 * with webhooks only above a limit. Example, by the default policy, for a round of 19 and a suggestion of 22: 5 is too short, 20 is tight,
 * 30 is good, 60 is longer than needed.
 */
export function judgeCurrent(
  { minutes: current, off }: CurrentMinutes,
  roundMinutes: number,
  suggestion: number,
  webhooks: boolean,
  policy: Numbers,
): IntervalVerdict {
  if (off !== undefined) return 'off';
  if (current === undefined) return 'current-unknown';
  if (current < roundMinutes) return 'too-short';
  if (current < suggestion) return 'tight';
  const longest = Math.max(suggestion * policy.longerThanNeededFactor, webhooks ? policy.webhookIntervalMinutes : 0);
  return current > longest ? 'longer-than-needed' : 'good';
}

/** High only with many rounds over a long time (20 over 24 hours); rounds that overlap, or are estimated, never give it. */
export function confidenceOf(
  measures: readonly Measure[],
  spanMinutes: number,
  isDirect: boolean,
  policy: Numbers,
): Confidence {
  if (isDirect && measures.length >= policy.highRounds && spanMinutes >= policy.highSpanMinutes) return 'high';
  return measures.length >= policy.mediumRounds ? 'medium' : 'low';
}

export function spanOf(measures: readonly Measure[]): number {
  let from = Infinity;
  let to = -Infinity;
  for (const measure of measures) {
    from = Math.min(from, measure.from);
    to = Math.max(to, measure.to);
  }
  return to > from ? (to - from) / 60_000 : 0;
}
