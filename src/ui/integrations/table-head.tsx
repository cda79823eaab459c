import { useTexts } from '../page-context';
import { SORT_KEYS, type SortKey, type ViewState } from '../state/view-state';
import { FIRST_DESCENDING } from './select-rows';

interface Props {
  readonly view: Pick<ViewState, 'sort' | 'descending'>;
  readonly onSort: (order: Pick<ViewState, 'sort' | 'descending'>) => void;
}

/** A button for each column: the first press shows the worst first, the next one turns the order. */
export function TableHead({ view, onSort }: Props) {
  const t = useTexts();
  const sortBy = (sort: SortKey) =>
    onSort({ sort, descending: sort === view.sort ? !view.descending : FIRST_DESCENDING[sort] });
  return (
    <thead role="rowgroup">
      <tr role="row" data-label={t('table.sort')}>
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
