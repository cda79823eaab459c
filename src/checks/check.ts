import type { Fix } from '../model/change';
import type { CheckSettings } from '../model/check-settings';
import type { Confirmations } from '../model/confirmation';
import type { Integration, IntegrationList, RepositoryList, RepositorySummary } from '../model/integration';
import type { Reading } from '../model/reading';
import type { ReindexStatus } from '../model/reindex';
import type { Judgement, Severity } from '../model/verdict';

/** Everything a check of an integration may ask for. A check gets only what its `needs` names. */
export interface IntegrationFacts {
  readonly integration: Integration;
  /** The judged one is among them. */
  readonly integrationList: IntegrationList;
  readonly repositories: RepositorySummary;
  readonly confirmations: Confirmations;
  /** Minutes; 0 or above 31 days the schedule is off. */
  readonly reindexInterval: Reading<number>;
  /** What a round of the scheduled reindex takes, where that is known. */
  readonly reindex: ReindexStatus;
  /** What admins set of the checks. */
  readonly settings: CheckSettings;
  /** Milliseconds since the epoch, by Jira's clock where it is known. */
  readonly now: number;
}

/** What there is to judge single repositories by: they have no integration. */
export type SingleRepositoriesFacts = Pick<
  IntegrationFacts,
  'repositories' | 'reindexInterval' | 'reindex' | 'settings' | 'now'
>;

export interface InstanceFacts {
  readonly integrations: IntegrationList;
  readonly repositories: RepositoryList;
  readonly confirmations: Confirmations;
  readonly reindex: ReindexStatus;
}

interface CommonParts<Scope extends string, Facts, Needed extends keyof Facts> {
  /** Also the file name, and part of the keys of its texts: `check.<id>.name`, `.pass`, `.fail`, `.why`, ... */
  readonly id: string;
  readonly scope: Scope;
  readonly severity: Severity;
  /** Page of the vendor's documentation that the rule comes from; left out where the rule is our own. */
  readonly docs?: string;
  /** The facts it is judged on. Where the source of one of them failed, the check is Unknown. */
  readonly needs: readonly Needed[];
  judge(facts: Pick<Facts, Needed>): Judgement;
}

export interface IntegrationCheck<Needed extends keyof IntegrationFacts = keyof IntegrationFacts> extends CommonParts<
  'integration',
  IntegrationFacts,
  Needed
> {
  /** True, or the judgement that it does not apply, with the reason and what it was judged on. */
  appliesTo(integration: Integration): true | Judgement;
  /**
   * The Fail that the integration alone makes certain, where its repositories could not be read. Undefined where
   * these decide.
   */
  certainFail?(integration: Integration): Judgement | undefined;
  /**
   * The settings of a PUT that would put a Fail of this integration right; undefined where what is wrong is no setting of
   * its own.
   */
  fix?(integration: Integration, confirmations: Confirmations): Fix | undefined;
  /** How the single repositories are judged; left out where the check is about integrations only. */
  judgeSingleRepositories?(facts: SingleRepositoriesFacts): Judgement;
}

export type InstanceCheck<Needed extends keyof InstanceFacts = keyof InstanceFacts> = CommonParts<
  'instance',
  InstanceFacts,
  Needed
>;

/** Gives a check its types: `judge` sees just the facts that `needs` names. */
export function integrationCheck<Needed extends keyof IntegrationFacts>(
  check: Omit<IntegrationCheck<Needed>, 'scope'>,
): IntegrationCheck<Needed> {
  return { ...check, scope: 'integration' };
}

export function instanceCheck<Needed extends keyof InstanceFacts>(
  check: Omit<InstanceCheck<Needed>, 'scope'>,
): InstanceCheck<Needed> {
  return { ...check, scope: 'instance' };
}
