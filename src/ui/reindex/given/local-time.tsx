import { useId } from 'react';

import { isMoment } from '../../../model/limits';

/** Milliseconds since the epoch as the browser's field for date and time wants them: local, to the minute. */
function fieldValue(time: number): string {
  const local = new Date(time - new Date(time).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

interface Props {
  readonly label: string;
  /** Milliseconds since the epoch. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A field for a moment in the user's own time zone. */
export function LocalTime({ label, value, onChange }: Props) {
  const id = useId();
  return (
    <div className="gic-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        className="gic-select"
        value={fieldValue(value)}
        onChange={(event) => {
          const time = Date.parse(event.target.value);
          if (isMoment(time)) onChange(time);
        }}
      />
    </div>
  );
}
