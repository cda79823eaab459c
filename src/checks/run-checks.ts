import type { CheckSettings } from '../model/check-settings';
import type { Confirmations } from '../model/confirmation';
import type { Finding } from '../model/finding';
import { mapOutcome, read, type Gathered, type Outcome } from '../model/gathered';
import type { Integration, RepositoryList, RepositorySummary } from '../model/integration';
import { forEachTally, SINGLE_REPOSITORIES } from '../model/integration';
import { message } from '../model/message';
import { isKnown, type Reading } from '../model/reading';
import type { ReindexStatus } from '../model/reindex';
import {
  notApplicable,
  SEVERITY_ORDER,
  unknown,
  unknownReading,
  type Judgement,
  type Severity,
} from '../model/verdict';
import type { InstanceFacts, IntegrationCheck, IntegrationFacts, SingleRepositoriesFacts } from './check';
import { INSTANCE_CHECKS, INTEGRATION_CHECKS } from './registry';

export interface RunOptions {
  readonly confirmations: Confirmations;
  /** Minutes. Pending while the schedule is still being read, and nobody gave it. */
  readonly reindexInterval: Outcome<Reading<number>>;
  /** What the reindex advisor says; `pending` while it is not known yet. */
  readonly reindex: ReindexStatus | 'pending';
  readonly settings: CheckSettings;
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
}

export interface CheckResults {
  readonly byIntegration: ReadonlyMap<string, readonly Finding[]>;
  /** Empty where there are no single repositories, or they are still being read. */
  readonly singleRepositories: readonly Finding[];
  readonly instance: readonly Finding[];
}

/** The advice, while the page is still working it out. */
const ADVICE_PENDING = { state: 'pending', source: 'advice' } as const;

/** What is there to judge by: each piece as it was read, or the failure of its source. */
type Piece<T> = Outcome<T> | typeof ADVICE_PENDING;
type Pieces<Facts> = { readonly [Name in keyof Facts]: Piece<Facts[Name]> };

interface Judge<Facts> {
  readonly id: string;
  readonly severity: Severity;
  readonly scope: 'integration' | 'instance';
  readonly docs?: string;
  readonly needs: readonly (keyof Facts)[];
  judge(facts: Facts): Judgement;
}

function unknownSource(piece: Exclude<Piece<unknown>, { state: 'read' }>): Judgement {
  if (piece.state === 'pending') {
    const { source } = piece;
    const reason =
      source === 'advice'
        ? message('reason.advice-pending')
        : message('reason.source-pending', message(`source.${source}`));
    return { ...unknown(reason), pending: true };
  }
  const { source, kind } = piece.failure;
  return unknown(message('reason.source-failed', message(`source.${source}`), message(`failure.${kind}.short`)));
}

/** Gives the judge just what it needs. A missing piece makes it Unknown, unless something is certain without it. */
function judge<Facts>(check: Judge<Facts>, pieces: Pieces<Facts>, certain?: () => Judgement | undefined): Judgement {
  const facts: Partial<Facts> = {};
  for (const name of check.needs) {
    const piece = pieces[name];
    if (piece.state !== 'read') return certain?.() ?? unknownSource(piece);
    facts[name] = piece.value;
  }
  return guarded(() => check.judge(facts as Facts));
}

/** A judge that throws is an Error in its own row, and leaves the others alone. */
function guarded(work: () => Judgement): Judgement {
  try {
    return work();
  } catch (error) {
    return {
      verdict: 'error',
      found: [],
      reason: message('reason.threw', error instanceof Error ? error.message : ''),
    };
  }
}

const SWITCHED_OFF = notApplicable(message('reason.switched-off'));

/** What a verdict weighs: as an admin set it for the check, but for a verdict that weighs less by itself. */
function severityOf<Facts>({ id, severity }: Judge<Facts>, own: Severity | undefined, set: CheckSettings): Severity {
  const checks = set.severities[id] ?? severity;
  if (own === undefined) return checks;
  return set.severities[id] === undefined || SEVERITY_ORDER[own] > SEVERITY_ORDER[checks] ? own : checks;
}

/** Field by field, because there are thousands: a spread in the middle of an object takes longer than most judges. */
function finding<Facts>(check: Judge<Facts>, subject: string, set: CheckSettings, judged: () => Judgement): Finding {
  const { id, scope, docs } = check;
  const judgement = set.off.includes(id) ? SWITCHED_OFF : judged();
  const { verdict, found, title, wanted, reason, caution, undoneBy, pending, needsData } = judgement;
  const made: { -readonly [Name in keyof Finding]: Finding[Name] } = {
    check: id,
    scope,
    subject,
    verdict,
    found,
    severity: severityOf(check, judgement.severity, set),
  };
  if (docs !== undefined) made.docs = docs;
  if (title) made.title = title;
  if (wanted) made.wanted = wanted;
  if (reason) made.reason = reason;
  if (caution) made.caution = caution;
  if (undoneBy) made.undoneBy = undoneBy;
  if (pending) made.pending = pending;
  if (needsData) made.needsData = needsData;
  return made;
}

