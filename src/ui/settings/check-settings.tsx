import type { Severity } from '../../model/verdict';
import { checkName } from '../../report/formats/subject-texts';
import { useTexts } from '../page-context';
import { ResetButton } from './reset-button';
import { CHECKS, settingOfCheck } from './setting-values';
import type { SettingsForm } from './use-settings-form';

const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low', 'advisory'];

/** Checks that weigh less than they do otherwise in some cases. */
export const WEIGHED_BY_CASE: ReadonlySet<string> = new Set(['project-association', 'reindex-interval']);

/** Which checks are on, and how much a Fail of each weighs. */
export function ChecksSettings({ form }: { readonly form: SettingsForm }) {
  const t = useTexts();
  return (
    <fieldset>
      <legend>{t('checks.title')}</legend>
      <p className="gic-subtle">{t('settings.checks.help')}</p>
      <ul className="gic-check-settings">
        {CHECKS.map(({ id, severity: own }) => {
          const [off, severity] = [settingOfCheck(id, 'off'), settingOfCheck(id, 'severity')];
          const name = checkName(id, t);
          const isOff = form.textOf(off) !== '';
          return (
            <li key={id}>
              <label className="gic-check-label">
                <input
                  type="checkbox"
                  name={off}
                  checked={!isOff}
                  onChange={({ target }) => form.type(off, target.checked ? '' : 'true')}
                />
                <span>
                  {name}
                  {WEIGHED_BY_CASE.has(id) && <span className="gic-subtle"> {t('settings.checks.by-case')}</span>}
                </span>
              </label>
              <select
                name={severity}
                className="gic-select"
                aria-label={t('settings.checks.severity', name)}
                disabled={isOff}
                value={form.textOf(severity)}
                onChange={({ target }) => form.type(severity, target.value)}
              >
                {SEVERITIES.map((one) => (
                  <option key={one} value={one}>
                    {one === own ? t('settings.checks.recommended', t(`severity.${one}`)) : t(`severity.${one}`)}
                  </option>
                ))}
              </select>
              <ResetButton form={form} names={[off, severity]} label={name} />
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
