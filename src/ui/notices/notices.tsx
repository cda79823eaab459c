import { useRef } from 'react';

import type { Report } from '../../report/report';
import { QuestionsNotice } from '../questions/questions-notice';
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
  return (
    <div ref={place} tabIndex={-1} className="gic-notices">
      <PatNotice
        subjects={subjects}
        onOpen={(key) => onChange({ open: key })}
        // The button that had the focus is gone then, and maybe its notice.
        onAnswered={() => place.current?.focus({ preventScroll: true })}
      />
      <QuestionsNotice questions={questions} />
      <GateNotice gate={gate} subjects={subjects} now={now} />
    </div>
  );
}
