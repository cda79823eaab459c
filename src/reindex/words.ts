import type { QueueOperation, QueueStatus, QueueTrigger } from '../model/queue';

/** The words of the queue, as the page, a database and other tools write them: letters and digits only, lower case. */
export function plainWord(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** What stands in a cell that has no value: on the page, in a database's export (`\N`), and as database tools write NULL. */
export function isBlank(text: string): boolean {
  return text === '' || (text.length <= 6 && /^(?:-{1,3}|\\n|null|\(null\)|\[null\]|<null>)$/i.test(text));
}

/**
 * Vendor's words for the type of operation. The codes 1 to 3 of the database follow the order in which the vendor
 * lists the operations (inference).
 */
const OPERATIONS: Readonly<Record<string, QueueOperation>> = {
  '1': 'reindex', reindex: 'reindex', index: 'reindex', indexing: 'reindex', reindexing: 'reindex', revisionindex: 'reindex',
  reset: 'reindex', resetindex: 'reindex',
  '2': 'garbage-collection', garbagecollection: 'garbage-collection', gc: 'garbage-collection', garbagecollect: 'garbage-collection',
  '3': 'removal', remove: 'removal', removal: 'removal', removerepository: 'removal', delete: 'removal',
  removeintegration: 'removal', repositoryremoval: 'removal', deleterepository: 'removal',
};

/** Vendor's words for the trigger. The codes in capitals are how a database or log may name them (inference). */
const TRIGGERS: Readonly<Record<string, QueueTrigger>> = {
  scheduled: 'scheduled', schedule: 'scheduled', scheduler: 'scheduled', periodicjob: 'scheduled', periodic: 'scheduled',
  scheduledjob: 'scheduled', job: 'scheduled', cron: 'scheduled',
  webhook: 'webhook', webhooks: 'webhook', hook: 'webhook', push: 'webhook',
  manual: 'manual', manually: 'manual', user: 'manual', useraction: 'manual', restapi: 'manual', rest: 'manual', admin: 'manual',
  bulkimport: 'manual',
  appactivity: 'app-activity', activity: 'app-activity', application: 'app-activity', app: 'app-activity', internal: 'app-activity',
  initialindexing: 'initial-indexing', initial: 'initial-indexing', initialindex: 'initial-indexing', firstindexing: 'initial-indexing',
};

const STATUSES: Readonly<Record<string, QueueStatus>> = {
  queued: 'queued', waiting: 'queued', pending: 'queued', inqueue: 'queued', new: 'queued',
  indexing: 'indexing', fetching: 'indexing', scanning: 'indexing', processing: 'indexing', running: 'indexing', inprogress: 'indexing', started: 'indexing', active: 'indexing',
  indexed: 'indexed', done: 'indexed', finished: 'indexed', completed: 'indexed', success: 'indexed', complete: 'indexed', ok: 'indexed',
  error: 'error', failed: 'error', failure: 'error', errored: 'error',
  canceled: 'canceled', cancelled: 'canceled', aborted: 'canceled',
};

function vocabulary<Word>(words: Readonly<Record<string, Word>>): (text: string) => Word | undefined {
  const table = new Map(Object.entries(words));
  return (text) => table.get(plainWord(text));
}

export const readOperation = vocabulary(OPERATIONS);
export const readTrigger = vocabulary(TRIGGERS);
export const readStatus = vocabulary(STATUSES);
