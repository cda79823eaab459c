import type { Finding } from '../model/finding';

/** In the order of the table: worst first. */
export const HEALTHS = [
  'at-risk',
  'needs-attention',
  'partly-checked',
  'not-checked',
  'checking',
  'healthy',
  'disabled',
] as const;

export type Health = (typeof HEALTHS)[number];

/** True for every health but those on which there is nothing to do. */
export function needsSomething(health: Health): boolean {
  return health !== 'healthy' && health !== 'disabled';
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
 * - Healthy: everything else. Advice, what is to confirm and Fails that an admin accepted never prevent it.
 *
 * Example: one Unknown of low severity, everything else Pass, is Partly checked.
 */
export function healthOf(findings: readonly Finding[], disabled: boolean): Health {
  if (disabled) return 'disabled';
  let [fails, isPending, isJudged, isUnjudged] = [false, false, false, false];
  for (const finding of findings) {
    const { verdict, severity, pending } = finding;
    const isWeighty = severity !== 'advisory';
    if (verdict === 'fail' && severity === 'high') return 'at-risk';
    fails ||= isWeighty && verdict === 'fail';
    isPending ||= pending === true;
    isJudged ||= verdict === 'pass' || verdict === 'fail' || verdict === 'accepted';
    isUnjudged ||= isWeighty && unjudged(finding);
  }
  if (fails) return 'needs-attention';
  if (isPending) return 'checking';
  if (!isJudged) return 'not-checked';
  return isUnjudged ? 'partly-checked' : 'healthy';
}

/** How the checks of one integration came out. */
export interface Counts {
  /** Fails of high, medium or low severity. */
  readonly fails: number;
  readonly passed: number;
  readonly advice: number;
  /** Fails that an admin accepted, advice among them. */
  readonly accepted: number;
  /** Could not be checked; what is still being read is not among them. */
  readonly unread: number;
}

export function countsOf(findings: readonly Finding[]): Counts {
  const counts = { fails: 0, passed: 0, advice: 0, accepted: 0, unread: 0 };
  for (const finding of findings) {
    const { verdict, severity } = finding;
    if (verdict === 'pass') counts.passed += 1;
    if (verdict === 'fail') counts[severity === 'advisory' ? 'advice' : 'fails'] += 1;
    if (verdict === 'accepted') counts.accepted += 1;
    if (unjudged(finding) && !finding.pending) counts.unread += 1;
  }
  return counts;
}
