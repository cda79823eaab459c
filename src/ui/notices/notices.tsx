import { useRef } from 'react';

import type { Report } from '../../report/report';
import { QuestionsNotice } from '../questions/questions-notice';
import { LoadedSharingNotice } from '../sharing-context';
import type { ViewState } from '../state/view-state';
import { GateNotice } from './gate-notice';
import { PatNotice } from './pat-notice';

interface Props {
  readonly report: Report;
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
  readonly onChange: (change: Partial<ViewState>) => void;
}

/** What the page has to say of all integrations, one line each. */
export function Notices({ report: { subjects, questions, gate }, now, onChange }: Props) {
  const place = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone then, and maybe its notice.
  const focus = () => place.current?.focus({ preventScroll: true });
  return (
    <div ref={place} tabIndex={-1} className="gic-notices">
      <PatNotice subjects={subjects} onOpen={(key) => onChange({ open: key })} onAnswered={focus} />
      <QuestionsNotice questions={questions} />
      <LoadedSharingNotice onGone={focus} />
      <GateNotice gate={gate} subjects={subjects} now={now} />
    </div>
  );
}
