import { useEffect, useRef, useState } from 'react';

import { copyText } from '../copy-text';
import { useTexts } from '../page-context';

/** Milliseconds that the page says so. */
const SAID_FOR = 4_000;

type Said = 'copied' | { readonly address: string } | undefined;

/** Copies the address of what is shown; what came of it is for {@link CopiedLink}. */
export function useCopyLink(): { readonly copy: () => void; readonly said: Said } {
  const [said, setSaid] = useState<Said>();
  useEffect(() => {
    if (said !== 'copied') return undefined;
    const timer = setTimeout(() => setSaid(undefined), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () => {
    const address = window.location.href;
    void copyText(address, null).then((how) => setSaid(how === 'copied' ? how : { address }));
  };
  return { copy, said };
}

/** Says that the address was copied; where the browser refuses that, shows it selected. */
export function CopiedLink({ said }: { readonly said: Said }) {
  const t = useTexts();
  const shown = useRef<HTMLElement>(null);
  useEffect(() => {
    if (shown.current) window.getSelection()?.selectAllChildren(shown.current);
  }, [said]);
  return (
    <span role="status" className="gic-copied">
      {said === 'copied' && t('checkup.copy-link.copied')}
      {typeof said === 'object' && (
        <>
          {t('checkup.copy-link.selected')} <code ref={shown}>{said.address}</code>
        </>
      )}
    </span>
  );
}
