import type { ReactNode, Ref } from 'react';

import { Field } from './field';

interface Props {
  readonly name?: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help: ReactNode;
  /** Why the value cannot be used. */
  readonly problem?: string | undefined;
  /** Stands behind the value. */
  readonly unit?: string;
  readonly input?: Ref<HTMLInputElement>;
}

/** A field for a short text. */
export function TextField({ name, label, value, onChange, help, problem, unit, input }: Props) {
  return (
    <Field label={label} help={help} problem={problem}>
      {(tied) => (
        <span className="gic-with-unit">
          <input
            {...tied}
            ref={input}
            name={name}
            className="gic-select"
            value={value}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
          />
          {unit !== undefined && <span className="gic-unit">{unit}</span>}
        </span>
      )}
    </Field>
  );
}
