import type { QueueTask } from '../../model/queue';
import { GARBAGE_COLLECTION, REMOVAL, type QueueFacts } from '../facts/facts';
import type { Numbers } from '../policy';
import type { Runs } from '../facts/runs';

export interface Subject {
  readonly integration?: string | undefined;
  readonly repository?: string | undefined;
}

/** What goes wrong in the queue. Minutes. */
export interface Troubles {
  readonly stuck: readonly (Subject & {
    readonly minutes: number;
    readonly running: boolean;
    readonly node?: string | undefined;
  })[];
  readonly failing: readonly (Subject & { readonly errorsInARow: number })[];
  /** Removals and garbage collection that have waited too long. */
  readonly starving: {
    readonly removals: number;
    readonly garbageCollections: number;
    readonly longestWaitMinutes: number;
  };
}

/** Tasks that are listed of each trouble, at the most. */
const LISTED = 100;

export function nameOf(task: QueueTask | undefined): Subject {
  return { integration: task?.integration, repository: task?.repository ?? task?.repositoryId };
}

export function stuckTasks(facts: QueueFacts, { stuck }: Runs): Troubles['stuck'] {
  return stuck.slice(0, LISTED).map((index) => {
    const task = facts.tasks[index];
    const running = task?.status === 'indexing';
    const minutes = running
      ? ((facts.seen[index] ?? 0) - (facts.started[index] ?? 0)) / 60_000
      : (facts.processing[index] ?? 0);
    return { ...nameOf(task), minutes, running, node: task?.node };
  });
}

/** Repositories whose newest finished tasks all failed. */
export function failing(
  facts: QueueFacts,
  subjects: readonly (QueueTask | undefined)[],
  policy: Numbers,
): Troubles['failing'] {
  const lastGood = new Float64Array(facts.repositoryCount);
  const eachFinished = (visit: (index: number, place: number, failed: boolean) => void): void => {
    for (const index of facts.work)
      if (facts.isFinal[index] === 1) visit(index, facts.repository[index] ?? 0, facts.isError[index] === 1);
  };
  eachFinished((index, place, failed) => {
    if (!failed) lastGood[place] = Math.max(lastGood[place] ?? 0, facts.finished[index] ?? 0);
  });
  const errors = new Int32Array(facts.repositoryCount);
  eachFinished((index, place, failed) => {
    if (failed && (facts.finished[index] ?? 0) > (lastGood[place] ?? 0)) errors[place] = (errors[place] ?? 0) + 1;
  });
  return [...errors.keys()]
    .filter((place) => (errors[place] ?? 0) >= policy.failuresInARow)
    .sort((a, b) => (errors[b] ?? 0) - (errors[a] ?? 0))
    .slice(0, LISTED)
    .map((place) => ({ ...nameOf(subjects[place]), errorsInARow: errors[place] ?? 0 }));
}

export function starving(facts: QueueFacts, policy: Numbers): Troubles['starving'] {
  const counts = { removals: 0, garbageCollections: 0, longestWaitMinutes: 0 };
  for (let index = 0; index < facts.tasks.length; index += 1) {
    if (facts.kind[index] !== REMOVAL && facts.kind[index] !== GARBAGE_COLLECTION) continue;
    const task = facts.tasks[index];
    if (!task) continue;
    const until = task.status === 'queued' ? (facts.seen[index] ?? NaN) : (facts.started[index] ?? NaN);
    const waited = (until - (facts.queued[index] ?? NaN)) / 60_000;
    if (!(waited >= policy.starvingMinutes)) continue;
    if (task.operation === 'removal') counts.removals += 1;
    else counts.garbageCollections += 1;
    counts.longestWaitMinutes = Math.max(counts.longestWaitMinutes, waited);
  }
  return counts;
}
