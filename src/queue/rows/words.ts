import type { QueueOperation, QueueStatus, QueueTrigger } from '../../model/queue';

/** The words of the queue, as the page, a database and other tools write them: letters and digits only, lower case. */
export function plainWord(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * What stands in a cell that has no value: on the page, in a database's export (`\N`), and as database tools and Python
 * write NULL.
 */
export function isBlank(text: string): boolean {
  return text === '' || (text.length <= 6 && /^(?:-{1,3}|\\n|null|\(null\)|\[null\]|<null>|<na>|nan|nat)$/i.test(text));
}

/**
 * Vendor's words for the type of operation (page "Indexing queue viewer", which also names triggers there, for a reindex),
 * and the codes of the database (page "Indexing queue explainer"); then what logs, tools and people may write (inference).
 */
const OPERATIONS: Readonly<Record<string, QueueOperation>> = {
  reindex: 'reindex',
  scheduled: 'reindex',
  webhook: 'reindex',
  manual: 'reindex',
  '1': 'reindex',
  garbagecollection: 'garbage-collection',
  '2': 'garbage-collection',
  removerepository: 'removal',
  '3': 'removal',

  index: 'reindex',
  indexing: 'reindex',
  reindexing: 'reindex',
  revisionindex: 'reindex',
  reset: 'reindex',
  resetindex: 'reindex',
  gc: 'garbage-collection',
  garbagecollect: 'garbage-collection',
  remove: 'removal',
  removal: 'removal',
  delete: 'removal',
  removeintegration: 'removal',
  repositoryremoval: 'removal',
  deleterepository: 'removal',
};

/**
 * Vendor's words for the trigger (page "Indexing queue viewer"), and the codes of the database, ReindexSource (page
 * "Indexing queue explainer"), of which the first page tells the word; then what tools and people may write (inference).
 */
const TRIGGERS: Readonly<Record<string, QueueTrigger>> = {
  scheduled: 'scheduled',
  periodicjob: 'scheduled',
  webhook: 'webhook',
  manual: 'manual',
  onresetrepository: 'manual',
  repositoryupdate: 'manual',
  appactivity: 'app-activity',
  branchoperation: 'app-activity',
  pullrequestoperation: 'app-activity',
  commitoperation: 'app-activity',
  tagscalculation: 'app-activity',
  initialindexing: 'initial-indexing',
  initialreindex: 'initial-indexing',

  schedule: 'scheduled',
  scheduler: 'scheduled',
  periodic: 'scheduled',
  scheduledjob: 'scheduled',
  job: 'scheduled',
  cron: 'scheduled',
  webhooks: 'webhook',
  hook: 'webhook',
  push: 'webhook',
  manually: 'manual',
  user: 'manual',
  useraction: 'manual',
  restapi: 'manual',
  rest: 'manual',
  admin: 'manual',
  bulkimport: 'manual',
  activity: 'app-activity',
  application: 'app-activity',
  app: 'app-activity',
  internal: 'app-activity',
  initial: 'initial-indexing',
  initialindex: 'initial-indexing',
  firstindexing: 'initial-indexing',
};

/** The code of the database for a task that throws the index away first (page "Indexing queue explainer"). */
const RESET = 'onresetrepository';

const STATUSES: Readonly<Record<string, QueueStatus>> = {
  queued: 'queued',
  waiting: 'queued',
  pending: 'queued',
  inqueue: 'queued',
  new: 'queued',
  indexing: 'indexing',
  fetching: 'indexing',
  scanning: 'indexing',
  processing: 'indexing',
  running: 'indexing',
  inprogress: 'indexing',
  started: 'indexing',
  active: 'indexing',
  indexed: 'indexed',
  done: 'indexed',
  finished: 'indexed',
  completed: 'indexed',
  success: 'indexed',
  complete: 'indexed',
  ok: 'indexed',
  error: 'error',
  failed: 'error',
  failure: 'error',
  errored: 'error',
  canceled: 'canceled',
  cancelled: 'canceled',
  aborted: 'canceled',
};

function vocabulary<Word>(words: Readonly<Record<string, Word>>): (text: string) => Word | undefined {
  const table = new Map(Object.entries(words));
  return (text) => table.get(plainWord(text));
}

export const readOperation = vocabulary(OPERATIONS);
export const readTrigger = vocabulary(TRIGGERS);

/** True for the trigger that throws the index away first. */
export function isResetTrigger(text: string): boolean {
  return plainWord(text) === RESET;
}

export const readStatus = vocabulary(STATUSES);