/** An integration that the list of repositories does not mention has none. */
function noRepositories({ atLeast, unplaced, notReported, stamp }: RepositoryList): RepositorySummary {
  const tallies = forEachTally(() => ({ yes: 0, unknown: 0, examples: [] }));
  return { total: 0, disabled: 0, groups: [], atLeast, unusable: unplaced, notReported, stamp, ...tallies };
}

/** The repositories of one integration, or why they could not be read. */
export function repositoriesOf(gathered: Gathered, id: string): Outcome<RepositorySummary> {
  return mapOutcome(gathered.repositories, (list) => list.byIntegration[id] ?? noRepositories(list));
}

/** Of an integration that may be disabled nobody can say that it is as it should be: it may not be in use at all. */
function unlessDisabled({ disabled }: Integration, judgement: Judgement): Judgement {
  return judgement.verdict === 'pass' && disabled.kind !== 'known' ? unknownReading(disabled) : judgement;
}

function judgeOne(check: IntegrationCheck, integration: Integration, pieces: Pieces<IntegrationFacts>): Judgement {
  const { disabled } = integration;
  if (isKnown(disabled, true)) return notApplicable(message('reason.disabled'), [disabled]);
  const judgement = guarded(() => {
    const applies = check.appliesTo(integration);
    return applies === true ? judge(check, pieces, () => check.certainFail?.(integration)) : applies;
  });
  return unlessDisabled(integration, judgement);
}

function judgeIntegration(
  integration: Integration,
  pieces: Pieces<IntegrationFacts>,
  { confirmations, settings }: RunOptions,
): readonly Finding[] {
  return INTEGRATION_CHECKS.map((check) => {
    const judged = finding(check, integration.key, settings, () => judgeOne(check, integration, pieces));
    // A PUT says whether the integration is disabled, so that has to be known.
    const isFixable = judged.verdict === 'fail' && integration.disabled.kind === 'known';
    const fix = isFixable ? check.fix?.(integration, confirmations) : undefined;
    return fix ? { ...judged, fix } : judged;
  });
}

function judgeSingleRepositories(pieces: Pieces<SingleRepositoriesFacts>, set: CheckSettings): readonly Finding[] {
  return INTEGRATION_CHECKS.map((check) => {
    const inapplicable = notApplicable(message('reason.single-repositories'));
    const judgeSingle = (facts: SingleRepositoriesFacts) => check.judgeSingleRepositories?.(facts) ?? inapplicable;
    const needs = (['repositories', 'reindexInterval', 'reindex', 'settings', 'now'] as const).filter(
      (name) => name === 'repositories' || check.needs.includes(name),
    );
    return finding(check, SINGLE_REPOSITORIES, set, () =>
      check.judgeSingleRepositories
        ? judge<SingleRepositoriesFacts>({ ...check, needs, judge: judgeSingle }, pieces)
        : inapplicable,
    );
  });
}

/** There are some, or there may be: rows are missing, or their list failed while there is one of integrations. */
function mayHaveSingle(single: Outcome<RepositorySummary>, { integrations }: Gathered): boolean {
  if (single.state === 'read') return single.value.total + single.value.unusable > 0 || single.value.atLeast;
  return single.state === 'failed' && integrations.state === 'read';
}

/** The time by Jira's clock, which is known where Jira told it: its dates are judged by no other. */
function jirasClock({ 'server-info': info }: Gathered, now: number): Outcome<number> {
  if (info.state !== 'read' || info.value.clockOffset !== undefined) return mapOutcome(info, () => now);
  const { stamp } = info.value;
  return {
    state: 'failed',
    failure: { kind: 'malformed', source: 'server-info', request: stamp.request, at: stamp.readAt },
  };
}

/**
 * Judges everything that was gathered. Every registered check gives one finding for every integration; nothing
 * is dropped, and a source that failed makes Unknown what needed it. Pure: the same input gives the same result.
 */
export function runChecks(gathered: Gathered, options: RunOptions): CheckResults {
  const { integrations, repositories } = gathered;
  const { settings } = options;
  const all = integrations.state === 'read' ? integrations.value.integrations : [];
  const shared = {
    integrationList: integrations,
    confirmations: read(options.confirmations),
    reindexInterval: options.reindexInterval,
    reindex: options.reindex === 'pending' ? ADVICE_PENDING : read(options.reindex),
    settings: read(settings),
    now: jirasClock(gathered, options.now),
  };
  const byIntegration = all.map((integration) => {
    const pieces = {
      ...shared,
      integration: read(integration),
      repositories: repositoriesOf(gathered, integration.id),
    };
    return [integration.key, judgeIntegration(integration, pieces, options)] as const;
  });
  const single = mapOutcome(repositories, (list) => list.single);
  const instance: Pieces<InstanceFacts> = {
    integrations,
    repositories,
    confirmations: shared.confirmations,
    // The advice counts the repositories and looks at their dates: it may change as long as they are being read.
    reindex: repositories.state === 'pending' ? repositories : shared.reindex,
  };
  return {
    byIntegration: new Map(byIntegration),
    singleRepositories: mayHaveSingle(single, gathered)
      ? judgeSingleRepositories({ ...shared, repositories: single }, settings)
      : [],
    instance: INSTANCE_CHECKS.map((check) => finding(check, 'instance', settings, () => judge(check, instance))),
  };
}
