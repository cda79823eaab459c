import { finish, type Steps } from '../steps/steps';
import type { ReindexAdvice } from './advice/advice';
import { basisOf } from './advice/basis';
import { intervalFor, measureRound } from './advice/estimate';
import { findAll } from './advice/findings';
import { confidenceOf, judgeCurrent } from './advice/judge';
import { tooLittle, unsettled } from './advice/not-enough';
import type { ReindexEvidence } from './evidence';
import { gatherInsights } from './insights/insights';
import { completePolicy, MINUTE, type Numbers } from './policy';

/**
 * From the evidence to the interval to set. A chain of small steps that records itself; a lower bound alone, and too
 * little history, are answers of their own, never a suggestion.
 */
export function adviseReindexInterval(evidence: ReindexEvidence, changes?: Partial<Numbers>): ReindexAdvice {
  return finish(adviseInSteps(evidence, changes));
}

/** The same, for a page that must not stand still over a million tasks. */
export function* adviseInSteps(evidence: ReindexEvidence, changes?: Partial<Numbers>): Steps<ReindexAdvice> {
  const numbers = completePolicy(changes);
  const found = yield* findAll(evidence, numbers);
  yield;
  const { facts, runs, slots, current } = found;
  const round = measureRound(found, numbers);
  const interval = round && intervalFor(round, numbers);
  const reason = unsettled(found, evidence.now, numbers);
  if (!round || !interval || reason)
    return tooLittle(found, reason ?? (facts.tasks.length === 0 ? 'nothing' : 'no-complete-round'), interval?.minutes);

  const { minutes, rawMinutes, steps } = interval;
  const basis = basisOf(found, round, numbers);
  const insights = gatherInsights(facts, runs, slots, { ...evidence, numbers });
  const shared = { minutes, rawMinutes, basis, steps, insights };
  const verdict = judgeCurrent(
    current,
    { round: round.minutes, suggestion: minutes, webhooks: basis.webhooks },
    numbers,
  );
  if (round.missing !== undefined) {
    const isKnown = verdict === 'too-short' || verdict === 'current-unknown' || verdict === 'off';
    const bounded = isKnown ? verdict : 'not-proven';
    return { kind: 'at-least', ...shared, atLeastMinutes: round.minutes, verdict: bounded, need: round.missing };
  }
  const looked = (facts.latest - (facts.captures[0] ?? facts.latest)) / MINUTE;
  const confidence = confidenceOf(basis, looked, numbers);
  return { kind: 'suggestion', ...shared, roundMinutes: round.minutes, verdict, confidence };
}
