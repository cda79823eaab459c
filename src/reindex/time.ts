import { parseDuration } from './duration';
import { isBlank } from './words';

/** A moment in milliseconds since the epoch, and by how many minutes it may be off. */
export interface Moment {
  readonly at: number;
  readonly blur: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What the page, and `0` what a database, writes for a time that has not come yet or is not known. */
export function isNoTime(text: string): boolean {
  return isBlank(text) || /^(never|none|n\/a|0)$/i.test(text);
}

/**
 * Reads a time: ISO 8601, epoch seconds or milliseconds, `15/Apr/2023 09:23 PM`, or relative to `capturedAt`
 * ("1 minute ago", "an hour ago", "just now"). A time without a zone is in the zone of this machine, which is the
 * one the admin's browser shows.
 */
export function parseTime(text: string, capturedAt: number): Moment | undefined {
  const iso = parseIsoTime(text);
  if (iso !== undefined) return { at: iso, blur: isoBlur(text) };
  const epoch = parseEpoch(text);
  return epoch === undefined ? (parseJiraTime(text) ?? parseRelative(text, capturedAt)) : { at: epoch, blur: 0 };
}

/** A time that was read by `parseIsoTime` and shows no seconds may be off by a minute. */
export function isoBlur(text: string): number {
  return text.charCodeAt(16) === COLON ? 0 : 1;
}

/**
 * Epoch seconds up to 1e11 (the year 5138), milliseconds up to 1e14, microseconds above. Smaller numbers than 1e8 are
 * no times of a queue.
 */
export function parseEpoch(text: string): number | undefined {
  if (text.length < 9 || text.length > 30) return undefined;
  const whole = text.length > 16 ? NaN : digits(text, 0, text.length);
  const value = Number.isNaN(whole) && /^\d{9,16}\.\d+$/.test(text) ? Number(text) : whole;
  if (Number.isNaN(value)) return undefined;
  return value < 1e11 ? value * 1000 : Math.floor(value < 1e14 ? value : value / 1000);
}

/** The digits of `text` from `from` to `to` as a number; NaN when one of them is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

const [ZERO, DASH, COLON, POINT, COMMA, ZULU] = [48, 45, 58, 46, 44, 90] as const;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** True for a day of the calendar: the 30th of February would be read as the 2nd of March. */
function isDay(year: number, month: number, day: number): boolean {
  const isLong = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (isLong ? 29 : (LENGTHS[month - 1] ?? 0));
}

let lastDay = { key: 0, at: 0 };

/** The start of a day; rows come day after day, so the last one is kept. */
function utcDay(year: number, month: number, day: number): number {
  const key = (year * 13 + month) * 32 + day;
  if (lastDay.key !== key) lastDay = { key, at: Date.UTC(year, month - 1, day) };
  return lastDay.at;
}

/** Written out by hand: a million rows have three of these each. */
export function parseIsoTime(text: string): number | undefined {
  if (text.length < 16 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH || text.charCodeAt(13) !== COLON) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  const hasSeconds = text.charCodeAt(16) === COLON;
  const second = hasSeconds ? digits(text, 17, 19) : 0;
  let end = hasSeconds ? 19 : 16;
  let fraction = 0;
  if (text.charCodeAt(end) === POINT || text.charCodeAt(end) === COMMA) {
    let weight = 100;
    for (end += 1; isDigit(text.charCodeAt(end)); end += 1) {
      fraction += Math.floor((text.charCodeAt(end) - ZERO) * weight);
      weight = weight > 1 ? weight / 10 : 0;
    }
  }
  if (!(hour < 24 && minute < 60 && second < 61 && isDay(year, month, day))) return undefined;
  const isUtc = end === text.length - 1 && text.charCodeAt(end) === ZULU;
  const zone = isUtc ? 0 : end === text.length ? undefined : zoneMinutes(text.slice(end).trim());
  if (end < text.length && zone === undefined) return undefined;
  const start =
    zone === undefined ? localHour(year, month, day, hour) : utcDay(year, month, day) + hour * 3_600_000 - zone * 60_000;
  const at = start + minute * 60_000 + second * 1000 + fraction;
  return Number.isFinite(at) ? at : undefined;
}

function zoneMinutes(text: string): number | undefined {
  if (text === 'Z' || text === 'z' || text === 'UTC') return 0;
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(text);
  if (!match) return undefined;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}

const localHours = new Map<number, number>();

/** The start of an hour in the zone of this machine; kept, because asking for it is slow. */
function localHour(year: number, month: number, day: number, hour: number): number {
  const key = ((year * 13 + month) * 32 + day) * 24 + hour;
  let at = localHours.get(key);
  if (at === undefined) {
    if (localHours.size > 5000) localHours.clear();
    at = new Date(year, month - 1, day, hour).getTime();
    localHours.set(key, at);
  }
  return at;
}

/**
 * Jira's usual format: `15/Apr/2023 09:23 PM`, `15/Apr/23 21:23`, which shows no seconds and may be off by a minute;
 * also Oracle's, `15-APR-23 09.23.10.000000 PM`.
 */
function parseJiraTime(text: string): Moment | undefined {
  const match =
    /^(\d{1,2})[/ .-]([a-z]{3})[a-z]*[/ .-](\d{4}|\d\d),?\s+(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,]\d{1,9})?)?\s*([ap]m)?$/i.exec(text);
  if (!match) return undefined;
  const [, day = '', name = '', yearText = '', hourText = '', minute = '', second, half] = match;
  const month = MONTHS.indexOf(name.toLowerCase());
  const year = Number(yearText) + (yearText.length === 2 ? 2000 : 0);
  const hour = half === undefined ? Number(hourText) : (Number(hourText) % 12) + (/p/i.test(half) ? 12 : 0);
  if (hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 60 || !isDay(year, month + 1, Number(day))) return undefined;
  const at = localHour(year, month + 1, Number(day), hour) + Number(minute) * 60_000 + Number(second ?? 0) * 1000;
  return { at, blur: second === undefined ? 1 : 0 };
}

