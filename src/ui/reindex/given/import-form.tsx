import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import { useId, useRef, useState, type DragEvent } from 'react';

import { useTexts } from '../../page-context';
import type { ImportStore } from '../../state/imports';
import { useStore } from '../../state/use-store';

/** Takes files of queue rows, by drop or by button, with progress and cancel. */
export function ImportForm({ imports }: { readonly imports: ImportStore }) {
  const t = useTexts();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const [over, setOver] = useState(false);
  const { state, progress, files } = useStore(imports);
  const reading = state === 'reading';
  const failed = files.filter(({ outcome }) => outcome !== 'read');
  const tasks = files.reduce((sum, file) => sum + file.tasks, 0);

  function onDrop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void imports.start([...event.dataTransfer.files]);
  }

  return (
    <section
      className={over ? 'gic-evidence-form gic-drop' : 'gic-evidence-form'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <h4>{t('reindex.import.title')}</h4>
      <p>{t('reindex.import.how')}</p>
      <label htmlFor={id} className="gic-hidden">
        {t('reindex.import.choose')}
      </label>
      <input
        ref={input}
        id={id}
        className="gic-hidden"
        type="file"
        tabIndex={-1}
        multiple
        accept=".csv,.tsv,.txt,.json"
        onChange={(event) => {
          void imports.start([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <div className="gic-buttons">
        <Button ref={choose} onClick={() => input.current?.click()}>
          {t('reindex.import.choose')}
        </Button>
        {reading && (
          <Button
            onClick={() => {
              imports.cancel();
              choose.current?.focus();
            }}
          >
            {t('reindex.import.cancel')}
          </Button>
        )}
      </div>
      {reading && <ProgressBar ariaLabel={t('reindex.import.progress')} value={progress} />}
      <p role="status">
        {state === 'done' && tasks > 0 && t.counted('reindex.import.done', tasks)}
        {state === 'adding' && t('reindex.import.adding')}
        {state === 'canceled' && t('reindex.import.canceled')}
        {state === 'done' &&
          files.map(
            ({ name, given }, index) =>
              given.length > 0 && (
                <span key={index} className="gic-paragraph gic-break">
                  {t('reindex.import.brought', name, { list: given })}
                </span>
              ),
          )}
      </p>
      {failed.map(({ name, outcome, problems }, index) => (
        <p key={index} role="alert" className="gic-error gic-break">
          {t(`reindex.import.${outcome}`, name, problems[0]?.reason ?? '')}
        </p>
      ))}
    </section>
  );
}
