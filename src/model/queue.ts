/**
 * The indexing queue of Git Integration for Jira, as an admin can see it.
 *
 * All durations are in minutes, all times in milliseconds since the epoch. A field that a source did not show is
 * absent: a pasted page with closed rows has no ids and no start times, a database export has no relative times.
 */

/** What a task does. Vendor: "Reindex", "Garbage collection", "Remove repository". */
export type QueueOperation = 'reindex' | 'garbage-collection' | 'removal';

/** What asked for a task. Vendor: the Trigger column of the Indexing queue viewer. */
export type QueueTrigger = 'scheduled' | 'webhook' | 'manual' | 'app-activity' | 'initial-indexing';

/** Vendor: the Status column. `indexed`, `error` and `canceled` are final. */
export type QueueStatus = 'queued' | 'indexing' | 'indexed' | 'error' | 'canceled';

/** One row of the queue. */
export interface QueueTask {
  /** UUID of the task. */
  readonly id?: string | undefined;
  readonly parentId?: string | undefined;
  readonly integration?: string | undefined;
  /** Name with its group, as shown: `group/name`. Absent for the integration's own task. */
  readonly repository?: string | undefined;
  readonly repositoryId?: string | undefined;
  readonly operation: QueueOperation;
  readonly trigger: QueueTrigger;
  readonly status: QueueStatus;
  /** True when the operation flag says that the index was thrown away first: hours of work, not a normal round. */
  readonly reset?: boolean | undefined;
  readonly node?: string | undefined;
  readonly priority?: number | undefined;
  /** When the task entered the queue (Insertion time). */
  readonly queuedAt?: number | undefined;
  readonly startedAt?: number | undefined;
  readonly finishedAt?: number | undefined;
  /** Minutes from insertion to start (Queued time), where it was shown and the times do not tell it exactly. */
  readonly queuedMinutes?: number | undefined;
  /** Minutes from start to finish (Processing time). */
  readonly processingMinutes?: number | undefined;
  /** How far the times may be off, in minutes: 0 for exact times, 1 for "5 minutes ago", 60 for "2 hours ago". */
  readonly blurMinutes?: number | undefined;
  /** When the queue was looked at. The status is the one of that moment. */
  readonly seenAt?: number | undefined;
  /** How many tasks there were at that look, where it showed only a part of them: one page of the queue. */
  readonly outOf?: number | undefined;
  /** Its row at that look, from 1; set with `outOf`. */
  readonly row?: number | undefined;
}

/** The lines above the table of the Indexing queue page. */
export interface QueueDashboard {
  /** Scheduled time for indexing: the reindex interval in minutes. */
  readonly intervalMinutes?: number | undefined;
  readonly nextRunAt?: number | undefined;
  /** Last run duration in minutes. */
  readonly lastRunMinutes?: number | undefined;
  readonly garbageCollectionIntervalMinutes?: number | undefined;
  readonly garbageCollectionNextRunAt?: number | undefined;
  readonly garbageCollectionLastRunMinutes?: number | undefined;
  /** Current number of indexing threads, and of nodes that index. */
  readonly threads?: number | undefined;
  readonly nodes?: number | undefined;
  readonly processing?: number | undefined;
  readonly queued?: number | undefined;
  /** "Showing 11 - 20 tasks out of 48": which rows the pasted page held. */
  readonly shown?: { readonly from: number; readonly to: number; readonly total: number } | undefined;
}

/** True for a task that will not change any more. */
export function isFinal(status: QueueStatus): boolean {
  return status === 'indexed' || status === 'error' || status === 'canceled';
}
