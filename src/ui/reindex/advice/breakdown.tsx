import type { AtLeast, ReindexSuggestion } from '../../../reindex/advice/advice';
import type { Insights } from '../../../reindex/insights/insights';
import { useTexts } from '../../page-context';
import { Forecasts } from './forecasts';
import { InsightTable, Share } from './insight-table';
import { IntegrationName } from './integration-name';
import { Troubles, useSubjectColumns } from './troubles';

function Integrations({ integrations }: Pick<Insights, 'integrations'>) {
  const t = useTexts();
  const { durations } = t;
  return (
    <InsightTable
      caption={t('reindex.breakdown.integrations')}
      columns={[
        {
          header: t('reindex.breakdown.integration'),
          cell: ({ integration }) => <IntegrationName name={integration} />,
        },
        { header: t('reindex.breakdown.repositories'), cell: ({ repositories }) => t.number(repositories) },
        { header: t('reindex.breakdown.time'), cell: ({ minutes }) => durations.long(minutes) },
        { header: t('reindex.breakdown.share'), cell: ({ share }) => <Share share={share} /> },
      ]}
      rows={integrations}
    />
  );
}

function Slowest({ slowest }: Pick<Insights, 'slowest'>) {
  const t = useTexts();
  const { durations } = t;
  const subject = useSubjectColumns();
  return (
    <InsightTable
      caption={t.counted('reindex.breakdown.slowest', slowest.length)}
      columns={[
        ...subject,
        {
          header: t('reindex.breakdown.time'),
          cell: ({ minutes }: Insights['slowest'][number]) => durations.long(minutes),
        },
        {
          header: t('reindex.breakdown.share'),
          cell: ({ share }: Insights['slowest'][number]) => <Share share={share} />,
        },
      ]}
      rows={slowest}
    />
  );
}

/** Where the time of a round goes, what goes wrong in the queue, and what would make the round shorter. */
export function Breakdown({ advice }: { readonly advice: ReindexSuggestion | AtLeast }) {
  const t = useTexts();
  const { basis, insights } = advice;
  const { integrations, slowest, webhookTasks } = insights;
  return (
    <div className="gic-breakdown">
      <Troubles insights={insights} />
      {integrations.length > 0 && <p className="gic-subtle">{t('reindex.breakdown.note')}</p>}
      {integrations.length > 0 && <Integrations integrations={integrations} />}
      {slowest.length > 0 && <Slowest slowest={slowest} />}
      <Forecasts insights={insights} />
      <p>
        {basis.webhooks ? t.counted('reindex.breakdown.webhooks.seen', webhookTasks) : t('reindex.breakdown.webhooks')}
      </p>
    </div>
  );
}
