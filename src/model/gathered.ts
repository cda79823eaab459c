import type { IntegrationList, RepositoryList } from './integration';
import type { FailureKind, RequestId, SourceId, Stamp } from './reading';

/** Why a source could not be read. Holds no part of an answer but the vendor's own error and advice. */
export interface SourceFailure<Source extends RequestId = SourceId> {
  readonly kind: FailureKind;
  readonly source: Source;
  readonly request: string;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** What the answer itself says went wrong. */
  readonly detail?: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export type Outcome<T> =
  | { readonly state: 'read'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: SourceFailure }
  /** Still being read for the first time. */
  | { readonly state: 'pending'; readonly source: SourceId };

export interface ServerInfo {
  readonly version: string;
  /** Jira's clock minus the browser's, in milliseconds; undefined where the answer held no time. */
  readonly clockOffset: number | undefined;
  readonly stamp: Stamp;
}

export interface Myself {
  readonly displayName: string;
  readonly stamp: Stamp;
}

/** Everything that was gathered: what each source gave, or why it gave nothing. */
export interface Gathered {
  readonly integrations: Outcome<IntegrationList>;
  readonly repositories: Outcome<RepositoryList>;
  readonly 'server-info': Outcome<ServerInfo>;
  readonly myself: Outcome<Myself>;
}

export const SOURCE_IDS = [
  'integrations',
  'repositories',
  'server-info',
  'myself',
] as const satisfies readonly SourceId[];
