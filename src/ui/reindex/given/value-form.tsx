import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';

import { TextField } from '../../text-field';

interface Props {
  readonly label: string;
  readonly help: string;
  readonly action: string;
  /** Takes what was typed; answers why it cannot be used. */
  readonly onEnter: (text: string) => string | undefined;
}

/** One value, as an admin sees it in Jira. */
export function ValueForm({ label, help, action, onEnter }: Props) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const said = onEnter(text);
        setProblem(said);
        if (said === undefined) setText('');
        else field.current?.focus();
      }}
    >
      <TextField
        label={label}
        help={help}
        problem={problem}
        value={text}
        input={field}
        onChange={(next) => {
          setText(next);
          setProblem(undefined);
        }}
      />
      <div className="gic-buttons">
        <Button type="submit">{action}</Button>
      </div>
    </form>
  );
}
