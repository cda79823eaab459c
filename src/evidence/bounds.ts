import { isFinal, type QueueTask } from '../model/queue';
import type { WatchObservation } from '../model/reindex';
import type { EvidenceContent } from './content';

export interface EvidenceBounds {
  readonly days: number;
  readonly tasks: number;
  readonly runDurations: number;
  /** Dates in all observations together: 8 bytes each. */
  readonly dates: number;
}

/** Two weeks show each day of the week twice; the rest keeps the store below about 100 MB. */
export const EVIDENCE_BOUNDS: EvidenceBounds = { days: 14, tasks: 200_000, runDurations: 5_000, dates: 1_000_000 };

const DAY = 86_400_000;

/** What is dated before is too old to be kept; milliseconds since the epoch. */
export function oldestOf(now: number, { days }: EvidenceBounds): number {
  return now - days * DAY;
}

/** When a task was last known to be alive: the time it is dropped by. */
function timeOf(task: QueueTask): number {
  const { finishedAt, seenAt, startedAt, queuedAt } = task;
  return (isFinal(task.status) ? (finishedAt ?? seenAt) : (seenAt ?? startedAt)) ?? startedAt ?? queuedAt ?? 0;
}

/** Tasks that are young enough; of too many the finished ones that are oldest go first. Keeps the order. */
function boundedTasks(tasks: readonly QueueTask[], from: number, most: number): readonly QueueTask[] {
  const rank = Float64Array.from(tasks, (task) => {
    const time = timeOf(task);
    return time < from ? -1 : time + (isFinal(task.status) ? 0 : Number.MAX_SAFE_INTEGER / 2);
  });
  const least = tasks.length > most ? (rank.slice().sort()[tasks.length - most] ?? 0) : 0;
  if (rank.every((one) => one >= Math.max(0, least))) return tasks;
  let room = most - rank.reduce((count, one) => count + (one > least ? 1 : 0), 0);
  return tasks.filter((_, place) => {
    const one = rank[place] ?? -1;
    if (one < 0 || one < least) return false;
    return one > least || (room -= 1) >= 0;
  });
}

/** The newest observations that together hold no more dates than are kept; the newest one in any case. */
export function boundedObservations(
  observations: readonly WatchObservation[],
  most: number,
): readonly WatchObservation[] {
  let dates = 0;
  let first = observations.length;
  while (first > 0) {
    dates += observations[first - 1]?.dates.length ?? 0;
    if (dates > most && first < observations.length) break;
    first -= 1;
  }
  return first === 0 ? observations : observations.slice(first);
}

/** What of it is stored: no tasks older than two weeks, and no more than the bounds. */
export function storedPart(content: EvidenceContent, now: number, bounds = EVIDENCE_BOUNDS): EvidenceContent {
  return { ...content, tasks: boundedTasks(content.tasks, oldestOf(now, bounds), bounds.tasks) };
}
