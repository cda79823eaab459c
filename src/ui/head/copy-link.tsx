import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';

import { copyText } from '../copy-text';
import { useTexts } from '../page-context';

/** Milliseconds that the page says so. */
const SAID_FOR = 4_000;

/** Copies the address of what is shown; where the browser refuses that, shows it selected. */
export function CopyLink() {
  const t = useTexts();
  const [said, setSaid] = useState<'copied' | { readonly address: string }>();
  const shown = useRef<HTMLElement>(null);
  useEffect(() => {
    if (said === undefined) return undefined;
    if (said !== 'copied') {
      if (shown.current) window.getSelection()?.selectAllChildren(shown.current);
      return undefined;
    }
    const timer = setTimeout(() => setSaid(undefined), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () => {
    const address = window.location.href;
    void copyText(address, null).then((how) => setSaid(how === 'copied' ? how : { address }));
  };
  return (
    <>
      <Button appearance="subtle" onClick={copy}>
        {t('checkup.copy-link')}
      </Button>
      <span role="status" className="gic-copied">
        {said === 'copied' && t('checkup.copy-link.copied')}
        {typeof said === 'object' && (
          <>
            {t('checkup.copy-link.selected')} <code ref={shown}>{said.address}</code>
          </>
        )}
      </span>
    </>
  );
}
