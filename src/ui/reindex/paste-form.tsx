import Button from '@atlaskit/button/new';
import { useId, useState, type ClipboardEvent } from 'react';

import { parseQueueExport, type QueueExport } from '../../reindex';
import { usePage } from '../page-context';
import { queueTextOf } from './clipboard';
import { LocalTime } from './local-time';

interface Props {
  /** @param capturedAt milliseconds since the epoch */
  readonly onExport: (content: QueueExport, capturedAt: number) => void;
}

/**
 * Takes what an admin copied from the Indexing queue page. What was pasted stays in the field until it could be
 * read, so that nothing is lost.
 */
export function PasteForm({ onExport }: Props) {
  const { texts: t, now } = usePage();
  const id = useId();
  const [text, setText] = useState('');
  const [capturedAt, setCapturedAt] = useState<number>();
  const [refused, setRefused] = useState<string>();

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    event.preventDefault();
    setText(queueTextOf(event.clipboardData));
    setCapturedAt(now());
    setRefused(undefined);
  }

  function onRead(): void {
    const at = capturedAt ?? now();
    const content = parseQueueExport(text, { capturedAt: at });
    if (content.tasks.length === 0 && !content.dashboard) {
      setRefused(content.problems[0]?.reason ?? t('reindex.paste.nothing'));
      return;
    }
    onExport(content, at);
    setText('');
    setCapturedAt(undefined);
    setRefused(undefined);
  }

  return (
    <section className="gic-evidence-form">
      <h4>{t('reindex.paste.title')}</h4>
      <p>{t('reindex.paste.how')}</p>
      <label htmlFor={id}>{t('reindex.paste.label')}</label>
      <textarea
        id={id}
        className="gic-textarea"
        rows={5}
        value={text}
        aria-invalid={refused !== undefined}
        aria-describedby={refused === undefined ? undefined : `${id}-error`}
        onPaste={onPaste}
        onChange={(event) => setText(event.target.value)}
      />
      {refused !== undefined && (
        <p id={`${id}-error`} role="alert" className="gic-error">
          {t('reindex.paste.refused', refused)}
        </p>
      )}
      {capturedAt !== undefined && (
        <LocalTime label={t('reindex.paste.captured-at')} value={capturedAt} onChange={setCapturedAt} />
      )}
      <div className="gic-buttons">
        <Button isDisabled={text.trim() === ''} onClick={onRead}>
          {t('reindex.paste.read')}
        </Button>
      </div>
    </section>
  );
}
