import type { QueueTask } from '../model/queue';
import type { RunDuration } from '../model/reindex';
import type { CurrentSchedule } from '../model/schedule';

/** All that is known. Durations in minutes, times in milliseconds since the epoch. */
export interface ReindexEvidence {
  readonly tasks: readonly QueueTask[];
  /** Those that are `estimated` are rounds seen by a watch; the others are GIJ's "Last run duration". */
  readonly runDurations?: readonly RunDuration[] | undefined;
  /** What a round takes at least by the spread of the dates of last indexing, in minutes (see `leastRoundMinutes`). */
  readonly leastMinutes?: number | undefined;
  readonly current?: CurrentSchedule | undefined;
  /** Nodes that index, and threads on each of them. */
  readonly nodes?: number | undefined;
  readonly threads?: number | undefined;
  /** How many repositories are enabled, where that is known from elsewhere: a round over far fewer was cut off. */
  readonly repositories?: number | undefined;
  readonly now: number;
}
