import type { Texts } from '../../i18n/texts';
import { countedMessage } from '../../model/message';
import type { AtLeast, ReindexAdvice, ReindexSuggestion } from '../../reindex/advice/advice';
import type { Insights } from '../../reindex/insights/insights';
import type { Subject } from '../../reindex/insights/troubles';
import type { AdviceGiven, GivenSource } from './advice-given';
import { basisTexts, stepTexts } from './advice-steps';
import { answerTexts, needText, verdictOf } from './answer-texts';
import { plainText } from './plain-text';
import { stuckText, troublesIn, troubleTexts, type TroubleKind } from './trouble-texts';

/** Rows that are listed of each trouble. */
const LISTED = 10;

type Row = readonly (string | undefined)[];

function subject({ repository, integration }: Subject, t: Texts): Row {
  return [repository ?? t('reindex.breakdown.unnamed'), integration];
}

/** What each trouble lists. */
const ROWS: Readonly<Record<TroubleKind, (insights: Insights, t: Texts) => readonly Row[]>> = {
  stuck: ({ stuck }, t) => stuck.map((task) => [...subject(task, t), task.node, stuckText(task, t)]),
  failing: ({ failing }, t) =>
    failing.map((one) => [
      ...subject(one, t),
      `${t('reindex.breakdown.failing.errors')}: ${t.number(one.errorsInARow)}`,
    ]),
  starving: () => [],
  nodes: ({ nodes }, t) =>
    nodes.map(({ node, tasks, minutes }) => [
      node,
      t.counted('reindex.evidence.tasks', tasks),
      t.durations.long(minutes),
    ]),
};

function troubleLines(kind: TroubleKind, insights: Insights, t: Texts): string[] {
  const { title, list, body } = troubleTexts(kind, insights, t);
  const rows = ROWS[kind](insights, t).map((row) => row.filter((cell) => cell !== undefined).join(' · '));
  const shown = [...list, ...rows.slice(0, LISTED)].map((row) => `    - ${row}`);
  const more = rows.length > LISTED ? [`    … ${t.counted('queue.problem.more', rows.length - LISTED)}`] : [];
  return [`  ! ${title}`, `    ${body}`, ...shown, ...more];
}

function sourceLine({ name, brought, problems }: GivenSource, t: Texts): string {
  const spoilt = problems > 0 ? [countedMessage('reindex.evidence.problems', problems)] : [];
  return `  - ${t('reindex.given', name, { list: [...brought, ...spoilt] })}`;
}

/** What is missing for a suggestion, and where to get it. */
function needLines(advice: ReindexAdvice, t: Texts): string[] {
  return advice.kind === 'suggestion' ? [] : ['', needText(advice, t), t('reindex.path.copy')];
}

function calculationLines(advice: ReindexSuggestion | AtLeast, given: AdviceGiven, t: Texts): string[] {
  return [
    '',
    t('reindex.steps.title'),
    ...stepTexts(advice, given, t).map((text, place) => `  ${place + 1}. ${text}`),
    ...basisTexts(advice, t).map((text) => `  - ${text}`),
  ];
}

function troublesLines({ insights }: ReindexSuggestion | AtLeast, t: Texts): string[] {
  const kinds = troublesIn(insights);
  if (kinds.length === 0) return [];
  const heading = t.counted('reindex.breakdown.troubles', kinds.length);
  return ['', heading, ...kinds.flatMap((kind) => troubleLines(kind, insights, t))];
}

/**
 * An advice for people who read it in a terminal: the answer, how certain it is, how it was calculated, what goes wrong
 * in the queue, and what it comes of.
 */
export function adviceText(advice: ReindexAdvice, given: AdviceGiven, t: Texts): string {
  const { headline, lines, sure } = answerTexts(advice, given.dated, t);
  const verdict = verdictOf(advice);
  const isAnswered = advice.kind !== 'not-enough-history';
  const { sources } = given;
  return [
    headline,
    [...(verdict === undefined ? [] : [`${t(`reindex.verdict.${verdict}`)}.`]), ...lines].join(' '),
    ...(sure === undefined ? [] : [sure]),
    ...(isAnswered ? [t('reindex.menu-path')] : []),
    ...needLines(advice, t),
    ...(isAnswered ? [...calculationLines(advice, given, t), ...troublesLines(advice, t)] : []),
    '',
    t('reindex.evidence.title'),
    ...(sources.length > 0 ? sources.map((source) => sourceLine(source, t)) : [`  ${t('reindex.evidence.none')}`]),
    '',
  ]
    .map((line) => plainText(line).trimEnd())
    .join('\n');
}
