import { finish, type Steps } from '../steps/steps';
import type { ReindexAdvice } from './advice/advice';
import { basisOf } from './advice/basis';
import { intervalFor } from './advice/estimate';
import type { ReindexEvidence } from './evidence';
import { findAll } from './advice/findings';
import { gatherInsights } from './insights/insights';
import { confidenceOf, judgeCurrent, spanOf } from './advice/judge';
import { notEnough, tooLittle } from './advice/not-enough';
import { completePolicy, LEAST_WEBHOOK_SHARE, type ReindexPolicy } from './policy';
import { chooseWay } from './advice/way';

/**
 * From the evidence to the interval to set. A chain of small steps that records itself; too little history is its
 * own answer, never a number.
 */
export function adviseReindexInterval(evidence: ReindexEvidence, changes?: Partial<ReindexPolicy>): ReindexAdvice {
  return finish(adviseInSteps(evidence, changes));
}

/** The same, for a page that must not stand still over a million tasks. */
export function* adviseInSteps(evidence: ReindexEvidence, changes?: Partial<ReindexPolicy>): Steps<ReindexAdvice> {
  const policy = completePolicy(changes);
  const found = yield* findAll(evidence, policy);
  yield;
  const way = chooseWay(found, policy);
  const interval = way && intervalFor(way.round, policy);
  const reason = notEnough(found, way, evidence.now, policy);
  if (!way || !interval || reason) return tooLittle(found, reason ?? 'no-complete-round', interval?.minutes, policy);

  const webhooks =
    found.facts.webhookTasks > 0 && found.facts.webhookTasks >= LEAST_WEBHOOK_SHARE * found.facts.work.length;
  const spanMinutes = spanOf(found.measures);
  const isGuess = way.method === 'work' && found.round.known < found.round.repositories;
  const isDirect = way.method !== 'work' && found.measures.every(({ source }) => source !== 'watch');
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
