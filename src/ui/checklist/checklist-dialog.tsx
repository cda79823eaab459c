import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';

import type { SubjectReport } from '../../report/report';
import { HealthBadge } from '../integrations/health-badge';
import { countsText, hostText, subjectName } from '../integrations/subject-texts';
import { useTexts } from '../page-context';
import { Checklist } from './checklist';

interface Props {
  readonly subject: SubjectReport;
  /** Neighbours in the order of the table, where there are any. */
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly onOpen: (key: string) => void;
  readonly onClose: () => void;
}

/**
 * The checklist of one integration, over the page. The browser's own dialog keeps the focus inside, closes on
 * Escape and lies above everything of Jira's.
 */
export function ChecklistDialog({ subject, previous, next, onOpen, onClose }: Props) {
  const t = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  useEffect(() => {
    dialog.current?.scrollTo?.({ top: 0 });
    heading.current?.focus();
  }, [subject.key]);

  return (
    <dialog
      ref={dialog}
      className="gic-dialog"
      aria-labelledby="gic-dialog-heading"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className="gic-dialog-content">
        <div className="gic-dialog-head">
          <h2 id="gic-dialog-heading" ref={heading} tabIndex={-1} className="gic-break">
            {t('checklist.heading', subjectName(subject, t))}
          </h2>
          <p className="gic-dialog-facts">
            <HealthBadge health={subject.health} /> <span className="gic-break">{hostText(subject, t)}</span>
            {' · '}
            {countsText(subject, t)}
          </p>
          <div className="gic-buttons">
            <Button isDisabled={previous === undefined} onClick={() => previous !== undefined && onOpen(previous)}>
              {t('checklist.previous')}
            </Button>
            <Button isDisabled={next === undefined} onClick={() => next !== undefined && onOpen(next)}>
              {t('checklist.next')}
            </Button>
            <Button appearance="primary" onClick={onClose}>
              {t('checklist.close')}
            </Button>
          </div>
        </div>
        <Checklist key={subject.key} findings={subject.findings} />
      </div>
    </dialog>
  );
}
