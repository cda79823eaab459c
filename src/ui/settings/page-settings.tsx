import Button from '@atlaskit/button/new';

import { useDecisions } from '../decide';
import { useTexts } from '../page-context';
import { placeText } from '../sharing/place-text';
import { useStore } from '../state/use-store';
import { ResetButton } from './reset-button';
import type { SettingsForm } from './use-settings-form';

const NAME = 'read-only';

interface Props {
  readonly form: SettingsForm;
  readonly onShare: () => void;
}

/** What this page may do, and where decisions are kept. */
export function PageSettings({ form, onShare }: Props) {
  const t = useTexts();
  const { place } = useStore(useDecisions());
  return (
    <fieldset>
      <legend>{t('settings.page')}</legend>
      <label className="gic-check-label">
        <input
          type="checkbox"
          name={NAME}
          aria-describedby="gic-read-only"
          checked={form.textOf(NAME) !== ''}
          onChange={({ target }) => form.type(NAME, target.checked ? 'true' : '')}
        />
        {t('setting.read-only')}
      </label>
      <p id="gic-read-only" className="gic-subtle">
        {t('settings.read-only.help')}
      </p>
      <ResetButton form={form} names={[NAME]} label={t('setting.read-only')} />
      <p>{placeText(place, t)}</p>
      <div className="gic-buttons">
        <Button onClick={onShare}>{t('checkup.sharing')}</Button>
      </div>
    </fieldset>
  );
}
