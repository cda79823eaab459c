import Button from '@atlaskit/button/new';
import { useState } from 'react';

import { HISTORY_BOUNDS } from '../../history/content';
import { useTexts } from '../page-context';
import type { Evidence } from './use-evidence';

/** Hands a text to the browser as a file. */
function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Exports what is kept in this browser, or forgets it after a second thought. */
export function HistoryActions({ evidence }: { readonly evidence: Evidence }) {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  const { content, unstored, unstoredTasks, exportJson, erase } = evidence;
  const { days } = HISTORY_BOUNDS;
  return (
    <>
      <p className="gic-subtle">{unstored === undefined ? t('reindex.history.stored', days) : t(`reindex.history.${unstored}`)}</p>
      {unstored === undefined && unstoredTasks > 0 && (
        <p className="gic-subtle">{t('reindex.history.part', content.tasks.length - unstoredTasks, content.tasks.length, days)}</p>
      )}
      <div className="gic-buttons">
        <Button onClick={() => void exportJson().then((text) => download(text, 'indexing-history.json'))}>
          {t('reindex.history.export')}
        </Button>
        {asking ? (
          <>
            <Button
              appearance="danger"
              onClick={() => {
                setAsking(false);
                void erase();
              }}
            >
              {t('reindex.history.erase.confirm')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('reindex.history.erase.cancel')}</Button>
          </>
        ) : (
          <Button onClick={() => setAsking(true)}>{t('reindex.history.erase')}</Button>
        )}
      </div>
    </>
  );
}
