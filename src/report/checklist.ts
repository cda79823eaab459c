import type { Finding } from '../model/finding';
import { SEVERITY_ORDER } from '../model/verdict';
import { unjudged } from './health';

/** The groups of a checklist, in their order. */
export const GROUPS = ['to-fix', 'question', 'unread', 'advice', 'passed', 'not-applicable', 'accepted'] as const;

export type Group = (typeof GROUPS)[number];

/** Where a finding stands in a checklist. Advice is no Fail to an admin. */
export function groupOf({ verdict, severity }: Finding): Group {
  switch (verdict) {
    case 'fail':
      return severity === 'advisory' ? 'advice' : 'to-fix';
    case 'to-confirm':
      return 'question';
    case 'unknown':
    case 'error':
      return 'unread';
    case 'pass':
      return 'passed';
    case 'not-applicable':
      return 'not-applicable';
    case 'accepted':
      return 'accepted';
  }
}

const byWeight = (one: Finding, other: Finding) => SEVERITY_ORDER[one.severity] - SEVERITY_ORDER[other.severity];

/** Findings by group, the weightiest first; empty groups are left out. */
export function checklistOf(findings: readonly Finding[]): readonly { group: Group; findings: readonly Finding[] }[] {
  return GROUPS.map((group) => ({
    group,
    findings: findings.filter((finding) => groupOf(finding) === group).sort(byWeight),
  })).filter((entry) => entry.findings.length > 0);
}

/** What is to fix, the weightiest first. */
export function failsOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => groupOf(finding) === 'to-fix').sort(byWeight);
}

/** What applies and could not be checked, the weightiest first. Advice is not missed. */
export function unreadOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => unjudged(finding) && finding.severity !== 'advisory').sort(byWeight);
}

/** Findings that say the same for the same reason, together. */
export function byReason(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const why = JSON.stringify([finding.verdict, finding.reason]);
    const known = groups.get(why);
    if (known) known.push(finding);
    else groups.set(why, [finding]);
  }
  return [...groups.values()];
}
