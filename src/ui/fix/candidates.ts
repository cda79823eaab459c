import type { ChangeEntry, Decisions } from '../../decisions/decisions';
import type { Fix } from '../../model/change';
import { integrationKey } from '../../model/integration';
import type { Message } from '../../model/message';
import type { SubjectReport } from '../../report/report';
import type { FixProps } from '../dialogs';

/** An integration that may be changed. */
export interface Candidate {
  /** Of the integration. */
  readonly key: string;
  /** Of the integration. */
  readonly id: string;
  /** Undefined where it is not on the page any more. */
  readonly subject: SubjectReport | undefined;
  readonly aim: { readonly kind: 'fix'; readonly fix: Fix } | { readonly kind: 'undo'; readonly change: ChangeEntry };
  /** What to know before it is changed. */
  readonly caution?: Message;
}

type Asked = FixProps['dialog'];

function fixOf(subject: SubjectReport, check: string): Candidate[] {
  const finding = subject.findings.find((one) => one.check === check);
  if (!finding?.fix || subject.id === undefined) return [];
  const { fix, caution } = finding;
  return [{ key: subject.key, id: subject.id, subject, aim: { kind: 'fix', fix }, ...(caution && { caution }) }];
}

/** The last change of each integration: an earlier one is taken back after it. */
function undoOf(ids: readonly string[], { entries }: Decisions, subjects: readonly SubjectReport[]): Candidate[] {
  const byIntegration = new Map<string, ChangeEntry>();
  for (const id of ids) {
    const entry = entries[`change:${id}`];
    if (entry?.kind !== 'change') continue;
    const other = byIntegration.get(entry.integration);
    if (!other || other.at < entry.at) byIntegration.set(entry.integration, entry);
  }
  return [...byIntegration.values()].map((change) => {
    const key = integrationKey(change.integration);
    return {
      key,
      id: change.integration,
      subject: subjects.find((one) => one.key === key),
      aim: { kind: 'undo', change },
    };
  });
}

/** What a dialog was opened for, in the order of the table. */
export function candidatesOf(
  dialog: Asked,
  subjects: readonly SubjectReport[],
  decisions: Decisions,
): readonly Candidate[] {
  if (dialog.kind === 'undo') return undoOf(dialog.changes, decisions, subjects);
  return subjects.filter(({ key }) => dialog.keys.includes(key)).flatMap((subject) => fixOf(subject, dialog.check));
}
