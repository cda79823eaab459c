/**
 * The one door for everything outside of the panel: command line, tools, tests elsewhere. Pure but for the client's
 * requests, which only read; no React, no page. Durations are in minutes, times in milliseconds since the epoch.
 */
export { mergeTasks } from './queue/merge/merge';
export { parseQueueExport } from './queue/read-queue';
export { adviseReindexInterval } from './reindex/advise';
export { roundsOfWatch } from './reindex/watch/watch';
export { parseSchedule } from './schedule/parse-schedule';
