import { isDay, localHour, utcDay, zoneMinutes } from './iso-time';
import type { Moment } from './time';

/** What of a day and a month stands first in `9/10/2023`. */
export type DayOrder = 'day-first' | 'month-first';

/** A time of which day and month cannot be told apart. */
export const AMBIGUOUS = Symbol('day and month cannot be told apart');

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** The order that it was read by, where the date itself tells it. */
  readonly order?: DayOrder | undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day alone is known to a day. Minutes. */
const DAY = 1440;

/** A month in English, as CLDR shortens it too: `Sep`, `Sept`, `Sep.`. */
const MONTH = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?`;
/** Jira's usual day, `15/Apr/23`, Oracle's, `15-APR-23`, and `29 Sep 2023`. */
const NAMED = new RegExp(String.raw`^(\d{1,2})[/ .-]${MONTH}[/ .,-]{1,2}(\d{4}|\d\d)(?!\d)`, 'i');
/** `Sep 23, 2023`, as Java writes a day in American English. */
const NAME_FIRST = new RegExp(String.raw`^${MONTH} (\d{1,2}),? (\d{4})(?!\d)`, 'i');
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?=[T ]?\d{6}(?!\d))/;
/** With dots the day comes first everywhere; with slashes and dashes only a number above 12 tells. */
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;
const DOTTED_SHORT = /^(\d{1,2})\.(\d{1,2})\.(\d\d)(?!\d)/;

const TIME =
  /^(?:[T,]|\s)\s*(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,](\d{1,9}))?)?\s*(?:([ap])\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i;
const COMPACT_TIME = /^[T ]?(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?()(Z)?$/i;

function named(name = ''): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1;
}

/** Of two digits as POSIX has it: 69 to 99 are of the last century, as 1970 is where a 0 became a date. */
function fullYear(text = ''): number {
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 69 ? 2000 : 1900);
}

/** By the order that is known, or the one that the numbers leave. */
function inOrder(first: number, second: number, year: number, order: DayOrder | undefined): Day | typeof AMBIGUOUS {
  const own = first > 12 ? 'day-first' : second > 12 ? 'month-first' : undefined;
  const used = own ?? order;
  if (first === second || first === 0 || second === 0) return { year, month: first, day: first };
  if (used === undefined) return AMBIGUOUS;
  return used === 'day-first'
    ? { year, month: second, day: first, order: own }
    : { year, month: first, day: second, order: own };
}

/** The day that a text begins with, and what stands behind it. */
function readDay(
  text: string,
  order: DayOrder | undefined,
): { readonly day: Day | typeof AMBIGUOUS; readonly rest: string } | undefined {
  const behind = (match: RegExpExecArray) => text.slice(match[0].length);
  let match = NAMED.exec(text);
  if (match)
    return { day: { year: fullYear(match[3]), month: named(match[2]), day: Number(match[1]) }, rest: behind(match) };
  match = YEAR_FIRST.exec(text);
  if (match)
    return { day: { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) }, rest: behind(match) };
  match = YEAR_LAST.exec(text);
  if (match) {
    const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
    const day = match[2] === '.' ? { year, month: second, day: first } : inOrder(first, second, year, order);
    return { day, rest: behind(match) };
  }
  match = DOTTED_SHORT.exec(text);
  if (match)
    return { day: { year: fullYear(match[3]), month: Number(match[2]), day: Number(match[1]) }, rest: behind(match) };
  match = NAME_FIRST.exec(text);
  if (match)
    return { day: { year: Number(match[3]), month: named(match[1]), day: Number(match[2]) }, rest: behind(match) };
  match = COMPACT.exec(text);
  return match
    ? { day: { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }, rest: behind(match) }
    : undefined;
}

/** The hour, milliseconds since then, and how exact that is. */
function readClock(text: string): { hour: number; rest: number; zone: string | undefined; blur: number } | undefined {
  const match = TIME.exec(text) ?? COMPACT_TIME.exec(text);
  if (!match) return undefined;
  const [, hourText = '', minute = '', second, fraction = '', half, zone] = match;
  const isHalf = half !== undefined && half !== '';
  if (Number(hourText) > (isHalf ? 12 : 23) || Number(minute) > 59 || Number(second ?? 0) > 60) return undefined;
  const hour = isHalf ? (Number(hourText) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hourText);
  const rest = Number(minute) * 60_000 + Number(second ?? 0) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
  return { hour, rest, zone, blur: second === undefined ? 1 : 0 };
}

export interface WrittenMoment extends Moment {
  /** Set where the date itself tells it. */
  readonly order: DayOrder | undefined;
  /** It does not say its zone. */
  readonly isLocal: boolean;
}

/**
 * Reads a date as pages and database tools write it: `15/Apr/2023 09:23 PM`, `23-SEP-23 01.53.20.000000000 PM +02:00`,
 * `23.09.2023 11:53:20`, `2023/09/23 11:53`, `9/23/2023 11:53:20 AM`, `20230923115320`, and a day alone (Jira shows a
 * finish that is more than a week old so), which is the start of that day and may be off by a day.
 *
 * @param order of day and month in dates of numbers, where it is known
 * @returns {@link AMBIGUOUS} where nothing tells day and month apart; undefined for no date
 */
export function parseWritten(text: string, order: DayOrder | undefined): WrittenMoment | typeof AMBIGUOUS | undefined {
  const found = readDay(text, order);
  if (!found) return undefined;
  const { rest } = found;
  const clock = rest === '' ? { hour: 0, rest: 0, zone: undefined, blur: DAY } : readClock(rest);
  if (!clock || found.day === AMBIGUOUS) return clock && AMBIGUOUS;
  const { year, month, day, order: own } = found.day;
  if (!isDay(year, month, day)) return undefined;
  const zone = clock.zone === undefined ? undefined : zoneMinutes(clock.zone.toUpperCase());
  if (clock.zone !== undefined && zone === undefined) return undefined;
  const hour =
    zone === undefined
      ? localHour(year, month, day, clock.hour)
      : utcDay(year, month, day) + clock.hour * 3_600_000 - zone * 60_000;
  return { at: hour + clock.rest, blur: clock.blur, order: own, isLocal: zone === undefined };
}
