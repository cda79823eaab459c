import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { Finding } from '../../model/finding';
import type { CheckReport } from '../../report/check-reports';
import { checklistOf, type Group } from '../../report/checklist';
import { readingText } from '../../report/formats/checklist-texts';
import { questionOf, type Question } from '../../report/questions';
import type { SubjectReport } from '../../report/report';
import { AcceptButton } from '../checklist/accept-button';
import { AcceptanceText } from '../checklist/accepted-by';
import { Docs, Explanation, FindingBody, Unless } from '../checklist/finding-body';
import { SubjectLink } from '../integrations/subject-link';
import { useTexts } from '../page-context';
import { AnswerButtons } from '../questions/answer-buttons';
import type { ViewState } from '../state/view-state';

/** Rows that are drawn at once: hundreds would take the browser longer than a blink. */
const AT_ONCE = 100;

const FOLDED: ReadonlySet<Group> = new Set(['advice', 'passed', 'not-applicable', 'accepted']);

interface BodyProps {
  readonly check: CheckReport;
  /** The finding that speaks for all. */
  readonly speaker: Finding;
  readonly questions: readonly Question[];
  readonly subjects: ReadonlyMap<string, SubjectReport>;
  readonly onChange: (change: Partial<ViewState>) => void;
}

type TableProps = Pick<BodyProps, 'subjects' | 'onChange'> & {
  readonly caption: string;
  readonly findings: readonly Finding[];
};

/** What nobody answered is asked above, once for all of them. */
function readOf({ found }: Finding): Finding['found'] {
  return found.filter(({ kind, stamp }) => kind === 'known' || stamp.source !== 'admin');
}

function isTold(finding: Finding): boolean {
  return finding.reason !== undefined || finding.acceptance !== undefined || readOf(finding).length > 0;
}

interface RowProps extends Pick<BodyProps, 'onChange'> {
  readonly finding: Finding;
  readonly subject: SubjectReport;
  /** The table has a column for what was read. */
  readonly isRead: boolean;
}

function VerdictRow({ finding, subject, isRead, onChange }: RowProps) {
  const t = useTexts();
  const { reason } = finding;
  const values = readOf(finding).map((reading) => `${t(`field.${reading.field}`)}: ${readingText(reading, t)}`);
  return (
    <tr>
      <th scope="row">
        <SubjectLink subject={subject} onOpen={(open) => onChange({ open })} />
      </th>
      {isRead && (
        <td className="gic-break">
          {reason && <span className="gic-paragraph">{t(reason)}</span>}
          {finding.acceptance && <AcceptanceText acceptance={finding.acceptance} />}
          {values.map((value) => (
            <bdi key={value} className="gic-paragraph gic-subtle">
              {value}
            </bdi>
          ))}
        </td>
      )}
    </tr>
  );
}

/** Integrations on which the check came out alike, with what was read of each. */
function VerdictTable({ caption, findings, subjects, onChange }: TableProps) {
  const t = useTexts();
  const [shown, setShown] = useState(AT_ONCE);
  const more = findings.length - shown;
  const isRead = findings.some(isTold);
  return (
    <>
      <table className="gic-verdicts">
        <caption className="gic-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.name')}</th>
            {isRead && <th scope="col">{t('checklist.evidence')}</th>}
          </tr>
        </thead>
        <tbody>
          {findings.slice(0, shown).map((finding) => {
            const subject = subjects.get(finding.subject);
            return (
              subject && (
                <VerdictRow
                  key={finding.subject}
                  finding={finding}
                  subject={subject}
                  isRead={isRead}
                  onChange={onChange}
                />
              )
            );
          })}
        </tbody>
      </table>
      {more > 0 && (
        <Button spacing="compact" onClick={() => setShown(shown + AT_ONCE)}>
          {t.counted('checks.show-more', Math.min(more, AT_ONCE))}
        </Button>
      )}
    </>
  );
}

function VerdictGroup({ group, ...table }: Omit<TableProps, 'caption'> & { readonly group: Group }) {
  const t = useTexts();
  // What is folded is drawn when it is opened.
  const [isOpen, setOpen] = useState(!FOLDED.has(group));
  const title = t(`checks.group.${group}`);
  return (
    <details className="gic-verdict-group" open={isOpen} onToggle={({ currentTarget: { open } }) => setOpen(open)}>
      <summary>
        {title} <span className="gic-count">{t.number(table.findings.length)}</span>
      </summary>
      {isOpen && <VerdictTable caption={title} {...table} />}
    </details>
  );
}

/** What a check opens to: of the instance its finding; else why, steps, and all integrations by verdict. */
export function CheckBody({ check, speaker, questions, subjects, onChange }: BodyProps) {
  const t = useTexts();
  const asked = questionOf(speaker, questions);
  if (check.scope === 'instance') {
    return (
      <>
        {asked && <AnswerButtons question={asked} />}
        <FindingBody finding={speaker} questions={questions} />
      </>
    );
  }
  const failing = check.findings.filter(({ verdict }) => verdict === 'fail');
  const undoneBy = failing.find((finding) => finding.undoneBy)?.undoneBy;
  // Each is of some integrations, whose hosts it names.
  const cautions = new Set(check.findings.flatMap(({ caution }) => (caution ? [t(caution)] : [])));
  return (
    <div className="gic-finding-body">
      {asked && <AnswerButtons question={asked} />}
      <Unless undoneBy={undoneBy} />
      <Explanation {...speaker} cautions={[...cautions]} />
      <Docs check={check.check} {...(check.docs !== undefined && { docs: check.docs })} />
      <p>
        <AcceptButton check={check.check} keys={failing.map(({ subject }) => subject)} />
      </p>
      {checklistOf(check.findings).map(({ group, findings }) => (
        <VerdictGroup key={group} group={group} findings={findings} subjects={subjects} onChange={onChange} />
      ))}
    </div>
  );
}
