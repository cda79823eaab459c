import * as v from 'valibot';

import { gatheredSchema, moment } from './recording-schema';
import { FORMAT, redacted, VERSION, type Recording } from './write-recording';

/** Of a recording that is read: characters. One of 500 integrations with 20,000 repositories has 3.4 million. */
const MOST_CHARACTERS = 100_000_000;

/** `newer` was written by a later version of this app; `unreadable` is no whole recording. */
export type ReadRecording =
  { readonly kind: 'read'; readonly recording: Recording } | { readonly kind: 'newer' | 'unreadable' };

const schema = v.object({
  recordedAt: moment,
  baseUrl: v.string(),
  appVersion: v.string(),
  gathered: gatheredSchema,
});

const head = v.object({ format: v.literal(FORMAT), version: v.number() });

function parsedJson(text: string): unknown {
  try {
    // An editor may have put a mark before it.
    return JSON.parse(text.replace(/^\uFEFF/, ''), redacted);
  } catch {
    return undefined;
  }
}

/** @param text of a file, which anybody may have written: what is spoilt in it spoils all of it */
export function parseRecording(text: string): ReadRecording {
  const value = text.length <= MOST_CHARACTERS ? parsedJson(text) : undefined;
  if (!v.is(head, value)) return { kind: 'unreadable' };
  if (value.version > VERSION) return { kind: 'newer' };
  const parsed = v.safeParse(schema, value);
  return parsed.success && value.version === VERSION
    ? { kind: 'read', recording: parsed.output }
    : { kind: 'unreadable' };
}
