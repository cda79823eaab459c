import type { Finding } from '../model/finding';
import type { Severity } from '../model/verdict';

/** The groups of a checklist, in their order. */
export const GROUPS = ['to-fix', 'to-confirm', 'unread', 'passed', 'not-applicable'] as const;

export type Group = (typeof GROUPS)[number];

const WEIGHT: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2, advisory: 3 };

function groupOf({ verdict }: Finding): Group {
  switch (verdict) {
    case 'fail':
      return 'to-fix';
    case 'to-confirm':
      return 'to-confirm';
    case 'unknown':
    case 'error':
      return 'unread';
    case 'pass':
      return 'passed';
    case 'not-applicable':
      return 'not-applicable';
  }
}

/** Findings by group, the weightiest first; empty groups are left out. */
export function checklistOf(findings: readonly Finding[]): readonly { group: Group; findings: readonly Finding[] }[] {
  return GROUPS.map((group) => ({
    group,
    findings: findings
      .filter((finding) => groupOf(finding) === group)
      .sort((one, other) => WEIGHT[one.severity] - WEIGHT[other.severity]),
  })).filter((entry) => entry.findings.length > 0);
}
