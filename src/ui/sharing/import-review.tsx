import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { ImportPreview } from '../../decisions/decisions-file';
import { keyOf, type Entry } from '../../decisions/decisions';
import { useTexts } from '../page-context';
import { decidedText, subjectText, valueText, type NameOf } from './entry-text';

interface Props {
  readonly preview: ImportPreview;
  readonly nameOf: NameOf;
  readonly onTake: (chosen: readonly Entry[]) => void;
  readonly onCancel: () => void;
}

/** What a file would bring, before any of it is taken. */
export function ImportReview({ preview, nameOf, onTake, onCancel }: Props) {
  const t = useTexts();
  const { added, different, same, unmatched } = preview;
  const [replaced, setReplaced] = useState<readonly string[]>([]);
  const chosen = [...added, ...different.flatMap(({ file }) => (replaced.includes(keyOf(file)) ? [file] : []))];
  const lineOf = (entry: Entry) => t('sharing.import.line', subjectText(entry, nameOf, t), valueText(entry, t));
  const choose = (key: string, isChosen: boolean) =>
    setReplaced(isChosen ? [...replaced, key] : replaced.filter((one) => one !== key));
  return (
    <div className="gic-import" role="group" aria-label={t('sharing.import')}>
      <h4>{t('sharing.import')}</h4>
      <p>{t.counted('sharing.import.added', added.length)}</p>
      <ul>
        {added.map((entry) => (
          <li key={keyOf(entry)} className="gic-break">
            {lineOf(entry)} <span className="gic-subtle">{decidedText(entry, t)}</span>
          </li>
        ))}
      </ul>
      {different.length > 0 && (
        <fieldset>
          <legend>{t.counted('sharing.import.different', different.length)}</legend>
          {different.map(({ here, file }) => (
            <label key={keyOf(file)} className="gic-check-label gic-break">
              <input
                type="checkbox"
                checked={replaced.includes(keyOf(file))}
                onChange={({ target }) => choose(keyOf(file), target.checked)}
              />
              {t('sharing.import.instead', lineOf(file), valueText(here, t))}
            </label>
          ))}
        </fieldset>
      )}
      {same > 0 && <p>{t.counted('sharing.import.same', same)}</p>}
      {unmatched.length > 0 && <p>{t.counted('sharing.import.unmatched', unmatched.length)}</p>}
      <p className="gic-subtle">{t('sharing.import.ids')}</p>
      <div className="gic-buttons">
        <Button appearance="primary" isDisabled={chosen.length === 0} onClick={() => onTake(chosen)}>
          {t.counted('sharing.import.take', chosen.length)}
        </Button>
        <Button onClick={onCancel}>{t('sharing.import.cancel')}</Button>
      </div>
    </div>
  );
}
