import type { Texts } from '../../i18n/texts';
import type { Finding } from '../../model/finding';
import { readingText } from './checklist-texts';
import { inFull } from './finding-texts';
import { stepsOf } from './steps';

/** Such as `SSL Verify: Disabled; Origin: https://git.acme.example`. */
function readText({ found }: Finding, t: Texts): string {
  return found.map((reading) => `${t(`field.${reading.field}`)}: ${readingText(reading, t, inFull(t))}`).join('; ');
}

function stepsText(check: string, version: string | undefined, t: Texts): string {
  return stepsOf(check, version, t)
    .map(({ text }, place) => `(${place + 1})\u00a0${text}`)
    .join(' ');
}

/**
 * What there is to know of a Fail beside its sentence, a line each: what was read, what is recommended, what to click.
 *
 * @param version of GIJ; undefined where it could not be read
 */
export function failLines(finding: Finding, version: string | undefined, t: Texts): readonly string[] {
  const { check, wanted, caution, undoneBy, found } = finding;
  return [
    ...(undoneBy ? [t('pat-flag.unless')] : []),
    ...(found.length > 0 ? [`${t('checklist.evidence')}: ${readText(finding, t)}`] : []),
    ...(wanted ? [`${t('checklist.wanted')}: ${t(wanted)}`] : []),
    ...(caution ? [`${t('checklist.caution')}: ${t(caution)}`] : []),
    `${t('checklist.steps')}: ${stepsText(check, version, t)}`,
  ];
}
