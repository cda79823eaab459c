import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';

import type { Finding } from '../../model/finding';
import type { Verdict } from '../../model/verdict';
import type { Question } from '../../report/questions';
import { useDecisions } from '../decide';
import { useTexts } from '../page-context';
import { AnswerButtons } from '../questions/answer-buttons';
import { AcceptanceText, RemoveAcceptance } from './accepted-by';
import { FromHere } from './from-here';
import { ReadFromGij } from './read-from-gij';
import { Steps } from './steps';

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const STEPS: Readonly<Partial<Record<Verdict, string>>> = {
  fail: 'checklist.steps',
  'to-confirm': 'checklist.steps.confirm',
  unknown: 'checklist.steps.unread',
  error: 'checklist.steps.unread',
};

interface Explained extends Pick<Finding, 'check' | 'verdict' | 'wanted'> {
  /** What to know before the steps are followed. */
  readonly cautions: readonly string[];
}

/** Why it matters, what is recommended, and how to get there. */
export function Explanation({ check, verdict, wanted, cautions }: Explained) {
  const t = useTexts();
  const key = `check.${check}`;
  const steps = STEPS[verdict];
  return (
    <dl className="gic-explained">
      <Row label={t('checklist.why')}>{t(`${key}.why`)}</Row>
      {wanted && <Row label={t('checklist.wanted')}>{t(wanted)}</Row>}
      {cautions.length > 0 && (
        <Row label={t('checklist.caution')}>
          {cautions.map((caution) => (
            <p key={caution}>{caution}</p>
          ))}
        </Row>
      )}
      {steps !== undefined && (
        <Row label={t(steps)}>
          <Steps check={check} />
        </Row>
      )}
      {verdict === 'fail' && <Row label={t('checklist.notice')}>{t(`${key}.notice`)}</Row>}
    </dl>
  );
}

export function Docs({ check, docs }: Pick<Finding, 'check' | 'docs'>) {
  const t = useTexts();
  const key = `check.${check}`;
  if (docs === undefined) return <p className="gic-subtle">{t('checklist.own-rule')}</p>;
  return (
    <p>
      <a href={docs} target="_blank" rel="noopener noreferrer">
        {t('checklist.docs')}
        <span className="gic-hidden">: {t(`${key}.name`)}</span>
      </a>
    </p>
  );
}

/** Where an answer would undo the Fail: says so, and takes it. */
export function Unless({ undoneBy }: { readonly undoneBy: Finding['undoneBy'] }) {
  const t = useTexts();
  const { answer } = useDecisions();
  if (!undoneBy) return null;
  return (
    <p className="gic-unless">
      {t('pat-flag.unless')}{' '}
      <Button spacing="compact" onClick={() => answer(undoneBy, 'on')}>
        {t('pat-flag.is-on')}
      </Button>
    </p>
  );
}

interface Props {
  readonly finding: Finding;
  readonly questions: readonly Question[];
}

/** The answers that a finding was judged by, to be changed. */
function Answered({ finding: { verdict, found }, questions }: Props) {
  const t = useTexts();
  if (verdict === 'to-confirm') return null;
  return questions
    .filter(({ setting }) => found.some(({ field, kind }) => field === setting && kind === 'known'))
    .map((question) => (
      <p key={question.setting}>
        {t(`question.${question.setting}`)} <AnswerButtons question={question} />
      </p>
    ));
}

function Accepted({ finding: { acceptance, subject, check } }: Pick<Props, 'finding'>) {
  const t = useTexts();
  if (!acceptance) return null;
  return (
    <div className="gic-unless">
      <AcceptanceText acceptance={acceptance} />
      <RemoveAcceptance
        subject={subject}
        check={check}
        label={t('acceptance.take-back')}
        about={t(`check.${check}.name`)}
      />
    </div>
  );
}

/** What a finding opens to. */
export function FindingBody({ finding, questions }: Props) {
  const t = useTexts();
  const cautions = finding.caution ? [t(finding.caution)] : [];
  return (
    <div className="gic-finding-body">
      {finding.verdict === 'fail' && <Unless undoneBy={finding.undoneBy} />}
      <Accepted finding={finding} />
      <Explanation {...finding} cautions={cautions} />
      <Answered finding={finding} questions={questions} />
      {finding.verdict === 'fail' && <FromHere finding={finding} />}
      <div className="gic-finding-end">
        <ReadFromGij found={finding.found} />
        <Docs {...finding} />
      </div>
    </div>
  );
}
