import type { CurrentSchedule, ScheduleReading } from '../model/schedule';
import { parseSchedule } from './parse-schedule';

/** The schedule that Jira's page "Scheduler details" shows; undefined where its words are none that are understood. */
export function shownSchedule({ words, stamp }: ScheduleReading): CurrentSchedule | undefined {
  // A bare number would not say of what.
  if (words === undefined || /^\d+$/.test(words)) return undefined;
  const schedule = parseSchedule(words, stamp.readAt);
  return 'problem' in schedule ? undefined : schedule;
}
