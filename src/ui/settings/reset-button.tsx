import { focusField } from '../focus-field';
import { useTexts } from '../page-context';
import type { SettingsForm } from './use-settings-form';

interface Props {
  readonly form: SettingsForm;
  /** Of all of them at once. */
  readonly names: readonly string[];
  readonly label: string;
}

/** Says that a setting is changed, and takes it back to what is recommended; nothing where it is that. */
export function ResetButton({ form, names, label }: Props) {
  const t = useTexts();
  if (names.every(form.isRecommended)) return null;
  return (
    <span className="gic-changed">
      {t('changed.mark')}{' '}
      <button
        type="button"
        className="gic-link"
        onClick={({ currentTarget }) => {
          names.forEach(form.reset);
          // The button is gone then.
          focusField(currentTarget.form, names[0]);
        }}
      >
        {t('settings.reset')}
        <span className="gic-hidden">: {label}</span>
      </button>
    </span>
  );
}
