import Lozenge from '@atlaskit/lozenge/new/lozenge';

import type { Forecast } from '../../../reindex/insights/insights';
import type { Insights } from '../../../reindex/insights/insights';
import { useTexts } from '../../page-context';
import { InsightTable } from './insight-table';

/** What a round would take with more slots. An estimate, and marked as one. */
export function Forecasts({ insights }: { readonly insights: Insights }) {
  const t = useTexts();
  const { durations } = t;
  const { asItIs, oneMoreThread, oneMoreNode } = insights;
  if (!asItIs || !oneMoreThread || !oneMoreNode) return null;
  const rows = [
    { name: t('reindex.breakdown.forecast.now'), forecast: asItIs },
    { name: t('reindex.breakdown.forecast.thread'), forecast: oneMoreThread },
    { name: t('reindex.breakdown.forecast.node'), forecast: oneMoreNode },
  ];
  const range = ({ atLeastMinutes, atMostMinutes }: Forecast) => {
    const least = durations.long(atLeastMinutes);
    const most = durations.long(atMostMinutes);
    return least === most ? least : t('reindex.breakdown.forecast.range', least, most);
  };
  // The longest task alone sets the bound, whatever the slots.
  const gainsLittle = [oneMoreThread, oneMoreNode].every(
    ({ atLeastMinutes }) => atLeastMinutes === asItIs.atLeastMinutes,
  );
  return (
    <div className="gic-insight">
      <p>
        <Lozenge appearance="inprogress">{t('reindex.breakdown.forecast.estimate')}</Lozenge>{' '}
        {t('reindex.breakdown.forecast.note')}
      </p>
      <InsightTable
        caption={t('reindex.breakdown.forecast')}
        columns={[
          { header: t('reindex.breakdown.forecast.setup'), cell: ({ name }) => name },
          { header: t('reindex.breakdown.forecast.slots'), cell: ({ forecast }) => t.number(forecast.slots) },
          { header: t('reindex.breakdown.forecast.round'), cell: ({ forecast }) => range(forecast) },
        ]}
        rows={rows}
      />
      {gainsLittle && <p>{t('reindex.breakdown.forecast.little', durations.long(asItIs.atLeastMinutes))}</p>}
    </div>
  );
}
