import type { CurrentSchedule } from '../model/schedule';
import type { ReindexAdvice } from '../reindex/advice/advice';
import { adviseInSteps } from '../reindex/advise';
import type { ReindexPolicy } from '../reindex/policy';
import { leastBy, type Watched } from '../reindex/watch/watched';
import type { Steps } from '../steps/steps';
import type { EvidenceContent } from './content';

/** What an advice depends on beside what is kept. */
export interface AdviceContext {
  /** What comes of the looks that are kept. */
  readonly watched: Watched;
  /** How many repositories are enabled, and when each was last indexed; milliseconds since the epoch. */
  readonly repositories: number | undefined;
  readonly indexedDates: readonly number[];
  /** How the reindex job is scheduled by Jira; used where nothing is kept of it. */
  readonly schedule: CurrentSchedule | undefined;
  /** Only the numbers of the calculation that are not as recommended. */
  readonly policy: Partial<ReindexPolicy>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The advice that follows from what is kept: the same wherever it is asked for. */
export function* adviseOn(content: EvidenceContent, context: AdviceContext): Steps<ReindexAdvice> {
  const { tasks, runDurations, current, nodes, threads } = content;
  const { watched, repositories, indexedDates, schedule, policy, now } = context;
  const least = Math.max(watched.least ?? 0, leastBy(indexedDates));
  yield;
  const evidence = {
    tasks,
    runDurations: [...runDurations, ...watched.rounds],
    leastMinutes: least > 0 ? least : undefined,
    current: current?.value ?? schedule,
    nodes: nodes?.value,
    threads: threads?.value,
    repositories,
    now,
  };
  return yield* adviseInSteps(evidence, policy);
}
