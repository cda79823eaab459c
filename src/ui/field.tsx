import { useId, type ReactNode } from 'react';

/** What ties a control to its label and to what is said of it. */
interface Tied {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
}

interface Props {
  readonly label: string;
  readonly help: ReactNode;
  /** Why the value cannot be used. */
  readonly problem?: string | undefined;
  readonly children: (tied: Tied) => ReactNode;
}

/** A control with its label; what is said of it is read out with the control, and not as news. */
export function Field({ label, help, problem, children }: Props) {
  const id = useId();
  const said = `${id}-said`;
  return (
    <div className="gic-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': problem !== undefined, 'aria-describedby': said })}
      <p id={said} className={problem === undefined ? 'gic-subtle' : 'gic-error'}>
        {problem ?? help}
      </p>
    </div>
  );
}
