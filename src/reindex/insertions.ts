import type { QueueFacts } from './facts';

/**
 * Gives scheduled tasks without an insertion time one. Where only start times are known, a round goes on until a
 * repository comes again (a pass holds a repository once), and begins with its first start. Tasks of which only the
 * finish is known get none: when their round began cannot be told.
 */
export function fillInsertions(facts: QueueFacts): QueueFacts {
  const open = facts.scheduled.filter((index) => Number.isNaN(facts.queued[index]) && !Number.isNaN(facts.started[index]));
  if (open.length === 0) return facts;
  const queued = facts.queued.slice();
  const lastRound = new Int32Array(facts.repositoryCount);
  let round = 0;
  let start = NaN;
  for (const index of open.sort((a, b) => (facts.started[a] ?? 0) - (facts.started[b] ?? 0))) {
    const repository = facts.repository[index] ?? 0;
    if (round === 0 || lastRound[repository] === round) {
      round += 1;
      start = facts.started[index] ?? NaN;
    }
    lastRound[repository] = round;
    queued[index] = start;
  }
  return { ...facts, queued };
}
