import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';

import type { ChangeEntry } from '../../decisions/decisions';
import { usePrinting } from '../integrations/use-printing';
import { useTexts } from '../page-context';
import { CrashBoundary } from '../states/crash';
import { HistoryEvent } from './history-event';
import { HISTORY_KINDS, type HistoryItem, type HistoryKind } from './history-items';
import type { NameOf } from './subject-names';
import type { UndoState } from './undo-state';

/** Entries that are drawn at once. */
const AT_ONCE = 30;

interface Props {
  readonly items: readonly HistoryItem[];
  readonly nameOf: NameOf;
  readonly undoStateOf: (change: ChangeEntry) => UndoState;
}

/** What happened, the newest first, by kind where an admin wants. */
export function HistoryList({ items, ...props }: Props) {
  const t = useTexts();
  const filterId = useId();
  const isPrinting = usePrinting();
  const [kind, setKind] = useState<HistoryKind>();
  const [shown, setShown] = useState(AT_ONCE);
  if (items.length === 0) return <p>{t('history.empty')}</p>;
  const wanted = kind === undefined ? items : items.filter((item) => item.kind === kind);
  const drawn = isPrinting ? wanted : wanted.slice(0, shown);
  const more = wanted.length - drawn.length;
  const choose = (value: string) => {
    setKind(HISTORY_KINDS.find((one) => one === value));
    setShown(AT_ONCE);
  };
  return (
    <>
      <div className="gic-toolbar">
        <div className="gic-field">
          <label htmlFor={filterId}>{t('history.filter')}</label>
          <select
            id={filterId}
            className="gic-select"
            value={kind ?? ''}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="">{t('history.filter.all')}</option>
            {HISTORY_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`history.filter.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <p className="gic-shown" role="status">
          {wanted.length === 0 ? t('history.empty.filtered') : t.counted('history.count', wanted.length)}
        </p>
      </div>
      <ol className="gic-events">
        {drawn.map((item) => (
          <CrashBoundary key={item.id} size="row" of={item}>
            <HistoryEvent item={item} {...props} />
          </CrashBoundary>
        ))}
      </ol>
      {more > 0 && (
        <div className="gic-buttons">
          <Button onClick={() => setShown(shown + AT_ONCE)}>
            {t.counted('history.more', Math.min(more, AT_ONCE))}
          </Button>
        </div>
      )}
    </>
  );
}
