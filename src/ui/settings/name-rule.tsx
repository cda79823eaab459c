import type { Gathered } from '../../model/gathered';
import { namePatternProblem } from '../../model/name-pattern';
import { useTexts } from '../page-context';
import { TextField } from '../text-field';
import { namesBesideRule } from './names-beside-rule';
import { ResetButton } from './reset-button';
import type { SettingsForm } from './use-settings-form';

const NAME = 'name-pattern';

/** Names that stand in the sentence; the others are counted. */
const NAMED = 10;

interface Props {
  readonly form: SettingsForm;
  readonly gathered: Gathered | undefined;
}

/** The naming rule of display names, and at once which of them it does not fit. */
export function NameRule({ form, gathered }: Props) {
  const t = useTexts();
  const pattern = form.textOf(NAME);
  const problem = pattern.trim() === '' ? undefined : namePatternProblem(pattern);
  const beside = problem ? undefined : namesBesideRule(pattern, gathered);
  const more = (beside?.failing.length ?? 0) - NAMED;
  const shown = beside?.failing.slice(0, NAMED) ?? [];
  const failing = more > 0 ? [...shown, t.counted('settings.names.more', more)] : shown;
  return (
    <fieldset>
      <legend>{t('field.displayName')}</legend>
      <TextField
        name={NAME}
        label={t('setting.name-pattern')}
        value={pattern}
        help={t('settings.names.help', '(GitHub|GitLab): .+', 'GitLab: payments')}
        problem={problem && t(`settings.names.problem.${problem}`)}
        onChange={(text) => form.type(NAME, text)}
      />
      <p className="gic-break" role="status">
        {beside && (
          <>
            {t.counted('settings.names.fit', beside.fitting)}{' '}
            {failing.length > 0 && t.counted('settings.names.fail', beside.failing.length, { list: failing })}{' '}
            {beside.unknown > 0 && t.counted('settings.names.unknown', beside.unknown)}
          </>
        )}
      </p>
      <ResetButton form={form} names={[NAME]} label={t('setting.name-pattern')} />
    </fieldset>
  );
}
