import { parseDuration } from '../../schedule/duration';
import { isoBlur, parseEpoch, parseIsoTime } from './iso-time';
import { AMBIGUOUS, parseWritten, type DayOrder, type WrittenMoment } from './written-time';

/** A moment in milliseconds since the epoch, and by how many minutes it may be off. */
export interface Moment {
  readonly at: number;
  readonly blur: number;
}

/**
 * Reads a time: ISO 8601, epoch seconds or milliseconds, a date as pages and database tools write it, or relative to
 * `capturedAt` ("1 minute ago", "an hour ago", "just now"). A time without a zone is in the zone of this machine, which
 * is the one the admin's browser shows. Undefined for what is none, and for a date that may be two.
 */
export function parseTime(text: string, capturedAt: number): Moment | undefined {
  const iso = parseIsoTime(text);
  if (iso !== undefined) return { at: iso, blur: isoBlur(text) };
  const epoch = parseEpoch(text);
  if (epoch !== undefined) return { at: epoch, blur: 0 };
  const written = parseOther(text, capturedAt, undefined);
  return written === AMBIGUOUS || !written ? undefined : { at: written.at, blur: written.blur };
}

/** What is neither ISO 8601 nor a number. */
export function parseOther(
  text: string,
  capturedAt: number,
  order: DayOrder | undefined,
): WrittenMoment | typeof AMBIGUOUS | undefined {
  const plain = text.replace(/[\u00a0\u2007\u2009\u202f]/g, ' ');
  const written = parseWritten(plain, order);
  if (written !== undefined) return written;
  const relative = parseRelative(plain, capturedAt);
  return relative && { ...relative, order: undefined, isLocal: false };
}

/** "5 minutes ago" may be off by a minute, "2 hours ago" by an hour: the smallest unit named. */
function parseRelative(text: string, capturedAt: number): Moment | undefined {
  const lower = text.toLowerCase().replace(/\s+/g, ' ');
  if (/^(just now|now|moments? ago|a? ?few seconds ago|less than a minute ago)$/.test(lower))
    return { at: capturedAt, blur: 1 };
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
