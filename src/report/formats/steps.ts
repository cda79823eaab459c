import type { Texts } from '../../i18n/texts';

/** The pages of GIJ that steps lead to, as they stand in the texts: `{0}`, `{1}`, `{2}`. */
const PAGES = ['manage', 'general', 'queue'] as const;

export type GijPage = (typeof PAGES)[number];

/** One of the steps that put a check right. */
export interface Step {
  readonly text: string;
  /** The page of GIJ that it names, if any. */
  readonly page?: GijPage;
}

const isFrom5 = (version: string) => Number.parseInt(version, 10) >= 5;

/**
 * GIJ's menu calls the page *Manage repositories* before version 5, *Manage integrations* from 5 on; where nobody knows the
 * version, both are named.
 */
function manageText(version: string | undefined, t: Texts): string {
  if (version === undefined || !/^\d/.test(version)) return t('gij.manage.unknown');
  return t(isFrom5(version) ? 'gij.manage.integrations' : 'gij.manage.repositories');
}

/**
 * The steps of a check, one after the other, with the menu of that version of GIJ.
 *
 * @param version of GIJ, such as `5.1.1`; undefined where it could not be read
 */
export function stepsOf(check: string, version: string | undefined, t: Texts): readonly Step[] {
  const key = `check.${check}`;
  const names = [manageText(version, t), t('gij.general'), t('gij.queue')];
  return t(`${key}.steps`)
    .split('|')
    .map((step) => {
      const page = PAGES.find((_, place) => step.includes(`{${place}}`));
      const text = names.reduce((said, name, place) => said.replaceAll(`{${place}}`, name), step).trim();
      return { text, ...(page && { page }) };
    });
}
