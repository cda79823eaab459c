import { MOST_ACCEPTED_DAYS } from '../../decisions/accept';

/** Days that can be chosen at once. */
export const SPANS = [30, 90, 180, MOST_ACCEPTED_DAYS] as const;

export type DayProblem = 'day' | 'over' | 'too-far';

/** The day of the browser's calendar, such as `2027-03-31`, so many days after a moment in milliseconds since the epoch. */
export function dayAfter(now: number, days: number): string {
  const date = new Date(now);
  const day = new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The end of such a day, milliseconds since the epoch; undefined where it is no day. */
export function endOf(day: string): number | undefined {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  return new Date(year, month - 1, date + 1).getTime() - 1;
}

export function dayProblem(day: string, now: number): DayProblem | undefined {
  const end = endOf(day);
  if (end === undefined) return 'day';
  if (end < now) return 'over';
  return day > dayAfter(now, MOST_ACCEPTED_DAYS) ? 'too-far' : undefined;
}
