import type { ReactNode } from 'react';

import { IntegrationsTab } from './integrations-tab';
import { LoadedChecks } from './loaded-checks';
import { LoadedHistory } from './loaded-history';
import { Notices } from './notices/notices';
import { OpenChecklist } from './open-checklist';
import { PageTabs } from './page-tabs';
import { PartView } from './part-view';
import type { Judged } from './state/judged';
import type { TabName, ViewState } from './state/view-state';
import { CrashBoundary } from './states/crash';
import type { LoadedAdvisor } from './use-advisor';
import type { LoadedSnapshots } from './use-snapshots';

interface Props {
  readonly judged: Judged;
  readonly view: ViewState;
  readonly onChange: (change: Partial<ViewState>) => void;
  /** False where the list of integrations could not be read: nobody can say that one of them is not there. */
  readonly isListed: boolean;
  readonly advisor: LoadedAdvisor;
  readonly snapshots: LoadedSnapshots;
}

/** What there is to see once the integrations gave something: notices, tabs, and the checklist that is open. */
export function Checked({ judged, view, onChange, isListed, advisor, snapshots }: Props) {
  const { report, now } = judged;
  const shown = { report, view, now, onChange };
  // The check that is open on its tab filters the table, where it fails on anything.
  const isFilter = report.checks.some(({ check, fails }) => check === view.check && fails > 0);
  const select = (tab: TabName) => onChange(view.tab === 'checks' && !isFilter ? { tab, check: undefined } : { tab });
  const part = (children: ReactNode) => (
    <CrashBoundary size="part" of={judged}>
      {children}
    </CrashBoundary>
  );
  return (
    <>
      {part(<Notices {...shown} />)}
      <PageTabs
        report={report}
        tab={view.tab}
        onSelect={select}
        panels={{
          integrations: part(<IntegrationsTab {...shown} />),
          checks: part(<LoadedChecks {...shown} />),
          history: part(<LoadedHistory judged={judged} snapshots={snapshots} advisor={advisor} />),
          reindex: (
            <PartView part={advisor.part} onTryAgain={advisor.tryAgain}>
              {({ ReindexTab }) => (
                <CrashBoundary size="part">
                  {advisor.reindex && <ReindexTab reindex={advisor.reindex} subjects={report.subjects} />}
                </CrashBoundary>
              )}
            </PartView>
          ),
        }}
      />
      {isListed && <OpenChecklist {...shown} />}
    </>
  );
}
