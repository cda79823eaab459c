import { plainText } from '../core';
import type { Texts } from '../i18n/texts';
import type { Message } from '../model/message';

/** One of the two ways in which a program speaks. */
export interface Output {
  /** Resolves once all of it was handed on, or nobody reads any more; rejects where it could not be written. */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** Characters in a line; undefined where nobody knows. */
  readonly columns?: number | undefined;
}

/** A file that may be too large to be held as one text. */
export interface OpenFile {
  /** Milliseconds since the epoch. */
  readonly writtenAt: number;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** The files that a command reads and writes. Rejects with Node's own errors. */
export interface Files {
  readonly read: (path: string) => Promise<string>;
  /** Of `-` what comes in on stdin, as if it were written now. */
  readonly open: (path: string) => Promise<OpenFile>;
  /** Whether others than its owner may read it; false where the system has no such thing. */
  readonly isReadByOthers: (path: string) => Promise<boolean>;
  /** Puts the text in the place of what the file held: the whole of it or, where that fails, nothing. */
  readonly replace: (path: string, text: string) => Promise<void>;
  /** Whether two names are of the same file, behind links too. */
  readonly isSame: (one: string, other: string) => Promise<boolean>;
}

/** What is around a run of the command line. */
export interface Io {
  /** For what was asked for, and nothing else. */
  readonly stdout: Output;
  /** For progress and faults. */
  readonly stderr: Output;
  readonly files: Files;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly send: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Resolves after that many milliseconds; rejects when the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Aborted when somebody stops the program. */
  readonly signal: AbortSignal;
  /** In English, those of the panel among them. */
  readonly t: Texts;
  /** Of this app. */
  readonly version: string;
}

/** What the program ends with. */
export const EXIT = {
  /** Nothing at or above what `--fail-on` says. */
  fine: 0,
  findings: 1,
  /** Usage, login or connection. */
  fault: 2,
  /** Something that matters could not be judged. */
  missed: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Back to the begin of the line, and nothing in it: what tells of progress may stand there. */
const CLEAR = '\r\u001b[K';

/** A line on stderr. Names and answers in it are free texts, and tell a terminal nothing. */
export async function tell({ stderr, t }: Pick<Io, 'stderr' | 't'>, said: Message): Promise<void> {
  await stderr.write(`${stderr.isTerminal ? CLEAR : ''}git-integration-checkup: ${plainText(t(said))}\n`);
}

/** Shows on a terminal how far something is, in the place of what it showed before; without a text it takes that away. */
export async function showProgress({ stderr, t }: Pick<Io, 'stderr' | 't'>, said?: Message): Promise<void> {
  if (stderr.isTerminal) await stderr.write(CLEAR + (said ? plainText(t(said)) : ''));
}
