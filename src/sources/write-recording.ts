import type { Gathered, Myself, Outcome } from '../model/gathered';
import { redact } from '../model/redact';

/** Tells such a file from others. */
export const FORMAT = 'git-integration-checkup-recording';
export const VERSION = 1;

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

/** A value of JSON without credentials. */
export function redacted(_: string, value: unknown): unknown {
  return typeof value === 'string' ? redact(value) : value;
}

/** What was gathered as a file. It holds no credential, and not who is signed in; names and addresses of git hosts are in it. */
export function recordingText(gathered: Gathered, { baseUrl, appVersion, now }: From): string {
  const recording: Recording = {
    recordedAt: now,
    baseUrl,
    appVersion,
    gathered: { ...gathered, myself: unnamed(gathered.myself) },
  };
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...recording }, redacted, 1)}\n`;
}
