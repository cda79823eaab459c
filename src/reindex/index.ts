/**
 * The reindex advisor: from what the indexing queue shows to the interval to set. Pure: no React, no page, no
 * network; runs in a worker too. Durations are in minutes, times in milliseconds since the epoch.
 */
export type { QueueDashboard, QueueOperation, QueueStatus, QueueTask, QueueTrigger } from '../model/queue';
export type { CurrentSchedule, IntervalVerdict, RunDuration, WatchObservation } from '../model/reindex';
export type {
  AdviceBasis, AdviceStep, Confidence, LeftOut, Method, NotEnoughHistory, NotEnoughReason, ReindexAdvice, ReindexSuggestion, StepRule,
} from './advice';
export { adviseInSteps, adviseReindexInterval } from './advise';
export { isRefused, type ParseProblem, type QueueExport } from './collector';
export { cronGaps, type CronGaps, type FireTime } from './cron';
export { parseDuration } from './duration';
export type { ReindexEvidence } from './evidence';
export type { Forecast } from './forecast';
export type { Insights } from './insights';
export { mergeTasks } from './merge';
export { createQueueParser, parseQueueExport, type ParseOptions, type QueueParser } from './parse';
export type { IndexingPass, PassState } from './passes';
export { completePolicy, DEFAULT_POLICY, type ReindexPolicy } from './policy';
export type { Measure } from './readings';
export { parseSchedule, type ScheduleProblem } from './schedule';
export type { Slots } from './slots';
export { leastPassMinutes, nextReadingDelay, passesInSteps } from './watch';
