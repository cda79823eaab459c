import Button from '@atlaskit/button/new';

import { BADGES_SETTINGS } from '../../decisions/settings';
import { useDecisions } from '../decide';
import { useTexts } from '../page-context';
import { placeText } from '../sharing/place-text';
import { useStore } from '../state/use-store';
import { ResetButton } from './reset-button';
import type { SettingsForm } from './use-settings-form';

const NAME = 'read-only';
const BADGES = 'badges';

interface Props {
  readonly form: SettingsForm;
  readonly onShare: () => void;
}

/** What stands on the pages of GIJ, and what that costs. */
function BadgesChoice({ form }: Pick<Props, 'form'>) {
  const t = useTexts();
  return (
    <fieldset aria-describedby="gic-badges-setting">
      <legend>{t('setting.badges')}</legend>
      {BADGES_SETTINGS.map((option) => (
        <label key={option} className="gic-check-label">
          <input
            type="radio"
            name={BADGES}
            value={option}
            checked={form.textOf(BADGES) === option}
            onChange={() => form.type(BADGES, option)}
          />
          {t(`setting.badges.${option}`)}
        </label>
      ))}
      <p id="gic-badges-setting" className="gic-subtle">
        {t('settings.badges.help')}
      </p>
      <ResetButton form={form} names={[BADGES]} label={t('setting.badges')} />
    </fieldset>
  );
}

/** What this page may do, what stands on others, and where decisions are kept. */
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
      <BadgesChoice form={form} />
      <p>{placeText(place, t)}</p>
      <div className="gic-buttons">
        <Button onClick={onShare}>{t('checkup.sharing')}</Button>
      </div>
    </fieldset>
  );
}
