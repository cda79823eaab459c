import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import type { ReactNode } from 'react';

import type { Report } from '../report/report';
import { useTexts } from './page-context';
import { TABS, type TabName } from './state/view-state';

/** A number or sign beside the name of a tab, and what it says to those who do not see where it stands. */
function Mark({ children, name }: { readonly children: string; readonly name: string }) {
  return (
    <>
      <span className="gic-mark" aria-hidden="true" title={name}>
        {children}
      </span>
      <span className="gic-hidden">{name}</span>
    </>
  );
}

interface Props {
  readonly report: Report;
  readonly tab: TabName;
  readonly onSelect: (tab: TabName) => void;
  /** What each tab holds. */
  readonly panels: Readonly<Record<TabName, ReactNode>>;
}

/** The tabs, and beside their names what there is to see in them. */
export function PageTabs({ report, tab, onSelect, panels }: Props) {
  const t = useTexts();
  const failing = report.checks.filter(({ state }) => state === 'failing').length;
  const isTooShort = report.instance.some(
    ({ check, verdict, severity }) => check === 'reindex-interval' && verdict === 'fail' && severity === 'high',
  );
  return (
    <Tabs id="gic-tabs" selected={TABS.indexOf(tab)} onChange={(index) => onSelect(TABS[index] ?? 'integrations')}>
      <TabList>
        <Tab>{t('checkup.tab.integrations')}</Tab>
        <Tab>
          {t('checks.title')}
          {failing > 0 && <Mark name={t.counted('checkup.tab.checks.failing', failing)}>{t.number(failing)}</Mark>}
        </Tab>
        <Tab>
          {t('reindex.title')}
          {isTooShort && <Mark name={t('checkup.tab.reindex.too-short')}>!</Mark>}
        </Tab>
        <Tab>{t('checkup.tab.history')}</Tab>
      </TabList>
      {TABS.map((name) => (
        <TabPanel key={name}>{panels[name]}</TabPanel>
      ))}
    </Tabs>
  );
}
