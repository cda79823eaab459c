import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, useState } from 'react';

import { useTexts } from '../page-context';

interface Props {
  readonly choices: readonly { readonly label: string; readonly choose: () => void }[];
}

/** What is seldom needed, behind one button. Escape, a click beside it and leaving it by keyboard close it. */
export function MoreMenu({ choices }: Props) {
  const t = useTexts();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const closeBeside = ({ target }: Event) => {
      if (target instanceof Node && !menu.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeBeside);
    document.addEventListener('focusin', closeBeside);
    return () => {
      document.removeEventListener('pointerdown', closeBeside);
      document.removeEventListener('focusin', closeBeside);
    };
  }, [isOpen]);
  const close = () => {
    button.current?.focus();
    setOpen(false);
  };
  return (
    <div ref={menu} className="gic-more" onKeyDown={({ key }) => isOpen && key === 'Escape' && close()}>
      <Button
        ref={button}
        appearance="subtle"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden="true">…</span>
        <span className="gic-hidden">{t('checkup.more')}</span>
      </Button>
      <ul id={id} aria-label={t('checkup.more')} hidden={!isOpen}>
        {choices.map(({ label, choose }) => (
          <li key={label}>
            <button
              type="button"
              className="gic-choice"
              onClick={() => {
                // First, so that a dialog gives the focus back to the button.
                close();
                choose();
              }}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
