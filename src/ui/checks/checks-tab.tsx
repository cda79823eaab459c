import { useEffect, useMemo, useRef } from 'react';

import type { CheckReport } from '../../report/check-reports';
import type { Report, SubjectReport } from '../../report/report';
import { useTexts } from '../page-context';
import { MissingRows } from '../sources/missing-rows';
import type { ViewState } from '../state/view-state';
import { CrashBoundary } from '../states/crash';
import { CheckRow } from './check-row';
import { PastAcceptances } from './past-acceptances';
import { inSections, type Section } from './sections';

interface Props {
  readonly report: Report;
  readonly view: ViewState;
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
  readonly onChange: (change: Partial<ViewState>) => void;
}

/** Every check, the worst first, with the integrations that it fails on. One is open at a time. */
export function ChecksTab({ report, view, onChange }: Props) {
  const t = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const { checks, subjects } = report;
  const byKey = useMemo(() => new Map(subjects.map((subject) => [subject.key, subject])), [subjects]);
  const sections = useMemo(() => inSections(checks), [checks]);

  // What was answered stands elsewhere then, and its buttons are gone.
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body)
      heading.current?.focus({ preventScroll: true });
  }, [sections]);

  return (
    <div className="gic-tab">
      <MissingRows report={report} />
      <section className="gic-checks" aria-labelledby="gic-checks-heading">
        <h3 id="gic-checks-heading" ref={heading} tabIndex={-1} className="gic-hidden">
          {t('checks.heading')}
        </h3>
        {sections.map((section) => (
          <SectionOfChecks
            key={section.name}
            section={section}
            report={report}
            subjects={byKey}
            open={view.check}
            onChange={onChange}
          />
        ))}
        <PastAcceptances report={report} subjects={byKey} />
      </section>
    </div>
  );
}

interface SectionProps {
  readonly section: Section;
  readonly report: Report;
  readonly subjects: ReadonlyMap<string, SubjectReport>;
  /** Id of the check that is open. */
  readonly open: string | undefined;
  readonly onChange: (change: Partial<ViewState>) => void;
}

function SectionOfChecks({ section: { name, isFolded, checks }, report, subjects, open, onChange }: SectionProps) {
  const t = useTexts();
  const heading = (
    <h4>
      {t(`checks.section.${name}`)} <span className="gic-count">{t.number(checks.length)}</span>
    </h4>
  );
  const row = (check: CheckReport) => (
    <CrashBoundary key={check.check} size="row" of={check}>
      <CheckRow
        check={check}
        questions={report.questions}
        subjects={subjects}
        isOpen={check.check === open}
        onChange={onChange}
      />
    </CrashBoundary>
  );
  if (!isFolded) {
    return (
      <section className="gic-group">
        {heading}
        {checks.map(row)}
      </section>
    );
  }
  return (
    <details className="gic-group" open={checks.some(({ check }) => check === open)}>
      <summary>{heading}</summary>
      {checks.map(row)}
    </details>
  );
}
