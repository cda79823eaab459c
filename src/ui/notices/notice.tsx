import { useState, type ReactNode } from 'react';

/** A sign for each kind, so that it is not told by colour alone. */
const SIGNS = { problem: '!', question: '?', done: '✓', waiting: '…', unknown: '?' } as const;

interface Props {
  readonly kind: keyof typeof SIGNS;
  readonly title: string;
  /** What opening it is for, such as `Answer`. */
  readonly action?: string;
  /** Beside it: what it leads to. */
  readonly button?: ReactNode;
  /** Shown below the title whether it is open or not. */
  readonly always?: ReactNode;
  readonly startsOpen?: boolean;
  readonly onToggle?: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** One line of what the page has to say, which opens in place. */
export function Notice({ kind, title, action, button, always, startsOpen = false, onToggle, children }: Props) {
  const [isOpen, setOpen] = useState(startsOpen);
  const details = (
    <details
      className={`gic-notice gic-notice-${kind}`}
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        setOpen(open);
        onToggle?.(open);
      }}
    >
      <summary>
        <span className="gic-notice-sign" aria-hidden="true">
          {SIGNS[kind]}
        </span>
        <span className="gic-notice-title">
          <h3 className="gic-break">{title}</h3>
          {always}
        </span>
        {action !== undefined && !isOpen && <span className="gic-notice-action">{action}</span>}
      </summary>
      <div className="gic-notice-body">{children}</div>
    </details>
  );
  return button === undefined ? (
    details
  ) : (
    <div className="gic-notice-line">
      {details}
      {button}
    </div>
  );
}
