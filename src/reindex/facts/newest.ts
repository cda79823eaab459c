import { SCHEDULED, type QueueFacts } from './facts';
import type { StuckTasks } from './stuck';

/** What is known of each repository, by its number. */
export interface Newest {
  /** Minutes of the newest finished reindex; NaN where there is none. */
  readonly minutes: Float64Array;
  readonly at: Float64Array;
  /** The lowest priority seen: the one of a scheduled task that nothing was merged into. */
  readonly priority: Float64Array;
  /** When the repository was last queued, started or finished. */
  readonly active: Float64Array;
}

/** How well a task tells what one of a round takes: a webhook finds less to do, and an error may end it early. */
function rankOf(facts: QueueFacts, index: number): number {
  if (facts.isError[index] === 1) return 1;
  return facts.kind[index] === SCHEDULED ? 3 : 2;
}

/**
 * The newest finished reindex of each repository: a scheduled one that was no error where there is one, else another.
 * Initial indexing, resets and stuck tasks do not count.
 */
export function newestTimes(facts: QueueFacts, stuck: StuckTasks): Newest {
  const minutes = new Float64Array(facts.repositoryCount).fill(NaN);
  const at = new Float64Array(facts.repositoryCount);
  const ranks = new Uint8Array(facts.repositoryCount);
  const active = new Float64Array(facts.repositoryCount);
  const priority = new Float64Array(facts.repositoryCount).fill(Infinity);
  for (const index of facts.work) {
    const place = facts.repository[index] ?? 0;
    const isFinal = facts.isFinal[index] === 1;
    const finished = facts.finished[index] ?? NaN;
    const moment = isFinal ? finished : (facts.seen[index] ?? NaN);
    if (moment > (active[place] ?? 0)) active[place] = moment;
    const own = facts.priority[index] ?? Infinity;
    if (own < (priority[place] ?? Infinity)) priority[place] = own;
    const time = facts.processing[index] ?? NaN;
    if (!isFinal || stuck.isStuck[index] === 1 || !(time >= 0)) continue;
    const rank = rankOf(facts, index);
    const best = ranks[place] ?? 0;
    if (rank < best || (rank === best && !(finished > (at[place] ?? 0)))) continue;
    ranks[place] = rank;
    minutes[place] = time;
    at[place] = finished;
  }
  return { minutes, at, priority, active };
}
