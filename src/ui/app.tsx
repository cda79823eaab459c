import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useMemo } from 'react';

import { NO_CONFIRMATIONS } from '../model/confirmation';
import { SOURCE_IDS, type Gathered } from '../model/gathered';
import { adviseReindexInterval } from '../reindex';
import { intervalForFreshness, reindexStatus } from '../report/reindex-status';
import { buildReport } from '../report/report';
import { Content } from './content';
import { Head } from './head/head';
import { summaryText } from './head/summary';
import { usePage } from './page-context';
import { ReindexTab } from './reindex/reindex-tab';
import { evidenceAt, useEvidence } from './reindex/use-evidence';
import { Failures } from './sources/failure-message';
import { Loading } from './sources/loading';
import { Waits } from './sources/waits';
import { gatheredOf, useCheckup, type ConnectClient } from './state/use-checkup';
import { TABS, useViewState } from './state/view-state';
import { FailedPage, takesThePage } from './states/whole-page';

/** Milliseconds to add to the browser's clock for Jira's. */
function clockOffset({ 'server-info': info }: Gathered): number {
  return info.state === 'read' ? (info.value.clockOffset ?? 0) : 0;
}

function integrationsReadAt({ integrations }: Gathered): number | undefined {
  return integrations.state === 'read' ? integrations.value.stamp.readAt : undefined;
}

/** The panel. */
export function App({ connect }: { readonly connect: ConnectClient }) {
  const { texts: t, now: browserNow } = usePage();
  const [view, change] = useViewState();
  const { checkup, checkAgain, tryAgain } = useCheckup(connect);
  const { evidence, dispatch } = useEvidence();
  const { outcomes, failures, reading, waits } = checkup;
  const gathered = useMemo(() => gatheredOf(outcomes), [outcomes]);
  const complete = SOURCE_IDS.every((source) => outcomes[source] !== undefined);

  const advice = useMemo(
    () => adviseReindexInterval({ ...evidence, now: browserNow() }, evidence.policy),
    [evidence, browserNow],
  );
  // Judged anew when something was read or given, not with each passing second.
  const judged = useMemo(() => {
    if (!gathered) return undefined;
    // As of the reading: what was read three days ago, and kept, is not judged as stale for that.
    const now = (integrationsReadAt(gathered) ?? browserNow()) + clockOffset(gathered);
    const at = evidenceAt(evidence);
    const reindexInterval = intervalForFreshness(evidence.current, at, now);
    const reindex = reindexStatus(advice, at);
    return { now, report: buildReport(gathered, { confirmations: NO_CONFIRMATIONS, reindexInterval, reindex, now }) };
  }, [gathered, evidence, advice, browserNow]);

  const integrations = gathered?.integrations;
  const failed = integrations?.state === 'failed' ? integrations.failure : undefined;
  const wholePage = failed && takesThePage(failed) ? failed : undefined;
  const shownFailures = wholePage ? failures.filter(({ kind }) => kind !== wholePage.kind) : failures;
  const summary = !judged ? t('checkup.checking') : failed ? t('checkup.summary.unread') : summaryText(judged.report, advice, t);

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
        {!complete && !wholePage && <Loading outcomes={outcomes} />}
        {gathered && <Failures failures={shownFailures} reading={reading} onTryAgain={tryAgain} />}
        {wholePage && <FailedPage failure={wholePage} reading={reading.length > 0} onTryAgain={checkAgain} />}
        {judged && !wholePage && (
          <Tabs
            id="gic-tabs"
            selected={TABS.indexOf(view.tab)}
            onChange={(index) => change({ tab: TABS[index] ?? 'integrations' })}
          >
            <TabList>
              <Tab>{t('checkup.tab.integrations')}</Tab>
              <Tab>{t('reindex.title')}</Tab>
            </TabList>
            <TabPanel>
              <Content report={judged.report} listed={!failed} now={judged.now} />
            </TabPanel>
            <TabPanel>
              <ReindexTab advice={advice} evidence={evidence} dispatch={dispatch} />
            </TabPanel>
          </Tabs>
        )}
      </div>
    </div>
  );
}
