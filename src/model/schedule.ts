import type { Stamp } from './reading';

/** How the reindex job is scheduled: every so many minutes, or by a Quartz cron expression. */
export type CurrentSchedule =
  | { readonly kind: 'interval'; /** 0: off. */ readonly minutes: number }
  | { readonly kind: 'cron'; readonly expression: string };

/** What Jira's page "Scheduler details" says of the reindex job. */
export interface ScheduleReading {
  /** Its words, shortened and without a credential; absent where the page tells of no such job, or of no schedule. */
  readonly words?: string;
  readonly stamp: Stamp;
}

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
