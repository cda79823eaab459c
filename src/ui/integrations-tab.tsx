import type { Report } from '../report/report';
import { IntegrationsTable } from './integrations/integrations-table';
import { MissingRows } from './sources/missing-rows';
import { NotReported } from './sources/not-reported';
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
  return (
    <div className="gic-tab">
      <MissingRows report={report} />
      <NotReported fields={report.notReported} />
      {report.subjects.length > 0 && <IntegrationsTable report={report} view={view} now={now} onChange={onChange} />}
    </div>
  );
}
