import { type IntervalVerdict } from '../../model/reindex';
import { cronInterval, isScheduleOff, type CurrentSchedule } from '../../model/schedule';
import type { AdviceBasis, Confidence } from './advice';
import { cronGaps, type CronGaps } from '../../schedule/cron';
import type { Numbers } from '../policy';

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
  needed: { readonly round: number; readonly suggestion: number; readonly webhooks: boolean },
  { longerThanNeededFactor, webhookIntervalMinutes }: Numbers,
): IntervalVerdict {
  const { round, suggestion, webhooks } = needed;
  if (off !== undefined) return 'off';
  if (current === undefined) return 'current-unknown';
  if (current < round) return 'too-short';
  if (current < suggestion) return 'tight';
  const longest = Math.max(suggestion * longerThanNeededFactor, webhooks ? webhookIntervalMinutes : 0);
  return current > longest ? 'longer-than-needed' : 'good';
}

/**
 * High only with many rounds over a long time (20 over 24 hours), as seen in the queue. Rounds that were played with
 * times from looks over a day are worth as much as three rounds; with those of one look, or with one or two rounds, the
 * confidence is low.
 */
export function confidenceOf(basis: AdviceBasis, lookedMinutes: number, numbers: Numbers): Confidence {
  const { method, rounds, fromWatch, spanMinutes } = basis;
  if (method === 'work') return lookedMinutes >= numbers.highSpanMinutes ? 'medium' : 'low';
  const isHigh = fromWatch === 0 && rounds >= numbers.highRounds && spanMinutes >= numbers.highSpanMinutes;
  if (isHigh) return 'high';
  return rounds >= numbers.mediumRounds ? 'medium' : 'low';
}
