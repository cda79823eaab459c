import Button from '@atlaskit/button/new';
import { useRef } from 'react';

import type { CheckReport } from '../../report/check-reports';
import type { Question } from '../../report/questions';
import type { SubjectReport } from '../../report/report';
import { VerdictBadge } from '../checklist/finding-row';
import { useReadOnly } from '../decide';
import { FixButton } from '../fix-button';
import { useTexts } from '../page-context';
import type { ViewState } from '../state/view-state';
import { Changed } from './changed';
import { CheckBody } from './check-body';
import { CheckNames } from './check-names';
import { sentenceOf, speakerOf } from './speaker';
import { sectionOf, type SectionName } from './sections';

/** What there is to do, by section. */
const ACTIONS: Readonly<Partial<Record<SectionName, string>>> = {
  failing: 'checks.action.steps',
  question: 'checks.action.answer',
  'needs-data': 'checks.action.find-out',
  unread: 'checks.action.find-out',
  advice: 'checks.action.steps',
};

interface RowProps {
  readonly check: CheckReport;
  readonly questions: readonly Question[];
  readonly subjects: ReadonlyMap<string, SubjectReport>;
  readonly isOpen: boolean;
  readonly onChange: (change: Partial<ViewState>) => void;
}

/** One check; its line opens to why, steps and every integration by verdict. */
export function CheckRow({ check, questions, subjects, isOpen, onChange }: RowProps) {
  const t = useTexts();
  const isReadOnly = useReadOnly();
  const heading = useRef<HTMLButtonElement>(null);
  const speaker = speakerOf(check);
  if (!speaker) return null;
  const id = `gic-check-${check.check}`;
  const action = ACTIONS[sectionOf(check)];
  const fixable = check.findings.filter(({ fix }) => fix).map(({ subject }) => subject);
  const toggle = () => onChange({ check: isOpen ? undefined : check.check });
  const act = () => {
    if (check.check === 'reindex-interval' && action === 'checks.action.find-out') return onChange({ tab: 'reindex' });
    heading.current?.focus();
    toggle();
  };
  return (
    <div className="gic-check">
      <div className="gic-check-head">
        <span className="gic-finding-badge">
          <VerdictBadge {...speaker} />
        </span>
        <div className="gic-check-said">
          <h5>
            <button
              ref={heading}
              type="button"
              className="gic-check-toggle"
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={toggle}
            >
              {sentenceOf(speaker, t)}
            </button>{' '}
            <Changed check={check.check} />
          </h5>
          {check.scope === 'instance' && speaker.reason && <p className="gic-reason gic-break">{t(speaker.reason)}</p>}
          <CheckNames check={check} questions={questions} subjects={subjects} onChange={onChange} />
        </div>
        <FixButton check={check.check} keys={fixable} about={sentenceOf(speaker, t)} />
        {action !== undefined && !isOpen && (fixable.length === 0 || isReadOnly) && (
          <Button spacing="compact" onClick={act}>
            {t(action)}
            <span className="gic-hidden">: {sentenceOf(speaker, t)}</span>
          </Button>
        )}
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <CheckBody check={check} speaker={speaker} questions={questions} subjects={subjects} onChange={onChange} />
        )}
      </div>
    </div>
  );
}
