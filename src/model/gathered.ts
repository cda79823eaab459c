import type { IntegrationList, RepositoryList } from './integration';
import type { FailureKind, SourceId, Stamp } from './reading';
import type { ScheduleReading } from './schedule';

/** Why a request failed. Holds no part of an answer but the vendor's own error and advice. */
export interface RequestFailure {
  readonly kind: FailureKind;
  readonly request: string;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** What the answer itself says went wrong. */
  readonly detail?: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Why a source could not be read. */
export interface SourceFailure extends RequestFailure {
  readonly source: SourceId;
}

export type Outcome<T> =
  | { readonly state: 'read'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: SourceFailure }
  /** Still being read for the first time. */
  | { readonly state: 'pending'; readonly source: SourceId };

/** Of a source that gave nothing, or nothing yet. */
export type Unread = Exclude<Outcome<unknown>, { readonly state: 'read' }>;

export function read<T>(value: T): Outcome<T> {
  return { state: 'read', value };
}

/** Changes what was read; a failure stays as it is. */
export function mapOutcome<T, R>(outcome: Outcome<T>, change: (value: T) => R): Outcome<R> {
  return outcome.state === 'read' ? read(change(outcome.value)) : outcome;
}

export interface ServerInfo {
  readonly version: string;
  /** What the admins of this Jira call it. */
  readonly title?: string;
  /** Jira's clock minus the browser's, in milliseconds; absent where the answer held no time. */
  readonly clockOffset?: number;
  readonly stamp: Stamp;
}

export interface Myself {
  /** Absent in a recording. */
  readonly displayName?: string;
  /** Of the profile, such as `Europe/Berlin`; absent where Jira did not tell it. */
  readonly timeZone?: string;
  readonly stamp: Stamp;
}

/** Of GIJ, such as `5.1.1`. */
export interface GijVersion {
  readonly version: string;
  readonly stamp: Stamp;
}

/** Everything that was gathered: what each source gave, or why it gave nothing. JSON. */
export interface Gathered {
  readonly integrations: Outcome<IntegrationList>;
  readonly repositories: Outcome<RepositoryList>;
  readonly 'server-info': Outcome<ServerInfo>;
  readonly myself: Outcome<Myself>;
  readonly schedule: Outcome<ScheduleReading>;
  readonly 'gij-version': Outcome<GijVersion>;
}

export const SOURCE_IDS = [
  'integrations',
  'repositories',
  'server-info',
  'myself',
  'schedule',
  'gij-version',
] as const satisfies readonly SourceId[];

/**
 * Good to have, and nothing is wrong without it: not every Jira admin may open the page of the scheduler, or ask for the
 * version of an app.
 */
const OPTIONAL_SOURCES: readonly SourceId[] = ['schedule', 'gij-version'];

/** What the page waits for, and tells of where it could not be read. */
export const REQUIRED_SOURCES: readonly SourceId[] = SOURCE_IDS.filter((source) => !OPTIONAL_SOURCES.includes(source));
