import type { Texts } from '../../i18n/texts';
import type { IntervalVerdict, LowerBoundVerdict } from '../../model/reindex';
import type {
  AdviceBasis,
  AtLeast,
  NotEnoughHistory,
  ReindexAdvice,
  ReindexSuggestion,
} from '../../reindex/advice/advice';
import { CALIBRATION } from '../../reindex/policy';

/** An answer in words. */
export interface AnswerTexts {
  readonly headline: string;
  /** Whole sentences. */
  readonly lines: readonly string[];
  /** How certain it is. */
  readonly sure?: string;
}

export type Verdict = IntervalVerdict | LowerBoundVerdict | 'fits-so-far';

function minutesText(minutes: number, t: Texts): string {
  return t.counted('reindex.minutes', minutes);
}

/** What is set now: an interval, or what a cron expression leaves at least, with the hours where that is. */
function nowText({ currentMinutes: current, cron }: AdviceBasis, t: Texts): string {
  if (current === undefined) return '';
  if (!cron) return t('reindex.answer.now', minutesText(current, t));
  const [from, to] = [cron.from?.time.slice(0, 5), cron.to?.time.slice(0, 5)];
  const gap = t.durations.long(current);
  // Hours say nothing of gaps of whole days, and of gaps within a minute.
  return from === undefined || to === undefined || from === to
    ? t('reindex.answer.now.cron', gap)
    : t('reindex.answer.now.cron.hours', gap, from, to);
}

/** Where it stands in a sentence: "30 minutes", or the cron expression. */
function subjectText({ currentMinutes = 0, cron }: AdviceBasis, t: Texts): string {
  return cron ? t('reindex.answer.cron') : minutesText(currentMinutes, t);
}

/** Nothing is green that rests on too little: it fits so far. Undefined where there is too little history for any. */
export function verdictOf(advice: ReindexSuggestion): Verdict;
export function verdictOf(advice: ReindexAdvice): Verdict | undefined;
export function verdictOf(advice: ReindexAdvice): Verdict | undefined {
  if (advice.kind === 'not-enough-history') return undefined;
  const { verdict } = advice;
  const isSoFar = verdict === 'good' && advice.kind === 'suggestion' && advice.confidence === 'low';
  return isSoFar ? 'fits-so-far' : verdict;
}

/** One round that took longer is enough to be certain, and so is a lower bound of what the queue shows. */
function isCertain({ verdict, basis }: ReindexSuggestion): boolean {
  const { allRounds, bound, currentMinutes = Infinity } = basis;
  if (verdict !== 'too-short') return false;
  const isBound = bound !== undefined && bound.source !== 'dates' && bound.minutes > currentMinutes;
  return isBound || allRounds.some(({ state, minutes }) => state === 'whole' && minutes > currentMinutes);
}

function certainText(basis: AdviceBasis, t: Texts): string {
  return t(basis.cron ? 'reindex.sure.too-short.cron' : 'reindex.sure.too-short', subjectText(basis, t));
}

function sureText(advice: ReindexSuggestion, t: Texts): string {
  const { confidence, basis, minutes } = advice;
  const certain = isCertain(advice);
  const sure = t(`reindex.confidence.${confidence}`);
  const confidenceText = certain ? t('reindex.sure.in', sure, minutes) : t('reindex.sure', sure);
  const seen =
    basis.rounds === 0
      ? t('reindex.sure.no-round')
      : t('reindex.sure.rounds', t.counted('reindex.rounds', basis.rounds), t.durations.long(basis.spanMinutes));
  const next = basis.method === 'watch' ? 'measure' : confidence;
  return [
    ...(certain ? [`${certainText(basis, t)} · `] : []),
    `${confidenceText}: ${seen}. `,
    ...(next === 'high' ? [] : [t(`reindex.sure.next.${next}`)]),
  ].join('');
}

function headlineOf(advice: ReindexSuggestion, t: Texts): string {
  const { minutes, basis } = advice;
  const suggested = minutesText(minutes, t);
  const isCron = basis.cron !== undefined;
  switch (verdictOf(advice)) {
    case 'too-short':
    case 'tight':
      return t(isCron ? 'reindex.answer.leave' : 'reindex.answer.set', suggested);
    case 'good':
      return t(isCron ? 'reindex.answer.right.cron' : 'reindex.answer.right', subjectText(basis, t));
    case 'fits-so-far':
      return t(isCron ? 'reindex.answer.fits-so-far.cron' : 'reindex.answer.fits-so-far', subjectText(basis, t));
    case 'longer-than-needed':
      return t('reindex.answer.could', suggested);
    case 'off':
      return t('reindex.answer.off');
    default:
      return t('reindex.answer.unknown', suggested);
  }
}

