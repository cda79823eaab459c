import { Cron } from 'croner';

/** Milliseconds. */
export const DAY = 86_400_000;

/** The largest value of each field of a Quartz expression, for "from n on, every m": `5/10` is `5-59/10`. */
const LARGEST = [59, 59, 23, 31, 12, 7, 2099];
const SMALLEST = [0, 0, 0, 1, 1, 1, 1970];
const [DAY_OF_MONTH, MONTH, DAY_OF_WEEK, YEAR] = [3, 4, 5, 6] as const;
/** Names by field; the first of each is 1. */
const NAMES: Readonly<Record<number, readonly string[]>> = {
  [MONTH]: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  [DAY_OF_WEEK]: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
};

/** Every second of a minute, named one by one, takes 169 characters. */
const LONGEST_EXPRESSION = 1_000;

/** The days before the last one of a month that every month has. */
const IN_EVERY_MONTH = 27;

/** When a schedule fires next; croner's own, or one made of it. */
export interface Fires {
  nextRun(from: Date): Date | null;
}

/** The expression taken apart: on which days, and at which times of such a day it fires. */
export interface Quartz {
  readonly days: Fires;
  /** Milliseconds since midnight. */
  readonly times: readonly number[];
}

/** Quartz wants exactly one of the two fields of days to be open, and no other: it cannot follow both. */
function isOneDayOpen(fields: readonly string[]): boolean {
  const open = [...fields.keys()].filter((place) => fields[place]?.includes('?') === true);
  return open.length === 1 && [DAY_OF_MONTH, DAY_OF_WEEK].some((place) => open[0] === place && fields[place] === '?');
}

/** Croner reads standard cron with Quartz weekdays; what is written otherwise in Quartz is rewritten first. */
export function readQuartz(expression: string): Quartz | undefined {
  if (expression.length > LONGEST_EXPRESSION) return undefined;
  const fields = expression.trim().toUpperCase().split(/\s+/);
  if (fields.length < 6 || fields.length > 7) return undefined;
  if (!isOneDayOpen(fields)) return undefined;
  const [, before, nearest] = /^L-(\d{1,2})(W?)$/.exec(fields[DAY_OF_MONTH] ?? '') ?? [];
  if (Number(before ?? 0) > IN_EVERY_MONTH) return undefined;
  if (before !== undefined) fields[DAY_OF_MONTH] = nearest ? '*' : 'L';
  if (fields[DAY_OF_WEEK] === 'L') fields[DAY_OF_WEEK] = '7';
  try {
    const [second = '', minute = '', hour = '', ...date] = fields.map((field, place) =>
      field
        .split(',')
        .map((part) => rewritePart(part, place))
        .join(','),
    );
    const days = schedule(`0 0 0 ${date.join(' ')}`, nearest ? 0 : -Number(before ?? 0));
    return {
      days: nearest ? workingDays(days, Number(before)) : days,
      times: timesOfDay(second, minute, hour),
    };
  } catch {
    return undefined;
  }
}

function schedule(pattern: string, dayOffset = 0): Cron {
  return new Cron(pattern, {
    paused: true,
    timezone: 'UTC',
    alternativeWeekdays: true,
    mode: '6-or-7-parts',
    dayOffset,
  });
}

/** The working day that is nearest to so many days before the last one of a month. `month` from 0, also above 11. */
function workingDay(year: number, month: number, before: number): Date {
  const wanted = new Date(Date.UTC(year, month + 1, -before));
  const saturday = wanted.getUTCDate() === 1 ? 2 : -1;
  const sunday = before === 0 ? -2 : 1;
  const shift = wanted.getUTCDay() === 6 ? saturday : wanted.getUTCDay() === 0 ? sunday : 0;
  return new Date(wanted.getTime() + shift * DAY);
}

/** `L-3W`, which croner lacks: of all days those working days, one a month. */
function workingDays(days: Cron, before: number): Fires {
  const isOneOf = (day: Date): boolean => days.nextRun(new Date(day.getTime() - 1))?.getTime() === day.getTime();
  return {
    nextRun(from) {
      const first = days.nextRun(from);
      if (!first) return null;
      const year = first.getUTCFullYear();
      const months = 12 * ((LARGEST[YEAR] ?? year) - year + 1);
      for (let month = first.getUTCMonth(); month < months; month += 1) {
        const day = workingDay(year, month, before);
        if (day > from && isOneOf(day)) return day;
      }
      return null;
    },
  };
}

/** `5/10` runs to the end of its range; `22-2`, `SAT-TUE` and `NOV-FEB` run over its end. */
function rewritePart(part: string, place: number): string {
  const [range = '', step, ...more] = part.split('/');
  const [low, high] = [SMALLEST[place] ?? 0, LARGEST[place] ?? 0];
  const [from = '', to, ...others] = range.split('-').map((value) => numbered(value, place));
  if (more.length + others.length > 0) throw new RangeError(part);
  for (const value of [from, to ?? '']) {
    if (/^\d/.test(value) && !(parseInt(value, 10) >= low && parseInt(value, 10) <= high)) throw new RangeError(value);
  }
  if (step !== undefined && to === undefined && /^\d*$/.test(from))
    return `${from === '' ? low : from}-${high}/${step}`;
  const ending = step === undefined ? '' : `/${step}`;
  if (to === undefined) return `${from}${ending}`;
  if (!/^\d+$/.test(from) || !/^\d+$/.test(to)) return part;
  if (Number(from) <= Number(to)) return `${from}-${to}${ending}`;
  if (place === YEAR) throw new RangeError(part);
  return step === undefined
    ? `${from}-${high},${low}-${to}`
    : `${wrapped(Number(from), Number(to), [low, high], Number(step))}`;
}

function numbered(value: string, place: number): string {
  const at = NAMES[place]?.indexOf(value) ?? -1;
  return at < 0 ? value : String(at + 1);
}

function wrapped(from: number, to: number, [low, high]: readonly [number, number], step: number): string {
  const values: number[] = [];
  for (let value = from; value <= high + 1 + (to - low) && step > 0; value += step)
    values.push(value > high ? value - high - 1 + low : value);
  return values.join(',');
}

/** Seconds, minutes and hours do not depend on each other. */
function timesOfDay(second: string, minute: string, hour: string): number[] {
  const seconds = firesBetween(schedule(`${second} 0 0 * * *`), 0, 60_000);
  const minutes = firesBetween(schedule(`0 ${minute} 0 * * *`), 0, 3_600_000);
  const hours = firesBetween(schedule(`0 0 ${hour} * * *`), 0, DAY);
  return hours.flatMap((h) => minutes.flatMap((m) => seconds.map((s) => h + m + s)));
}

/** From a moment up to, not including, another. Milliseconds since the epoch. */
export function firesBetween(cron: Fires, from: number, to: number): number[] {
  const fires: number[] = [];
  for (let next = cron.nextRun(new Date(from - 1)); next && next.getTime() < to; next = cron.nextRun(next))
    fires.push(next.getTime());
  return fires;
}
