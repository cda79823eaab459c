import type { Texts } from '../../i18n/texts';
import type { Finding } from '../../model/finding';
import { SINGLE_REPOSITORIES } from '../../model/integration';
import { byReason, checklistOf } from '../checklist';
import { HEALTHS } from '../health';
import { isAsked } from '../questions';
import type { SubjectReport } from '../report';
import { acceptanceText, factsOf, titleOf } from './checklist-texts';
import type { Exported } from './exported';
import { inFull, reasonText } from './finding-texts';
import { bold, escapeMarkdown } from './markdown';
import { gapTexts, provenanceLines } from './provenance-texts';
import { stepsOf } from './steps';
import { checkName, subjectName } from './subject-texts';

/** What a text field of Jira takes, as Jira is delivered (`jira.text.field.character.limit`). */
export const MOST_CHARACTERS = 32_767;

/** A finding in a line, or in a few; the first one of a section has its heading. */
interface Item {
  readonly text: string;
  /** What its check tells how to fix; the same of each finding of that check. */
  readonly toFix?: Pick<Finding, 'check' | 'docs'>;
}

/** What somebody typed, and words of ours. */
const said = (parts: readonly (string | undefined)[]) =>
  escapeMarkdown(parts.filter((part) => part !== undefined && part !== '').join(' – '));

function failItem(finding: Finding, t: Texts): Item {
  const { severity, caution, undoneBy } = finding;
  const details = [
    ...(undoneBy ? [t('pat-flag.unless')] : []),
    ...(caution ? [`${t('checklist.caution')}: ${t(caution)}`] : []),
  ];
  const text = said([titleOf(finding, t), reasonText(finding, inFull(t), t), ...details]);
  return { text: `- [ ] ${bold(t(`severity.${severity}`))}: ${text}`, toFix: finding };
}

/** Several that could not be checked for one reason stand together. */
function otherItem([first, ...others]: readonly [Finding, ...Finding[]], label: string, t: Texts): Item {
  const { acceptance } = first;
  const titles = [first, ...others].map((finding) => titleOf(finding, t)).join(', ');
  const accepted = acceptance ? [acceptanceText(acceptance, t, inFull(t)), acceptance.note] : [];
  return { text: `- ${bold(label)}: ${said([titles, reasonText(first, inFull(t), t), ...accepted])}` };
}

/** The weightiest first; what passes, what does not apply and questions are left out. */
function itemsOf(findings: readonly Finding[], t: Texts): readonly Item[] {
  return checklistOf(findings).flatMap(({ group, findings: members }) => {
    switch (group) {
      case 'to-fix':
        return members.map((finding) => failItem(finding, t));
      case 'unread':
        return byReason(members).map((alike) => otherItem(alike, t(`verdict.${alike[0].verdict}`), t));
      case 'advice':
      case 'accepted':
        return members.map((finding) => otherItem([finding], t(`checklist.group.${group}`), t));
      default:
        return [];
    }
  });
}

function section(heading: string, facts: string, [first, ...others]: readonly Item[]): readonly Item[] {
  if (!first) return [];
  const head = [`## ${escapeMarkdown(heading)}`, ...(facts === '' ? [] : [escapeMarkdown(facts)]), first.text];
  return [{ ...first, text: `\n${head.join('\n\n')}` }, ...others];
}

function subjectSection(subject: SubjectReport, { provenance }: Exported, t: Texts): readonly Item[] {
  const { health, findings } = subject;
  if (health === 'disabled') return [];
  const facts = [t(`health.${health}`), ...factsOf(subject, provenance.judgedAt, t)].join(' · ');
  return section(subjectName(subject, t), facts, itemsOf(findings, t));
}

function questionItems({ report }: Exported, t: Texts): readonly Item[] {
  return report.questions
    .filter(isAsked)
    .map(({ setting }) => ({ text: `- [ ] ${escapeMarkdown(t(`question.${setting}`))}` }));
}

/** How many of the shown integrations have each health; the repositories without an integration are none. */
function healthsText({ subjects }: Exported, t: Texts): string {
  const integrations = subjects.filter(({ key }) => key !== SINGLE_REPOSITORIES);
  return HEALTHS.map((health) => [health, integrations.filter((one) => one.health === health).length] as const)
    .filter(([, count]) => count > 0)
    .map(([health, count]) => `${t(`health.${health}`)}: ${t.number(count)}`)
    .join(' · ');
}

function headText(exported: Exported, t: Texts): string {
  const healths = healthsText(exported, t);
  return [
    `# ${t('checkup.title')}`,
    '',
    ...provenanceLines(exported, t).map(({ label, text }) => `- ${label}: ${escapeMarkdown(text)}`),
    ...gapTexts(exported, t).map((text) => `- ${bold(t('message.warning'))}: ${escapeMarkdown(text)}`),
    ...(healths === '' ? [] : ['', healths]),
  ].join('\n');
}

/** Once for each check, however many integrations it fails on. */
function stepsText(items: readonly Item[], version: string | undefined, t: Texts): string {
  const checks = new Map(items.flatMap(({ toFix }) => (toFix ? [[toFix.check, toFix.docs] as const] : [])));
  const parts = [...checks].map(([check, docs]) => {
    const steps = stepsOf(check, version, t).map(({ text }, place) => `${place + 1}. ${escapeMarkdown(text)}`);
    const link = docs === undefined ? [] : ['', `[${t('checklist.docs')}](${docs})`];
    return ['', `### ${checkName(check, t)}`, '', ...steps, ...link].join('\n');
  });
  return parts.length === 0 ? '' : ['', `## ${t('checklist.steps')}`, ...parts].join('\n');
}

/** How many of the items there is room for, in characters. */
function fitting(items: readonly Item[], room: number): number {
  let taken = 0;
  const place = items.findIndex(({ text }) => (taken += text.length + 1) > room);
  return place < 0 ? items.length : place;
}

/**
 * A report as Markdown for a ticket, to tick off: what concerns all integrations, then each shown one with something to
 * tell, the worst first; then, once for each check, how to fix it. What does not fit into a text field of Jira is counted.
 */
export function markdownReport(exported: Exported, t: Texts): string {
  const { report, subjects, provenance } = exported;
  const shown = new Set(subjects.map(({ key }) => key));
  const ofAll = [...itemsOf(report.instance, t), ...questionItems(exported, t)];
  const items = [
    ...section(t('changes.all'), '', ofAll),
    ...report.subjects.filter(({ key }) => shown.has(key)).flatMap((one) => subjectSection(one, exported, t)),
  ];
  const head = headText(exported, t);
  const leftOut = (count: number) => (count === 0 ? '' : `\n${t.counted('export.markdown.left-out', count)}\n`);
  const stepsOfAll = stepsText(items, provenance.gijVersion, t);
  const room = MOST_CHARACTERS - head.length - stepsOfAll.length - leftOut(items.length).length - 3;
  const told = items.slice(0, fitting(items, room));
  const steps = stepsText(told, provenance.gijVersion, t);
  return [head, ...told.map(({ text }) => text), leftOut(items.length - told.length) + steps, ''].join('\n');
}
