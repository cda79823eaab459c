import type { Texts } from '../../i18n/texts';
import type { AdviceBasis, AtLeast, ReindexAdvice, ReindexSuggestion } from '../../reindex/advice/advice';
import type { AdviceGiven } from './advice-given';
import { stepTexts } from './advice-steps';
import { answerTexts, needText, verdictOf } from './answer-texts';
import { isoTime } from './finding-texts';

const FORMAT = 'git-integration-checkup-advice';
const VERSION = 1;

function basisOf({ measures, allRounds, runDurations, ...basis }: AdviceBasis) {
  return {
    ...basis,
    measures: measures.map(({ from, to, ...measure }) => ({ from: isoTime(from), to: isoTime(to), ...measure })),
    allRounds: allRounds.map(({ start, end, ...round }) => ({ start: isoTime(start), end: isoTime(end), ...round })),
    runDurations: runDurations.map(({ at, minutes }) => ({ at: isoTime(at), minutes })),
  };
}

/** What the answer comes of, where there is more than what is missing. */
function reasonsOf(advice: ReindexSuggestion | AtLeast, given: AdviceGiven, t: Texts) {
  const { steps, basis, insights } = advice;
  return { steps, calculation: stepTexts(advice, given, t), basis: basisOf(basis), insights };
}

function answerOf(advice: ReindexAdvice) {
  switch (advice.kind) {
    case 'suggestion': {
      const { kind, verdict, confidence, minutes, rawMinutes, roundMinutes } = advice;
      return { kind, verdict, confidence, minutes, rawMinutes, roundMinutes };
    }
    case 'at-least': {
      const { kind, verdict, minutes, rawMinutes, atLeastMinutes, need } = advice;
      return { kind, verdict, minutes, rawMinutes, atLeastMinutes, need };
    }
    case 'not-enough-history': {
      const { reason: need, ...rest } = advice;
      return { ...rest, need };
    }
  }
}

/**
 * An advice for machines, as `advice-schema.json` beside this folder describes it: durations in minutes, times in
 * ISO 8601 in UTC. A member whose value is not known is absent.
 */
export function adviceJson(advice: ReindexAdvice, given: AdviceGiven, t: Texts): string {
  const { headline, lines, sure } = answerTexts(advice, given.dated, t);
  const { sources, schedule, nodes, threads, policy, dated, advisedAt, appVersion } = given;
  const verdict = verdictOf(advice);
  const words = {
    headline,
    lines,
    ...(verdict !== undefined && { verdict: t(`reindex.verdict.${verdict}`) }),
    ...(sure !== undefined && { sure }),
    ...(advice.kind !== 'suggestion' && { need: needText(advice, t) }),
  };
  const written = {
    format: FORMAT,
    version: VERSION,
    appVersion,
    advisedAt: isoTime(advisedAt),
    answer: answerOf(advice),
    words,
    ...(advice.kind !== 'not-enough-history' && reasonsOf(advice, given, t)),
    given: {
      sources: sources.map(({ name, brought, problems }) => ({
        name,
        brought: brought.map((one) => t(one)),
        problems,
      })),
      ...(schedule && { schedule }),
      ...(nodes !== undefined && { nodes }),
      ...(threads !== undefined && { threads }),
      policy,
      dated,
    },
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}