/** "5 minutes ago" may be off by a minute, "2 hours ago" by an hour: the smallest unit named. */
function parseRelative(text: string, capturedAt: number): Moment | undefined {
  const lower = text.toLowerCase().replace(/\s+/g, ' ');
  if (/^(just now|now|moments? ago|a? ?few seconds ago|less than a minute ago)$/.test(lower)) return { at: capturedAt, blur: 1 };
  if (lower === 'yesterday') return { at: capturedAt - 86_400_000, blur: 1440 };
  const match = /^(in )?(?:about )?(.+?)( ago)?$/.exec(lower);
  if (!match || (match[1] === undefined) === (match[3] === undefined)) return undefined;
  const minutes = /[a-z]/.test(match[2] ?? '') ? (parseDuration(match[2] ?? '') ?? longAgo(match[2] ?? '')) : undefined;
  if (minutes === undefined) return undefined;
  const at = capturedAt + (match[1] === undefined ? -minutes : minutes) * 60_000;
  return { at, blur: smallestUnit(match[2] ?? '') };
}

function smallestUnit(text: string): number {
  if (/sec/.test(text)) return 1 / 60;
  if (/min/.test(text)) return 1;
  if (/hour|hr|\dh|\bh\b/.test(text)) return 60;
  if (/month/.test(text)) return MONTH;
  return /year/.test(text) ? 12 * MONTH : 1440;
}

const MONTH = 30 * 1440;

/** "2 months", "a year": no lengths of time, but the newest row of a repository may be that old. */
function longAgo(text: string): number | undefined {
  const match = /^(\d+|an?) (month|year)s?$/.exec(text);
  if (!match) return undefined;
  const amount = /^a/.test(match[1] ?? '') ? 1 : Number(match[1]);
  return amount * (match[2] === 'year' ? 12 * MONTH : MONTH);
}
