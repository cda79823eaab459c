import { LONGEST_INTERVAL } from '../model/limits';

/** Durations as people and pages write them, in minutes. */

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(ms|msec|millis|milliseconds?)$/, 1 / 60_000],
  [/^(s|sec|secs|seconds?)$/, 1 / 60],
  [/^(m|min|mins|minutes?)$/, 1],
  [/^(h|hr|hrs|hours?)$/, 60],
  [/^(d|days?)$/, 1440],
  [/^(w|weeks?)$/, 10_080],
];

/** Minutes in one unit; `undefined` for a word that is no unit of time. */
function unitMinutes(word: string): number | undefined {
  return UNITS.find(([pattern]) => pattern.test(word))?.[1];
}

const known = new Map<string, number | undefined>();

/**
 * Minutes of a written duration, or `undefined` when it is none.
 * Understood: "2 minutes, 17 seconds", "1 day", "2m 17s", "137 s", "0:02:17" (hours first), "2:17" (minutes first),
 * "PT2M17S", and a bare number, which is in minutes. "-" and an empty text are no duration, and nothing is
 * longer than the longest reindex interval.
 */
export function parseDuration(text: string): number | undefined {
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  const found = readDuration(text.trim().toLowerCase().replace(/\s+/g, ' '));
  if (found !== undefined && text.length < 40) {
    if (known.size > 5000) known.clear();
    known.set(text, found);
  }
  return found;
}

function readDuration(text: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return finite(Number(text));
  if (text === 'less than a second' || text === 'no delay') return 0;
  return readClock(text) ?? readIso(text) ?? readWords(text);
}

function readClock(text: string): number | undefined {
  const match = /^(?:(\d+):)?(\d+):(\d\d(?:\.\d+)?)$/.exec(text);
  if (!match) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0'] = match;
  if (Number(seconds) >= 60 || (match[1] !== undefined && Number(minutes) >= 60)) return undefined;
  return finite(Number(hours) * 60 + Number(minutes) + Number(seconds) / 60);
}

function readIso(text: string): number | undefined {
  const match = /^p(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?)?$/.exec(text);
  if (!match || text.length < 3 || text.endsWith('t')) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return finite((days ?? 0) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0) + (seconds ?? 0) / 60);
}

/** A sum of amounts with units; every character must belong to one of them. */
function readWords(text: string): number | undefined {
  const part = /(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|an?)\s*([a-z]+)\.?(?:\s*,\s*|\s+and\s+|\s+|$)?/y;
  let total = 0;
  let end = 0;
  for (let match = part.exec(text); match; match = part.exec(text)) {
    const amount = /^an?$/.test(match[1] ?? '') ? 1 : Number((match[1] ?? '').replaceAll(',', ''));
    const unit = unitMinutes(match[2] ?? '');
    if (unit === undefined) return undefined;
    total += amount * unit;
    end = part.lastIndex;
  }
  return end > 0 && end === text.length ? finite(total) : undefined;
}

function finite(minutes: number): number | undefined {
  return minutes >= 0 && minutes <= LONGEST_INTERVAL ? minutes : undefined;
}
