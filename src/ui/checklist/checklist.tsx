import { useState, type ReactNode } from 'react';

import { checklistOf, type Group } from '../../report/checklist';
import type { Finding } from '../../model/finding';
import type { Question } from '../../report/questions';
import type { SubjectReport } from '../../report/report';
import { useTexts } from '../page-context';
import { CrashBoundary } from '../states/crash';
import { FindingRow } from './finding-row';

/** There is nothing to do about these. */
const FOLDED: ReadonlySet<Group> = new Set(['advice', 'passed', 'not-applicable', 'accepted']);

interface GroupProps {
  readonly group: Group;
  readonly findings: readonly Finding[];
  readonly children: ReactNode;
}

function GroupSection({ group, findings, children }: GroupProps) {
  const t = useTexts();
  const isPending = findings.every(({ pending }) => pending === true);
  const heading = (
    <h4>
      {t(isPending ? 'checklist.group.pending' : `checklist.group.${group}`)}{' '}
      <span className="gic-count">{t.number(findings.length)}</span>
    </h4>
  );
  if (!FOLDED.has(group)) {
    return (
      <section className="gic-group">
        {heading}
        {children}
      </section>
    );
  }
  return (
    <details className="gic-group">
      <summary>{heading}</summary>
      {children}
    </details>
  );
}

interface Props {
  readonly subject: SubjectReport;
  readonly questions: readonly Question[];
}

/** Findings in groups: what is to fix first, with the weightiest open; what needs nothing last and folded. */
export function Checklist({ subject: { findings, health }, questions }: Props) {
  const groups = checklistOf(findings);
  const [first] = useState(() => groups.find(({ group }) => group === 'to-fix')?.findings[0]?.check);
  if (health === 'disabled') return null;
  return (
    <>
      {groups.map(({ group, findings: members }) => (
        <GroupSection key={group} group={group} findings={members}>
          {members.map((finding) => (
            <CrashBoundary key={finding.check} size="row" of={finding}>
              <FindingRow finding={finding} questions={questions} startsOpen={finding.check === first} />
            </CrashBoundary>
          ))}
        </GroupSection>
      ))}
    </>
  );
}
