import Button from '@atlaskit/button/new';

import { DEFAULT_POLICY, type ReindexPolicy } from '../../reindex/policy';
import { useOpenDialog } from '../dialogs';
import { useTexts } from '../page-context';
import { POLICY_NUMBERS, shownNumber, UNITS } from '../settings/setting-values';
import { Fold } from './fold';

interface Props {
  /** Only the numbers that are not as recommended. */
  readonly policy: Partial<ReindexPolicy>;
}

/** The numbers that the advice is calculated with, and the way to the settings. */
export function CalculationSettings({ policy }: Props) {
  const t = useTexts();
  const open = useOpenDialog();
  const changed = Object.keys(policy).length;
  return (
    <Fold title={t('reindex.policy.heading')} note={changed > 0 && t.counted('reindex.policy.changed', changed)}>
      <ul>
        {POLICY_NUMBERS.map((name) => {
          const key = name.slice('policy.'.length) as keyof ReindexPolicy;
          const value = policy[key] ?? DEFAULT_POLICY[key];
          return (
            <li key={name}>
              {t(`setting.${name}`)}: {t.number(shownNumber(name, value))} {t(`setting.unit.${UNITS[name]}`)}
              {policy[key] !== undefined && ` ${t('changed.mark')}`}
            </li>
          );
        })}
      </ul>
      <div className="gic-buttons">
        <Button onClick={() => open({ kind: 'settings' })}>{t('reindex.policy.change')}</Button>
      </div>
    </Fold>
  );
}
