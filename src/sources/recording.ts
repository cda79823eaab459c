import * as v from 'valibot';

import type { Gathered, Outcome, Myself } from '../model/gathered';
import { redact } from '../model/redact';
import { gatheredSchema, moment } from './recording-schema';

/** Tells such a file from others. */
const FORMAT = 'git-integration-checkup-recording';
const VERSION = 1;

/** Of a recording that is read: characters. One of 500 integrations with 20,000 repositories has 3.4 million. */
const MOST_CHARACTERS = 100_000_000;

/** What was gathered of a Jira, to be judged elsewhere or later. */
export interface Recording {
  /** When it was written: milliseconds since the epoch, by the clock of whoever wrote it. */
  readonly recordedAt: number;
  /** Address of the Jira with its context path. */
  readonly baseUrl: string;
  /** Of this app. */
  readonly appVersion: string;
  readonly gathered: Gathered;
}

/** `newer` was written by a later version of this app; `unreadable` is no whole recording. */
export type ReadRecording =
  { readonly kind: 'read'; readonly recording: Recording } | { readonly kind: 'newer' | 'unreadable' };

interface From {
  readonly baseUrl: string;
  readonly appVersion: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Nothing is judged by who is signed in, and whoever gets the recording need not know. */
function unnamed(myself: Outcome<Myself>): Outcome<Myself> {
  return myself.state === 'read' ? { state: 'read', value: { stamp: myself.value.stamp } } : myself;
}

/** What was gathered as a file. It holds no credential, and not who is signed in; names and addresses of git hosts are in it. */
export function recordingText(gathered: Gathered, { baseUrl, appVersion, now }: From): string {
  const recording: Recording = {
    recordedAt: now,
    baseUrl,
    appVersion,
    gathered: { ...gathered, myself: unnamed(gathered.myself) },
  };
  const redacted = (_: string, value: unknown) => (typeof value === 'string' ? redact(value) : value);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...recording }, redacted, 1)}\n`;
}

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
    return JSON.parse(text.replace(/^\uFEFF/, ''));
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
