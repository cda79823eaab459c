import { isoBlur, parseEpoch, parseIsoTime } from './iso-time';
import { parseRelative } from './relative-time';
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
