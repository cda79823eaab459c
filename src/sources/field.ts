import { isMoment } from '../model/limits';
import { absent, known, unreadable, type Reading, type Stamp } from '../model/reading';
import { redact } from '../model/redact';

export type Row = Readonly<Record<string, unknown>>;

/** Understands what stands in a field, which is not null; undefined where it does not. */
export type Understand<T> = (written: unknown) => T | undefined;

/** A boolean, or the texts `"true"` and `"false"` that GIJ sends in places (gij.md, quirk 6). */
export function flag(written: unknown): boolean | undefined {
  if (typeof written === 'boolean') return written;
  const word = typeof written === 'string' ? written.trim().toLowerCase() : undefined;
  if (word === 'true') return true;
  return word === 'false' ? false : undefined;
}

const DIGITS = /^\d{1,16}$/;

/** A number, or its digits as a text. */
export function numberIn(written: unknown): number | undefined {
  if (typeof written === 'number') return written;
  const digits = typeof written === 'string' ? written.trim() : '';
  return DIGITS.test(digits) ? Number(digits) : undefined;
}

/** Milliseconds since the epoch, as a number or as its digits. */
export function date(written: unknown): number | undefined {
  const time = numberIn(written);
  return time !== undefined && isMoment(time) ? time : undefined;
}

/** A text. One that lost a byte on its way, which leaves a mark, is another text, and not understood. */
export function text(written: unknown): string | undefined {
  return typeof written === 'string' && !written.includes('\uFFFD') ? written : undefined;
}

/** A text that is kept. Names too: the vendor's default name is made from the origin. */
export function redacted(written: unknown): string | undefined {
  const kept = text(written);
  return kept === undefined ? undefined : redact(kept);
}

/** A text of which blanks around it say nothing. */
export function trimmed(written: unknown): string | undefined {
  return text(written)?.trim();
}

/** An id, a whole number from 1, which may arrive as a number or as a text (gij.md, quirk 6). */
export function id(written: unknown): number | undefined {
  const number = numberIn(written);
  return number !== undefined && Number.isSafeInteger(number) && number >= 1 ? number : undefined;
}

/** The number of entries of a list. */
export function listLength(written: unknown): number | undefined {
  return Array.isArray(written) ? written.length : undefined;
}

const LONGEST_RAW = 60;

/** What stood in a field, short enough to show and without a credential. Of an object only that it was one: it may hold anything. */
export function shorten(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return '{…}';
  const raw = redact(String(value));
  return raw.length > LONGEST_RAW ? `${raw.slice(0, LONGEST_RAW)}…` : raw;
}

/** Reads one field of a row; an absent field or null is `absent`, never a default (gij.md, quirk 5). */
export function readField<T>(row: Row, field: string, understand: Understand<T>, stamp: Stamp): Reading<T> {
  const written = row[field];
  if (written === undefined || written === null) return absent(field, stamp);
  const value = understand(written);
  return value === undefined ? unreadable(field, shorten(written), stamp) : known(field, value, stamp);
}

/** Reads a text that cannot be blank: a blank one is as good as none. */
export function readFilled(row: Row, field: string, understand: Understand<string>, stamp: Stamp): Reading<string> {
  const reading = readField(row, field, understand, stamp);
  return reading.kind === 'known' && reading.value.trim() === '' ? absent(field, stamp) : reading;
}
