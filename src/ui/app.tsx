import SectionMessage from '@atlaskit/section-message';
import { useMemo } from 'react';

import { NO_CONFIRMATIONS } from '../model/confirmation';
import type { Gathered } from '../model/gathered';
import { absent, type Reading } from '../model/reading';
import { buildReport, type Report } from '../report/report';
import { ChecklistDialog } from './checklist/checklist-dialog';
import { Head, summaryText } from './head/head';
import { PatFlag } from './head/pat-flag';
import { InstanceSection } from './instance/instance-section';
import { IntegrationsTable, openButtonId } from './integrations/integrations-table';
import { selectRows } from './integrations/select-rows';
import { usePage } from './page-context';
import { Failures } from './sources/failure-message';
import { Loading } from './sources/loading';
import { RowProblems } from './sources/row-problems';
import { Waits } from './sources/waits';
import { gatheredOf, useCheckup, type ConnectClient } from './state/use-checkup';
import { useViewState } from './state/view-state';
import { FailedPage, NothingConnected, takesThePage } from './states/whole-page';

const UNKNOWN_INTERVAL: Reading<number> = absent('reindexInterval', { source: 'admin', request: '', readAt: 0 });

/** Milliseconds to add to the browser's clock for Jira's. */
function clockOffset({ 'server-info': info }: Gathered): number {
  return info.state === 'read' ? (info.value.clockOffset ?? 0) : 0;
}

function integrationsReadAt({ integrations }: Gathered): number | undefined {
  return integrations.state === 'read' ? integrations.value.stamp.readAt : undefined;
}

interface ContentProps {
  readonly report: Report;
  /** False where the list of integrations could not be read: an empty table would look like none. */
  readonly listed: boolean;
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
}

/** Everything below the head, once there is something to show. */
function Content({ report, listed, now }: ContentProps) {
  const { texts: t } = usePage();
  const [view, change] = useViewState();
  const { subjects } = report;
  const rows = useMemo(() => selectRows(subjects, view, t), [subjects, view, t]);
  const subject = subjects.find(({ key }) => key === view.open);
  // A link may open an integration that the filters hide.
  const neighbours = subject && !rows.includes(subject) ? subjects : rows;
  const place = subject ? neighbours.indexOf(subject) : -1;
  const onOpen = (key: string) => change({ open: key });
  const onClose = () => {
    change({ open: undefined });
    // The row is drawn again first.
    if (subject) requestAnimationFrame(() => document.getElementById(openButtonId(subject.key))?.focus());
  };
  return (
    <>
      {listed ? (
        <PatFlag subjects={subjects} onOpen={onOpen} />
      ) : (
        <SectionMessage appearance="warning">
          <p>{t('pat-flag.unread')}</p>
        </SectionMessage>
      )}
      <RowProblems problems={report.problems} />
      {report.atLeast && (
        <SectionMessage appearance="warning">
          <p>{t('checkup.at-least.integrations', subjects.length)}</p>
        </SectionMessage>
      )}
      {listed && view.open !== undefined && !subject && (
        <SectionMessage appearance="warning">
          <p>{t('checklist.not-found')}</p>
        </SectionMessage>
      )}
      {(listed || subjects.length > 0) && (
        <IntegrationsTable subjects={subjects} rows={rows} view={view} now={now} onChange={change} />
      )}
      <InstanceSection findings={report.instance} />
      {subject && (
        <ChecklistDialog
          subject={subject}
          previous={neighbours[place - 1]?.key}
          next={neighbours[place + 1]?.key}
          onOpen={onOpen}
          onClose={onClose}
        />
      )}
    </>
  );
}

/** The panel. */
export function App({ connect }: { readonly connect: ConnectClient }) {
  const { texts: t, now: browserNow } = usePage();
  const { checkup, checkAgain, tryAgain } = useCheckup(connect);
  const gathered = gatheredOf(checkup);
  const { outcomes, failures, reading, waits } = checkup;
  // Judged anew when something was read, not with each passing second.
  const judged = useMemo(() => {
    const complete = gatheredOf({ outcomes, failures: [], reading: [], waits: [] });
    if (!complete) return undefined;
    const now = browserNow() + clockOffset(complete);
    return { now, report: buildReport(complete, { confirmations: NO_CONFIRMATIONS, reindexInterval: UNKNOWN_INTERVAL, now }) };
  }, [outcomes, browserNow]);

  const integrations = gathered?.integrations;
  const failed = integrations?.state === 'failed' ? integrations.failure : undefined;
  const wholePage = failed && takesThePage(failed) ? failed : undefined;
  const shownFailures = wholePage ? failures.filter(({ kind }) => kind !== wholePage.kind) : failures;
  const empty = integrations?.state === 'read' && judged?.report.subjects.length === 0;
  const summary = !judged ? t('checkup.checking') : failed ? t('checkup.summary.unread') : summaryText(judged.report, t);

  return (
    <div className="gic">
      <Head
        summary={summary}
        checkedAt={gathered && integrationsReadAt(gathered)}
        reading={reading.length > 0}
        serverInfo={outcomes['server-info']}
        myself={outcomes.myself}
        onCheckAgain={checkAgain}
      />
      <div className="gic-content">
        <Waits waits={waits} />
        {!gathered && <Loading outcomes={outcomes} />}
        {gathered && <Failures failures={shownFailures} reading={reading} onTryAgain={tryAgain} />}
        {wholePage && <FailedPage failure={wholePage} reading={reading.length > 0} onTryAgain={checkAgain} />}
        {empty && <NothingConnected />}
        {judged && !wholePage && !empty && <Content report={judged.report} listed={!failed} now={judged.now} />}
      </div>
    </div>
  );
}
