import type { Finding } from '../model/finding';
import { SINGLE_REPOSITORIES } from '../model/integration';
import type { Report, SubjectReport } from './report';

/** A check that comes out other than before. */
interface CheckChange {
  readonly kind: 'fixed' | 'found' | 'unread' | 'readable';
  readonly check: string;
  /** Undefined where it is about all integrations. */
  readonly subject?: SubjectReport;
}

/** What is different between two reports. */
export type Change =
  CheckChange | { readonly kind: 'came' | 'went' | 'disabled' | 'enabled'; readonly subject: SubjectReport };

type State = 'pass' | 'fail' | 'unknown';

const STATES: Readonly<Partial<Record<Finding['verdict'], State>>> = {
  pass: 'pass',
  fail: 'fail',
  unknown: 'unknown',
  error: 'unknown',
};

function changeOf(before: State, after: State): CheckChange['kind'] {
  if (after === 'unknown') return 'unread';
  if (after === 'fail') return 'found';
  return before === 'fail' ? 'fixed' : 'readable';
}

/** Undefined where it is the same, or was or is something else: not applicable, to confirm, still being read. */
function outcomeOf(before: Finding | undefined, after: Finding): CheckChange['kind'] | undefined {
  if (!before || before.pending || after.pending) return undefined;
  const [from, to] = [STATES[before.verdict], STATES[after.verdict]];
  return from === undefined || to === undefined || from === to ? undefined : changeOf(from, to);
}

function changedFindings(before: readonly Finding[], after: readonly Finding[], subject?: SubjectReport): Change[] {
  const earlier = new Map(before.map((finding) => [finding.check, finding]));
  return after.flatMap((finding) => {
    const kind = outcomeOf(earlier.get(finding.check), finding);
    return kind ? [{ kind, check: finding.check, ...(subject && { subject }) }] : [];
  });
}

/**
 * What changed from one report to a later one: integrations that came or went, or were disabled or enabled, and checks that pass, fail or could not be
 * made other than before. Advice is not worth a word, nor is the row of the repositories without an integration, which is
 * there as long as nobody knows whether it has any.
 *
 * Example: SSL verification of an integration failed and passes now: it is `fixed`.
 */
export function changesBetween(before: Report, after: Report): readonly Change[] {
  const weighty = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity !== 'advisory');
  const earlier = new Map(before.subjects.map((subject) => [subject.key, subject]));
  const later = new Set(after.subjects.map(({ key }) => key));
  const told = (kind: 'came' | 'went' | 'disabled' | 'enabled', subject: SubjectReport): Change[] =>
    subject.key === SINGLE_REPOSITORIES ? [] : [{ kind, subject }];
  return [
    ...after.subjects.flatMap((subject): Change[] => {
      const known = earlier.get(subject.key);
      if (!known) return told('came', subject);
      const [was, is] = [known, subject].map(({ health }) => health === 'disabled');
      if (was !== is) return told(is ? 'disabled' : 'enabled', subject);
      return changedFindings(weighty(known.findings), weighty(subject.findings), subject);
    }),
    ...before.subjects.flatMap((subject): Change[] => (later.has(subject.key) ? [] : told('went', subject))),
    ...changedFindings(weighty(before.instance), weighty(after.instance)),
  ];
}
