import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import { useRef, useState, type DragEvent } from 'react';

import { useTexts } from '../../page-context';
import type { ImportStore } from '../../state/imports';
import { useStore } from '../../state/use-store';

/** Takes files of queue rows, dropped or chosen, with progress and cancel. */
export function ImportForm({ imports }: { readonly imports: ImportStore }) {
  const t = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { state, progress } = useStore(imports);
  const reading = state === 'reading';

  function onDrop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void imports.start([...event.dataTransfer.files]);
  }

  return (
    <section
      className={over ? 'gic-way gic-drop' : 'gic-way'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <h4>{t('reindex.import.title')}</h4>
      <p>{t('reindex.import.how')}</p>
      <div className="gic-buttons">
        <label className="gic-file">
          {t('reindex.import.choose')}
          <input
            ref={input}
            className="gic-hidden"
            type="file"
            multiple
            accept=".csv,.tsv,.txt,.json"
            onChange={(event) => {
              void imports.start([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </label>
        {reading && (
          <Button
            onClick={() => {
              imports.cancel();
              input.current?.focus();
            }}
          >
            {t('reindex.import.cancel')}
          </Button>
        )}
      </div>
      {reading && <ProgressBar ariaLabel={t('reindex.import.progress')} value={progress} />}
      <p role="status">
        {state === 'adding' && t('reindex.import.adding')}
        {state === 'canceled' && t('reindex.import.canceled')}
      </p>
    </section>
  );
}
