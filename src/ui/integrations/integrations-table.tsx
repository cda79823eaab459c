import Button from '@atlaskit/button/new';
import { DynamicTableStateless } from '@atlaskit/dynamic-table';

import type { SubjectReport } from '../../report/report';
import { useTexts } from '../page-context';
import { SORT_KEYS, type SortKey, type ViewState } from '../state/view-state';
import { CrashBoundary } from '../states/crash';
import { HealthBadge } from './health-badge';
import { HostIcon } from './host-icon';
import { openButtonId, TABLE_ID } from './returned-focus';
import { countsText, countText, lastIndexedText, subjectName } from './subject-texts';
import { Toolbar } from './toolbar';

export const ROWS_PER_PAGE = 20;

const WIDTHS: Readonly<Record<SortKey, number>> = {
  name: 30,
  health: 14,
  'to-fix': 30,
  repositories: 12,
  'last-indexed': 14,
};

interface CellProps {
  readonly subject: SubjectReport;
  readonly column: SortKey;
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
  readonly onOpen: (key: string) => void;
}

function Host({ subject: { product, hostName } }: Pick<CellProps, 'subject'>) {
  const t = useTexts();
  return (
    <span className="gic-host">
      <HostIcon product={product} />
      <span className="gic-host-text">
        {t(`product.${product}`)}
        {hostName !== undefined && (
          <span className="gic-host-name gic-subtle" title={hostName}>
            {hostName}
          </span>
        )}
      </span>
    </span>
  );
}

function Cell({ subject, column, now, onOpen }: CellProps) {
  const t = useTexts();
  const { key, lastIndexed } = subject;
  const name = subjectName(subject, t);
  switch (column) {
    case 'name':
      return (
        <>
          <button
            type="button"
            id={openButtonId(key)}
            className="gic-link gic-break"
            aria-haspopup="dialog"
            title={t('table.open', name)}
            onClick={() => onOpen(key)}
          >
            <bdi>{name}</bdi>
          </button>
          <Host subject={subject} />
        </>
      );
    case 'health':
      return <HealthBadge health={subject.health} />;
    case 'to-fix':
      return countsText(subject, t);
    case 'repositories':
      return countText(subject.repositories, t);
    case 'last-indexed':
      return (
        <span title={lastIndexed.kind === 'known' ? t.date(lastIndexed.value) : undefined}>
          {lastIndexedText(subject, now, t)}
        </span>
      );
  }
}

/** @param place its place in the order that was asked for */
function tableRow(subject: SubjectReport, place: number, rest: Pick<CellProps, 'now' | 'onOpen'>) {
  const cells = SORT_KEYS.map((column) => ({
    // The table sorts by the keys of its cells; the rows are in order already, so each key says its place.
    key: place,
    content: (
      <CrashBoundary size="row" of={subject}>
        <Cell subject={subject} column={column} {...rest} />
      </CrashBoundary>
    ),
  }));
  return { key: subject.key, cells };
}

interface Props {
  readonly subjects: readonly SubjectReport[];
  /** Those that match the search and the filters, as they are sorted. */
  readonly rows: readonly SubjectReport[];
  readonly view: ViewState;
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
  readonly onChange: (change: Partial<ViewState>) => void;
}

export function IntegrationsTable({ subjects, rows, view, now, onChange }: Props) {
  const t = useTexts();
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_PER_PAGE));
  const onOpen = (key: string) => onChange({ open: key });
  return (
    <section id={TABLE_ID} tabIndex={-1} aria-label={t('checkup.tab.integrations')}>
      <Toolbar subjects={subjects} shown={rows.length} view={view} onChange={onChange} />
      <div className="gic-table">
        <DynamicTableStateless
          label={t('table.caption')}
          head={{
            cells: SORT_KEYS.map((key) => ({ key, content: t(`table.${key}`), isSortable: true, width: WIDTHS[key] })),
          }}
          rows={rows.map((subject, index) => tableRow(subject, view.descending ? -index : index, { now, onOpen }))}
          rowsPerPage={ROWS_PER_PAGE}
          page={Math.min(view.page, pages)}
          sortKey={view.sort}
          sortOrder={view.descending ? 'DESC' : 'ASC'}
          onSort={({ key, sortOrder }: { key: SortKey; sortOrder: 'ASC' | 'DESC' }) =>
            onChange({ sort: key, descending: sortOrder === 'DESC', page: 1 })
          }
          onSetPage={(page) => onChange({ page })}
          paginationi18n={{
            label: t('table.pages'),
            prev: t('table.page.previous'),
            next: t('table.page.next'),
            pageLabel: t('table.page', '').trim(),
          }}
          emptyView={
            <div className="gic-no-match">
              <p>{t('table.no-match')}</p>
              <Button onClick={() => onChange({ search: '', health: undefined, host: undefined, page: 1 })}>
                {t('table.clear')}
              </Button>
            </div>
          }
        />
      </div>
    </section>
  );
}
