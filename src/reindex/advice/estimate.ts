import type { AdviceStep, Method, NotEnoughReason, StepRule } from './advice';
import type { Findings } from './findings';
import type { Numbers } from '../policy';
import { coveredMinutes } from '../run-durations/bound';
import { median, roundUp } from '../statistics';

/** A figure in minutes with the steps that led to it. */
export interface Estimate {
  readonly minutes: number;
  readonly steps: readonly AdviceStep[];
}

/** A round as it was measured; `missing` where that is not enough for a suggestion. */
export interface MeasuredRound extends Estimate {
  readonly method: Method;
  readonly missing: NotEnoughReason | undefined;
}

const NOTHING: Estimate = { minutes: 0, steps: [] };

function step(estimate: Estimate, rule: StepRule, after: number): Estimate {
  return { minutes: after, steps: [...estimate.steps, { rule, before: estimate.minutes, after }] };
}

/** A step that only counts when it changes something. */
function stepIfMore(estimate: Estimate, rule: StepRule, after: number): Estimate {
  return after > estimate.minutes ? step(estimate, rule, after) : estimate;
}

/**
 * The rounds where they can be seen one by one: the longest of few, put right by the played ones where they are very
 * few, or a quantile of many. Where they overlap or none is whole, the round that was played. Never less than the lower
 * bound, which is all where neither is there.
 */
export function measureRound(found: Findings, numbers: Numbers): MeasuredRound | undefined {
  const { measures, overlap, bound, replay } = found;
  const unplayed = missingForReplay(found);
  const atLeast = (round: Estimate) => stepIfMore(round, 'bound', bound?.minutes ?? 0);
  if (measures.length > 0 && !(overlap && unplayed === undefined)) {
    const seen = roundSeen(found, numbers);
    const round = unplayed === undefined ? calibrated(seen, found, numbers) : seen;
    const fromTasks = measures.some(({ source }) => source === 'tasks');
    return { ...atLeast(round), method: fromTasks ? 'rounds' : 'watch', missing: undefined };
  }
  if (unplayed === undefined)
    return { ...atLeast(step(NOTHING, 'replayed', replay?.covered ?? 0)), method: 'work', missing: undefined };
  return bound && { ...step(NOTHING, 'bound', bound.minutes), method: 'bound', missing: unplayed };
}

function roundSeen({ measures }: Findings, numbers: Numbers): Estimate {
  const minutes = measures.map((measure) => measure.minutes);
  const rule = minutes.length < numbers.roundsForQuantile ? 'longest-round' : 'quantile-of-rounds';
  return step(NOTHING, rule, coveredMinutes(minutes, numbers));
}

/** The middle of few rounds seen, longer by as much as the played ones differ; up to a limit. */
function calibrated(seen: Estimate, { measures, replay }: Findings, numbers: Numbers): Estimate {
  if (!replay || replay.median === 0) return seen;
  const middle = median(measures.map(({ minutes }) => minutes));
  const wanted = (middle * replay.covered) / replay.median;
  return stepIfMore(seen, 'calibrated', Math.min(wanted, seen.minutes * numbers.calibrationLimit));
}

/** What is missing to play a round; undefined where nothing is. */
function missingForReplay(found: Findings): NotEnoughReason | undefined {
  const { turns, overlap, seesAll, slots, ticks, facts } = found;
  if (facts.tasks.length === 0) return 'nothing';
  // Without overlap whatever is not known yet comes at the end of its round, and may be what takes longest.
  const isFull = overlap ? !turns.isPart : turns.known.length >= turns.repositories;
  if (!isFull || !seesAll) return 'no-complete-round';
  // Coarse times do not show what runs at once, and nobody said how many nodes and threads there are.
  return slots.source === 'assumed' && ticks.coarse ? 'slots-unknown' : undefined;
}

/** From the round to the interval: margin, whole minutes, floor and ceiling. By the default policy 19 gives 22, 2 gives 5, 100 gives 110. */
export function intervalFor(round: Estimate, numbers: Numbers): Estimate & { readonly rawMinutes: number } {
  const raw = step(
    round,
    'margin',
    round.minutes + Math.max(numbers.marginMinutes, round.minutes * numbers.marginShare),
  );
  const whole = step(raw, 'round-up', roundUp(raw.minutes));
  const floored = step(whole, 'floor', Math.max(whole.minutes, roundUp(numbers.floorMinutes)));
  const isMore = floored.minutes > numbers.ceilingMinutes;
  return { ...(isMore ? step(floored, 'ceiling', numbers.ceilingMinutes) : floored), rawMinutes: raw.minutes };
}
