import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';

import { copyText } from '../copy-text';
import { useTexts } from '../page-context';

interface Choice {
  readonly label: string;
  readonly text: () => string;
}

/** The text to copy by hand: it is selected already. */
export function Selected({ label, text }: { readonly label: string; readonly text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, [text]);
  return (
    <textarea
      ref={area}
      className="gic-copied-text"
      readOnly
      aria-label={label}
      rows={text.includes('\n') ? 8 : 2}
      value={text}
    />
  );
}

/** Copies one of several texts and says so; where the browser does not let the page, shows it to be copied by hand. */
export function CopyButtons({ choices }: { readonly choices: readonly Choice[] }) {
  const t = useTexts();
  const [done, setDone] = useState<{
    readonly how: 'copied' | 'selected';
    readonly choice: Choice;
    readonly text: string;
  }>();
  const copy = async (choice: Choice) => {
    const text = choice.text();
    setDone({ how: await copyText(text, null), choice, text });
  };
  return (
    <>
      {choices.map((choice) => (
        <Button key={choice.label} onClick={() => void copy(choice)}>
          {choice.label}
        </Button>
      ))}
      <span role="status" className="gic-copied">
        {done && t(done.how === 'copied' ? 'crash.copied' : 'crash.selected')}
      </span>
      {done?.how === 'selected' && <Selected label={done.choice.label} text={done.text} />}
    </>
  );
}
