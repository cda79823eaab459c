import type { Texts } from '../../i18n/texts';
import type { Finding } from '../../model/finding';
import { SEVERITY_ORDER, type Severity } from '../../model/verdict';
import { byReason, groupOf, type Group } from '../checklist';
import { acceptanceText, titleOf } from './checklist-texts';
import { failLines } from './fail-lines';
import { inFull, reasonText, sentenceOf } from './finding-texts';
import type { Paragraph, Style } from './paragraphs';

const SEVERITY_STYLE: Readonly<Record<Severity, Style>> = {
  high: 'red',
  medium: 'yellow',
  low: 'yellow',
  advisory: 'cyan',
};

const INDENT = 2;

/** What fails: what is wrong, why, what was read, what to click. */
function failParagraphs(finding: Finding, version: string | undefined, t: Texts): Paragraph[] {
  const { severity } = finding;
  return [
    {
      indent: INDENT,
      label: `${t(`severity.${severity}`)}:`,
      style: SEVERITY_STYLE[severity],
      text: sentenceOf(finding, t),
    },
    ...failLines(finding, version, t).map((text) => ({ indent: 2 * INDENT, text })),
  ];
}

/** Findings that could not be judged for one reason are told together. */
function unreadParagraphs(findings: readonly Finding[], t: Texts): Paragraph[] {
  return byReason(findings).map((members) => {
    const [first] = members;
    const { verdict } = first;
    const reason = reasonText(first, inFull(t), t);
    const names = members.map((finding) => titleOf(finding, t)).join(', ');
    return {
      indent: INDENT,
      label: `${t(`verdict.${verdict}`)}:`,
      style: 'yellow',
      text: reason === undefined ? names : `${names} – ${reason}`,
    };
  });
}

function adviceParagraph(finding: Finding, t: Texts): Paragraph {
  const { severity } = finding;
  const label = `${t(`severity.${severity}`)}:`;
  return { indent: INDENT, label, style: 'cyan', text: sentenceOf(finding, t) };
}

function acceptedParagraph(finding: Finding, t: Texts): Paragraph {
  const { acceptance } = finding;
  const said = acceptance ? [`– ${acceptanceText(acceptance, t, inFull(t))}`, acceptance.note] : [];
  return {
    indent: INDENT,
    label: `${t('verdict.accepted')}:`,
    style: 'dim',
    text: [titleOf(finding, t), ...said].join(' ').trim(),
  };
}

/** What there is to say of findings: what passes or does not apply is only counted, and questions are asked elsewhere. */
export function toldOf(findings: readonly Finding[]): readonly Finding[] {
  const told: readonly Group[] = ['to-fix', 'unread', 'advice', 'accepted'];
  return findings.filter((finding) => told.includes(groupOf(finding)));
}

/**
 * Findings of one subject, the weightiest first: what fails, what could not be judged, advice, what is accepted.
 *
 * @param version of GIJ; undefined where it could not be read
 */
export function findingParagraphs(findings: readonly Finding[], version: string | undefined, t: Texts): Paragraph[] {
  const of = (group: Group) =>
    findings
      .filter((finding) => groupOf(finding) === group)
      .sort((one, other) => SEVERITY_ORDER[one.severity] - SEVERITY_ORDER[other.severity]);
  return [
    ...of('to-fix').flatMap((finding) => failParagraphs(finding, version, t)),
    ...unreadParagraphs(of('unread'), t),
    ...of('advice').map((finding) => adviceParagraph(finding, t)),
    ...of('accepted').map((finding) => acceptedParagraph(finding, t)),
  ];
}
