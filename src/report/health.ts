import type { Finding } from '../checks/run-checks';

/** In the order of the table: worst first. */
export const HEALTHS = ['at-risk', 'needs-attention', 'not-checked', 'healthy', 'disabled'] as const;

export type Health = (typeof HEALTHS)[number];

function judged({ verdict }: Finding): boolean {
  return verdict === 'pass' || verdict === 'fail';
}

function unjudged({ verdict }: Finding): boolean {
  return verdict === 'unknown' || verdict === 'error';
}

/**
 * Health of an integration, by its findings:
 *
 * - At risk: a Fail of high severity.
 * - Not checked: nothing of it could be judged.
 * - Needs attention: a Fail of medium or low severity, or a check of high severity that could not be judged.
 * - Advisory findings and what is to confirm never lower it.
 *
 * Example: one Fail of low severity, everything else Pass, is Needs attention.
 */
export function healthOf(findings: readonly Finding[], disabled: boolean): Health {
  if (disabled) return 'disabled';
  const fails = findings.filter(({ verdict, severity }) => verdict === 'fail' && severity !== 'advisory');
  if (fails.some(({ severity }) => severity === 'high')) return 'at-risk';
  if (!findings.some(judged)) return 'not-checked';
  const highUnjudged = findings.some((finding) => finding.severity === 'high' && unjudged(finding));
  return fails.length > 0 || highUnjudged ? 'needs-attention' : 'healthy';
}

/** How the checks of one integration came out. Pass and checked never count what could not be checked. */
export interface Counts {
  readonly pass: number;
  /** Pass and Fail, without advisory fails. */
  readonly checked: number;
  readonly toConfirm: number;
  readonly notChecked: number;
  readonly advice: number;
}

export function countsOf(findings: readonly Finding[]): Counts {
  const count = (holds: (finding: Finding) => boolean) => findings.filter(holds).length;
  const pass = count(({ verdict }) => verdict === 'pass');
  return {
    pass,
    checked: pass + count(({ verdict, severity }) => verdict === 'fail' && severity !== 'advisory'),
    toConfirm: count(({ verdict }) => verdict === 'to-confirm'),
    notChecked: count(unjudged),
    advice: count(({ verdict, severity }) => verdict === 'fail' && severity === 'advisory'),
  };
}
