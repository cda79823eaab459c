import { isFinal, type QueueTask } from '../model/queue';
import type { CurrentSchedule, RunDuration } from '../reindex/evidence';
import { mergeTasks } from '../reindex/merge';
import type { WatchObservation } from '../reindex/watch-observation';

/** The evidence of one Jira that is kept in this browser. */
export interface HistoryContent {
  readonly tasks: readonly QueueTask[];
  /** Oldest first, each moment once. */
  readonly runDurations: readonly RunDuration[];
  readonly current?: CurrentSchedule | undefined;
  readonly nodes?: number | undefined;
  readonly threads?: number | undefined;
  /** Oldest first. */
  readonly observations: readonly WatchObservation[];
}

/** What comes to the history. A value of `null` takes back what was kept. */
export interface HistoryChanges {
  readonly tasks?: readonly QueueTask[] | undefined;
  readonly runDurations?: readonly RunDuration[] | undefined;
  readonly current?: CurrentSchedule | null | undefined;
  readonly nodes?: number | null | undefined;
  readonly threads?: number | null | undefined;
  readonly observations?: readonly WatchObservation[] | undefined;
}

export const NOTHING_KEPT: HistoryContent = { tasks: [], runDurations: [], observations: [] };

export interface HistoryBounds {
  readonly days: number;
  readonly tasks: number;
  readonly runDurations: number;
  /** Dates in all observations together: 8 bytes each. */
  readonly dates: number;
}

/** Two weeks show each day of the week twice; the rest keeps the store below about 100 MB. */
export const HISTORY_BOUNDS: HistoryBounds = { days: 14, tasks: 200_000, runDurations: 5_000, dates: 1_000_000 };

const DAY = 86_400_000;

/** When a task was last known to be alive: the time it is dropped by. */
function timeOf(task: QueueTask): number {
  const { finishedAt, seenAt, startedAt, queuedAt } = task;
  return (isFinal(task.status) ? (finishedAt ?? seenAt) : (seenAt ?? startedAt)) ?? startedAt ?? queuedAt ?? 0;
}

/** Tasks that are young enough; of too many the finished ones that are oldest go first. Keeps the order. */
function boundedTasks(tasks: readonly QueueTask[], now: number, bounds: HistoryBounds): readonly QueueTask[] {
  const young = tasks.filter((task) => timeOf(task) >= now - bounds.days * DAY);
  const tooMany = young.length - bounds.tasks;
  if (tooMany <= 0) return young.length === tasks.length ? tasks : young;
  const order = (task: QueueTask) => timeOf(task) + (isFinal(task.status) ? 0 : Number.MAX_SAFE_INTEGER / 2);
  const dropped = new Set([...young].sort((a, b) => order(a) - order(b)).slice(0, tooMany));
  return young.filter((task) => !dropped.has(task));
}

function byMoment<T extends { readonly at: number }>(kept: readonly T[], added: readonly T[], from: number): T[] {
  const moments = new Map([...kept, ...added].filter(({ at }) => at >= from).map((one) => [one.at, one]));
  return [...moments.values()].sort((a, b) => a.at - b.at);
}

/** The newest observations that together hold no more dates than are kept; the newest one in any case. */
function boundedObservations(observations: readonly WatchObservation[], most: number): readonly WatchObservation[] {
  let dates = 0;
  let first = observations.length;
  while (first > 0) {
    dates += observations[first - 1]?.dates.length ?? 0;
    if (dates > most && first < observations.length) break;
    first -= 1;
  }
  return observations.slice(first);
}

/** What is kept of what there was: nothing older than two weeks, and no more than the bounds. */
export function boundedContent(content: HistoryContent, now: number, bounds = HISTORY_BOUNDS): HistoryContent {
  const from = now - bounds.days * DAY;
  return {
    ...content,
    tasks: boundedTasks(content.tasks, now, bounds),
    runDurations: byMoment(content.runDurations, [], from).slice(-bounds.runDurations),
    observations: boundedObservations(byMoment(content.observations, [], from), bounds.dates),
  };
}

/** The new value, none where it is taken back, the kept one where nothing is said. */
function replaced<T>(change: T | null | undefined, kept: T | undefined): T | undefined {
  return change === undefined ? kept : (change ?? undefined);
}

/** The history with what came to it. The same task twice counts once; of two readings of a moment the newer wins. */
export function withChanges(kept: HistoryContent, changes: HistoryChanges, now: number, bounds = HISTORY_BOUNDS): HistoryContent {
  const added = changes.tasks ?? [];
  const content: HistoryContent = {
    tasks: added.length === 0 ? kept.tasks : mergeTasks(kept.tasks, added.map(keptTask)),
    runDurations: byMoment(kept.runDurations, changes.runDurations ?? [], -Infinity),
    current: replaced(changes.current, kept.current),
    nodes: replaced(changes.nodes, kept.nodes),
    threads: replaced(changes.threads, kept.threads),
    observations: byMoment(kept.observations, changes.observations ?? [], -Infinity),
  };
  return boundedContent(content, now, bounds);
}

/** A default display name is the origin, which may carry `user:token@`. */
function withoutCredentials(name: string | undefined): string | undefined {
  return name?.includes('@') ? name.replace(/(:\/\/)[^/\s]*@/g, '$1') : name;
}

/** Exactly the fields the advice is made from: whatever else an export held is not kept. */
function keptTask(task: QueueTask): QueueTask {
  const {
    id, parentId, integration, repository, repositoryId, operation, trigger, status, reset, node, priority,
    queuedAt, startedAt, finishedAt, queuedMinutes, processingMinutes, blurMinutes, seenAt,
  } = task;
  return {
    id, parentId, integration: withoutCredentials(integration), repository: withoutCredentials(repository), repositoryId,
    operation, trigger, status, reset, node, priority,
    queuedAt, startedAt, finishedAt, queuedMinutes, processingMinutes, blurMinutes, seenAt,
  };
}
