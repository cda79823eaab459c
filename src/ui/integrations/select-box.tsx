import { useEffect, useRef } from 'react';

interface Props {
  readonly label: string;
  /** Undefined: some of them. */
  readonly isSelected: boolean | undefined;
  readonly onSelect: (isSelected: boolean) => void;
}

/** Selects a row, or all of them; the whole cell is its label. */
export function SelectBox({ label, isSelected, onSelect }: Props) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isSelected === undefined;
  }, [isSelected]);
  return (
    <label className="gic-select-box" title={label}>
      <input
        ref={box}
        type="checkbox"
        aria-label={label}
        checked={isSelected === true}
        onChange={(event) => onSelect(event.target.checked)}
      />
    </label>
  );
}
