import Button from '@atlaskit/button/new';

import type { CheckReport } from '../../report/check-reports';
import { groupOf } from '../../report/checklist';
import { titleOf } from '../../report/formats/checklist-texts';
import type { Question } from '../../report/questions';
import type { SubjectReport } from '../../report/report';
import type { Finding } from '../../model/finding';
import { VerdictBadge } from '../checklist/finding-row';
import { subjectName } from '../integrations/subject-texts';
import { useTexts } from '../page-context';
import type { ViewState } from '../state/view-state';
import { CheckBody } from './check-body';
import { sectionOf, type SectionName } from './sections';

/** Names that stand in the line of a check; the others are in what it opens to. */
const NAMED = 3;

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

/** The finding that speaks for the whole check: the first of its worst group. */
export function speakerOf({ state, severity, findings }: CheckReport): Finding | undefined {
  const wanted = { failing: 'fail', advice: 'fail', question: 'to-confirm', passed: 'pass' } as const;
  const verdict = state in wanted ? wanted[state as keyof typeof wanted] : undefined;
  return (
    findings.find((one) => one.verdict === verdict && (verdict !== 'fail' || one.severity === severity)) ??
    findings.find((one) => groupOf(one) === 'unread') ??
    findings[0]
  );
}

function sentenceOf(check: CheckReport, speaker: Finding, t: ReturnType<typeof useTexts>): string {
  // A sentence with figures is of one integration, not of all of them.
  const { title, ...plain } = speaker;
  return titleOf(check.scope === 'instance' && title ? speaker : plain, t);
}

/** On which integrations it fails, or for which ones it could not be told. */
function Names({ check, subjects, onChange }: Pick<RowProps, 'check' | 'subjects' | 'onChange'>) {
  const t = useTexts();
  if (check.scope === 'instance') return <p className="gic-subtle">{t('checks.all-integrations')}</p>;
  const isWanted = (finding: Finding) =>
    check.state === 'unread' ? groupOf(finding) === 'unread' : finding.verdict === 'fail';
  const named = check.findings.filter(isWanted).flatMap(({ subject }) => subjects.get(subject) ?? []);
  if (named.length === 0) return null;
  const more = named.length - NAMED;
  return (
    <p className="gic-check-names">
      {named.slice(0, NAMED).map((subject) => (
        <button
          key={subject.key}
          type="button"
          className="gic-link gic-break"
          aria-haspopup="dialog"
          onClick={() => onChange({ open: subject.key })}
        >
          <bdi>{subjectName(subject, t)}</bdi>
        </button>
      ))}
      {more > 0 && (
        <button type="button" className="gic-link" onClick={() => onChange({ check: check.check })}>
          {t.counted('checks.more', more)}
        </button>
      )}
    </p>
  );
}

/** One check; its line opens to why, steps and every integration by verdict. */
export function CheckRow({ check, questions, subjects, isOpen, onChange }: RowProps) {
  const t = useTexts();
  const speaker = speakerOf(check);
  if (!speaker) return null;
  const id = `gic-check-${check.check}`;
  const action = ACTIONS[sectionOf(check)];
  const isReindex = check.check === 'reindex-interval';
  const toggle = () => onChange({ check: isOpen ? undefined : check.check });
  return (
    <div className="gic-check">
      <div className="gic-check-head">
        <span className="gic-finding-badge">
          <VerdictBadge verdict={speaker.verdict} severity={check.severity} />
        </span>
        <div className="gic-check-said">
          <h5>
            <button
              type="button"
              className="gic-check-toggle"
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={toggle}
            >
              {sentenceOf(check, speaker, t)}
            </button>
          </h5>
          {check.scope === 'instance' && speaker.reason && <p className="gic-reason gic-break">{t(speaker.reason)}</p>}
          <Names check={check} subjects={subjects} onChange={onChange} />
        </div>
        {action !== undefined && !isOpen && (
          <Button
            spacing="compact"
            aria-describedby={id}
            onClick={() => (isReindex && action === 'checks.action.find-out' ? onChange({ tab: 'reindex' }) : toggle())}
          >
            {t(action)}
            <span className="gic-hidden">: {sentenceOf(check, speaker, t)}</span>
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
