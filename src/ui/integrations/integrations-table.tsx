import Button from '@atlaskit/button/new';
import { useDeferredValue, useEffect, useMemo, type MouseEvent } from 'react';

import type { Report } from '../../report/report';
import { useTexts } from '../page-context';
import type { ViewState } from '../state/view-state';
import './integrations.css';
import { LoadedSelection } from './loaded-selection';
import { Pager } from './pager';
import { TABLE_ID, useReturnedFocus } from './returned-focus';
import { selectRows } from './select-rows';
import { ShownCount } from './shown-count';
import { TableHead } from './table-head';
import { TableRow } from './table-row';
import { SEARCH_ID, Toolbar } from './toolbar';
import { usePrinting } from './use-printing';
import { useSelection } from './use-selection';

const ROWS_PER_PAGE = 20;

/** Key of the row that was clicked; undefined where text of it was selected. */
function clickedKey({ target }: MouseEvent): string | undefined {
  if (!(target instanceof Element)) return undefined;
  if (target.closest('.gic-column-select')) return undefined;
  const isSelecting = window.getSelection()?.isCollapsed === false && target.closest('button') === null;
  return isSelecting ? undefined : target.closest('tr')?.dataset['key'];
}

interface Props {
  readonly report: Report;
  readonly view: ViewState;
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
  readonly onChange: (change: Partial<ViewState>) => void;
}

/**
 * The integrations, with their search and filters. A table of our own with Atlaskit's tokens: `@atlaskit/dynamic-table`
 * has no row headers, no rows that open as a whole, no right-aligned heads and no cards, and draws all rows at each key.
 */
export function IntegrationsTable({ report, view, now, onChange }: Props) {
  const t = useTexts();
  const printing = usePrinting();
  const { subjects } = report;
  const { selected, select } = useSelection(subjects);
  // Typing goes first.
  const deferred = useDeferredValue(view);
  const rows = useMemo(() => selectRows(subjects, deferred, t), [subjects, deferred, t]);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_PER_PAGE));
  const page = Math.min(deferred.page, pages);
  const shown = printing ? rows : rows.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE);

  // The page of the row whose checklist is open, so that the focus can return to it.
  const place = view.tab === 'integrations' ? rows.findIndex(({ key }) => key === view.open) : -1;
  const openPage = place < 0 ? undefined : Math.floor(place / ROWS_PER_PAGE) + 1;
  useEffect(() => {
    if (openPage !== undefined && openPage !== view.page) onChange({ page: openPage });
  }, [openPage, view.page, onChange]);
  useReturnedFocus(view.open);

  const onClick = (event: MouseEvent) => {
    const key = clickedKey(event);
    if (key !== undefined) onChange({ open: key });
  };
  const onClear = () => {
    onChange({ search: '', health: undefined, host: undefined, check: undefined, page: 1 });
    document.getElementById(SEARCH_ID)?.focus();
  };
  return (
    <section id={TABLE_ID} tabIndex={-1} aria-label={t('checkup.tab.integrations')}>
      <Toolbar report={report} view={view} onChange={onChange}>
        <ShownCount shown={rows.length} total={subjects.length} page={page} pages={pages} />
      </Toolbar>
      {rows.length === 0 ? (
        <div className="gic-no-match">
          <p>{t('table.no-match')}</p>
          <Button onClick={onClear}>{t('table.clear')}</Button>
        </div>
      ) : (
        // The roles are those that the elements have: as cards they would lose them.
        <table role="table" className="gic-table">
          <caption className="gic-hidden">{t('table.caption')}</caption>
          <TableHead
            view={view}
            onSort={(order) => onChange({ ...order, page: 1 })}
            rows={rows}
            selected={selected}
            select={select}
          />
          <tbody role="rowgroup" onClick={onClick}>
            {shown.map((subject) => (
              <TableRow
                key={subject.key}
                subject={subject}
                now={now}
                isSelected={selected.has(subject.key)}
                select={select}
              />
            ))}
          </tbody>
        </table>
      )}
      {pages > 1 && <Pager page={page} pages={pages} onPage={(to) => onChange({ page: to })} />}
      <LoadedSelection report={report} selected={selected} select={select} />
    </section>
  );
}
