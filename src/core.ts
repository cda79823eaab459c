/**
 * The one door for everything outside of the panel: command line, tools, tests elsewhere. Pure but for the client's
 * requests, which only read; no React, no page. What goes from one step to the next is JSON. Durations are in minutes,
 * times in milliseconds since the epoch.
 */
export { judgeInSteps } from './judging/judge';
export { hostNameOf } from './model/host';
export { redact } from './model/redact';
export { mergeTasks } from './queue/merge/merge';
export { parseQueueExport } from './queue/read-queue';
export { adviseReindexInterval } from './reindex/advise';
export { roundsOfWatch } from './reindex/watch/watch';
export { buildReport } from './report/build-report';
export { csvReport } from './report/formats/csv';
export { junitReport } from './report/formats/junit';
export { textReport } from './report/formats/text';
export { parseSchedule, shownSchedule } from './schedule/parse-schedule';
export { gather } from './sources/gather';
export { createJiraClient } from './sources/jira-client';
export { parseRecording, recordingText } from './sources/recording';
