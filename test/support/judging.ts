import type { InstanceCheck, InstanceFacts, IntegrationCheck, IntegrationFacts } from '../../src/checks/check';
import type { Gathered } from '../../src/model/gathered';
import type { ReindexStatus } from '../../src/model/reindex';
import type { Judgement } from '../../src/model/verdict';
import {
  GOOD_INTERVAL,
  confirmations,
  evidence,
  gathered,
  summary,
  type ConfirmationChanges,
  type EvidenceChanges,
  type GatheredChanges,
} from './facts';

/** A row of a table: what is particular, the evidence, and what {@link inShort} gives of the judgement. */
export type Case<Changes> = readonly [name: string, changes: Changes, expected: string];

/** `advisory fail: reason.key`: own severity, verdict and reason; what is not there is left out. */
export function inShort({ verdict, severity, reason }: Judgement): string {
  return [severity && `${severity} `, verdict, reason && `: ${reason.key}`].filter(Boolean).join('');
}

function needed<All, Name extends keyof All>(all: All, needs: readonly Name[]): Pick<All, Name> {
  return Object.fromEntries(needs.map((name) => [name, all[name]])) as Pick<All, Name>;
}

/** Judges with no more evidence than the check asked for. */
export function judge<Name extends keyof IntegrationFacts>(
  check: IntegrationCheck<Name>,
  changes: EvidenceChanges = {},
): Judgement {
  const all = evidence(changes);
  const applies = check.appliesTo(all.integration);
  if (applies !== true) return applies;
  return check.judge(needed(all, check.needs));
}

export function judgeSingle<Name extends keyof IntegrationFacts>(
  check: IntegrationCheck<Name>,
  changes: EvidenceChanges = {},
): Judgement {
  const { reindexInterval, reindex, now } = evidence(changes);
  const judgement = check.judgeSingleRepositories?.({
    repositories: summary(changes.repositories),
    reindexInterval,
    reindex,
    now,
  });
  if (!judgement) throw new Error(`${check.id} does not judge single repositories`);
  return judgement;
}

function readValue<Source extends 'integrations' | 'repositories'>(all: Gathered, source: Source) {
  const outcome = all[source];
  if (outcome.state !== 'read') throw new Error(`${source} failed`);
  return outcome.value as Extract<Gathered[Source], { state: 'read' }>['value'];
}

export function judgeInstance<Name extends keyof InstanceFacts>(
  check: InstanceCheck<Name>,
  changes: GatheredChanges & { readonly confirmations?: ConfirmationChanges; readonly reindex?: ReindexStatus } = {},
): Judgement {
  const all = gathered(changes);
  const given: InstanceFacts = {
    integrations: readValue(all, 'integrations'),
    repositories: readValue(all, 'repositories'),
    confirmations: confirmations(changes.confirmations),
    reindex: changes.reindex ?? GOOD_INTERVAL,
  };
  return check.judge(needed(given, check.needs));
}
