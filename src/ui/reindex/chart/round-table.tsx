import { useTexts } from '../../page-context';
import type { ChartPoint } from './chart-points';

/** The rounds of the chart as a table, the newest first. */
export function RoundTable({ points }: { readonly points: readonly ChartPoint[] }) {
  const t = useTexts();
  const { durations } = t;
  return (
    <div className="gic-scroll" role="region" aria-label={t('reindex.chart.table')} tabIndex={0}>
      <table className="gic-figures">
        <caption>{t('reindex.chart.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reindex.chart.started')}</th>
            <th scope="col">{t('reindex.chart.duration')}</th>
            <th scope="col">{t('reindex.chart.kind')}</th>
          </tr>
        </thead>
        <tbody>
          {points
            .map((point, place) => (
              <tr key={place}>
                <th scope="row">{t.date(point.at)}</th>
                <td>{durations.long(point.minutes)}</td>
                <td>{t(`reindex.chart.state.${point.state}`)}</td>
              </tr>
            ))
            .reverse()}
        </tbody>
      </table>
    </div>
  );
}
