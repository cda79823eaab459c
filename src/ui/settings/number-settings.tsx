import { definitionOf, type SettingProblem } from '../../decisions/settings';
import type { Texts } from '../../i18n/texts';
import { useTexts } from '../page-context';
import { TextField } from '../text-field';
import { ResetButton } from './reset-button';
import { shownNumber, UNITS, type NumberName } from './setting-values';
import type { SettingsForm } from './use-settings-form';

/** Why a number cannot be used, with the limit that it is beyond. */
function numberProblemText(name: NumberName, problem: SettingProblem, t: Texts): string {
  const definition = definitionOf(name);
  if (definition?.kind !== 'number') return t('settings.problem.type');
  if (problem === 'too-small') return t('settings.problem.too-small', shownNumber(name, definition.least));
  if (problem === 'too-large') return t('settings.problem.too-large', shownNumber(name, definition.most));
  return t(problem === 'not-whole' ? 'settings.problem.not-whole' : 'settings.problem.type');
}

interface Props {
  readonly form: SettingsForm;
  readonly names: readonly NumberName[];
}

/** Numbers, each with its unit and what is recommended. */
export function NumberSettings({ form, names }: Props) {
  const t = useTexts();
  return (
    <div className="gic-fields">
      {names.map((name) => {
        const definition = definitionOf(name);
        const problem = form.problemOf(name);
        const unit = t(`setting.unit.${UNITS[name]}`);
        const recommended = definition?.kind === 'number' ? shownNumber(name, definition.recommended) : 0;
        return (
          <div key={name}>
            <TextField
              name={name}
              label={t(`setting.${name}`)}
              value={form.textOf(name)}
              unit={unit}
              help={
                <>
                  {t(`settings.help.${name}`)} {t('settings.recommended', recommended, unit)}
                </>
              }
              problem={problem && numberProblemText(name, problem, t)}
              onChange={(text) => form.type(name, text)}
            />
            <ResetButton form={form} names={[name]} label={t(`setting.${name}`)} />
          </div>
        );
      })}
    </div>
  );
}
