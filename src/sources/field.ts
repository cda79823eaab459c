import * as v from 'valibot';

import { isMoment } from '../model/limits';
import { absent, known, unreadable, type Reading, type Stamp } from '../model/reading';
import { redact } from '../model/redact';

export type Row = Readonly<Record<string, unknown>>;

/** A boolean, or the texts `"true"` and `"false"` that GIJ sends in places (gij.md, quirk 6). */
export const flag = v.union([
  v.boolean(),
  v.pipe(
    v.string(),
    v.trim(),
    v.toLowerCase(),
    v.picklist(['true', 'false']),
    v.transform((text) => text === 'true'),
  ),
]);

/** Milliseconds since the epoch, as a number or as its digits. */
export const date = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.trim(), v.regex(/^\d{1,16}$/), v.transform(Number))]),
  v.check(isMoment),
);

/** A text that lost a byte on its way, which leaves this mark, is another text. */
const isWhole = (value: string) => !value.includes('\uFFFD');

export const text = v.pipe(v.string(), v.check(isWhole));

/** A text that is kept. Names too: the vendor's default name is made from the origin. */
export const redacted = v.pipe(text, v.transform(redact));

/** A text of which blanks around it say nothing. */
export const trimmed = v.pipe(text, v.trim());

/** An id, a whole number from 1, which may arrive as a number or as a text (gij.md, quirk 6). */
export const id = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.trim(), v.regex(/^\d{1,16}$/), v.transform(Number))]),
  v.safeInteger(),
  v.minValue(1),
  v.transform(String),
);

/** The number of entries of a list. */
export const listLength = v.pipe(
  v.array(v.unknown()),
  v.transform((list) => list.length),
);

const LONGEST_RAW = 60;

/** What stood in a field, short enough to show and without a credential. Of an object only that it was one: it may hold anything. */
export function shorten(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return '{…}';
  const raw = redact(String(value));
  return raw.length > LONGEST_RAW ? `${raw.slice(0, LONGEST_RAW)}…` : raw;
}

/** Reads one field of a row; an absent field or null is `absent`, never a default (gij.md, quirk 5). */
export function readField<T>(
  row: Row,
  field: string,
  schema: v.GenericSchema<unknown, T>,
  stamp: Stamp,
): Reading<T> {
  const value = row[field];
  if (value === undefined || value === null) return absent(field, stamp);
  const result = v.safeParse(schema, value);
  return result.success ? known(field, result.output, stamp) : unreadable(field, shorten(value), stamp);
}

/** Reads a text that cannot be blank: a blank one is as good as none. */
export function readFilled(row: Row, field: string, schema: v.GenericSchema<unknown, string>, stamp: Stamp): Reading<string> {
  const reading = readField(row, field, schema, stamp);
  return reading.kind === 'known' && reading.value.trim() === '' ? absent(field, stamp) : reading;
}
