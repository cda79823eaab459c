import { Figures } from '../../chart/figures';
import { useTexts } from '../../page-context';
import type { ChartPoint } from './chart-points';

/** The rounds of the chart as a table, the newest first. */
export function RoundTable({ points }: { readonly points: readonly ChartPoint[] }) {
  const t = useTexts();
  const heads = [t('reindex.chart.started'), t('reindex.chart.duration'), t('reindex.chart.kind')];
  return (
    <Figures caption={t('reindex.chart.table')} heads={heads}>
      {points
        .map((point, place) => (
          <tr key={place}>
            <th scope="row">{t.date(point.at)}</th>
            <td>{t.durations.long(point.minutes)}</td>
            <td>{t(`reindex.chart.state.${point.state}`)}</td>
          </tr>
        ))
        .reverse()}
    </Figures>
  );
}
