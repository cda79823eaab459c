import type { Finding } from '../checks/run-checks';

/** In the order of the table: worst first. */
export const HEALTHS = ['at-risk', 'needs-attention', 'partly-checked', 'not-checked', 'checking', 'healthy', 'disabled'] as const;

export type Health = (typeof HEALTHS)[number];

/** True for every health but those on which there is nothing to do. */
export function needsSomething(health: Health): boolean {
  return health !== 'healthy' && health !== 'disabled';
}

function judged({ verdict }: Finding): boolean {
  return verdict === 'pass' || verdict === 'fail';
}

/** It applies, and nobody knows how it came out. */
export function unjudged({ verdict }: Finding): boolean {
  return verdict === 'unknown' || verdict === 'error';
}

/**
 * Health of an integration, by its findings:
 *
 * - At risk: a Fail of high severity.
 * - Needs attention: a Fail of medium or low severity.
 * - Checking: no such Fail, and a source is still being read.
 * - Not checked: nothing of it could be judged.
 * - Partly checked: a check that applies and is no advice could not be judged.
 * - Healthy: everything else. Advice and what is to confirm never prevent it.
 *
 * Example: one Unknown of low severity, everything else Pass, is Partly checked.
 */
export function healthOf(findings: readonly Finding[], disabled: boolean): Health {
  if (disabled) return 'disabled';
  const weighty = findings.filter(({ severity }) => severity !== 'advisory');
  const fails = weighty.filter(({ verdict }) => verdict === 'fail');
  if (fails.some(({ severity }) => severity === 'high')) return 'at-risk';
  if (fails.length > 0) return 'needs-attention';
  if (findings.some(({ pending }) => pending)) return 'checking';
  if (!findings.some(judged)) return 'not-checked';
  return weighty.some(unjudged) ? 'partly-checked' : 'healthy';
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
