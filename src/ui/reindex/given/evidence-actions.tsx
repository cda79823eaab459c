import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';

import { EVIDENCE_BOUNDS } from '../../../evidence/bounds';
import type { EvidenceContent } from '../../../evidence/content';
import { countedMessage, message, type Message } from '../../../model/message';
import { downloadText } from '../../download-text';
import { useTexts } from '../../page-context';
import type { Evidence } from '../../state/evidence';
import { countMessages, scheduleMessage } from '../../../evidence/given';

/** What an erasing loses. */
function contentMessages({ tasks, runDurations, observations, current }: EvidenceContent): Message[] {
  return [
    ...countMessages(tasks.length, runDurations.length),
    ...(observations.length > 0 ? [countedMessage('reindex.evidence.looks', observations.length)] : []),
    ...(current ? [message('reindex.history.schedule', scheduleMessage(current.value))] : []),
  ];
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
  const lost = contentMessages(content);
  const isEmpty = lost.length === 0;

  // The button that was pressed is gone: the focus goes to what is there instead.
  useEffect(() => {
    if (state === 'kept') eraseButton.current?.focus();
    if (state === 'erased' || state === 'not-erased') said.current?.focus();
  }, [state]);

  // What was erased is told until something new comes.
  const told = isEmpty ? state : undefined;

  return (
    <>
      {unstored === undefined && unstoredTasks > 0 && (
        <p className="gic-subtle">
          {t('reindex.history.part', content.tasks.length - unstoredTasks, content.tasks.length, days)}
        </p>
      )}
      {spoilt > 0 && <p>{t.counted('reindex.history.spoilt', spoilt)}</p>}
      {state === 'asking' && (
        <p>{isEmpty ? t('reindex.history.erase.all') : t('reindex.history.erase.loses', { list: lost })}</p>
      )}
      <div className="gic-buttons">
        <Button
          isDisabled={isEmpty}
          onClick={() => void exportJson().then((text) => downloadText(text, 'indexing-history.json'))}
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
        {told === 'erased' && t('reindex.history.erased')}
        {told === 'not-erased' &&
          t(unstored === 'newer' ? 'reindex.history.not-erased.newer' : 'reindex.history.not-erased')}
      </p>
    </>
  );
}
