import type { Report } from '../../report/report';
import { useTexts } from '../page-context';

export interface HistoryProps {
  readonly report: Report;
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
}

/** What changed, and who did it. */
export function HistoryTab({ now }: HistoryProps) {
  const t = useTexts();
  return (
    <div className="gic-tab">
      <h3 title={t.moment(now)}>{t('history.heading')}</h3>
    </div>
  );
}
