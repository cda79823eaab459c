import type { Reading } from './reading';

/** Minutes. A schedule that runs less than once in 31 days is off in practice; the border is ours. */
const LONGEST_SCHEDULED = 44_640;

/**
 * True for an interval that switches the scheduled reindex off: the vendor tells to enter zero or 9,999,999 for it (page
 * "Tips for Jira Admins").
 */
export function isScheduleOff(minutes: number): boolean {
  return minutes === 0 || minutes > LONGEST_SCHEDULED;
}

/** The 31st of a month comes after up to 62 days. Minutes. */
const LONGEST_MONTHLY = 89_280;

/**
 * What a gap between two runs of a cron expression comes to as an interval, in minutes. An expression that runs every month,
 * such as on its last Friday, is not off, though some of its gaps are longer than 31 days; one that runs less often is: 0.
 *
 * @param gap minutes; undefined where it does not run twice
 */
export function cronInterval(gap: number | undefined): number {
  return gap === undefined || gap > LONGEST_MONTHLY ? 0 : Math.min(gap, LONGEST_SCHEDULED);
}

/** How the reindex interval compares with a pass; `off` where there is no schedule, `current-unknown` where nobody said what is set. */
export type IntervalVerdict = 'too-short' | 'tight' | 'good' | 'longer-than-needed' | 'off' | 'current-unknown';

/** What the reindex advisor says, as far as a check needs it. Minutes. */
export type ReindexStatus =
  | {
      readonly kind: 'advised';
      readonly verdict: IntervalVerdict;
      /** A pass takes at least `pass`, and maybe much longer: that the interval is long enough is not proven. */
      readonly isUnproven: boolean;
      /** What to set. */
      readonly suggested: number;
      readonly pass: Reading<number>;
      /** What is set; of a cron expression its smallest gap. */
      readonly current: Reading<number>;
    }
  | {
      readonly kind: 'not-enough-history';
      /** What is set, where that switches the schedule off: it has no rounds then, so this needs no history. */
      readonly off?: Reading<number>;
    };

export const NO_REINDEX_HISTORY: ReindexStatus = { kind: 'not-enough-history' };

/** One reading of "Last run duration", typed or pasted; `estimated` where it was derived from a watch instead. */
export interface RunDuration {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly minutes: number;
  readonly estimated?: true | undefined;
}

/** How the reindex job is scheduled: every so many minutes, or by a Quartz cron expression. */
export type CurrentSchedule =
  | { readonly kind: 'interval'; /** 0: off. */ readonly minutes: number }
  | { readonly kind: 'cron'; readonly expression: string };

/** One look at GIJ's list of repositories, reduced to when each of them was last indexed. */
export interface WatchObservation {
  /** When the answer came, by the browser's clock. Milliseconds since the epoch. */
  readonly at: number;
  /** `lastIndexedDate` of the enabled repositories that have one, by Jira's clock. Milliseconds since the epoch. */
  readonly dates: readonly number[];
  /** How long the answer took, in minutes. */
  readonly requestMinutes: number;
}
