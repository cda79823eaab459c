import { useEffect, useRef } from 'react';

import type { Report, SubjectReport } from '../../report/report';
import { useOwnDialog } from '../use-own-dialog';
import { CheckOneProvider, useCheckOne } from './check-one';
import { Checklist } from './checklist';
import { DrawerHead } from './drawer-head';

interface Props {
  readonly report: Report;
  readonly subject: SubjectReport;
  /** In the order of the table; the subject is among them. */
  readonly neighbours: readonly SubjectReport[];
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
  readonly onOpen: (key: string) => void;
  readonly onClose: () => void;
}

/** Where the focus was is gone, such as the button of a question that was answered. */
function isFocusLost(dialog: HTMLDialogElement | null): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement === dialog;
}

/**
 * The checklist of one integration, at the edge of the page. The browser's own dialog keeps the focus inside, closes on
 * Escape, gives the focus back and lies above everything of Jira's.
 */
export function ChecklistDrawer({ report, subject, neighbours, now, onOpen, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const checkOne = useCheckOne(subject);

  useOwnDialog(dialog);

  useEffect(() => {
    dialog.current?.scrollTo?.({ top: 0 });
    heading.current?.focus();
  }, [subject.key]);

  useEffect(() => {
    if (isFocusLost(dialog.current)) heading.current?.focus({ preventScroll: true });
  }, [subject.findings]);

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
        <DrawerHead
          key={subject.key}
          heading={heading}
          subject={subject}
          checked={checkOne.said}
          neighbours={neighbours}
          now={now}
          onOpen={onOpen}
          onClose={onClose}
        />
        <CheckOneProvider value={checkOne}>
          <Checklist key={`${subject.key} findings`} subject={subject} questions={report.questions} />
        </CheckOneProvider>
      </div>
    </dialog>
  );
}