function suggestionTexts(advice: ReindexSuggestion, t: Texts): AnswerTexts {
  const { minutes, roundMinutes, verdict, basis } = advice;
  const round = t.durations.long(roundMinutes);
  const suggested = minutesText(minutes, t);
  const isKept = verdict === 'good';
  const lines =
    verdict === 'off'
      ? [t('reindex.off'), t('reindex.off.suggestion', suggested, round)]
      : [
          isKept && !basis.cron ? '' : nowText(basis, t),
          t('reindex.answer.round', round),
          isKept && minutes !== basis.currentMinutes ? t('reindex.answer.would-do', suggested) : '',
        ];
  return { headline: headlineOf(advice, t), lines, sure: sureText(advice, t) };
}

/** @param dated repositories whose dates of last indexing were read */
export function boundText({ bound }: AdviceBasis, dated: number, t: Texts): string {
  return bound ? t.counted(`reindex.bound.${bound.source}`, dated) : '';
}

function atLeastTexts(advice: AtLeast, dated: number, t: Texts): AnswerTexts {
  const { minutes, atLeastMinutes, verdict, basis } = advice;
  const round = t.durations.long(atLeastMinutes);
  const least = minutesText(minutes, t);
  const subject = subjectText(basis, t);
  const byDates = basis.bound?.source === 'dates';
  const sure = boundText(basis, dated, t);
  switch (verdict) {
    case 'too-short':
      return {
        sure: byDates ? sure : `${certainText(basis, t)}. ${sure}`,
        headline: basis.cron
          ? t('reindex.at-least.too-short.cron', round)
          : t(byDates ? 'reindex.at-least.too-short.dates' : 'reindex.at-least.too-short', subject, round),
        lines: basis.cron
          ? [nowText(basis, t), t('reindex.at-least.leave', least)]
          : [t('reindex.at-least.set', least)],
      };
    case 'not-proven':
      return {
        sure,
        headline: t('reindex.at-least.not-proven', subject),
        lines: [t('reindex.at-least.longer', round)],
      };
    case 'off':
      return {
        sure,
        headline: t('reindex.answer.off'),
        lines: [t('reindex.off'), t('reindex.off.at-least', round)],
      };
    case 'current-unknown':
      return {
        sure,
        headline: t('reindex.at-least.unknown', round),
        lines: [t('reindex.at-least.unknown.set', least)],
      };
  }
}

/** What is missing for a suggestion. */
export function needText(advice: ReindexAdvice, t: Texts): string {
  if (advice.kind === 'suggestion') return '';
  const reason = advice.kind === 'at-least' ? advice.need : advice.reason;
  return t(`reindex.need.${reason}`, t.durations.long(CALIBRATION.settleMinutes));
}

function notEnoughTexts({ counts, offMinutes }: NotEnoughHistory, t: Texts): AnswerTexts {
  const { tasks, rounds, completeRounds, repositories, knownRepositories } = counts;
  const have = [
    t.counted('reindex.not-enough.have.tasks', tasks),
    t.counted('reindex.not-enough.have.rounds', rounds, completeRounds),
    t.counted('reindex.not-enough.have.repositories', repositories, knownRepositories),
  ];
  return {
    headline: t('reindex.not-enough.title'),
    lines: [
      tasks + rounds === 0 ? t('reindex.not-enough.have.nothing') : t('reindex.not-enough.have', { list: have }),
      offMinutes === undefined ? '' : t('reindex.not-enough.off'),
    ],
  };
}

/**
 * What to set, why, and how certain that is.
 *
 * @param dated repositories whose dates of last indexing were read
 */
export function answerTexts(advice: ReindexAdvice, dated: number, t: Texts): AnswerTexts {
  const { headline, lines, sure } =
    advice.kind === 'suggestion'
      ? suggestionTexts(advice, t)
      : advice.kind === 'at-least'
        ? atLeastTexts(advice, dated, t)
        : notEnoughTexts(advice, t);
  return { headline, lines: lines.filter((line) => line !== ''), ...(sure !== undefined && { sure }) };
}
