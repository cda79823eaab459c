import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';

import { useTexts } from '../page-context';
import { CopyLink } from './copy-link';

interface Props {
  readonly summary: string;
  readonly isReading: boolean;
  readonly onCheckAgain: () => void;
  readonly onHelp: () => void;
  /** Facts and filters, below the summary. */
  readonly children: ReactNode;
}

/** What the page is about, what it found in one sentence, and what can be done with all of it. */
export function Head({ summary, isReading, onCheckAgain, onHelp, children }: Props) {
  const t = useTexts();
  return (
    <header className="gic-head">
      <h2>{t('checkup.title')}</h2>
      <div className="gic-head-actions">
        <Button onClick={onCheckAgain} isLoading={isReading}>
          {t('checkup.check-again')}
        </Button>
        <Button appearance="subtle" onClick={onHelp}>
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
