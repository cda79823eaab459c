import Button from '@atlaskit/button/new';

import { settingsOf } from '../../decisions/settings';
import { useDecisions } from '../decide';
import { useOpenDialog, type DialogProps } from '../dialogs';
import { focusField } from '../focus-field';
import { useLeave } from '../leave';
import { Modal } from '../modal';
import { useTexts } from '../page-context';
import { useStore } from '../state/use-store';
import { ChecksSettings } from './check-settings';
import { NameRule } from './name-rule';
import { NumberSettings } from './number-settings';
import { PageSettings } from './page-settings';
import { settingText } from './setting-text';
import { LIMITS, POLICY_NUMBERS } from './setting-values';
import { useSettingsForm } from './use-settings-form';

/** What is not as it should be with the settings that are kept. */
function Troubles() {
  const t = useTexts();
  const { decisions, trouble } = useStore(useDecisions());
  const { impossible } = settingsOf(decisions);
  return (
    <>
      {trouble && <p className="gic-trouble">{t(`settings.trouble.${trouble}`)}</p>}
      {impossible.length > 0 && (
        <p className="gic-trouble">
          {t('settings.impossible', { list: impossible.map((name) => settingText(name, t)) })}
        </p>
      )}
    </>
  );
}

/** What admins may set of this app, for all integrations. */
export function SettingsDialog({ judged, onClose }: DialogProps) {
  const t = useTexts();
  const open = useOpenDialog();
  const form = useSettingsForm();
  const { leave, asking } = useLeave(form.isChanged, onClose);
  const heading = t('settings.heading');
  return (
    <Modal heading={heading} onClose={() => leave()}>
      {asking}
      <form
        noValidate
        className="gic-form"
        aria-label={heading}
        onSubmit={(event) => {
          event.preventDefault();
          const wrong = form.save();
          if (wrong === undefined) onClose(t('settings.saved'));
          else focusField(event.currentTarget, wrong);
        }}
      >
        <p>{t('settings.intro')}</p>
        <Troubles />
        <ChecksSettings form={form} />
        <fieldset>
          <legend>{t('settings.limits')}</legend>
          <NumberSettings form={form} names={LIMITS} />
        </fieldset>
        <fieldset>
          <legend>{t('reindex.title')}</legend>
          <p className="gic-subtle">{t('settings.policy.help')}</p>
          <NumberSettings form={form} names={POLICY_NUMBERS} />
        </fieldset>
        <NameRule form={form} gathered={judged?.gathered} />
        <PageSettings form={form} onShare={() => leave(() => open({ kind: 'sharing' }))} />
        <div className="gic-buttons gic-form-end">
          <Button type="submit" appearance="primary">
            {t('settings.save')}
          </Button>
          <Button onClick={() => leave()}>{t('modal.cancel')}</Button>
          <Button appearance="subtle" onClick={form.resetAll}>
            {t('settings.reset-all')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
