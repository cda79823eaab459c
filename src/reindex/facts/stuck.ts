import type { QueueFacts } from './facts';
import type { Numbers } from '../policy';

/** Usual minutes of each repository, and the tasks that took far longer. */
export interface StuckTasks {
  /** 1 for a task that is stuck or was. */
  readonly isStuck: Uint8Array;
  /** 1 for a repository whose task is stuck now: whatever waits behind it waits for a person. */
  readonly blocked: Uint8Array;
  readonly indexes: readonly number[];
  /** The same by repository. */
  readonly ofRepository: ReadonlyMap<number, readonly number[]>;
}

/**
 * A task is stuck when it takes at least `stuckFactor` times what the other tasks of its repository took on average,
 * and at least `stuckMinutes`. Without others, one that is still running is compared with the longest finished task.
 * A finished first task is believed. (Ours; the vendor names no limit.)
 */
export function findStuck(facts: QueueFacts, policy: Numbers): StuckTasks {
  const { tasks, work, isFinal, repository, processing, started, seen } = facts;
  const sums = new Float64Array(facts.repositoryCount);
  const counts = new Int32Array(facts.repositoryCount);
  let longest = 0;
  for (const index of work) {
    const minutes = processing[index] ?? NaN;
    if (isFinal[index] === 0 || !(minutes >= 0)) continue;
    const place = repository[index] ?? 0;
    sums[place] = (sums[place] ?? 0) + minutes;
    counts[place] = (counts[place] ?? 0) + 1;
    if (minutes > longest) longest = minutes;
  }
  const isStuck = new Uint8Array(tasks.length);
  const blocked = new Uint8Array(facts.repositoryCount);
  const indexes: number[] = [];
  for (const index of work) {
    const running = isFinal[index] === 0;
    if (running ? tasks[index]?.status !== 'indexing' : !((processing[index] ?? 0) >= policy.stuckMinutes)) continue;
    const place = repository[index] ?? 0;
    const own = running ? 0 : 1;
    const minutes = running ? ((seen[index] ?? NaN) - (started[index] ?? NaN)) / 60_000 : (processing[index] ?? 0);
    const others = (counts[place] ?? 0) - own;
    const usual = others > 0 ? ((sums[place] ?? 0) - own * minutes) / others : running ? longest : Infinity;
    if (!(minutes >= policy.stuckMinutes && minutes >= policy.stuckFactor * usual)) continue;
    isStuck[index] = 1;
    if (running) blocked[place] = 1;
    indexes.push(index);
  }
  const ofRepository = new Map<number, number[]>();
  for (const index of indexes) {
    const place = repository[index] ?? 0;
    const others = ofRepository.get(place);
    if (others) others.push(index);
    else ofRepository.set(place, [index]);
  }
  return { isStuck, blocked, indexes, ofRepository };
}
