import type { Finding } from '../model/finding';
import { SEVERITY_ORDER } from '../model/verdict';
import { unjudged } from './health';

/** From which severity on a Fail is one for whoever waits for the result; `never`: it is only told. */
export const FAIL_ON = ['high', 'medium', 'low', 'never'] as const;

export type FailOn = (typeof FAIL_ON)[number];

function matters({ severity }: Finding, failOn: FailOn): boolean {
  return failOn !== 'never' && SEVERITY_ORDER[severity] <= SEVERITY_ORDER[failOn];
}

/** It fails, and weighs enough. What an admin accepted does not fail. */
export function isFailure(finding: Finding, failOn: FailOn): boolean {
  return finding.verdict === 'fail' && matters(finding, failOn);
}

/**
 * It would weigh enough, and nobody knows how it came out. What waits for an admin (an answer, data of the indexing
 * queue) is not among them: no other try would tell.
 */
export function isMissed(finding: Finding, failOn: FailOn): boolean {
  return unjudged(finding) && !finding.needsData && matters(finding, failOn);
}
