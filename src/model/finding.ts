import type { Fix } from './change';
import type { Judgement, Severity } from './verdict';

/** Why a Fail is meant to be so. */
export const ACCEPTANCE_REASONS = ['does-not-apply', 'mitigated', 'planned', 'risk-accepted'] as const;

export type AcceptanceReason = (typeof ACCEPTANCE_REASONS)[number];

/** An admin's word that a Fail is meant to be so, for a while. */
export interface Acceptance {
  readonly reason: AcceptanceReason;
  /** At most 500 characters; blank where nothing was noted. */
  readonly note: string;
  /** Milliseconds since the epoch, by the browser's clock, as `until`. */
  readonly at: number;
  readonly until: number;
  /** Display name of the admin; absent where Jira did not tell it. */
  readonly by?: string;
}

/** What one check says of one subject. */
export interface Finding extends Judgement {
  /** Id of the check. */
  readonly check: string;
  /** Of this verdict: a check may weigh less in some cases. */
  readonly severity: Severity;
  readonly scope: 'integration' | 'instance';
  /** Key of the integration, {@link SINGLE_REPOSITORIES} or `instance`. */
  readonly subject: string;
  /** Left out where the rule is our own. */
  readonly docs?: string;
  /** How this Fail can be put right from here; absent where GIJ's REST API does not change what is wrong. */
  readonly fix?: Fix;
  /** By whom and why this Fail was accepted. */
  readonly acceptance?: Acceptance;
}
