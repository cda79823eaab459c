/** Lines in a square of 16. */
const PATHS = {
  previous: 'M10 3 5 8l5 5',
  next: 'm6 3 5 5-5 5',
  close: 'm3 3 10 10M13 3 3 13',
} as const;

interface Props {
  readonly icon: keyof typeof PATHS;
  readonly label: string;
  /** There is nothing to do where it is left out. */
  readonly onClick: (() => void) | undefined;
}

/** Atlaskit's own brings a popup layer for its tooltip, which weighs more than everything else here. */
export function IconButton({ icon, label, onClick }: Props) {
  return (
    <button
      type="button"
      className="gic-icon-button"
      aria-label={label}
      title={label}
      aria-disabled={onClick === undefined}
      onClick={onClick}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={PATHS[icon]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      </svg>
    </button>
  );
}
