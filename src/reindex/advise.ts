import { finish, type Steps } from '../steps/steps';
import type { ReindexAdvice } from './advice/advice';
import { basisOf } from './advice/basis';
import { intervalFor } from './advice/estimate';
import type { ReindexEvidence } from './evidence';
import { findAll } from './advice/findings';
import { gatherInsights } from './insights/insights';
import { confidenceOf, judgeCurrent, spanOf } from './advice/judge';
import { notEnough, tooLittle } from './advice/not-enough';
import { completePolicy, type Numbers } from './policy';
import { chooseWay } from './advice/way';

/**
 * From the evidence to the interval to set. A chain of small steps that records itself; too little history is its
 * own answer, never a number.
 */
export function adviseReindexInterval(evidence: ReindexEvidence, changes?: Partial<Numbers>): ReindexAdvice {
  return finish(adviseInSteps(evidence, changes));
}

/** The same, for a page that must not stand still over a million tasks. */
export function* adviseInSteps(evidence: ReindexEvidence, changes?: Partial<Numbers>): Steps<ReindexAdvice> {
  const policy = completePolicy(changes);
  const found = yield* findAll(evidence, policy);
  yield;
  const way = chooseWay(found, policy);
  const interval = way && intervalFor(way.round, policy);
  const reason = notEnough(found, way, evidence.now, policy);
  if (!way || !interval || reason) return tooLittle(found, reason ?? 'no-complete-round', interval?.minutes, policy);

  const webhooks =
    found.facts.webhookTasks > 0 && found.facts.webhookTasks >= policy.webhookShare * found.facts.work.length;
  const spanMinutes = spanOf(found.measures);
  const isGuess = way.method === 'work' && found.round.known < found.round.repositories;
  const isDirect = way.method !== 'work' && found.measures.every(({ source }) => source !== 'watch');
  if (way.method === 'bound') {
    const verdict = judgeCurrent(found.current, way.round.minutes, interval.minutes, webhooks, policy);
    const bound = { minutes: way.round.minutes, source: 'run-duration' } as const;
    return {
      kind: 'at-least',
      minutes: interval.minutes,
      atLeastMinutes: way.round.minutes,
      rawMinutes: interval.rawMinutes,
      verdict: verdict === 'too-short' || verdict === 'current-unknown' || verdict === 'off' ? verdict : 'not-proven',
      basis: { ...basisOf(found, way.method, spanMinutes, webhooks, policy), bound },
      steps: interval.steps,
      need: 'no-complete-round',
      insights: gatherInsights(found.facts, found.newest.minutes, found.stuck, found.slots, evidence, policy),
    };
  }
  return {
    kind: 'suggestion',
    minutes: interval.minutes,
    rawMinutes: interval.rawMinutes,
    roundMinutes: way.round.minutes,
    verdict: judgeCurrent(found.current, way.round.minutes, interval.minutes, webhooks, policy),
    confidence: isGuess ? 'low' : confidenceOf(found.measures, spanMinutes, isDirect, policy),
    basis: basisOf(found, way.method, spanMinutes, webhooks, policy),
    steps: interval.steps,
    insights: gatherInsights(found.facts, found.newest.minutes, found.stuck, found.slots, evidence, policy),
  };
}
