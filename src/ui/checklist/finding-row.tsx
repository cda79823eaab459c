import type { ThemeAppearance } from '@atlaskit/lozenge';
import Lozenge from '@atlaskit/lozenge/new/lozenge';

import type { Finding } from '../../model/finding';
import type { Severity, Verdict } from '../../model/verdict';
import { titleOf } from '../../report/formats/checklist-texts';
import { questionOf, type Question } from '../../report/questions';
import { useReadOnly } from '../decide';
import { FixButton } from '../fix-button';
import { useTexts } from '../page-context';
import { AnswerButtons } from '../questions/answer-buttons';
import { FindingBody } from './finding-body';
import { useOpenInPrint } from './use-open-in-print';

const OF_A_FAIL: Readonly<Record<Severity, ThemeAppearance>> = {
  high: 'removed',
  medium: 'moved',
  low: 'default',
  advisory: 'new',
};

const OF_OTHERS: Readonly<Record<Exclude<Verdict, 'fail'>, ThemeAppearance>> = {
  pass: 'success',
  accepted: 'default',
  'to-confirm': 'inprogress',
  'not-applicable': 'default',
  unknown: 'default',
  error: 'default',
};

type Badged = Pick<Finding, 'verdict' | 'severity'>;

/** Of a Fail how much it weighs, of anything else the verdict. */
export function VerdictBadge({ verdict, severity }: Badged) {
  const t = useTexts();
  if (verdict === 'fail') return <Lozenge appearance={OF_A_FAIL[severity]}>{t(`severity.${severity}`)}</Lozenge>;
  return <Lozenge appearance={OF_OTHERS[verdict]}>{t(`verdict.${verdict}`)}</Lozenge>;
}

interface Props {
  readonly finding: Finding;
  readonly questions: readonly Question[];
  readonly startsOpen: boolean;
}

function Head({ finding }: Pick<Props, 'finding'>) {
  const t = useTexts();
  const { reason } = finding;
  return (
    <>
      <span className="gic-finding-badge">
        <VerdictBadge {...finding} />
      </span>
      <span className="gic-finding-title">
        <h5>{titleOf(finding, t)}</h5>
        {reason && <span className="gic-reason gic-break">{t(reason)}</span>}
      </span>
    </>
  );
}

/** One line of a checklist; it opens to why, steps and what was read. A question is answered right there. */
export function FindingRow({ finding, questions, startsOpen }: Props) {
  const t = useTexts();
  const { verdict, severity } = finding;
  const details = useOpenInPrint(verdict === 'fail' && severity !== 'advisory');
  const isReadOnly = useReadOnly();
  const isOffered = finding.fix !== undefined && !isReadOnly;
  const asked = questionOf(finding, questions);
  const body = <FindingBody finding={finding} questions={questions} />;
  if (!asked) {
    const row = (
      <details ref={details} className="gic-finding" open={startsOpen}>
        <summary>
          <Head finding={finding} />
        </summary>
        {body}
      </details>
    );
    if (!isOffered) return row;
    return (
      <div className="gic-finding-line">
        <FixButton isSingle check={finding.check} keys={[finding.subject]} about={titleOf(finding, t)} />
        {row}
      </div>
    );
  }
  return (
    <div className="gic-finding gic-question">
      <div className="gic-question-head">
        <Head finding={finding} />
      </div>
      <AnswerButtons question={asked} />
      <details>
        <summary>{t('checklist.question.more')}</summary>
        {body}
      </details>
    </div>
  );
}
