import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** What is not to be missed in it. */
  readonly note?: string | false;
  readonly children: ReactNode;
}

/** A part of the tab that is opened by its heading. */
export function Fold({ title, note, children }: Props) {
  return (
    <details className="gic-fold">
      <summary>
        <h3>{title}</h3>
        {note && <span className="gic-note">{note}</span>}
      </summary>
      <div className="gic-folded">{children}</div>
    </details>
  );
}
