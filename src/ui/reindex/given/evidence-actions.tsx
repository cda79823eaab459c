import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useEffect, useRef, useState } from 'react';

import { EVIDENCE_BOUNDS } from '../../../evidence/bounds';
import type { UnstoredReason } from '../../../evidence/kept-evidence';
import { useTexts } from '../../page-context';
import type { Evidence } from '../../state/evidence';

/** Hands a text to the browser as a file. */
function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Whether what was given is kept, and what to do where the browser would not write it. */
function Keeping({ unstored }: { readonly unstored: UnstoredReason | undefined }) {
  const t = useTexts();
  const isUnwritten = unstored === 'full' || unstored === 'rejected';
  return (
    <>
      <div role="status">
        {isUnwritten && (
          <SectionMessage appearance="warning" title={t('reindex.history.unwritten')}>
            <p>{t(`reindex.history.${unstored}`)}</p>
          </SectionMessage>
        )}
      </div>
      {!isUnwritten && (
        <p className="gic-subtle">
          {unstored === undefined
            ? t('reindex.history.stored', EVIDENCE_BOUNDS.days)
            : t(`reindex.history.${unstored}`)}
        </p>
      )}
    </>
  );
}

interface Props {
  readonly evidence: Evidence;
  readonly exportJson: () => Promise<string>;
  /** False where the browser's store could not be erased. */
  readonly erase: () => Promise<boolean>;
}

/** Exports what is kept in this browser, or forgets it after a second thought. */
export function EvidenceActions({ evidence, exportJson, erase }: Props) {
  const t = useTexts();
  const [state, setState] = useState<'asking' | 'kept' | 'erased' | 'not-erased'>();
  const eraseButton = useRef<HTMLButtonElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const { content, unstored, unstoredTasks, spoilt } = evidence;
  const { days } = EVIDENCE_BOUNDS;
  const isEmpty =
    content.tasks.length + content.runDurations.length + content.observations.length === 0 && !content.current;

  // The button that was pressed is gone: the focus goes to what is there instead.
  useEffect(() => {
    if (state === 'kept') eraseButton.current?.focus();
    if (state === 'erased' || state === 'not-erased') said.current?.focus();
  }, [state]);

  return (
    <>
      <Keeping unstored={unstored} />
      {unstored === undefined && unstoredTasks > 0 && (
        <p className="gic-subtle">
          {t('reindex.history.part', content.tasks.length - unstoredTasks, content.tasks.length, days)}
        </p>
      )}
      {spoilt > 0 && <p>{t.counted('reindex.history.spoilt', spoilt)}</p>}
      <div className="gic-buttons">
        <Button
          isDisabled={isEmpty}
          onClick={() => void exportJson().then((text) => download(text, 'indexing-history.json'))}
        >
          {t('reindex.history.export')}
        </Button>
        {state === 'asking' ? (
          <>
            <Button
              appearance="danger"
              onClick={() => void erase().then((isErased) => setState(isErased ? 'erased' : 'not-erased'))}
            >
              {t('reindex.history.erase.confirm')}
            </Button>
            <Button autoFocus onClick={() => setState('kept')}>
              {t('reindex.history.erase.cancel')}
            </Button>
          </>
        ) : (
          <Button ref={eraseButton} isDisabled={isEmpty && unstored !== 'corrupt'} onClick={() => setState('asking')}>
            {t('reindex.history.erase')}
          </Button>
        )}
      </div>
      <p ref={said} tabIndex={-1} role="status" className="gic-quiet">
        {state === 'erased' && t('reindex.history.erased')}
        {state === 'not-erased' &&
          t(unstored === 'newer' ? 'reindex.history.not-erased.newer' : 'reindex.history.not-erased')}
      </p>
    </>
  );
}
