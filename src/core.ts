/**
 * The one door for everything outside of the panel: command line, tools, tests elsewhere. Pure but for the client's
 * requests, which only read; no React, no page. What goes from one step to the next is JSON. Durations are in minutes,
 * times in milliseconds since the epoch.
 */
export { CHECK_IDS } from './checks/registry';
export { NO_DECISIONS, type Decisions } from './decisions/decisions';
export { parseDecisionsFile } from './decisions/decisions-file';
export { PROJECT_KEY } from './decisions/kept-sharing';
export { foundPlace, standardOf } from './decisions/places';
export { withoutChecks } from './decisions/settings';
export { decisionsIn, readShared, type ReadableProperties } from './decisions/shared-document';
export { addFile, addGiven } from './evidence/add-given';
export { adviseOn } from './evidence/advise-on';
export { storedPart } from './evidence/bounds';
export { NOTHING_KEPT, type EvidenceChanges, type EvidenceContent } from './evidence/content';
export { exportInSteps } from './evidence/evidence-file';
export { givenBy, scheduleMessage } from './evidence/given';
export { readFile, type FileContent } from './evidence/read-file';
export { judgeInSteps } from './judging/judge';
export { hostNameOf } from './model/host';
export { redact } from './model/redact';
export { mergeTasks } from './queue/merge/merge';
export { parseQueueExport } from './queue/read-queue';
export type { ReindexAdvice } from './reindex/advice/advice';
export { adviseReindexInterval } from './reindex/advise';
export { DEFAULT_POLICY } from './reindex/policy';
export { keepLooking } from './reindex/watch/keep-looking';
export { roundsOfWatch } from './reindex/watch/watch';
export { watchedInSteps } from './reindex/watch/watched';
export { buildReport } from './report/build-report';
export { FAIL_ON, isFailure, isMissed, type FailOn } from './report/fail-on';
export type { GivenSource } from './report/formats/advice-given';
export { adviceJson } from './report/formats/advice-json';
export { adviceText } from './report/formats/advice-text';
export { csvReport } from './report/formats/csv';
export { provenanceOf, type Exported } from './report/formats/exported';
export { jsonReport } from './report/formats/json';
export { junitReport } from './report/formats/junit';
export { nagiosReport, nagiosState, nagiosUnknown } from './report/formats/nagios';
export { plainText, wrapped } from './report/formats/plain-text';
export { lastSuccessOf, prometheusReport } from './report/formats/prometheus';
export { markdownReport } from './report/formats/report-markdown';
export { textReport } from './report/formats/text';
export { areIntegrationsMissing } from './report/missing-rows';
export type { Report, SubjectReport } from './report/report';
export { parseSchedule, shownSchedule } from './schedule/parse-schedule';
export { loadIssueTypes, loadProperty } from './sources/entity-properties';
export { gather } from './sources/gather';
export { lookAtDates } from './sources/indexing-dates';
export { createJiraClient, type JiraClient } from './sources/jira-client';
export { parseRecording } from './sources/recording';
export { recordingText } from './sources/write-recording';
export { loadSchedule } from './sources/schedule';
export { SourceError } from './sources/source-error';
export { inSlices } from './steps/in-slices';
export { finish } from './steps/steps';
