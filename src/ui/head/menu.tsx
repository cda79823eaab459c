import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

export interface Choice {
  readonly label: string;
  readonly choose: () => void;
  /** It cannot be chosen now, for what the menu says above; it stands there all the same. */
  readonly isDisabled?: boolean;
}

interface Props {
  /** What is on the button. */
  readonly label: ReactNode;
  /** What the choices are, for those who hear the page. */
  readonly name: string;
  readonly appearance: 'default' | 'subtle';
  readonly choices: readonly Choice[];
  readonly onOpen?: () => void;
  /** What is said above the choices, or in their place. */
  readonly children?: ReactNode;
}

/** Choices behind one button. Escape, a click beside it and leaving it by keyboard close it. */
export function Menu({ label, name, appearance, choices, onOpen, children }: Props) {
  const id = useId();
  const noteId = useId();
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
  const press = () => {
    if (!isOpen) onOpen?.();
    setOpen(!isOpen);
  };
  return (
    <div ref={menu} className="gic-menu" onKeyDown={({ key }) => isOpen && key === 'Escape' && close()}>
      <Button ref={button} appearance={appearance} aria-expanded={isOpen} aria-controls={id} onClick={press}>
        {label}
      </Button>
      <div id={id} className="gic-choices" hidden={!isOpen}>
        {children !== undefined && (
          <div id={noteId} className="gic-choices-note">
            {children}
          </div>
        )}
        <ul aria-label={name}>
          {choices.map(({ label: text, choose, isDisabled = false }) => (
            <li key={text}>
              <button
                type="button"
                className="gic-choice"
                {...(isDisabled && { 'aria-disabled': true, 'aria-describedby': noteId })}
                onClick={() => {
                  if (isDisabled) return;
                  // First, so that a dialog gives the focus back to the button.
                  close();
                  choose();
                }}
              >
                {text}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
