import Button from '@atlaskit/button/new';
import { useId, useState, type ClipboardEvent, type RefObject } from 'react';

import { countedMessage, type Message } from '../../../model/message';
import { isRefused, type QueueExport } from '../../../queue/collector';
import { parseQueueExport } from '../../../queue/read-queue';
import { usePage } from '../../page-context';
import { readPaste } from './clipboard';
import { exportMessages } from './given';
import { LocalTime } from './local-time';

interface Props {
  /** The text area: it has the focus again when a page was read, for the next one. */
  readonly field: RefObject<HTMLTextAreaElement>;
  /** @param capturedAt milliseconds since the epoch */
  readonly onExport: (content: QueueExport, capturedAt: number) => void;
}

/**
 * Takes what an admin copied from the Indexing queue page. What was pasted stays in the field until it could be
 * read, so that nothing is lost.
 */
export function PasteForm({ field, onExport }: Props) {
  const { texts: t, now } = usePage();
  const id = useId();
  const [text, setText] = useState('');
  const [capturedAt, setCapturedAt] = useState<number>();
  /** What was pasted into the empty field, as it was read then. */
  const [pasted, setPasted] = useState<ReturnType<typeof readPaste>>();
  const [refused, setRefused] = useState<string>();
  const [given, setGiven] = useState<readonly Message[]>([]);

  function change(next: string): void {
    setText(next);
    setPasted(undefined);
    setRefused(undefined);
    setGiven([]);
  }

  /** Puts the text where the caret is; a page after another one begins on a line of its own. */
  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    event.preventDefault();
    const area = event.currentTarget;
    const { selectionStart: from, selectionEnd: to, value } = area;
    const isInLine = from > 0 && value[from - 1] !== '\n';
    const at = now();
    const read = readPaste(event.clipboardData, at);
    area.setRangeText(`${isInLine ? '\n' : ''}${read.text}`, from, to, 'end');
    change(area.value);
    setCapturedAt(at);
    if (from === 0 && to === value.length) setPasted(read);
  }

  function onRead(): void {
    const at = capturedAt ?? now();
    const content = pasted?.content ?? parseQueueExport(text, { capturedAt: at });
    if (isRefused(content)) {
      setRefused(content.problems[0]?.reason ?? t('reindex.paste.nothing'));
      return;
    }
    onExport(content, at);
    change('');
    field.current?.focus();
    setCapturedAt(undefined);
    setGiven([
      ...exportMessages(content),
      ...(content.problems.length > 0 ? [countedMessage('reindex.evidence.problems', content.problems.length)] : []),
    ]);
  }

  return (
    <section className="gic-evidence-form">
      <h4>{t('reindex.paste.title')}</h4>
      <p>{t('reindex.paste.how')}</p>
      <label htmlFor={id}>{t('reindex.paste.label')}</label>
      <textarea
        ref={field}
        id={id}
        className="gic-textarea"
        rows={5}
        value={text}
        aria-invalid={refused !== undefined}
        aria-describedby={refused === undefined ? undefined : `${id}-error`}
        onPaste={onPaste}
        onChange={(event) => {
          change(event.target.value);
          setCapturedAt((at) => at ?? now());
        }}
      />
      {refused !== undefined && (
        <p id={`${id}-error`} role="alert" className="gic-error">
          {t('reindex.paste.refused', refused)}
        </p>
      )}
      {text !== '' && capturedAt !== undefined && (
        <LocalTime
          label={t('reindex.paste.captured-at')}
          value={capturedAt}
          onChange={(at) => {
            setCapturedAt(at);
            setPasted(undefined);
          }}
        />
      )}
      <div className="gic-buttons">
        <Button isDisabled={text.trim() === ''} onClick={onRead}>
          {t('reindex.paste.read')}
        </Button>
      </div>
      <p role="status">{given.length > 0 && t('reindex.paste.done', { list: given })}</p>
    </section>
  );
}
