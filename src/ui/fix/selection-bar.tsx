import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';

import type { Report } from '../../report/report';
import { useReadOnly } from '../decide';
import { useOpenDialog } from '../dialogs';
import { TABLE_ID } from '../integrations/returned-focus';
import { checkName } from '../../report/formats/subject-texts';
import type { Selection } from '../integrations/use-selection';
import { useTexts } from '../page-context';
import { failingChecks } from './failing-checks';

interface Props extends Selection {
  readonly report: Pick<Report, 'subjects' | 'checks'>;
}

/** What can be done with the selected integrations at once: one of the checks that fail on them, fixed or accepted. */
export function SelectionBar({ report, selected, select }: Props) {
  const t = useTexts();
  const open = useOpenDialog();
  const isReadOnly = useReadOnly();
  const id = useId();
  const [chosen, choose] = useState<string>();
  const choices = failingChecks(report, selected);
  const shown = choices.find(({ check }) => check === chosen) ?? choices[0];
  const clear = () => {
    document.getElementById(TABLE_ID)?.focus();
    select([...selected], false);
  };
  return (
    <section className="gic-selection" aria-label={t('selection.label')}>
      <p role="status">{t.counted('selection.count', selected.size)}</p>
      {shown ? (
        <>
          <label htmlFor={id} className="gic-hidden">
            {t('table.filter.check')}
          </label>
          <select id={id} className="gic-select" value={shown.check} onChange={(event) => choose(event.target.value)}>
            {choices.map(({ check, failing }) => (
              <option key={check} value={check}>
                {t('table.filter.check.fails', checkName(check, t), failing.length)}
              </option>
            ))}
          </select>
          {!isReadOnly && shown.fixable.length > 0 && (
            <Button appearance="primary" onClick={() => open({ kind: 'fix', check: shown.check, keys: shown.fixable })}>
              {t.counted('fix.open', shown.fixable.length)}
            </Button>
          )}
          {!isReadOnly && (
            <Button onClick={() => open({ kind: 'accept', check: shown.check, keys: shown.failing })}>
              {t.counted('selection.accept', shown.failing.length)}
            </Button>
          )}
        </>
      ) : (
        <p className="gic-subtle">{t('selection.nothing')}</p>
      )}
      <Button appearance="subtle" onClick={clear}>
        {t('selection.clear')}
      </Button>
    </section>
  );
}
