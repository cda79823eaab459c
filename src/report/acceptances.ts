import type { CheckResults } from '../checks/run-checks';
import { acceptanceState, acceptedFinding, type AcceptanceState } from '../decisions/acceptance';
import { entriesOf, type AcceptanceEntry, type Decisions } from '../decisions/decisions';
import type { Finding } from '../model/finding';
import type { Gathered } from '../model/gathered';
import { SINGLE_REPOSITORIES } from '../model/integration';

/** An acceptance, and where it stands beside what was read. */
export interface AcceptanceReport {
  readonly entry: AcceptanceEntry;
  readonly state: AcceptanceState;
  /** What the check says now; absent where the subject is gone. */
  readonly finding?: Finding;
}

interface Accepted {
  readonly results: CheckResults;
  readonly acceptances: readonly AcceptanceReport[];
}

/** Of what is on no list it is sure that it is gone only where the list is whole. */
function isSurelyGone(subject: string, { integrations, repositories }: Gathered): boolean {
  if (subject === 'instance') return true;
  if (subject === SINGLE_REPOSITORIES) return repositories.state === 'read' && integrations.state === 'read';
  return integrations.state === 'read' && !integrations.value.atLeast && integrations.value.unusable === 0;
}

const placeOf = ({ subject, check }: Pick<Finding, 'subject' | 'check'>) => `${subject} ${check}`;

/**
 * The results with the Fails that an admin accepted, and where each acceptance stands.
 *
 * @param now milliseconds since the epoch, by the browser's clock
 */
export function withAcceptances(
  results: CheckResults,
  gathered: Gathered,
  { decisions, now }: { readonly decisions: Decisions; readonly now: number },
): Accepted {
  const entries = entriesOf(decisions, 'acceptance');
  if (entries.length === 0) return { results, acceptances: [] };
  const { byIntegration, singleRepositories, instance } = results;
  const found = new Map(
    [...byIntegration.values(), singleRepositories, instance].flat().map((one) => [placeOf(one), one]),
  );
  const acceptances = entries.map((entry): AcceptanceReport => {
    const finding = found.get(placeOf(entry));
    if (!finding && !isSurelyGone(entry.subject, gathered)) return { entry, state: 'unread' };
    const state = acceptanceState(entry, finding, now);
    if (!finding) return { entry, state };
    return { entry, state, finding: state === 'holds' ? acceptedFinding(finding, entry) : finding };
  });
  const holding = new Map(
    acceptances.flatMap(({ state, finding }) => (finding && state === 'holds' ? [[placeOf(finding), finding]] : [])),
  );
  const applied = (findings: readonly Finding[]) => findings.map((one) => holding.get(placeOf(one)) ?? one);
  return {
    results: {
      byIntegration: new Map([...byIntegration].map(([key, findings]) => [key, applied(findings)])),
      singleRepositories: applied(singleRepositories),
      instance: applied(instance),
    },
    acceptances,
  };
}
