import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';

import { useOpenDialog } from '../dialogs';
import { useTexts } from '../page-context';
import { CopyLink } from './copy-link';

interface Props {
  readonly summary: string;
  readonly isReading: boolean;
  readonly onCheckAgain: () => void;
  /** Facts and filters, below the summary. */
  readonly children: ReactNode;
}

/** What the page is about, what it found in one sentence, and what can be done with all of it. */
export function Head({ summary, isReading, onCheckAgain, children }: Props) {
  const t = useTexts();
  const open = useOpenDialog();
  return (
    <header className="gic-head">
      <h2>{t('checkup.title')}</h2>
      <div className="gic-head-actions">
        <Button onClick={onCheckAgain} isLoading={isReading}>
          {t('checkup.check-again')}
        </Button>
        <Button appearance="subtle" onClick={() => open({ kind: 'help' })}>
          {t('checkup.help')}
        </Button>
        <CopyLink />
      </div>
      <p className="gic-summary" role="status">
        {summary}
      </p>
      {children}
    </header>
  );
}
