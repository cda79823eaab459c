import Button from '@atlaskit/button/new';
import { useId, useState, type ReactNode } from 'react';

interface Props {
  readonly heading: string;
  readonly showTable: string;
  readonly hideTable: string;
  /** Its numbers, to be read instead. */
  readonly table: () => ReactNode;
  readonly children: ReactNode;
}

/** A chart with its heading, and beside it the table that says the same. */
export function ChartSection({ heading, showTable, hideTable, table, children }: Props) {
  const headingId = useId();
  const [hasTable, setHasTable] = useState(false);
  return (
    <section className="gic-chart" aria-labelledby={headingId}>
      <div className="gic-chart-top">
        <h3 id={headingId}>{heading}</h3>
        <Button spacing="compact" onClick={() => setHasTable(!hasTable)}>
          {hasTable ? hideTable : showTable}
        </Button>
      </div>
      {children}
      {hasTable && table()}
    </section>
  );
}
