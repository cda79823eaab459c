import type { Texts } from '../../i18n/texts';
import type { Finding } from '../../model/finding';
import type { CheckReport } from '../../report/check-reports';
import { checklistOf } from '../../report/checklist';
import { titleOf } from '../../report/formats/checklist-texts';

/** The finding that speaks for a check: the weightiest of its worst group, or what was accepted where nothing else is wrong. */
export function speakerOf({ state, findings }: CheckReport): Finding | undefined {
  if (state === 'accepted') return findings.find(({ verdict }) => verdict === 'accepted');
  return checklistOf(findings)[0]?.findings[0];
}

/** What a check says. A sentence with figures is of one integration, not of all of them. */
export function sentenceOf(speaker: Finding, t: Texts): string {
  const { title, ...plain } = speaker;
  return titleOf(title && speaker.scope === 'instance' ? speaker : plain, t);
}
