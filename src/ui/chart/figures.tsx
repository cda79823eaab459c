import type { ReactNode } from 'react';

interface Props {
  /** Of its columns. */
  readonly heads: readonly string[];
  readonly caption: string;
  /** Rows of the table. */
  readonly children: ReactNode;
}

/** A table of numbers in a box of its own, which the keyboard scrolls. */
export function Figures({ heads, caption, children }: Props) {
  return (
    <div className="gic-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="gic-figures">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
