import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';

import { copyText } from '../../copy-text';
import { useTexts } from '../../page-context';

interface Props {
  readonly minutes: number;
  /** More may be needed. */
  readonly isLeast: boolean;
  readonly isPrimary: boolean;
}

/** Copies the minutes; where the browser forbids that, shows them selected. */
export function CopyValue({ minutes, isLeast, isPrimary }: Props) {
  const t = useTexts();
  const value = useRef<HTMLSpanElement>(null);
  const [copied, setCopied] = useState<'copied' | 'selected'>();
  return (
    <>
      <Button
        appearance={isPrimary ? 'primary' : 'default'}
        onClick={() => void copyText(String(minutes), value.current).then(setCopied)}
      >
        {t(copied ? `crash.${copied}` : isLeast ? 'reindex.copy.least' : 'reindex.copy', minutes)}
      </Button>
      <span
        ref={value}
        className={copied === 'selected' ? 'gic-value' : 'gic-hidden'}
        aria-hidden={copied !== 'selected'}
      >
        {minutes}
      </span>
    </>
  );
}
