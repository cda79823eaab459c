import { useEffect, useRef, useState } from 'react';

import type { SourceFailure } from '../../../model/gathered';
import type { CurrentSchedule, ScheduleReading } from '../../../model/schedule';
import { shownSchedule } from '../../../schedule/parse-schedule';
import type { JiraClient } from '../../../sources/jira-client';
import { loadSchedule } from '../../../sources/schedule';
import { SourceError } from '../../../sources/source-error';
import { useTexts } from '../../page-context';
import { BusyButton } from '../../busy-button';
import { FailureLink, FailureText } from '../../sources/failure-message';

interface Props {
  readonly client: () => JiraClient;
  readonly onSchedule: (current: CurrentSchedule, at: number) => void;
}

/** The page needs more rights than the panel, and another page may come in its stead. */
function SchedulerFailure({ failure }: { readonly failure: SourceFailure }) {
  const t = useTexts();
  const { kind } = failure;
  if (kind !== 'forbidden' && kind !== 'malformed') return <FailureText failure={failure} />;
  return (
    <span className="gic-paragraph">
      {t(kind === 'forbidden' ? 'reindex.scheduler.forbidden' : 'reindex.scheduler.malformed')}
    </span>
  );
}

/** The page was read, and does not tell the schedule. */
function NotTold({ reading: { words } }: { readonly reading: ScheduleReading }) {
  const t = useTexts();
  return (
    <>
      <span className="gic-paragraph">{t('reindex.scheduler.not-told')}</span>
      {words !== undefined && <span className="gic-paragraph">{t('reindex.scheduler.shown', words)}</span>}
    </>
  );
}

/** Reads the current schedule off Jira's page "Scheduler details", on demand. */
export function SchedulerForm({ client, onSchedule }: Props) {
  const t = useTexts();
  const running = useRef<AbortController>(undefined);
  const [reading, setReading] = useState(false);
  const [failure, setFailure] = useState<SourceFailure>();
  const [found, setFound] = useState<ScheduleReading>();
  const notTold = found && !shownSchedule(found) ? found : undefined;

  useEffect(() => () => running.current?.abort(), []);

  async function read(): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setReading(true);
    setFailure(undefined);
    setFound(undefined);
    try {
      const reading = await loadSchedule(client(), controller.signal);
      setFound(reading);
      const shown = shownSchedule(reading);
      if (shown) onSchedule(shown, reading.stamp.readAt);
    } catch (error) {
      if (controller.signal.aborted) return;
      if (!(error instanceof SourceError)) throw error;
      setFailure(error.failure);
    } finally {
      if (!controller.signal.aborted) setReading(false);
    }
  }

  return (
    <div className="gic-scheduler">
      <p>{t('reindex.scheduler.how')}</p>
      {(failure ?? notTold) && (
        <div role="alert" className="gic-error">
          {failure && <SchedulerFailure failure={failure} />}
          {notTold && <NotTold reading={notTold} />}
          <span className="gic-paragraph">{t('reindex.scheduler.else')}</span>
        </div>
      )}
      <div className="gic-buttons">
        {failure && <FailureLink kind={failure.kind} />}
        <BusyButton isBusy={reading} onClick={() => void read()}>
          {t('reindex.scheduler.read')}
        </BusyButton>
      </div>
    </div>
  );
}
