import Button from '@atlaskit/button/new';
import { useState, type ReactNode } from 'react';

import { useTexts } from '../../page-context';

interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  readonly caption: string;
  /** The first one names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

const SHOWN = 10;

/** A table of what the queue tells; more than ten rows on a button. */
export function InsightTable<Row>({ caption, columns, rows }: Props<Row>) {
  const t = useTexts();
  const [hasAll, setHasAll] = useState(false);
  return (
    <div className="gic-insight">
      <table className="gic-figures">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ header }) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(hasAll ? rows : rows.slice(0, SHOWN)).map((row, place) => (
            <tr key={place}>
              {columns.map(({ header, cell }, column) =>
                column === 0 ? (
                  <th key={header} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={header}>{cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN && (
        <Button appearance="subtle" spacing="compact" onClick={() => setHasAll(!hasAll)}>
          {hasAll ? t('reindex.breakdown.fewer') : t('reindex.breakdown.all', rows.length)}
        </Button>
      )}
    </div>
  );
}

/** A share as a percentage with a bar beside it. */
export function Share({ share }: { readonly share: number }) {
  const { locale } = useTexts();
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 });
  return (
    <span className="gic-share">
      <span className="gic-share-number">{percent.format(share)}</span>
      <span className="gic-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(1, share) * 100}%` }} />
      </span>
    </span>
  );
}
