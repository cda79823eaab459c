import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useEffect, useMemo, useState } from 'react';

import { NO_CONFIRMATIONS } from '../model/confirmation';
import { read, type Gathered } from '../model/gathered';
import { absent, type Reading } from '../model/reading';
import { NO_REINDEX_HISTORY } from '../model/reindex';
import { enabledRepositories } from '../report/enabled-repositories';
import { reportOf } from '../report/report';
import { Content } from './content';
import { Head } from './head/head';
import { summaryText } from './head/summary';
import { usePart } from './load-part';
import { usePage } from './page-context';
import type { ReindexSummary } from './reindex/reindex-host';
import { Failures } from './sources/failure-message';
import { Loading } from './sources/loading';
import { Waits } from './sources/waits';
import { createCheckup, gatheredOf, isComplete, type ConnectClient } from './state/checkup';
import { useStore } from './state/use-store';
import { TABS, useViewState } from './state/view-state';
import { CrashBoundary } from './states/crash';
import { FailedPage, takesThePage } from './states/whole-page';

/** The advisor weighs as much as half of the page, which does not wait for it, unless it is what the admin looks at. */
const loadReindexHost = () => import(/* webpackChunkName: "reindex" */ './reindex/reindex-host');

const UNKNOWN_INTERVAL: Reading<number> = absent('reindexInterval', { source: 'admin', request: '', readAt: 0 });

const NOTHING_ADVISED: ReindexSummary = {
  facts: { reindexInterval: read(UNKNOWN_INTERVAL), reindex: NO_REINDEX_HISTORY },
  headline: undefined,
};

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
  const [checkup] = useState(() => createCheckup(connect));
  useEffect(() => checkup.start(), [checkup]);
  const { outcomes, failures, reading, waits } = useStore(checkup);
  const gathered = useMemo(() => gatheredOf(outcomes), [outcomes]);
  const complete = isComplete(outcomes);

  const { part: advisor, tryAgain: loadAgain } = usePart(loadReindexHost, complete || view.tab === 'reindex');
  const [reindex, setReindex] = useState(NOTHING_ADVISED);
  const [target, setTarget] = useState<HTMLElement | null>(null);
  // Judged anew when something was read or given, not with each passing second.
  const judged = useMemo(() => {
    if (!gathered) return undefined;
    // As of the reading: what was read three days ago, and kept, is not judged as stale for that.
    const now = (integrationsReadAt(gathered) ?? browserNow()) + clockOffset(gathered);
    return { now, report: reportOf(gathered, { confirmations: NO_CONFIRMATIONS, ...reindex.facts, now }) };
  }, [gathered, reindex, browserNow]);

  const integrations = gathered?.integrations;
  const failed = integrations?.state === 'failed' ? integrations.failure : undefined;
  // Once the tabs were shown they stay, with what was typed there.
  const [opened, setOpened] = useState(false);
  const wholePage = failed && takesThePage(failed) && !opened ? failed : undefined;
  if (judged && !wholePage && !opened) setOpened(true);
  const shownFailures = wholePage ? failures.filter(({ kind }) => kind !== wholePage.kind) : failures;
  const summary = !judged
    ? t('checkup.checking')
    : failed
      ? t('checkup.summary.unread')
      : summaryText(judged.report, reindex.headline, t);

  return (
    <div className="gic">
      <Head
        summary={summary}
        checkedAt={gathered && integrationsReadAt(gathered)}
        reading={reading.length > 0}
        serverInfo={outcomes['server-info']}
        myself={outcomes.myself}
        onCheckAgain={checkup.checkAgain}
      />
      <div className="gic-content">
        <Waits waits={waits} />
        {!complete && !wholePage && <Loading outcomes={outcomes} />}
        {gathered && <Failures failures={shownFailures} reading={reading} onTryAgain={checkup.tryAgain} />}
        {wholePage && <FailedPage failure={wholePage} reading={reading.length > 0} onTryAgain={checkup.checkAgain} />}
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
              <CrashBoundary size="part" of={judged}>
                <Content report={judged.report} listed={!failed} now={judged.now} />
              </CrashBoundary>
            </TabPanel>
            <TabPanel>
              <div className="gic-tab" ref={setTarget}>
                {advisor.state === 'loading' && <p>{t('reindex.loading')}</p>}
                {advisor.state === 'failed' && (
                  <SectionMessage appearance="error" title={t('reindex.load-failed')}>
                    <Button onClick={loadAgain}>{t('failure.try-again')}</Button>
                  </SectionMessage>
                )}
              </div>
            </TabPanel>
          </Tabs>
        )}
        {advisor.state === 'loaded' && (
          <CrashBoundary size="part" into={target}>
            <advisor.content
              connect={connect}
              repositories={gathered && enabledRepositories(gathered)}
              schedule={gathered?.schedule}
              target={target}
              onSummary={setReindex}
            />
          </CrashBoundary>
        )}
      </div>
    </div>
  );
}
