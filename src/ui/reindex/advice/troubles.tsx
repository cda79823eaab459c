import type { ComponentType } from 'react';

import type { Insights } from '../../../reindex/insights/insights';
import type { Subject } from '../../../reindex/insights/troubles';
import { stuckText, troublesIn, troubleTexts, type TroubleKind } from '../../../report/formats/trouble-texts';
import { MessageBox } from '../../message-box';
import { useTexts } from '../../page-context';
import { InsightTable, Share } from './insight-table';
import { IntegrationName, Name } from './integration-name';

interface Props {
  readonly insights: Insights;
}

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

function Nodes({ insights: { nodes } }: Props) {
  const t = useTexts();
  const { durations } = t;
  return (
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
  );
}

function Stuck({ insights: { stuck } }: Props) {
  const t = useTexts();
  const subject = useSubjectColumns();
  return (
    <InsightTable
      caption={t('reindex.breakdown.stuck')}
      columns={[
        ...subject,
        { header: t('reindex.breakdown.node'), cell: ({ node }: Insights['stuck'][number]) => <Name name={node} /> },
        { header: t('reindex.breakdown.time'), cell: (task: Insights['stuck'][number]) => stuckText(task, t) },
      ]}
      rows={stuck}
    />
  );
}

function Failing({ insights: { failing } }: Props) {
  const t = useTexts();
  const subject = useSubjectColumns();
  return (
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
  );
}

/** What each of them shows beside its words. */
const TABLES: Readonly<Record<TroubleKind, ComponentType<Props> | undefined>> = {
  stuck: Stuck,
  failing: Failing,
  starving: undefined,
  nodes: Nodes,
};

/** What goes wrong in the queue. */
export function Troubles({ insights }: Props) {
  const t = useTexts();
  return troublesIn(insights).map((kind) => {
    const { title, list, body } = troubleTexts(kind, insights, t);
    const Table = TABLES[kind];
    return (
      <MessageBox key={kind} appearance="warning" headingLevel="h4" title={title}>
        {list.length > 0 && (
          <ul>
            {list.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
        <p>{body}</p>
        {Table && <Table insights={insights} />}
      </MessageBox>
    );
  });
}
