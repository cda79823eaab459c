import type { Judgement, Severity } from './verdict';

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
}
