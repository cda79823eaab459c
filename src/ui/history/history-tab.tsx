import { useMemo } from 'react';

import { entriesOf, type ChangeEntry } from '../../decisions/decisions';
import type { Place } from '../../decisions/kept-sharing';
import { useDecisions } from '../decide';
import { useTexts } from '../page-context';
import type { Judged } from '../state/judged';
import { useStore } from '../state/use-store';
import { HealthChart } from './chart/health-chart';
import { historyOf } from './history-items';
import { HistoryList } from './history-list';
import { ImportRecordings, type ImportProps } from './import-recordings';
import { SinceVisit } from './since-visit';
import { subjectNames } from './subject-names';
import { MessageBox } from '../message-box';
import { undoStateOf } from './undo-state';

interface Props extends ImportProps {
  readonly judged: Judged;
}

/** What admins call the place; blank for the browser. */
function placeName(place: Place): string {
  if (place.kind === 'browser') return '';
  return place.kind === 'project' ? place.key : place.name;
}

/** What changed, who did it, and whether it gets better. */
export function HistoryTab({ judged: { gathered, report }, snapshots: store, advisor }: Props) {
  const t = useTexts();
  const { snapshots, trouble, isPartial } = useStore(store);
  const { decisions, place } = useStore(useDecisions());
  const items = useMemo(() => historyOf(decisions, snapshots.snapshots), [decisions, snapshots]);
  const nameOf = subjectNames(report, snapshots, t);
  const changes = entriesOf(decisions, 'change');
  const stateOf = (change: ChangeEntry) => undoStateOf(change, changes, gathered.integrations);
  return (
    <div className="gic-tab gic-history">
      {trouble && (
        <MessageBox appearance="warning">
          <p>{t(`history.trouble.${trouble}`)}</p>
        </MessageBox>
      )}
      {isPartial && <p>{t('history.partial')}</p>}
      <SinceVisit snapshots={snapshots} items={items} nameOf={nameOf} />
      <HealthChart snapshots={snapshots} />
      <section className="gic-happened" aria-labelledby="gic-history-heading">
        <h3 id="gic-history-heading">{t('history.heading')}</h3>
        <HistoryList items={items} nameOf={nameOf} undoStateOf={stateOf} />
      </section>
      <ImportRecordings snapshots={store} advisor={advisor} />
      <p className="gic-subtle gic-break">
        {t(`history.kept.${place.kind}`, placeName(place))} {t('history.kept')}
      </p>
    </div>
  );
}
