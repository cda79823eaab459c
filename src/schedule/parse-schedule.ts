import { LONGEST_INTERVAL } from '../model/limits';
import type { CurrentSchedule, ScheduleReading } from '../model/schedule';
import { cronGaps } from './cron';
import { parseDuration } from './duration';

/** Why a text is no reindex interval. */
type IntervalProblem = 'empty' | 'not-a-whole-number' | 'too-small' | 'too-large';

/**
 * Reads an interval as the General settings page takes it: whole minutes from 1 to 76861433640456 (vendor's limits;
 * the upper one fits no number of milliseconds, so minutes stay minutes), or 0, which switches the schedule off.
 */
function validateInterval(text: string): { minutes: number } | { problem: IntervalProblem } {
  const trimmed = /^\s*\d{1,3}(,\d{3})+\s*$/.test(text) ? text.trim().replaceAll(',', '') : text.trim();
  if (trimmed === '') return { problem: 'empty' };
  if (/^-\d+$/.test(trimmed)) return { problem: 'too-small' };
  if (!/^\d+$/.test(trimmed)) return { problem: 'not-a-whole-number' };
  const minutes = Number(trimmed);
  if (minutes > LONGEST_INTERVAL) return { problem: 'too-large' };
  return { minutes };
}

/** Why a text is no schedule. */
export type ScheduleProblem = IntervalProblem | 'cron';

/**
 * Reads a schedule as an admin types it or Jira's scheduler shows it: whole minutes ("30"), an amount of time in
 * English words ("1 hour, 30 minutes"), or a Quartz expression ("0 0/30 * * * ?").
 *
 * @param now milliseconds since the epoch: an expression that has no run after it is none
 */
export function parseSchedule(text: string, now: number): CurrentSchedule | { readonly problem: ScheduleProblem } {
  const trimmed = text.trim();
  const written = /[a-z]/i.test(trimmed) ? parseDuration(trimmed) : undefined;
  if (written !== undefined) return intervalOf(String(written));
  if (/[*?]/.test(trimmed) || trimmed.split(/\s+/).length > 5) {
    return cronGaps(trimmed, now) ? { kind: 'cron', expression: trimmed } : { problem: 'cron' };
  }
  return intervalOf(trimmed);
}

function intervalOf(text: string): CurrentSchedule | { readonly problem: ScheduleProblem } {
  const interval = validateInterval(text);
  return 'minutes' in interval ? { kind: 'interval', minutes: interval.minutes } : interval;
}

/** The schedule that Jira's page "Scheduler details" shows; undefined where its words are none that are understood. */
export function shownSchedule({ words, stamp }: ScheduleReading): CurrentSchedule | undefined {
  // A bare number would not say of what.
  if (words === undefined || /^\d+$/.test(words)) return undefined;
  const schedule = parseSchedule(words, stamp.readAt);
  return 'problem' in schedule ? undefined : schedule;
}
