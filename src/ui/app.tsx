import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useEffect, useState } from 'react';

import checksPart from './checks/checks-part';
import { Content } from './content';
import { DecideProvider } from './decide';
import { Head } from './head/head';
import { summaryText } from './head/summary';
import { usePage } from './page-context';
import { Failures } from './sources/failure-message';
import { Loading } from './sources/loading';
import { Waits } from './sources/waits';
import { createCheckup, isComplete, type ConnectClient } from './state/checkup';
import { createDecisions } from './state/decisions';
import { createJudged, integrationsReadAt } from './state/judged';
import { useStore } from './state/use-store';
import { TABS, useViewState } from './state/view-state';
import { CrashBoundary } from './states/crash';
import { FailedPage, takesThePage } from './states/whole-page';
import { useAdvisor } from './use-advisor';

/** What was read, what was decided, and how it is judged: stores that live as long as the page. */
function useStores(connect: ConnectClient) {
  const { host, now } = usePage();
  const [stores] = useState(() => {
    const checkup = createCheckup(connect);
    const about = () => {
      const { myself, 'gij-version': version } = checkup.snapshot().outcomes;
      return {
        ...(myself?.state === 'read' && { by: myself.value.displayName }),
        ...(version?.state === 'read' && { gijVersion: version.value.version }),
      };
    };
    const decisions = createDecisions({ base: host.jira, now, about });
    return { checkup, decisions, judged: createJudged(checkup, decisions, now) };
  });
  useEffect(() => {
    const ends = [stores.decisions.start(), stores.checkup.start()];
    return () => ends.forEach((end) => end());
  }, [stores]);
  return stores;
}

/** The panel. */
export function App({ connect }: { readonly connect: ConnectClient }) {
  const { texts: t } = usePage();
  const [view, change] = useViewState();
  const stores = useStores(connect);
  const { checkAgain, tryAgain } = stores.checkup;
  const { outcomes, failures, reading, waits } = useStore(stores.checkup);
  const { judged, mistake } = useStore(stores.judged);
  const complete = isComplete(outcomes);
  const {
    part,
    reindex,
    tryAgain: loadAgain,
  } = useAdvisor(connect, stores.judged, judged !== undefined || view.tab === 'reindex');
  if (mistake) throw mistake.error;

  const integrations = judged?.gathered.integrations;
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
      : summaryText(judged.report, judged.headline, t);

  return (
    <DecideProvider value={stores.decisions}>
      <div className="gic">
        <Head
          summary={summary}
          checkedAt={judged && integrationsReadAt(judged.gathered)}
          reading={reading.length > 0}
          serverInfo={outcomes['server-info']}
          myself={outcomes.myself}
          onCheckAgain={checkAgain}
        />
        <div className="gic-content">
          <Waits waits={waits} />
          {!complete && !wholePage && <Loading outcomes={outcomes} />}
          {judged && <Failures failures={shownFailures} reading={reading} onTryAgain={tryAgain} />}
          {wholePage && <FailedPage failure={wholePage} reading={reading.length > 0} onTryAgain={checkAgain} />}
          {judged && !wholePage && (
            <Tabs
              id="gic-tabs"
              selected={TABS.indexOf(view.tab)}
              onChange={(index) => change({ tab: TABS[index] ?? 'integrations' })}
            >
              <TabList>
                <Tab>{t('checkup.tab.integrations')}</Tab>
                <Tab>{t('checks.title')}</Tab>
                <Tab>{t('reindex.title')}</Tab>
              </TabList>
              <TabPanel>
                <CrashBoundary size="part" of={judged}>
                  <Content report={judged.report} listed={!failed} now={judged.now} />
                </CrashBoundary>
              </TabPanel>
              <TabPanel>
                <CrashBoundary size="part" of={judged}>
                  <checksPart.ChecksTab report={judged.report} view={view} now={judged.now} onChange={change} />
                </CrashBoundary>
              </TabPanel>
              <TabPanel>
                {part.state === 'loaded' && reindex ? (
                  <CrashBoundary size="part">
                    <part.content.ReindexTab reindex={reindex} subjects={judged.report.subjects} />
                  </CrashBoundary>
                ) : (
                  <div className="gic-tab">
                    {part.state !== 'failed' && <p>{t('reindex.loading')}</p>}
                    {part.state === 'failed' && (
                      <SectionMessage appearance="error" title={t('reindex.load-failed')}>
                        <Button onClick={loadAgain}>{t('failure.try-again')}</Button>
                      </SectionMessage>
                    )}
                  </div>
                )}
              </TabPanel>
            </Tabs>
          )}
        </div>
      </div>
    </DecideProvider>
  );
}
