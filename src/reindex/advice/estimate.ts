import type { AdviceStep, StepRule } from './advice';
import type { RoundOfWork } from '../work/overlap';
import type { Numbers } from '../policy';
import type { Measure } from '../run-durations/run-durations';
import { largest, quantile, roundUp } from '../statistics';

/** A figure in minutes with the steps that led to it. */
export interface Estimate {
  readonly minutes: number;
  readonly steps: readonly AdviceStep[];
}

function step(estimate: Estimate, rule: StepRule, after: number): Estimate {
  return { minutes: after, steps: [...estimate.steps, { rule, before: estimate.minutes, after }] };
}

/** A step that only counts when it changes something. */
export function stepIfChanged(estimate: Estimate, rule: StepRule, after: number): Estimate {
  return after === estimate.minutes ? estimate : step(estimate, rule, after);
}

const NOTHING: Estimate = { minutes: 0, steps: [] };

/** The longest of few rounds, a quantile of many. Example: 18.6 of 6 rounds. */
export function roundOfMeasures(measures: readonly Measure[], policy: Numbers): Estimate {
  const minutes = measures.map((measure) => measure.minutes);
  return minutes.length < policy.roundsForQuantile
    ? step(NOTHING, 'longest-round', largest(minutes))
    : step(NOTHING, 'quantile-of-rounds', quantile(minutes, policy.quantile));
}

/**
 * The round where rounds overlap: the work of one round over the slots; longer where a long task may come late and
 * leaves the other slots idle; the slots being taken part of the time by webhook and manual tasks; never less than
 * the longest task.
 * Example: 100 repositories of 1 minute over 4 slots take 25; where webhooks take a fifth of the time, 31.25.
 */
export function roundOfWork(round: RoundOfWork, slots: number): Estimate {
  const known = round.known > 0 ? round.repositories / round.known : 1;
  const even = step(NOTHING, 'work-over-slots', (round.workMinutes * known) / slots);
  const played = stepIfChanged(even, 'uneven-end', Math.max(even.minutes, round.playedMinutes * known));
  const loaded = stepIfChanged(played, 'other-load', played.minutes / (1 - Math.min(round.loadShare, 0.9)));
  return stepIfChanged(loaded, 'longest-task', Math.max(loaded.minutes, round.longestTaskMinutes));
}

/** From the round to the interval: margin, whole minutes, floor and ceiling. By the default policy 19 gives 22, 2 gives 5, 100 gives 110. */
export function intervalFor(round: Estimate, policy: Numbers): Estimate & { readonly rawMinutes: number } {
  const raw = step(round, 'margin', round.minutes + Math.max(policy.marginMinutes, round.minutes * policy.marginShare));
  const whole = step(raw, 'round-up', roundUp(raw.minutes));
  const floored = step(whole, 'floor', Math.max(whole.minutes, roundUp(policy.floorMinutes)));
  const capped = stepIfChanged(floored, 'ceiling', Math.min(floored.minutes, policy.ceilingMinutes));
  return { ...capped, rawMinutes: raw.minutes };
}
