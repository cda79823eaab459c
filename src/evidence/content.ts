import type { QueueTask } from '../model/queue';
import type { RunDuration, WatchObservation } from '../model/reindex';
import type { CurrentSchedule } from '../model/schedule';
import type { Steps } from '../steps/steps';
import { distinctInSteps, mergeInSteps } from '../queue/merge/merge';
import { boundedObservations, EVIDENCE_BOUNDS, oldestOf } from './bounds';

/** A value, and when it was true: milliseconds since the epoch. */
export interface Dated<Value> {
  readonly value: Value;
  readonly at: number;
}

/** The evidence of one Jira. */
export interface EvidenceContent {
  readonly tasks: readonly QueueTask[];
  /** Oldest first, each moment once. */
  readonly runDurations: readonly RunDuration[];
  readonly current?: Dated<CurrentSchedule> | undefined;
  readonly nodes?: Dated<number> | undefined;
  readonly threads?: Dated<number> | undefined;
  /** Oldest first. */
  readonly observations: readonly WatchObservation[];
}

/** What comes to the evidence, and what goes. */
export interface EvidenceChanges extends Partial<EvidenceContent> {
  /** Moments of readings that an admin takes back. */
  readonly forgottenRuns?: readonly number[] | undefined;
}

export const NOTHING_KEPT: EvidenceContent = { tasks: [], runDurations: [], observations: [] };

/** The newest of what was given and measured, milliseconds since the epoch; undefined where there is nothing. */
export function evidenceAt({ tasks, runDurations, observations }: EvidenceContent): number | undefined {
  let newest = Math.max(runDurations.at(-1)?.at ?? 0, observations.at(-1)?.at ?? 0);
  for (const { seenAt = 0 } of tasks) newest = Math.max(newest, seenAt);
  return newest > 0 ? newest : undefined;
}

/** Each moment once, the newer of two; the same list where nothing comes and nothing goes. */
function byMoment<T extends { readonly at: number }>(
  kept: readonly T[],
  added: readonly T[],
  from: number,
): readonly T[] {
  if (added.length === 0 && kept.every(({ at }) => at >= from)) return kept;
  const moments = new Map([...kept, ...added].filter(({ at }) => at >= from).map((one) => [one.at, one]));
  return [...moments.values()].sort((a, b) => a.at - b.at);
}

/**
 * Of two values the one that counts: the later one, but one that a clock dated ahead, or that was set back
 * to now for that, loses against any that comes.
 */
function newer<Value>(
  kept: Dated<Value> | undefined,
  next: Dated<Value> | undefined,
  now: number,
  from: number,
): Dated<Value> | undefined {
  const newest = next && (!kept || kept.at >= now || next.at >= kept.at) ? next : kept;
  return newest && newest.at >= from ? newest : undefined;
}

/** The last ones; the same list where there are no more. */
function newest<T>(list: readonly T[], most: number): readonly T[] {
  return list.length > most ? list.slice(-most) : list;
}

/**
 * The evidence with what came to it: the same task twice counts once, of two values the newer wins. All tasks stay,
 * as the advice is made from all that was given; the rest is bounded. What does not change stays the same object.
 */
export function* withChanges(
  kept: EvidenceContent,
  changes: EvidenceChanges,
  now: number,
  bounds = EVIDENCE_BOUNDS,
): Steps<EvidenceContent> {
  const from = oldestOf(now, bounds);
  const added = changes.tasks ?? [];
  const { forgottenRuns } = changes;
  const isForgotten = ({ at }: RunDuration) => forgottenRuns?.includes(at) === true;
  const runs = kept.runDurations.some(isForgotten)
    ? kept.runDurations.filter((run) => !isForgotten(run))
    : kept.runDurations;
  yield;
  return {
    tasks:
      added.length === 0
        ? kept.tasks
        : kept.tasks.length === 0
          ? yield* distinctInSteps(added)
          : yield* mergeInSteps(kept.tasks, added),
    runDurations: newest(byMoment(runs, changes.runDurations ?? [], from), bounds.runDurations),
    current: newer(kept.current, changes.current, now, from),
    nodes: newer(kept.nodes, changes.nodes, now, from),
    threads: newer(kept.threads, changes.threads, now, from),
    observations: boundedObservations(byMoment(kept.observations, changes.observations ?? [], from), bounds.dates),
  };
}
