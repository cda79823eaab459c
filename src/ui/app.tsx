import { useCallback, useMemo, useState } from 'react';

import { integrationsReadAt } from '../report/as-of';
import { Checked } from './checked';
import { CheckupProvider } from './checkup-context';
import { DecideProvider } from './decide';
import { DialogsProvider, OpenedDialog, useFocusAfter, type Dialog } from './dialogs';
import { ExportMenu } from './head/export-menu';
import { Facts } from './head/facts';
import { Head } from './head/head';
import { HealthChips } from './head/health-chips';
import { PrintHead } from './head/print-head';
import { summaryText } from '../report/formats/summary';
import { usePage } from './page-context';
import { SharingProvider, useSharedDecisions } from './sharing-context';
import { Failures } from './sources/failure-message';
import { Loading, progressOf } from './sources/loading';
import { Waits } from './sources/waits';
import { isComplete, type ConnectClient } from './state/checkup';
import { useStore } from './state/use-store';
import { useViewState } from './state/view-state';
import { FailedPage, isNothingConnected, NothingConnected, takesThePage } from './states/whole-page';
import { useAdvisor } from './use-advisor';
import { useExport } from './use-export';
import { LoadedLastCheckNote, useSnapshots } from './use-snapshots';
import { useStores } from './use-stores';

/** The panel. */
export function App({ connect }: { readonly connect: ConnectClient }) {
  const { texts: t } = usePage();
  const [view, change] = useViewState();
  const { checkup, decisions, judging } = useStores(connect);
  const { outcomes, failures, reading, waits } = useStore(checkup);
  const { judged, mistake } = useStore(judging);
  const [dialog, setDialog] = useState<Dialog>();
  const [said, setSaid] = useState<string>();
  const openDialog = useCallback((next: Dialog) => {
    setSaid(undefined);
    setDialog(next);
  }, []);
  const closeDialog = useCallback((closing?: string) => {
    setSaid(closing);
    setDialog(undefined);
  }, []);
  useFocusAfter(dialog);
  const reader = useMemo(() => ({ checkup, connect }), [checkup, connect]);
  const isReading = reading.length > 0;
  const advisor = useAdvisor(connect, { judging, decisions }, judged !== undefined || view.tab === 'reindex');
  const snapshots = useSnapshots({ checkup, judging }, judged !== undefined);
  const sharing = useSharedDecisions({ connect, checkup, decisions }, judged !== undefined);
  const exporting = useExport(judged !== undefined);
  const paper = exporting.part.state === 'loaded' ? exporting.part.content : undefined;
  if (mistake) throw mistake.error;

  const integrations = judged?.gathered.integrations;
  const failed = integrations?.state === 'failed' ? integrations.failure : undefined;
  const report = failed ? undefined : judged?.report;
  const isEmpty = report !== undefined && isNothingConnected(report);
  // Once the tabs were shown they stay, with what was typed there.
  const [opened, setOpened] = useState(false);
  const wholePage = failed && takesThePage(failed) && !opened ? failed : undefined;
  const hasTabs = judged !== undefined && !wholePage && !isEmpty;
  if (hasTabs && !opened) setOpened(true);
  const shownFailures = wholePage ? failures.filter(({ kind }) => kind !== wholePage.kind) : failures;
  const checkAgain = () => {
    setSaid(undefined);
    snapshots.lastCheck?.begin();
    checkup.checkAgain();
  };

  return (
    <DecideProvider value={decisions}>
      <CheckupProvider value={reader}>
        <DialogsProvider value={openDialog}>
          <SharingProvider value={sharing}>
            <div className="gic">
              <Head
                summary={
                  failed
                    ? t('checkup.summary.unread')
                    : report
                      ? summaryText(report, judged?.headline, t)
                      : t('checkup.checking')
                }
                isReading={isReading}
                onCheckAgain={checkAgain}
                say={setSaid}
                exportMenu={<ExportMenu exporting={exporting} judged={judged} view={view} say={setSaid} />}
              >
                <Facts
                  report={report}
                  checkedAt={judged && integrationsReadAt(judged.gathered)}
                  serverInfo={outcomes['server-info']}
                  progress={isComplete(outcomes) ? undefined : progressOf(outcomes)}
                />
                {!wholePage && !isEmpty && <HealthChips healths={report?.healths} view={view} onChange={change} />}
                <LoadedLastCheckNote snapshots={snapshots} />
                <p className="gic-last-check" role="status">
                  {said}
                </p>
                {paper && judged ? (
                  <paper.PaperHead judged={judged} view={view} />
                ) : (
                  <PrintHead serverInfo={outcomes['server-info']} />
                )}
              </Head>
              <div className="gic-content">
                <Waits waits={waits} />
                {!judged && <Loading outcomes={outcomes} />}
                {judged && (
                  <Failures
                    failures={shownFailures}
                    report={judged.report}
                    reading={reading}
                    onTryAgain={checkup.tryAgain}
                  />
                )}
                {wholePage && <FailedPage failure={wholePage} reading={isReading} onTryAgain={checkAgain} />}
                {isEmpty && <NothingConnected />}
                {hasTabs && (
                  <Checked
                    judged={judged}
                    view={view}
                    onChange={change}
                    isListed={!failed}
                    advisor={advisor}
                    snapshots={snapshots}
                  />
                )}
                {paper && hasTabs && <paper.PaperSheet judged={judged} view={view} />}
              </div>
              <OpenedDialog
                key={dialog?.kind}
                dialog={dialog}
                judged={judged}
                checkup={checkup}
                connect={connect}
                onClose={closeDialog}
              />
            </div>
          </SharingProvider>
        </DialogsProvider>
      </CheckupProvider>
    </DecideProvider>
  );
}
