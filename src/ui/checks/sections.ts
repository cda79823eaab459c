import type { CheckReport, CheckState } from '../../report/check-reports';

/** The sections of the tab, in their order. */
export const SECTIONS = [
  'failing',
  'question',
  'needs-data',
  'unread',
  'checking',
  'advice',
  'accepted',
  'passed',
  'not-applicable',
] as const satisfies readonly (CheckState | 'needs-data')[];

export type SectionName = (typeof SECTIONS)[number];

/** There is nothing to do about these. */
const FOLDED: ReadonlySet<SectionName> = new Set(['advice', 'accepted', 'passed', 'not-applicable']);

export interface Section {
  readonly name: SectionName;
  readonly isFolded: boolean;
  /** The worst first. */
  readonly checks: readonly CheckReport[];
}

/** Where a check stands: nothing failed to be read where only an admin can give what is missing. */
export function sectionOf({ state, findings }: CheckReport): SectionName {
  return state === 'unread' && findings.every(({ needsData }) => needsData === true) ? 'needs-data' : state;
}

/** Checks by section; empty sections are left out. */
export function inSections(checks: readonly CheckReport[]): readonly Section[] {
  return SECTIONS.map((name) => ({
    name,
    isFolded: FOLDED.has(name),
    checks: checks.filter((check) => sectionOf(check) === name),
  })).filter((section) => section.checks.length > 0);
}
