import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';

import type { SourceFailure } from '../../model/gathered';
import type { RequestId } from '../../model/reading';
import type { CurrentSchedule } from '../../reindex';
import { loadSchedule } from '../../sources/scheduler';
import { SourceError } from '../../sources/source-error';
import { useTexts } from '../page-context';
import { FailureLink, FailureText } from '../sources/failure-message';
import { scheduleMessage } from './given';
import type { Reindex } from './use-reindex';

interface Props extends Pick<Reindex, 'client'> {
  readonly onSchedule: (current: CurrentSchedule, at: number) => void;
}

/** The page needs more rights than the panel, and has its own ways to be of no use. */
function SchedulerFailure({ failure }: { readonly failure: SourceFailure<RequestId> }) {
  const t = useTexts();
  const { kind, detail } = failure;
  if (kind === 'forbidden') return <span className="gic-paragraph">{t('reindex.scheduler.forbidden')}</span>;
  if (kind !== 'malformed') return <FailureText failure={failure} />;
  return (
    <>
      <span className="gic-paragraph">{t('reindex.scheduler.malformed')}</span>
      {detail !== undefined && <span className="gic-paragraph">{t('reindex.scheduler.shown', detail)}</span>}
    </>
  );
}

/** Reads the current schedule off Jira's page "Scheduler details", on demand. */
export function SchedulerForm({ client, onSchedule }: Props) {
  const t = useTexts();
  const running = useRef<AbortController>(undefined);
  const [reading, setReading] = useState(false);
  const [failure, setFailure] = useState<SourceFailure<RequestId>>();
  const [found, setFound] = useState<CurrentSchedule>();

  useEffect(() => () => running.current?.abort(), []);

  async function read(): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setReading(true);
    setFailure(undefined);
    setFound(undefined);
    try {
      const { current, stamp } = await loadSchedule(client(), controller.signal);
      setFound(current);
      onSchedule(current, stamp.readAt);
    } catch (error) {
      if (controller.signal.aborted) return;
      if (!(error instanceof SourceError)) throw error;
      setFailure(error.failure);
    } finally {
      if (!controller.signal.aborted) setReading(false);
    }
  }

  return (
    <section className="gic-evidence-form">
      <h4>{t('reindex.scheduler.title')}</h4>
      <p>{t('reindex.scheduler.how')}</p>
      {failure && (
        <div role="alert" className="gic-error">
          <SchedulerFailure failure={failure} />
          <span className="gic-paragraph">{t('reindex.scheduler.else')}</span>
        </div>
      )}
      <div className="gic-buttons">
        {failure && <FailureLink kind={failure.kind} />}
        <Button isLoading={reading} onClick={() => void read()}>
          {t('reindex.scheduler.read')}
        </Button>
      </div>
      <p role="status">{found && t('reindex.scheduler.done', scheduleMessage(found))}</p>
    </section>
  );
}
