import type { Method } from './advice';
import { roundOfMeasures, roundOfWork, stepIfChanged, type Estimate } from './estimate';
import type { Findings } from './findings';
import type { Numbers } from '../policy';
import { combineMeasures } from '../run-durations/run-durations';
import { largest } from '../statistics';

/** How the round was measured, and what that gives. */
export interface Way {
  readonly method: Method;
  readonly round: Estimate;
  /** What is missing for an advice; undefined where it is enough. */
  readonly missing: 'no-complete-round' | 'slots-unknown' | undefined;
}

/** Rounds where they can be seen one by one, the work where they overlap or none is whole. */
export function chooseWay(found: Findings, policy: Numbers): Way | undefined {
  const { measures, readings, round: work, overlap } = found;
  if (work.known > 0 && (overlap || measures.length === 0)) {
    // Without overlap whatever is not known yet comes at the end of its round, and may be what takes longest.
    const needed = work.repositories * (overlap ? policy.fullRoundShare : 1);
    const isFull = work.known >= needed && found.seesAll;
    // Coarse times do not show what runs at once, and nobody said how many nodes and threads there are.
    const isGuess = found.slots.source === 'assumed' && found.ticks.coarse;
    const missing =
      readings.length > 0 ? undefined : !isFull ? 'no-complete-round' : isGuess ? 'slots-unknown' : undefined;
    return { ...wayOfWork(found, policy), missing };
  }
  if (measures.length === 0) return undefined;
  const fromTasks = measures.filter(({ source }) => source === 'tasks');
  const watched = measures.filter(({ source }) => source === 'watch');
  const seen = fromTasks.length > 0 ? fromTasks : watched;
  const all = roundOfMeasures(measures, policy);
  // Readings may be the time to enqueue: many short ones never lower what tasks or a watch show.
  const shown = seen.length > 0 ? roundOfMeasures(seen, policy) : all;
  const round = shown.minutes > all.minutes ? shown : all;
  const atLeast = found.facts.isGuessed
    ? stepIfChanged(round, 'longest-task', Math.max(round.minutes, found.longestTaskMinutes))
    : round;
  const running = longestRunning(found, policy);
  return {
    method: fromTasks.length > 0 ? 'rounds' : watched.length > 0 ? 'watch' : 'bound',
    round: stepIfChanged(atLeast, 'bound', Math.max(atLeast.minutes, running)),
    missing: undefined,
  };
}

function wayOfWork(found: Findings, policy: Numbers): { readonly method: Method; readonly round: Estimate } {
  const work = roundOfWork(found.round, found.slots.count);
  const read = found.readings.length > 0 ? roundOfMeasures(combineMeasures([], found.readings), policy).minutes : 0;
  return { method: 'work', round: stepIfChanged(work, 'bound', Math.max(work.minutes, read)) };
}

/** A round that is still running does not count, but an interval shorter than what it has taken already is too short. */
function longestRunning(found: Findings, policy: Numbers): number {
  const latest = found.facts.captures.at(-1) ?? 0;
  const running = found.rounds.filter(({ state }) => state === 'running').map(({ start }) => (latest - start) / 60_000);
  return largest(running.filter((minutes) => minutes <= policy.longestRoundMinutes));
}
