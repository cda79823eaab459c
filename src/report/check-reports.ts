import type { Finding } from '../model/finding';
import { SEVERITY_ORDER, type Severity } from '../model/verdict';
import { unjudged } from './health';

/** How a check came out over all integrations, worst first. */
export const CHECK_STATES = [
  'failing',
  'question',
  'unread',
  'checking',
  'advice',
  'accepted',
  'passed',
  'not-applicable',
] as const;

export type CheckState = (typeof CHECK_STATES)[number];

/** One check, with what it says of every integration. */
export interface CheckReport {
  /** Id of the check. */
  readonly check: string;
  readonly scope: Finding['scope'];
  readonly state: CheckState;
  /** The most severe of its Fails; the check's own where none fails. */
  readonly severity: Severity;
  /** How many subjects it fails on. */
  readonly fails: number;
  /** On how many an admin accepted that it fails. */
  readonly accepted: number;
  /** Left out where the rule is our own. */
  readonly docs?: string;
  /** One for each subject, in the order of the report; of a check of the instance just one. */
  readonly findings: readonly Finding[];
}

const isAccepted = ({ verdict }: Finding) => verdict === 'accepted';

function stateOf(findings: readonly Finding[]): CheckState {
  const some = (holds: (finding: Finding) => boolean) => findings.some(holds);
  const isFail = ({ verdict }: Finding) => verdict === 'fail';
  if (some((one) => isFail(one) && one.severity !== 'advisory')) return 'failing';
  if (some(({ verdict }) => verdict === 'to-confirm')) return 'question';
  if (some(({ pending }) => pending === true)) return 'checking';
  if (some(unjudged)) return 'unread';
  if (some(isFail)) return 'advice';
  if (some(isAccepted)) return 'accepted';
  return some(({ verdict }) => verdict === 'pass') ? 'passed' : 'not-applicable';
}

function reportCheck(findings: readonly [Finding, ...Finding[]]): CheckReport {
  const [{ check, scope, docs, severity: own }] = findings;
  const fails = findings.filter(({ verdict }) => verdict === 'fail');
  const severities = fails.map(({ severity }) => SEVERITY_ORDER[severity]);
  const worst = fails.find(({ severity }) => SEVERITY_ORDER[severity] === Math.min(...severities));
  return {
    check,
    scope,
    state: stateOf(findings),
    severity: worst?.severity ?? own,
    fails: fails.length,
    accepted: findings.filter(isAccepted).length,
    ...(docs !== undefined && { docs }),
    findings,
  };
}

/** All checks, worst first: by state, by severity, by how many they fail on. */
export function checkReports(findings: readonly Finding[]): readonly CheckReport[] {
  const byCheck = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const known = byCheck.get(finding.check);
    if (known) known.push(finding);
    else byCheck.set(finding.check, [finding]);
  }
  return [...byCheck.values()]
    .map(reportCheck)
    .sort(
      (one, other) =>
        CHECK_STATES.indexOf(one.state) - CHECK_STATES.indexOf(other.state) ||
        SEVERITY_ORDER[one.severity] - SEVERITY_ORDER[other.severity] ||
        other.fails - one.fails,
    );
}
