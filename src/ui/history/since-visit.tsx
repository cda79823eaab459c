import type { Snapshots } from '../../snapshots/snapshot';
import { useTexts } from '../page-context';
import type { HistoryItem } from './history-items';
import { NewsLines } from './news-lines';
import type { NameOf } from './subject-names';

interface Props {
  readonly snapshots: Snapshots;
  readonly items: readonly HistoryItem[];
  readonly nameOf: NameOf;
}

/** What is new since the visit before this one; nothing where there was none. */
export function SinceVisit({ snapshots: { visitedAt, snapshots }, items, nameOf }: Props) {
  const t = useTexts();
  if (visitedAt === undefined) return null;
  const later = snapshots.filter(({ at }) => at > visitedAt);
  const news = later.flatMap((one) => one.news);
  const more = later.reduce((sum, one) => sum + one.more, 0);
  const decisions = items.filter(({ kind, at }) => kind !== 'checks' && at > visitedAt).length;
  return (
    <section className="gic-since" aria-labelledby="gic-since-heading">
      <h3 id="gic-since-heading" title={t.moment(visitedAt)}>
        {t('history.since', { date: visitedAt })}
      </h3>
      {news.length === 0 ? <p>{t('history.since.nothing')}</p> : <NewsLines news={news} more={more} nameOf={nameOf} />}
      {decisions > 0 && <p>{t.counted('history.since.decisions', decisions)}</p>}
    </section>
  );
}
