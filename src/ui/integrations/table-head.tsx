import type { SubjectReport } from '../../report/report';
import { useTexts } from '../page-context';
import { SORT_KEYS, type SortKey, type ViewState } from '../state/view-state';
import { SelectBox } from './select-box';
import { FIRST_DESCENDING } from './select-rows';
import type { Selection } from './use-selection';

interface Props extends Selection {
  /** Those that match, on all pages. */
  readonly rows: readonly SubjectReport[];
  readonly view: Pick<ViewState, 'sort' | 'descending'>;
  readonly onSort: (order: Pick<ViewState, 'sort' | 'descending'>) => void;
}

/**
 * Selects all rows that match, and a button for each column: the first press shows the worst first, the next one turns the
 * order.
 */
export function TableHead({ view, onSort, rows, selected, select }: Props) {
  const t = useTexts();
  const chosen = rows.filter(({ key }) => selected.has(key)).length;
  const sortBy = (sort: SortKey) =>
    onSort({ sort, descending: sort === view.sort ? !view.descending : FIRST_DESCENDING[sort] });
  return (
    <thead role="rowgroup">
      <tr role="row" data-label={t('table.sort')}>
        <th role="columnheader" scope="col" className="gic-column-select">
          <SelectBox
            label={t.counted('table.select-all', rows.length)}
            isSelected={chosen === 0 ? false : chosen === rows.length ? true : undefined}
            onSelect={(isSelected) =>
              select(
                rows.map(({ key }) => key),
                isSelected,
              )
            }
          />
        </th>
        {SORT_KEYS.map((key) => {
          const order = key !== view.sort ? undefined : view.descending ? 'descending' : 'ascending';
          return (
            <th key={key} role="columnheader" scope="col" aria-sort={order} className={`gic-column-${key}`}>
              <button type="button" className="gic-sort" onClick={() => sortBy(key)}>
                {t(`table.${key}`)}
                <span className="gic-sort-sign" aria-hidden="true">
                  {order === 'ascending' ? '▲' : order === 'descending' ? '▼' : ''}
                </span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
