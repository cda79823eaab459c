import { useId, useRef, type ReactNode } from 'react';

import { useTexts } from './page-context';
import { useOwnDialog } from './use-own-dialog';

interface Props {
  readonly heading: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * The browser's own dialog: it keeps the focus inside, closes on Escape, by its X and beside it, lies above everything of
 * Jira's, and gives the focus back.
 */
export function Modal({ heading, onClose, children }: Props) {
  const t = useTexts();
  const headingId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useOwnDialog(dialog);
  return (
    <dialog
      ref={dialog}
      className="gic-modal"
      aria-labelledby={headingId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A browser closes it at the second Escape whatever the page says; what asks before it is left stays.
      onClose={({ currentTarget }) => currentTarget.isConnected && !currentTarget.open && currentTarget.showModal()}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className="gic-modal-content">
        <div className="gic-modal-head">
          <h2 id={headingId} className="gic-break">
            {heading}
          </h2>
          <button type="button" className="gic-close" aria-label={t('modal.close')} onClick={() => onClose()}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
