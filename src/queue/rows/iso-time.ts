/** Days of each month. */
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A time that was read by `parseIsoTime` and shows no seconds may be off by a minute. */
export function isoBlur(text: string): number {
  return text.charCodeAt(16) === COLON ? 0 : 1;
}

/**
 * Epoch seconds up to 1e11 (the year 5138), milliseconds of 13 digits (2001 to 2286), microseconds of 16. Smaller numbers
 * than 1e8 are no times of a queue; 12 or 14 digits are a date without signs between, as 20230923115320.
 */
export function parseEpoch(text: string): number | undefined {
  if (text.length < 9 || text.length > 30) return undefined;
  const whole = text.length > 16 ? NaN : digits(text, 0, text.length);
  const value = Number.isNaN(whole) && /^\d{9,16}\.\d+$/.test(text) ? Number(text) : whole;
  if (value < 1e11) return value * 1000;
  if (value >= 1e12 && value < 1e13) return Math.floor(value);
  return value >= 1e15 ? Math.floor(value / 1000) : undefined;
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
export function isDay(year: number, month: number, day: number): boolean {
  const isLong = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (isLong ? 29 : (LENGTHS[month - 1] ?? 0));
}

let lastDay = { key: 0, at: 0 };

/** The start of a day; rows come day after day, so the last one is kept. */
export function utcDay(year: number, month: number, day: number): number {
  const key = (year * 13 + month) * 32 + day;
  if (lastDay.key !== key) lastDay = { key, at: Date.UTC(year, month - 1, day) };
  return lastDay.at;
}

/** Written out by hand: a million rows have three of these each. */
export function parseIsoTime(text: string): number | undefined {
  if (text.length < 16 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH || text.charCodeAt(13) !== COLON)
    return undefined;
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
    zone === undefined
      ? localHour(year, month, day, hour)
      : utcDay(year, month, day) + hour * 3_600_000 - zone * 60_000;
  const at = start + minute * 60_000 + second * 1000 + fraction;
  return Number.isFinite(at) ? at : undefined;
}

/** True where a time that was read by `parseIsoTime` does not say its zone: `Z`, `+02`, `+0200` or `+02:00`. */
export function isLocalIso(text: string): boolean {
  return isDigit(text.charCodeAt(text.length - 1)) && !/[+-]/.test(text.slice(16));
}

/** Minutes east of Greenwich. */
export function zoneMinutes(text: string): number | undefined {
  if (text === 'Z' || text === 'z' || text === 'UTC' || text === 'GMT') return 0;
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(text);
  if (!match) return undefined;
  const [hours, minutes] = [Number(match[2]), Number(match[3] ?? 0)];
  return hours <= 14 && minutes < 60 ? (match[1] === '-' ? -1 : 1) * (hours * 60 + minutes) : undefined;
}

const localHours = new Map<number, number>();

/** The start of an hour in the zone of this machine; kept, because asking for it is slow. */
export function localHour(year: number, month: number, day: number, hour: number): number {
  const key = ((year * 13 + month) * 32 + day) * 24 + hour;
  let at = localHours.get(key);
  if (at === undefined) {
    if (localHours.size > 5000) localHours.clear();
    at = new Date(year, month - 1, day, hour).getTime();
    localHours.set(key, at);
  }
  return at;
}
