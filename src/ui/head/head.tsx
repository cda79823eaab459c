import type { ReactNode } from 'react';

import { copyText } from '../copy-text';
import { useOpenDialog } from '../dialogs';
import { useTexts } from '../page-context';
import { BusyButton } from '../busy-button';
import { Menu } from './menu';

interface Props {
  readonly summary: string;
  readonly isReading: boolean;
  readonly onCheckAgain: () => void;
  /** Beside the other actions. */
  readonly exportMenu: ReactNode;
  /** Says what was done. */
  readonly say: (said: string) => void;
  /** Facts and filters, below the summary. */
  readonly children: ReactNode;
}

/** What the page is about, what it found in one sentence, and what can be done with all of it. */
export function Head({ summary, isReading, onCheckAgain, exportMenu, say, children }: Props) {
  const t = useTexts();
  const open = useOpenDialog();
  const copyLink = () => {
    const text = window.location.href;
    void copyText(text, null).then((how) =>
      how === 'copied' ? say(t('checkup.copy-link.copied')) : open({ kind: 'export', text }),
    );
  };
  return (
    <header className="gic-head">
      <h2>{t('checkup.title')}</h2>
      <div className="gic-head-actions">
        <BusyButton onClick={onCheckAgain} isBusy={isReading}>
          {t('checkup.check-again')}
        </BusyButton>
        {exportMenu}
        <Menu
          label={
            <>
              <span aria-hidden="true">…</span>
              <span className="gic-hidden">{t('checkup.more')}</span>
            </>
          }
          name={t('checkup.more')}
          appearance="subtle"
          choices={[
            { label: t('checkup.settings'), choose: () => open({ kind: 'settings' }) },
            { label: t('checkup.sharing'), choose: () => open({ kind: 'sharing' }) },
            { label: t('checkup.help'), choose: () => open({ kind: 'help' }) },
            { label: t('checkup.copy-link'), choose: copyLink },
          ]}
        />
      </div>
      <p className="gic-summary" role="status">
        {summary}
      </p>
      {children}
    </header>
  );
}
