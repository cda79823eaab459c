import SectionMessage from '@atlaskit/section-message';
import { useMemo } from 'react';

import type { Report } from '../report/report';
import checklist from './checklist/checklist-part';
import { PatFlag } from './head/pat-flag';
import { IntegrationsTable } from './integrations/integrations-table';
import { selectRows } from './integrations/select-rows';
import { usePage } from './page-context';
import { NotReported } from './sources/not-reported';
import { RowProblems } from './sources/row-problems';
import { useViewState } from './state/view-state';
import { NothingConnected } from './states/whole-page';

interface Props {
  readonly report: Report;
  /** False where the list of integrations could not be read: an empty table would look like none. */
  readonly listed: boolean;
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
}

/** The integrations: what is flagged, the table, the instance, and the checklist that is open. */
export function Content({ report, listed, now }: Props) {
  const { texts: t } = usePage();
  const [view, change] = useViewState();
  const { subjects } = report;
  const rows = useMemo(() => selectRows(subjects, view, t), [subjects, view, t]);
  const subject = subjects.find(({ key }) => key === view.open);
  // A link may open an integration that the filters hide.
  const neighbours = subject && !rows.includes(subject) ? subjects : rows;
  const empty = listed && subjects.length === 0 && report.problems.length === 0 && !report.atLeast;
  const onOpen = (key: string) => change({ open: key });
  const onClose = () => change({ open: undefined });
  return (
    <div className="gic-tab">
      {listed ? (
        <PatFlag subjects={subjects} onOpen={onOpen} />
      ) : (
        <SectionMessage appearance="warning">
          <p>{t('pat-flag.unread')}</p>
        </SectionMessage>
      )}
      <RowProblems problems={report.problems} />
      <NotReported fields={report.notReported} />
      {report.atLeast && (
        <SectionMessage appearance="warning">
          <p>{t('checkup.at-least.integrations', report.integrations)}</p>
        </SectionMessage>
      )}
      {empty && <NothingConnected />}
      {listed && view.open !== undefined && !subject && (
        <SectionMessage appearance="warning">
          <p>{t('checklist.not-found')}</p>
        </SectionMessage>
      )}
      {subjects.length > 0 && <IntegrationsTable report={report} view={view} now={now} onChange={change} />}
      {subject && (
        <checklist.ChecklistDrawer
          report={report}
          subject={subject}
          neighbours={neighbours}
          now={now}
          onOpen={onOpen}
          onClose={onClose}
        />
      )}
    </div>
  );
}
