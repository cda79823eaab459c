import type { SettingEntry } from '../../decisions/decisions';
import { definitionOf } from '../../decisions/settings';
import type { Texts } from '../../i18n/texts';
import { checkName } from '../../report/formats/subject-texts';
import { CHECKS, SETTING_NAMES, shownNumber, UNITS, type NumberName } from './setting-values';

const OF_A_CHECK = /^check\.(.+)\.(off|severity)$/;

/** What a setting is called, such as `Repositories per integration`; of one that this version does not know, its name. */
export function settingText(name: string, t: Texts): string {
  const [, check, part] = OF_A_CHECK.exec(name) ?? [];
  if (check !== undefined && part !== undefined && CHECKS.some(({ id }) => id === check))
    return t(`setting.check.${part}`, checkName(check, t));
  return SETTING_NAMES.includes(name) ? t(`setting.${name}`) : name;
}

/** The value of a setting as its form shows it, with the unit of a number. */
export function settingValueText({ name, value }: SettingEntry, t: Texts): string {
  const kind = definitionOf(name)?.kind;
  if (typeof value === 'boolean') return t(`value.${value ? 'on' : 'off'}`);
  if (kind === 'severity') return t(`severity.${value}`);
  if (kind === 'choice') return t(`setting.badges.${value}`);
  if (kind !== 'number' || typeof value !== 'number') return String(value);
  return `${t.number(shownNumber(name, value))} ${t(`setting.unit.${UNITS[name as NumberName]}`)}`;
}
