import Button from '@atlaskit/button/new';
import { useState } from 'react';

import { useCheckup } from '../checkup-context';
import { useDecisions, useReadOnly } from '../decide';
import { useOpenDialog } from '../dialogs';
import { Notice } from '../notices/notice';
import { useTexts } from '../page-context';
import type { SharingControl } from '../state/sharing';
import { useStore } from '../state/use-store';
import { TroubleLink, TroubleText } from './trouble-text';
import { BusyButton } from '../busy-button';
import { unsharedCount } from './unshared';

interface Props {
  readonly control: SharingControl;
  /** The button that had the focus is gone. */
  readonly onGone: () => void;
}

/** Says what of the decisions is not where all admins read them, and where two admins decided otherwise; else nothing. */
export function SharingNotice({ control, onGone }: Props) {
  const t = useTexts();
  const open = useOpenDialog();
  const decisions = useDecisions();
  const { sharing: now, conflicts } = useStore(decisions);
  const { failures } = useStore(useCheckup().checkup);
  const isBusy = now === 'reading' || now === 'writing';
  // What there was to say stays while it is tried again.
  const [sharing, setSharing] = useState(now);
  if (!isBusy && sharing !== now) setSharing(now);
  const isReadOnly = useReadOnly();
  const unshared = unsharedCount(decisions);
  const trouble = typeof sharing === 'string' ? undefined : sharing;
  const isLeft = sharing === 'shared' && unshared > 0;
  const tryAgain = () =>
    void control.tryAgain().then(() => {
      if (document.activeElement === document.body) onGone();
    });
  const title =
    unshared > 0 ? t.counted('shared.unshared', unshared) : trouble ? t(`shared.trouble.${trouble.why}.title`) : '';
  // A session that ended is told by the page already, which reads all again when it is back.
  const reason = trouble?.why === 'unread' && unshared === 0 ? trouble.failure.kind : undefined;
  const isTold = (trouble !== undefined || isLeft) && !failures.some(({ kind }) => kind === reason);
  const openDialog = () => open({ kind: 'sharing' });
  return (
    <>
      {conflicts.length > 0 && (
        <div className="gic-notice-line">
          <Notice kind="question" title={t.counted('shared.conflicts', conflicts.length)} action={t('notice.show')}>
            <p>{t('shared.conflicts.body')}</p>
          </Notice>
          <Button spacing="compact" onClick={openDialog}>
            {t('shared.conflicts.choose')}
          </Button>
        </div>
      )}
      {isTold && (
        <div className="gic-notice-line">
          <span role="alert" className="gic-hidden">
            {title}
          </span>
          <Notice kind={trouble ? 'problem' : 'waiting'} title={title} action={t('notice.show')}>
            {trouble ? (
              <TroubleText trouble={trouble} />
            ) : (
              <p>{t(isReadOnly ? 'shared.unshared.read-only' : 'shared.unshared.body')}</p>
            )}
            <div className="gic-buttons">
              {trouble && <TroubleLink trouble={trouble} />}
              <Button onClick={openDialog}>{t('shared.where')}</Button>
            </div>
          </Notice>
          {(trouble ?? !isReadOnly) && (
            <BusyButton spacing="compact" onClick={tryAgain} isBusy={isBusy}>
              {t(trouble ? 'failure.try-again' : 'shared.unshared.share')}
            </BusyButton>
          )}
        </div>
      )}
    </>
  );
}
