import { useTexts } from '../page-context';
import type { Judged } from '../state/judged';
import type { SnapshotsStore } from '../state/snapshots';
import { useStore } from '../state/use-store';

export interface HistoryProps {
  readonly judged: Judged;
  readonly snapshots: SnapshotsStore;
}

/** What changed, and who did it. */
export function HistoryTab({ snapshots }: HistoryProps) {
  const t = useTexts();
  const { last } = useStore(snapshots).snapshots;
  return (
    <div className="gic-tab">
      <h3 title={last && t.moment(last.at)}>{t('history.heading')}</h3>
    </div>
  );
}
