import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type ReactNode } from 'react';

import { useTexts } from './page-context';

interface Leaving {
  /** Closes the dialog, or leads somewhere else, once that is settled. */
  readonly leave: (then?: () => void) => void;
  /** What asks; nothing until then. */
  readonly asking: ReactNode;
}

/**
 * Asks before what was typed is lost, by closing the dialog or the page.
 *
 * @param isChanged something was typed that nobody kept yet
 */
export function useLeave(isChanged: boolean, onClose: () => void): Leaving {
  const t = useTexts();
  const [asked, setAsked] = useState<{ readonly then: () => void }>();
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isChanged) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isChanged]);
  useEffect(() => {
    if (asked) stay.current?.focus();
  }, [asked]);
  const asking = asked && isChanged && (
    <div className="gic-leave" role="alert">
      <p>{t('modal.unsaved')}</p>
      <div className="gic-buttons">
        <Button ref={stay} onClick={() => setAsked(undefined)}>
          {t('modal.stay')}
        </Button>
        <Button appearance="danger" onClick={asked.then}>
          {t('modal.leave')}
        </Button>
      </div>
    </div>
  );
  const leave = (then = () => onClose()) => (isChanged ? setAsked({ then }) : then());
  return { leave, asking };
}
