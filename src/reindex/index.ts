/**
 * The reindex advisor: from what the indexing queue shows to the interval to set. Pure: no React, no page, no
 * network; runs in a worker too. Durations are in minutes, times in milliseconds since the epoch.
 */
export type { QueueDashboard, QueueOperation, QueueStatus, QueueTask, QueueTrigger } from '../model/queue';
export type { IntervalVerdict, RunDuration, WatchObservation } from '../model/reindex';
export type { CurrentSchedule } from '../model/schedule';
export type {
  AdviceBasis, AdviceStep, Confidence, LeftOut, Method, NotEnoughHistory, NotEnoughReason, ReindexAdvice, ReindexSuggestion, StepRule,
} from './advice/advice';
export { adviseInSteps, adviseReindexInterval } from './advise';
export { isRefused, type ParseProblem, type QueueExport } from '../queue/collector';
export { cronGaps, type CronGaps, type FireTime } from '../schedule/cron';
export { parseDuration } from '../schedule/duration';
export type { ReindexEvidence } from './evidence';
export type { Forecast } from './work/forecast';
export type { Insights } from './insights/insights';
export { mergeTasks } from '../queue/merge/merge';
export { createQueueParser, parseQueueExport, type ParseOptions, type QueueParser } from '../queue/read-queue';
export type { IndexingRound, RoundState } from './rounds/rounds';
export { completePolicy, DEFAULT_POLICY, type ReindexPolicy } from './policy';
export type { Measure } from './run-durations/run-durations';
export { parseSchedule, type ScheduleProblem } from '../schedule/parse-schedule';
export type { Slots } from './work/slots';
export { leastRoundMinutes, nextReadingDelay, roundsInSteps } from './watch/watch';
