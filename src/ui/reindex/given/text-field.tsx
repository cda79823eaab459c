import { useId, type Ref } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help: string;
  /** Why the value cannot be used. */
  readonly problem?: string | undefined;
  /** Stands behind the value. */
  readonly unit?: string;
  readonly input?: Ref<HTMLInputElement>;
}

/** A field for a short text; what is said of it is read out with the field, and not as news. */
export function TextField({ label, value, onChange, help, problem, unit, input }: Props) {
  const id = useId();
  return (
    <div className="gic-field">
      <label htmlFor={id}>{label}</label>
      <span className="gic-with-unit">
        <input
          ref={input}
          id={id}
          className="gic-select"
          value={value}
          autoComplete="off"
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-said`}
          onChange={(event) => onChange(event.target.value)}
        />
        {unit !== undefined && <span className="gic-unit">{unit}</span>}
      </span>
      <p id={`${id}-said`} className={problem === undefined ? 'gic-subtle' : 'gic-error'}>
        {problem ?? help}
      </p>
    </div>
  );
}
