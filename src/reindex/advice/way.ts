import type { Method } from './advice';
import { passOfMeasures, passOfWork, stepIfChanged, type Estimate } from './estimate';
import type { Findings } from './findings';
import type { ReindexPolicy } from '../policy';
import { combineMeasures } from '../run-durations/run-durations';
import { largest } from '../statistics';

/** How the pass was measured, and what that gives. */
export interface Way {
  readonly method: Method;
  readonly pass: Estimate;
  /** What is missing for an advice; undefined where it is enough. */
  readonly missing: 'no-complete-pass' | 'slots-unknown' | undefined;
}

/** Passes where they can be seen one by one, the work where they overlap or none is whole. */
export function chooseWay(found: Findings, policy: ReindexPolicy): Way | undefined {
  const { measures, readings, round, overlap } = found;
  if (round.known > 0 && (overlap || measures.length === 0)) {
    // Without overlap whatever is not known yet comes at the end of its pass, and may be what takes longest.
    const needed = round.repositories * (overlap ? policy.fullRoundShare : 1);
    const isFull = round.known >= needed && found.seesAll;
    // Coarse times do not show what runs at once, and nobody said how many nodes and threads there are.
    const isGuess = found.slots.source === 'assumed' && found.ticks.coarse;
    const missing = readings.length > 0 ? undefined : !isFull ? 'no-complete-pass' : isGuess ? 'slots-unknown' : undefined;
    return { ...wayOfWork(found, policy), missing };
  }
  if (measures.length === 0) return undefined;
  const fromTasks = measures.filter(({ source }) => source === 'tasks');
  const watched = measures.filter(({ source }) => source === 'watch');
  const seen = fromTasks.length > 0 ? fromTasks : watched;
  const all = passOfMeasures(measures, policy);
  // Readings may be the time to enqueue: many short ones never lower what tasks or a watch show.
  const shown = seen.length > 0 ? passOfMeasures(seen, policy) : all;
  const pass = shown.minutes > all.minutes ? shown : all;
  const atLeast = found.facts.isGuessed ? stepIfChanged(pass, 'longest-task', Math.max(pass.minutes, found.longestTaskMinutes)) : pass;
  const running = longestRunning(found, policy);
  return {
    method: fromTasks.length > 0 ? 'passes' : watched.length > 0 ? 'watch' : 'readings',
    pass: stepIfChanged(atLeast, 'running-longer', Math.max(atLeast.minutes, running)),
    missing: undefined,
  };
}

function wayOfWork(found: Findings, policy: ReindexPolicy): { readonly method: Method; readonly pass: Estimate } {
  const work = passOfWork(found.round, found.slots.count);
  const read = found.readings.length > 0 ? passOfMeasures(combineMeasures([], found.readings), policy).minutes : 0;
  return { method: 'work', pass: stepIfChanged(work, 'longer-reading', Math.max(work.minutes, read)) };
}

/** A pass that is still running does not count, but an interval shorter than what it has taken already is too short. */
function longestRunning(found: Findings, policy: ReindexPolicy): number {
  const latest = found.facts.captures.at(-1) ?? 0;
  const running = found.passes.filter(({ state }) => state === 'running').map(({ start }) => (latest - start) / 60_000);
  return largest(running.filter((minutes) => minutes <= policy.longestPassMinutes));
}
