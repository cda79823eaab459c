import type { Finding } from '../model/finding';
import { SINGLE_REPOSITORIES } from '../model/integration';
import type { Report, SubjectReport } from './report';

/** A check that comes out other than before. */
interface CheckChange {
  /** `expired`: it fails again, because nobody accepts it any more by that day. */
  readonly kind: 'fixed' | 'found' | 'accepted' | 'expired' | 'unread' | 'readable';
  readonly check: string;
  /** Undefined where it is about all integrations. */
  readonly subject?: SubjectReport;
}

/** What is different between two reports. */
export type Change =
  CheckChange | { readonly kind: 'came' | 'went' | 'disabled' | 'enabled'; readonly subject: SubjectReport };

type State = 'pass' | 'fail' | 'accepted' | 'unknown';

const STATES: Readonly<Partial<Record<Finding['verdict'], State>>> = {
  pass: 'pass',
  fail: 'fail',
  accepted: 'accepted',
  unknown: 'unknown',
  error: 'unknown',
};

function changeOf(before: State, after: State): CheckChange['kind'] {
  if (after === 'unknown') return 'unread';
  if (after === 'fail') return 'found';
  if (after === 'accepted') return 'accepted';
  return before === 'unknown' ? 'readable' : 'fixed';
}

/** Undefined where it is the same, or was or is something else: not applicable, to confirm, still being read. */
function outcomeOf(before: Finding | undefined, after: Finding): CheckChange['kind'] | undefined {
  if (!before || before.pending || after.pending) return undefined;
  const [from, to] = [STATES[before.verdict], STATES[after.verdict]];
  return from === undefined || to === undefined || from === to ? undefined : changeOf(from, to);
}

type IsExpired = (finding: Finding) => boolean;

/** Whether a finding was accepted until a day that is over. */
function expiredIn({ acceptances }: Report): IsExpired {
  const expired = acceptances.filter(({ state }) => state === 'expired').map(({ entry }) => entry);
  return ({ check, subject }) => expired.some((entry) => entry.check === check && entry.subject === subject);
}

function changedFindings(
  [before, after]: readonly (readonly Finding[])[],
  isExpired: IsExpired,
  subject?: SubjectReport,
): Change[] {
  const earlier = new Map(before?.map((finding) => [finding.check, finding]));
  return (after ?? []).flatMap((finding) => {
    const known = earlier.get(finding.check);
    const outcome = outcomeOf(known, finding);
    const isBack = outcome === 'found' && known?.verdict === 'accepted' && isExpired(finding);
    const kind = isBack ? 'expired' : outcome;
    return kind ? [{ kind, check: finding.check, ...(subject && { subject }) }] : [];
  });
}

/**
 * What changed from one report to a later one: integrations that came or went, or were disabled or enabled, and checks that pass, fail or could not be
 * made other than before, or are accepted now or no more. Advice is not worth a word, nor is the row of the repositories without an integration, which is
 * there as long as nobody knows whether it has any.
 *
 * Example: SSL verification of an integration failed and passes now: it is `fixed`.
 */
export function changesBetween(before: Report, after: Report): readonly Change[] {
  const weighty = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity !== 'advisory');
  const earlier = new Map(before.subjects.map((subject) => [subject.key, subject]));
  const later = new Set(after.subjects.map(({ key }) => key));
  const isExpired = expiredIn(after);
  const told = (kind: 'came' | 'went' | 'disabled' | 'enabled', subject: SubjectReport): Change[] =>
    subject.key === SINGLE_REPOSITORIES ? [] : [{ kind, subject }];
  return [
    ...after.subjects.flatMap((subject): Change[] => {
      const known = earlier.get(subject.key);
      if (!known) return told('came', subject);
      const [was, is] = [known, subject].map(({ health }) => health === 'disabled');
      if (was !== is) return told(is ? 'disabled' : 'enabled', subject);
      return changedFindings(
        [known, subject].map(({ findings }) => weighty(findings)),
        isExpired,
        subject,
      );
    }),
    ...before.subjects.flatMap((subject): Change[] => (later.has(subject.key) ? [] : told('went', subject))),
    ...changedFindings(
      [before, after].map(({ instance }) => weighty(instance)),
      isExpired,
    ),
  ];
}
