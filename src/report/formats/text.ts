import type { Texts } from '../../i18n/texts';
import { REQUIRED_SOURCES } from '../../model/gathered';
import { needsSomething, type Health } from '../health';
import { isAsked } from '../questions';
import type { Report, SubjectReport } from '../report';
import { headlineOf } from '../shared-advice';
import { countsText, factsOf } from './checklist-texts';
import type { Exported } from './exported';
import { failuresOf, failureTexts } from './failure-texts';
import { gateText, indexingText } from './gate-texts';
import { linesOf, type Paper, type Paragraph, type Style } from './paragraphs';
import { gapTexts, provenanceLines } from './provenance-texts';
import { subjectName } from './subject-texts';
import { isIntervalOpen, summaryText } from './summary';
import { findingParagraphs, toldOf } from './text-of-findings';

const HEALTH_STYLE: Readonly<Record<Health, Style>> = {
  'at-risk': 'red',
  'needs-attention': 'yellow',
  'partly-checked': 'yellow',
  'not-checked': 'yellow',
  checking: 'yellow',
  healthy: 'green',
  disabled: 'dim',
};

const BLANK: Paragraph = {};

/** The parts that say anything, with a blank line before each. */
function apart(...parts: readonly (readonly Paragraph[])[]): Paragraph[] {
  return parts.flatMap((part) => (part.length > 0 ? [BLANK, ...part] : []));
}

function summary({ report, provenance }: Exported, t: Texts): string {
  if (provenance.checkedAt === undefined) return `${t('checkup.summary.unread')}.`;
  const { status } = report.reindex;
  const headline = status !== 'pending' && isIntervalOpen(report) ? headlineOf(status) : undefined;
  return summaryText(report, headline, t);
}

function head(exported: Exported, t: Texts): Paragraph[] {
  return [
    { label: t('checkup.title'), style: 'bold' },
    ...provenanceLines(exported, t).map(({ label, text }) => ({ text: `${label}: ${text}` })),
    BLANK,
    { label: summary(exported, t), style: 'bold' },
  ];
}

/** What could not be read, with what to do about it, and what else may be missing. */
function gaps(exported: Exported, t: Texts): Paragraph[] {
  const { provenance } = exported;
  const mark = { label: '!', style: 'yellow' } as const;
  const needed = failuresOf(exported).filter(({ source }) => REQUIRED_SOURCES.includes(source));
  const failed = needed.flatMap((failure): Paragraph[] => {
    const { what, advice, details } = failureTexts(failure, t);
    return [{ ...mark, text: what }, ...[advice, ...details].map((text) => ({ indent: 4, text }))];
  });
  const pending = provenance.unread.filter(({ state }) => state === 'pending');
  const others = gapTexts({ ...exported, provenance: { ...provenance, unread: pending } }, t);
  return [...failed, ...others.map((text) => ({ ...mark, text }))];
}

/** Disabled ones are not judged: there is nothing to say of them. */
function isTold({ health, findings }: SubjectReport): boolean {
  return needsSomething(health) || (health !== 'disabled' && toldOf(findings).length > 0);
}

function subjectParagraphs(subject: SubjectReport, { provenance }: Exported, t: Texts): Paragraph[] {
  const { health, findings } = subject;
  const inapplicable = findings.filter(({ verdict }) => verdict === 'not-applicable').length;
  const counted = `${countsText(subject, t)}, ${t.counted('formats.text.not-applicable', inapplicable)}`;
  return [
    { label: `${t(`health.${health}`)}:`, style: HEALTH_STYLE[health], text: subjectName(subject, t) },
    { indent: 2, text: [...factsOf(subject, provenance.judgedAt, t), counted].join(' · ') },
    ...findingParagraphs(findings, provenance.gijVersion, t),
  ];
}

/** Of what needs nothing, the names. */
function calmParagraphs(subjects: readonly SubjectReport[], t: Texts): Paragraph[] {
  const calm = subjects.filter((subject) => !isTold(subject));
  return (['healthy', 'disabled'] as const).flatMap((health) => {
    const names = calm.filter((one) => one.health === health).map((one) => subjectName(one, t));
    if (names.length === 0) return [];
    const label = `${t(`health.${health}`)} (${t.number(names.length)}):`;
    return [{ label, style: HEALTH_STYLE[health], text: names.join(', ') }];
  });
}

function questions(report: Report, t: Texts): Paragraph[] {
  const asked = report.questions.filter(isAsked);
  if (asked.length === 0) return [];
  return [
    { label: t('formats.text.questions'), style: 'bold' },
    ...asked.flatMap((question): Paragraph[] => {
      const { setting, integrations, products } = question;
      const hosts = { list: products.map((product) => t(`product.${product}`)) };
      return [
        { indent: 2, label: '?', style: 'cyan', text: t(`question.${question.setting}`) },
        { indent: 4, text: t(`question.${setting}.what`) },
        { indent: 4, text: t.counted('question.for', integrations, hosts) },
        { indent: 4, text: t('question.where', t(`question.${setting}.where`)) },
      ];
    }),
  ];
}

function ofInstance({ report, provenance }: Exported, t: Texts): Paragraph[] {
  const told = toldOf(report.instance);
  if (told.length === 0) return [];
  return [{ label: t('changes.all'), style: 'bold' }, ...findingParagraphs(told, provenance.gijVersion, t)];
}

function gate({ report: { gate: known, subjects }, provenance: { judgedAt } }: Exported, t: Texts): Paragraph[] {
  if (!known || known.kind === 'checking') return [];
  const waitsFor = known.kind === 'wait' ? subjects.filter(({ key }) => known.for.includes(key)) : [];
  return [
    { text: gateText(known, waitsFor, judgedAt, t) },
    ...(waitsFor.length > 1 ? waitsFor : []).map((one) => ({ indent: 2, text: indexingText(one, judgedAt, t) })),
  ];
}

/**
 * A report to read in a terminal or in a mail: what is wrong first, the worst integration first. What passes and what does
 * not apply is only counted. Names and answers cannot write control characters, and no colour says anything by itself.
 */
export function textReport(exported: Exported, paper: Paper, t: Texts): string {
  const { report, subjects } = exported;
  const integrations = subjects.filter(isTold).map((subject) => subjectParagraphs(subject, exported, t));
  const paragraphs = [
    ...head(exported, t),
    ...apart(
      gaps(exported, t),
      ...integrations,
      calmParagraphs(subjects, t),
      questions(report, t),
      ofInstance(exported, t),
      gate(exported, t),
    ),
  ];
  return `${paragraphs.flatMap((one) => linesOf(one, paper)).join('\n')}\n`;
}
