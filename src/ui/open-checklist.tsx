import { useMemo } from 'react';

import type { Report } from '../report/report';
import { selectRows } from './integrations/select-rows';
import { subjectName } from '../report/formats/subject-texts';
import { usePart } from './load-part';
import { loadChecklist } from './parts';
import { Modal } from './modal';
import { usePage } from './page-context';
import { PartView } from './part-view';
import type { ViewState } from './state/view-state';
import { MessageBox } from './message-box';
import { CrashBoundary } from './states/crash';

interface Props {
  readonly report: Report;
  readonly view: ViewState;
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
  readonly onChange: (change: Partial<ViewState>) => void;
}

/** The checklist of the integration that is open, above whichever tab. */
export function OpenChecklist({ report, view, now, onChange }: Props) {
  const { texts: t } = usePage();
  const { subjects } = report;
  const { part, tryAgain } = usePart(loadChecklist, view.open !== undefined);
  const rows = useMemo(() => selectRows(subjects, view, t), [subjects, view, t]);
  if (view.open === undefined) return null;
  const subject = subjects.find(({ key }) => key === view.open);
  if (!subject)
    return (
      <MessageBox appearance="warning">
        <p>{t('checklist.not-found')}</p>
      </MessageBox>
    );
  const onClose = () => onChange({ open: undefined });
  if (part.state !== 'loaded')
    return (
      <Modal heading={subjectName(subject, t)} onClose={onClose}>
        <PartView part={part} onTryAgain={tryAgain}>
          {() => null}
        </PartView>
      </Modal>
    );
  const { ChecklistDrawer } = part.content;
  return (
    <CrashBoundary size="part" of={subject}>
      <ChecklistDrawer
        report={report}
        subject={subject}
        // A link may open an integration that the filters hide.
        neighbours={rows.includes(subject) ? rows : subjects}
        now={now}
        onOpen={(key) => onChange({ open: key })}
        onClose={onClose}
      />
    </CrashBoundary>
  );
}
