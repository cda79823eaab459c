import type { Insights } from '../../../reindex/insights/insights';
import type { Subject } from '../../../reindex/insights/troubles';
import { useTexts } from '../../page-context';
import { InsightTable, Share } from './insight-table';
import { MessageBox } from '../../message-box';
import { IntegrationName, Name } from './integration-name';

/** The columns that name a repository and its integration. */
export function useSubjectColumns() {
  const t = useTexts();
  return [
    { header: t('reindex.breakdown.repository'), cell: ({ repository }: Subject) => <Name name={repository} /> },
    {
      header: t('reindex.breakdown.integration'),
      cell: ({ integration }: Subject) => <IntegrationName name={integration} />,
    },
  ];
}

function Nodes({ nodes }: Pick<Insights, 'nodes'>) {
  const t = useTexts();
  const { durations } = t;
  return (
    <MessageBox appearance="warning" headingLevel="h4" title={t('reindex.breakdown.nodes.title')}>
      <p>{t('reindex.breakdown.nodes.body')}</p>
      <InsightTable
        caption={t('reindex.breakdown.nodes')}
        columns={[
          { header: t('reindex.breakdown.node'), cell: ({ node }) => <Name name={node} /> },
          { header: t('reindex.breakdown.tasks'), cell: ({ tasks }) => t.number(tasks) },
          { header: t('reindex.breakdown.time'), cell: ({ minutes }) => durations.long(minutes) },
          { header: t('reindex.breakdown.share'), cell: ({ share }) => <Share share={share} /> },
        ]}
        rows={nodes}
      />
    </MessageBox>
  );
}

function Stuck({ stuck }: Pick<Insights, 'stuck'>) {
  const t = useTexts();
  const { durations } = t;
  const subject = useSubjectColumns();
  return (
    <MessageBox appearance="warning" headingLevel="h4" title={t.counted('reindex.breakdown.stuck.title', stuck.length)}>
      <p>{t('reindex.breakdown.stuck.body')}</p>
      <InsightTable
        caption={t('reindex.breakdown.stuck')}
        columns={[
          ...subject,
          { header: t('reindex.breakdown.node'), cell: ({ node }: Insights['stuck'][number]) => <Name name={node} /> },
          {
            header: t('reindex.breakdown.time'),
            cell: ({ minutes, running }: Insights['stuck'][number]) =>
              running ? t('reindex.breakdown.stuck.running', durations.long(minutes)) : durations.long(minutes),
          },
        ]}
        rows={stuck}
      />
    </MessageBox>
  );
}

function Failing({ failing }: Pick<Insights, 'failing'>) {
  const t = useTexts();
  const subject = useSubjectColumns();
  return (
    <MessageBox
      appearance="warning"
      headingLevel="h4"
      title={t.counted('reindex.breakdown.failing.title', failing.length)}
    >
      <p>{t('reindex.breakdown.failing.body')}</p>
      <InsightTable
        caption={t('reindex.breakdown.failing')}
        columns={[
          ...subject,
          {
            header: t('reindex.breakdown.failing.errors'),
            cell: ({ errorsInARow }: Insights['failing'][number]) => t.number(errorsInARow),
          },
        ]}
        rows={failing}
      />
    </MessageBox>
  );
}

function Starving({ starving }: Pick<Insights, 'starving'>) {
  const t = useTexts();
  const { durations } = t;
  const { removals, garbageCollections, longestWaitMinutes } = starving;
  return (
    <MessageBox appearance="warning" headingLevel="h4" title={t('reindex.breakdown.starving.title')}>
      <ul>
        {removals > 0 && <li>{t.counted('reindex.breakdown.starving.removals', removals)}</li>}
        {garbageCollections > 0 && <li>{t.counted('reindex.breakdown.starving.garbage', garbageCollections)}</li>}
      </ul>
      <p>{t('reindex.breakdown.starving.body', durations.long(longestWaitMinutes))}</p>
    </MessageBox>
  );
}

/** How many things go wrong in the queue. */
export function troublesIn({ nodesOutOfBalance, stuck, failing, starving }: Insights): number {
  const isStarving = starving.removals + starving.garbageCollections > 0;
  return [stuck.length > 0, failing.length > 0, isStarving, nodesOutOfBalance].filter(Boolean).length;
}

/** What goes wrong in the queue. */
export function Troubles({ insights }: { readonly insights: Insights }) {
  const { nodes, nodesOutOfBalance, stuck, failing, starving } = insights;
  return (
    <>
      {stuck.length > 0 && <Stuck stuck={stuck} />}
      {failing.length > 0 && <Failing failing={failing} />}
      {starving.removals + starving.garbageCollections > 0 && <Starving starving={starving} />}
      {nodesOutOfBalance && <Nodes nodes={nodes} />}
    </>
  );
}
