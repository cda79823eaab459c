import Button from '@atlaskit/button/new';
import { DynamicTableStateless } from '@atlaskit/dynamic-table';
import type { ReactNode } from 'react';

import type { SubjectReport } from '../../report/report';
import type { Texts } from '../../i18n/texts';
import { useTexts } from '../page-context';
import { SORT_KEYS, type SortKey, type ViewState } from '../state/view-state';
import { HealthBadge } from './health-badge';
import { HostIcon } from './host-icon';
import { openButtonId, TABLE_ID } from './returned-focus';
import { countsText, countText, lastIndexedText, subjectName } from './subject-texts';
import { Toolbar } from './toolbar';

export const ROWS_PER_PAGE = 20;

const WIDTHS: Readonly<Record<SortKey, number>> = {
  name: 22,
  host: 18,
  health: 12,
  checks: 16,
  'user-pat': 11,
  repositories: 10,
  'last-indexed': 11,
};

interface RowOptions {
  readonly subject: SubjectReport;
  /** Its place in the order that was asked for. */
  readonly place: number;
  readonly now: number;
  readonly t: Texts;
  readonly onOpen: (key: string) => void;
}

function tableRow({ subject, place, now, t, onOpen }: RowOptions) {
  const { key, lastIndexed } = subject;
  const name = subjectName(subject, t);
  const contents: Record<SortKey, ReactNode> = {
    name: (
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
    ),
    host: (
      <span className="gic-host">
        <HostIcon product={subject.product} />
        <span className="gic-host-text">
          {t(`product.${subject.product}`)}
          {subject.hostName !== undefined && (
            <span className="gic-host-name gic-subtle" title={subject.hostName}>
              {subject.hostName}
            </span>
          )}
        </span>
      </span>
    ),
    health: <HealthBadge health={subject.health} />,
    checks: countsText(subject, t),
    'user-pat': t(`user-pat.${subject.userPat}`),
    repositories: countText(subject.repositories, t),
    'last-indexed': (
      <span title={lastIndexed.kind === 'known' ? t.date(lastIndexed.value) : undefined}>
        {lastIndexedText(subject, now, t)}
      </span>
    ),
  };
  // The table sorts by the keys of its cells; the rows are in order already, so each key says its place.
  return { key, cells: SORT_KEYS.map((column) => ({ key: place, content: contents[column] })) };
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
          rows={rows.map((subject, index) =>
            tableRow({ subject, place: view.descending ? -index : index, now, t, onOpen }),
          )}
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
