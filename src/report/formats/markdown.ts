import type { Texts } from '../../i18n/texts';
import type { Finding } from '../../model/finding';
import { checklistOf, type Group } from '../checklist';
import type { SubjectReport } from '../report';
import { acceptanceText, countsText, factsOf, readingText, readTogether, titleOf } from './checklist-texts';
import { plainText } from './plain-text';
import { stepsOf } from './steps';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '@': '&#64;' };

/**
 * A text that somebody typed, as words in a line of Markdown: no markup, no HTML, no link and no mention comes of it, and it
 * cannot turn the writing direction of what follows.
 */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .replace(/[&<>@]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[\\`*_[\]~|]/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
    .replace(/^(\s*)([#+=-]|\d+(?=[.)]))/, (_, blank: string, sign: string) =>
      /\d/.test(sign) ? `${blank}${sign}\\` : `${blank}\\${sign}`,
    );
}

interface Sheet {
  readonly subject: SubjectReport;
  /** What the integration is called. */
  readonly title: string;
  /** Of GIJ; undefined where it could not be read. */
  readonly gijVersion?: string | undefined;
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
}

/** What counts just as a number. */
const COUNTED: readonly Group[] = ['advice', 'passed', 'not-applicable'];

export const bold = (label: string) => `**${label}**`;

function readLines({ found }: Finding, t: Texts): string[] {
  return readTogether(found, t).flatMap(({ source, readings }) => [
    ...readings.map((reading) => `- ${t(`field.${reading.field}`)}: ${escapeMarkdown(readingText(reading, t))}`),
    '',
    escapeMarkdown(source),
    '',
  ]);
}

function failLines(finding: Finding, version: string | undefined, t: Texts): string[] {
  const { check, severity, reason, wanted, caution, undoneBy, docs } = finding;
  const key = `check.${check}`;
  const said = (label: string, text: string) => [`${bold(t(label))}: ${escapeMarkdown(text)}`, ''];
  return [
    `### ${t(`severity.${severity}`)}: ${escapeMarkdown(titleOf(finding, t))}`,
    '',
    ...(reason ? [escapeMarkdown(t(reason)), ''] : []),
    ...(undoneBy ? [t('pat-flag.unless'), ''] : []),
    ...said('checklist.why', t(`${key}.why`)),
    ...(wanted ? said('checklist.wanted', t(wanted)) : []),
    ...(caution ? said('checklist.caution', t(caution)) : []),
    `${bold(t('checklist.steps'))}:`,
    '',
    ...stepsOf(check, version, t).map(({ text }, place) => `${place + 1}. ${escapeMarkdown(text)}`),
    '',
    ...said('checklist.notice', t(`${key}.notice`)),
    `${bold(t('checklist.evidence'))}:`,
    '',
    ...readLines(finding, t),
    ...(docs === undefined ? [] : [`[${t('checklist.docs')}](${docs})`, '']),
  ];
}

function lineOf(finding: Finding, t: Texts): string {
  const { acceptance } = finding;
  const reason = finding.reason ? `: ${t(finding.reason)}` : '';
  const accepted = acceptance ? ` (${[acceptanceText(acceptance, t), acceptance.note].join(' ').trim()})` : '';
  return `- ${escapeMarkdown(titleOf(finding, t) + reason + accepted)}`;
}

interface Section {
  readonly group: Group;
  readonly findings: readonly Finding[];
}

function groupLines({ group, findings }: Section, version: string | undefined, t: Texts): string[] {
  const lines =
    group === 'to-fix'
      ? findings.flatMap((finding) => failLines(finding, version, t))
      : [...findings.map((finding) => lineOf(finding, t)), ''];
  return [`## ${t(`checklist.group.${group}`)} (${t.number(findings.length)})`, '', ...lines];
}

/** The checklist of one integration as Markdown, for a ticket or a chat: what is to fix in full, the rest in a line each. */
export function checklistMarkdown({ subject, title, gijVersion, now }: Sheet, t: Texts): string {
  const { findings, health } = subject;
  const head = [
    `# ${escapeMarkdown(title)}`,
    '',
    escapeMarkdown([t(`health.${health}`), ...factsOf(subject, now, t)].join(' · ')),
    '',
  ];
  if (health === 'disabled') return [...head, t('reason.disabled'), ''].join('\n');
  const groups = checklistOf(findings);
  const told = groups.filter(({ group }) => !COUNTED.includes(group));
  const rest = groups
    .filter(({ group }) => COUNTED.includes(group))
    .map(({ group, findings: members }) => `${t(`checklist.group.${group}`)}: ${t.number(members.length)}`);
  return [
    ...head,
    `${countsText(subject, t)}.`,
    '',
    ...told.flatMap((section) => groupLines(section, gijVersion, t)),
    rest.join(' · '),
    '',
  ].join('\n');
}
