import SectionMessage from '@atlaskit/section-message';

import type { Report } from '../report/report';
import { IntegrationsTable } from './integrations/integrations-table';
import { useTexts } from './page-context';
import { NotReported } from './sources/not-reported';
import { RowProblems } from './sources/row-problems';
import type { ViewState } from './state/view-state';

interface Props {
  readonly report: Report;
  readonly view: ViewState;
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
  readonly onChange: (change: Partial<ViewState>) => void;
}

/** The table of the integrations, and what may be missing from it. */
export function IntegrationsTab({ report, view, now, onChange }: Props) {
  const t = useTexts();
  return (
    <div className="gic-tab">
      <RowProblems problems={report.problems} />
      <NotReported fields={report.notReported} />
      {report.atLeast && (
        <SectionMessage appearance="warning">
          <p>{t('checkup.at-least.integrations', report.integrations)}</p>
        </SectionMessage>
      )}
      {report.subjects.length > 0 && <IntegrationsTable report={report} view={view} now={now} onChange={onChange} />}
    </div>
  );
}
