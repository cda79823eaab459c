import { Cron } from 'croner';

/** A moment of the week as the server's clock shows it. */
export interface FireTime {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM:SS`. */
  readonly time: string;
}

/** What a cron schedule does in the days to come. */
export interface CronGaps {
  /** Minutes between the two fires that are closest; absent when it fires less than twice. */
  readonly smallestGapMinutes?: number;
  /** Minutes between the two fires that are furthest apart, at the most; absent when it fires less than twice. */
  readonly largestGapMinutes?: number;
  readonly from?: FireTime;
  readonly to?: FireTime;
  /** Fires looked at, and the hours (0 to 23) at which they come. */
  readonly fires: number;
  readonly hours: readonly number[];
}

const DAYS_AHEAD = 31;
const DAY = 86_400_000;

/** Nobody needs to know a gap below a minute better. */
const SMALL_ENOUGH = 60_000;

/** The largest value of each field of a Quartz expression, for "from n on, every m": `5/10` is `5-59/10`. */
const LARGEST = [59, 59, 23, 31, 12, 7, 2099];
const SMALLEST = [0, 0, 0, 1, 1, 1, 1970];
const [DAY_OF_MONTH, MONTH, DAY_OF_WEEK, YEAR] = [3, 4, 5, 6] as const;
/** Names by field; the first of each is 1. */
const NAMES: Readonly<Record<number, readonly string[]>> = {
  [MONTH]: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  [DAY_OF_WEEK]: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
};

/** The days before the last one of a month that every month has. */
const IN_EVERY_MONTH = 27;

/**
 * The smallest gap between two fires of a Quartz expression in the coming 31 days; `undefined` for no expression.
 * Quartz: seconds first, year optional, Sunday is 1, `?` is "no matter". Fires are counted without a time zone, so
 * that the hours are the ones written in the expression.
 * Example: `0 0 6,7,20 * * ?` has a smallest gap of 60 minutes, from 06:00 to 07:00.
 */
export function cronGaps(expression: string, now: number): CronGaps | undefined {
  const quartz = readQuartz(expression);
  if (!quartz || !Number.isFinite(now) || Math.abs(now) > 8e15) return undefined;
  const today = Math.floor(now / DAY) * DAY;
  const days = firesBetween(quartz.days, today, today + DAYS_AHEAD * DAY);
  const following = quartz.days.nextRun(new Date(today + DAYS_AHEAD * DAY - 1));
  const times = firesOfADay(quartz.times);
  const hours = days.length > 0 ? firesBetween(quartz.hours, 0, DAY).map((at) => at / 3_600_000) : [];
  let fires = 0;
  let previous: number | undefined;
  let widest = 0;
  let best: { gap: number; from: number; to: number } | undefined;
  // The next day after those is only looked at when there is nothing to compare within them.
  for (const day of days.length < 2 && following ? [...days, following.getTime()] : days) {
    for (const time of times) {
      const at = day + time;
      if (at < now) continue;
      if (at < today + DAYS_AHEAD * DAY) fires += 1;
      const gap = previous === undefined ? Infinity : at - previous;
      if (previous !== undefined && gap < (best?.gap ?? Infinity)) best = { gap, from: previous, to: at };
      if (previous !== undefined) widest = Math.max(widest, gap);
      previous = at;
    }
  }
  if (!best) return { fires, hours };
  const largestGapMinutes = widest / 60_000;
  return { smallestGapMinutes: best.gap / 60_000, largestGapMinutes, from: fireTime(best.from), to: fireTime(best.to), fires, hours };
}

function firesBetween(cron: Fires, from: number, to: number): number[] {
  const fires: number[] = [];
  for (let next = cron.nextRun(new Date(from - 1)); next && next.getTime() < to; next = cron.nextRun(next)) fires.push(next.getTime());
  return fires;
}

/** Every day on which it fires is alike, so one is enough; a gap of a minute ends the search. */
function firesOfADay(times: Cron): number[] {
  const fires: number[] = [];
  for (let next = times.nextRun(new Date(-1)); next && next.getTime() < DAY; next = times.nextRun(next)) {
    const at = next.getTime();
    const previous = fires.at(-1);
    fires.push(at);
    if (previous !== undefined && at - previous <= SMALL_ENOUGH) break;
  }
  return fires;
}

function fireTime(at: number): FireTime {
  const text = new Date(at).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 19) };
}

interface Fires {
  nextRun(from: Date): Date | null;
}

/** The expression taken apart: on which days, at which times of such a day, and in which hours it fires. */
interface Quartz {
  readonly days: Fires;
  readonly times: Cron;
  readonly hours: Cron;
}

/** Croner reads standard cron with Quartz weekdays; what is written otherwise in Quartz is rewritten first. */
function readQuartz(expression: string): Quartz | undefined {
  const fields = expression.trim().toUpperCase().split(/\s+/);
  if (fields.length < 6 || fields.length > 7) return undefined;
  const [, before, nearest] = /^L-(\d{1,2})(W?)$/.exec(fields[DAY_OF_MONTH] ?? '') ?? [];
  if (Number(before ?? 0) > IN_EVERY_MONTH) return undefined;
  if (before !== undefined) fields[DAY_OF_MONTH] = nearest ? '*' : 'L';
  if (fields[DAY_OF_WEEK] === 'L') fields[DAY_OF_WEEK] = '7';
  try {
    const [second = '', minute = '', hour = '', ...date] = fields.map((field, place) =>
      field.split(',').map((part) => rewritePart(part, place)).join(','),
    );
    const days = schedule(`0 0 0 ${date.join(' ')}`, nearest ? 0 : -Number(before ?? 0));
    return {
      days: nearest ? workingDays(days, Number(before)) : days,
      times: schedule(`${second} ${minute} ${hour} * * *`),
      hours: schedule(`0 0 ${hour} * * *`),
    };
  } catch {
    return undefined;
  }
}

function schedule(pattern: string, dayOffset = 0): Cron {
  return new Cron(pattern, { paused: true, timezone: 'UTC', alternativeWeekdays: true, mode: '6-or-7-parts', dayOffset });
}

/** `L-3W`, which croner lacks: of all days the working days that are nearest to so many before the last of their month. */
function workingDays(days: Cron, before: number): Fires {
  const isIt = (day: Date): boolean => {
    const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
    const wanted = last - before;
    const weekday = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), wanted)).getUTCDay();
    const saturday = wanted === 1 ? 2 : -1;
    const sunday = before === 0 ? -2 : 1;
    return day.getUTCDate() === wanted + (weekday === 6 ? saturday : weekday === 0 ? sunday : 0);
  };
  return {
    nextRun(from) {
      let day = days.nextRun(from);
      while (day && !isIt(day)) day = days.nextRun(day);
      return day;
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
  if (step !== undefined && to === undefined && /^\d*$/.test(from)) return `${from === '' ? low : from}-${high}/${step}`;
  const ending = step === undefined ? '' : `/${step}`;
  if (to === undefined) return `${from}${ending}`;
  if (!/^\d+$/.test(from) || !/^\d+$/.test(to)) return part;
  if (Number(from) <= Number(to)) return `${from}-${to}${ending}`;
  if (place === YEAR) throw new RangeError(part);
  return step === undefined ? `${from}-${high},${low}-${to}` : `${wrapped(Number(from), Number(to), low, high, Number(step))}`;
}

function numbered(value: string, place: number): string {
  const at = NAMES[place]?.indexOf(value) ?? -1;
  return at < 0 ? value : String(at + 1);
}

function wrapped(from: number, to: number, low: number, high: number, step: number): string {
  const values: number[] = [];
  for (let value = from; value <= high + 1 + (to - low) && step > 0; value += step) values.push(value > high ? value - high - 1 + low : value);
  return values.join(',');
}
