import type { Severity } from './verdict';

/** What admins may set of the checks; an id is that of a check. */
export interface CheckSettings {
  /** Checks that are switched off. */
  readonly off: readonly string[];
  /** How much a Fail of a check weighs, where an admin says so. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** Repositories of one integration. */
  readonly mostRepositories: number;
  /** After how many reindex intervals an integration that was not indexed is stale. */
  readonly staleRounds: number;
  /** A regular expression that display names have to match. */
  readonly namePattern?: string;
}

/** The vendor's limit of repositories; that three rounds are stale is inferred, as no page says it. */
export const DEFAULT_CHECK_SETTINGS: CheckSettings = {
  off: [],
  severities: {},
  mostRepositories: 2_000,
  staleRounds: 3,
};
