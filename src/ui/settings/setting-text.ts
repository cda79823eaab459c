import type { Texts } from '../../i18n/texts';
import { checkName } from '../integrations/subject-texts';
import { CHECKS, SETTING_NAMES } from './setting-values';

const OF_A_CHECK = /^check\.(.+)\.(off|severity)$/;

/** What a setting is called, such as `Repositories per integration`; of one that this version does not know, its name. */
export function settingText(name: string, t: Texts): string {
  const [, check, part] = OF_A_CHECK.exec(name) ?? [];
  if (check !== undefined && part !== undefined && CHECKS.some(({ id }) => id === check))
    return t(`setting.check.${part}`, checkName(check, t));
  return SETTING_NAMES.includes(name) ? t(`setting.${name}`) : name;
}
