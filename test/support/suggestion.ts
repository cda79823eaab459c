import type { RunDuration } from '../../src/model/reindex';
import type { ReindexSuggestion } from '../../src/reindex/advice/advice';
import { adviseReindexInterval } from '../../src/reindex/advise';
import type { ReindexEvidence } from '../../src/reindex/evidence';
import { minute } from './queue-task';

/** The advice for evidence that is enough for a suggestion. */
export function suggest(evidence: Partial<ReindexEvidence>): ReindexSuggestion {
  const advice = adviseReindexInterval({ tasks: [], now: minute(1440), ...evidence });
  if (advice.kind !== 'suggestion') throw new Error(JSON.stringify(advice));
  return advice;
}

/** Rounds that a watch saw, one an hour. */
export function watched(...minutes: number[]): RunDuration[] {
  return minutes.map((value, place) => ({ at: minute(place * 60), minutes: value, estimated: true }));
}
