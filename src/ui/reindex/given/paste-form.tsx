import Button from '@atlaskit/button/new';
import { useId, useState, type ClipboardEvent, type RefObject } from 'react';

import { isRefused, type QueueExport } from '../../../queue/collector';
import { parseQueueExport } from '../../../queue/read-queue';
import { usePage } from '../../page-context';
import { readPaste } from './clipboard';
import { LocalTime } from './local-time';

interface Props {
  readonly field: RefObject<HTMLTextAreaElement>;
  /** @param capturedAt milliseconds since the epoch */
  readonly onExport: (content: QueueExport, capturedAt: number) => void;
}

/**
 * Reads at once what an admin pastes of the Indexing queue page. What cannot be read stays in the field, so that nothing
 * is lost; it and what is typed or dropped there is read on a button, as of when it was copied.
 */
export function PasteForm({ field, onExport }: Props) {
  const { texts: t, now } = usePage();
  const id = useId();
  const [text, setText] = useState('');
  const [capturedAt, setCapturedAt] = useState<number>();
  const [refused, setRefused] = useState<string>();

  function change(next: string): void {
    setText(next);
    setRefused(undefined);
    setCapturedAt((at) => (next === '' ? undefined : (at ?? now())));
  }

  /** @returns false where there is nothing in it that could be read */
  function take(content: QueueExport, at: number): boolean {
    if (!isRefused(content)) {
      onExport(content, at);
      return true;
    }
    setRefused(t(content.problems[0]?.reason ?? 'reindex.paste.nothing'));
    return false;
  }

  /** A text that is not read is put where the caret is; one after another begins on a line of its own. */
  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    event.preventDefault();
    const area = event.currentTarget;
    const { selectionStart: from, selectionEnd: to, value } = area;
    const at = now();
    const read = readPaste(event.clipboardData, at);
    const replacesAll = from === 0 && to === value.length;
    if (!isRefused(read.content)) {
      if (replacesAll || refused !== undefined) change('');
    } else {
      const isInLine = from > 0 && value[from - 1] !== '\n';
      area.setRangeText(`${isInLine ? '\n' : ''}${read.text}`, from, to, 'end');
      change(area.value);
    }
    take(read.content, at);
  }

  function onRead(): void {
    const at = capturedAt ?? now();
    if (take(parseQueueExport(text, { capturedAt: at }), at)) change('');
  }

  return (
    <>
      <label htmlFor={id}>{t('reindex.paste.label')}</label>
      <textarea
        ref={field}
        id={id}
        className="gic-textarea"
        rows={2}
        value={text}
        aria-invalid={refused !== undefined}
        aria-describedby={`${id}-said`}
        onPaste={onPaste}
        onChange={(event) => change(event.target.value)}
      />
      <p id={`${id}-said`} className="gic-subtle">
        {t('reindex.paste.how')}
      </p>
      <p role="alert" className="gic-error">
        {refused !== undefined && t('reindex.paste.refused', refused)}
      </p>
      {capturedAt !== undefined && (
        <div className="gic-captured">
          <LocalTime label={t('reindex.paste.captured-at')} value={capturedAt} onChange={setCapturedAt} />
          <Button isDisabled={text.trim() === ''} onClick={onRead}>
            {t('reindex.paste.read')}
          </Button>
        </div>
      )}
    </>
  );
}
