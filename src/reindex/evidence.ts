import type { QueueTask } from '../model/queue';

/** One reading of "Last run duration", typed or pasted; `estimated` where it was derived from a watch instead. */
export interface RunDuration {
  readonly at: number;
  readonly minutes: number;
  readonly estimated?: true | undefined;
}

/** How the reindex job is scheduled now: every so many minutes, or by a Quartz cron expression. */
export type CurrentSchedule =
  | { readonly kind: 'interval'; readonly minutes: number }
  | { readonly kind: 'cron'; readonly expression: string };

/** All that is known. Durations in minutes, times in milliseconds since the epoch. */
export interface ReindexEvidence {
  readonly tasks: readonly QueueTask[];
  readonly runDurations?: readonly RunDuration[] | undefined;
  readonly current?: CurrentSchedule | undefined;
  /** Nodes that index, and threads on each of them. */
  readonly nodes?: number | undefined;
  readonly threads?: number | undefined;
  /** How many repositories are enabled, where that is known from elsewhere: a pass over far fewer was cut off. */
  readonly repositories?: number | undefined;
  readonly now: number;
}
