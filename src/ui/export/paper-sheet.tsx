import { countsText, factsOf } from '../../report/formats/checklist-texts';
import { subjectName } from '../../report/formats/subject-texts';
import { gijVersionOf, type SubjectReport } from '../../report/report';
import { usePrinting } from '../integrations/use-printing';
import { usePage, useTexts } from '../page-context';
import type { Judged } from '../state/judged';
import type { ViewState } from '../state/view-state';
import { hasToTell, PaperFindings, PaperFixes } from './paper-findings';
import { shownNow } from './shown';

interface SubjectProps {
  readonly subject: SubjectReport;
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
}

function Subject({ subject, now }: SubjectProps) {
  const t = useTexts();
  const { health, findings } = subject;
  return (
    <section>
      <h3>
        <bdi>{subjectName(subject, t)}</bdi>
      </h3>
      <p>{[t(`health.${health}`), ...factsOf(subject, now, t), countsText(subject, t)].join(' · ')}</p>
      <PaperFindings findings={findings} />
    </section>
  );
}

interface Props {
  readonly judged: Judged;
  readonly view: ViewState;
}

/**
 * On paper, below the table of the integrations: what is to fix on each that is shown, what could not be checked, and what
 * was accepted. A checklist that is open is printed alone.
 */
export function PaperSheet({ judged, view }: Props) {
  const page = usePage();
  const isPrinting = usePrinting();
  if (!isPrinting || view.tab !== 'integrations' || view.open !== undefined) return null;
  const { texts: t } = page;
  const { report, subjects } = shownNow(judged, view, page);
  const isTold = ({ findings, health }: SubjectReport) => health !== 'disabled' && hasToTell(findings);
  const told = subjects.filter(isTold);
  const findings = [...told.flatMap((subject) => subject.findings), ...report.instance];
  return (
    <div className="gic-print gic-paper">
      {hasToTell(report.instance) && (
        <section>
          <h3>{t('changes.all')}</h3>
          <PaperFindings findings={report.instance} />
        </section>
      )}
      {told.map((subject) => (
        <Subject key={subject.key} subject={subject} now={judged.now} />
      ))}
      <PaperFixes findings={findings} gijVersion={gijVersionOf(judged.gathered)} />
    </div>
  );
}
