import type { RefObject } from 'react';

import type { EvidenceChanges } from '../../../evidence/content';
import type { Message } from '../../../model/message';
import type { QueueExport } from '../../../queue/collector';
import { usePage } from '../../page-context';
import { CrashBoundary } from '../../states/crash';
import type { Reindex } from '../reindex';
import { useStore } from '../../state/use-store';
import { ImportForm } from './import-form';
import { PasteForm } from './paste-form';
import { QueueLink } from './queue-link';
import { RunDurationForm } from './run-duration-form';
import { WatchForm } from './watch-form';

interface Props {
  readonly reindex: Reindex;
  /** What a round takes at least by the measurements here, in minutes. */
  readonly least: number | undefined;
  readonly field: RefObject<HTMLTextAreaElement>;
  /** @param capturedAt milliseconds since the epoch */
  readonly onExport: (content: QueueExport, capturedAt: number) => void;
  /** @param given the same as a text */
  readonly onType: (changes: EvidenceChanges, given: Message) => void;
}

/** How the indexing queue comes here: one way in two steps, and the others folded. */
export function Ways({ reindex, least, field, onExport, onType }: Props) {
  const { texts: t, now } = usePage();
  const { content } = useStore(reindex.evidence);
  return (
    <>
      <ol className="gic-path">
        <li>
          {t('reindex.path.copy')} <QueueLink />
        </li>
        <li>
          <CrashBoundary size="part">
            <PasteForm field={field} onExport={onExport} />
          </CrashBoundary>
        </li>
      </ol>
      <details className="gic-fold">
        <summary>{t('reindex.path.others')}</summary>
        <div className="gic-ways">
          <CrashBoundary size="part">
            <ImportForm imports={reindex.imports} />
          </CrashBoundary>
          <CrashBoundary size="part">
            <RunDurationForm
              onRunDuration={(minutes, given) => onType({ runDurations: [{ at: now(), minutes }] }, given)}
            />
          </CrashBoundary>
          <CrashBoundary size="part" onTryAgain={reindex.watch.stop}>
            <WatchForm watch={reindex.watch} last={content.observations.at(-1)} least={least} />
          </CrashBoundary>
        </div>
      </details>
    </>
  );
}
