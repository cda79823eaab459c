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

/** Words of ours, each with those for it. */
type Vocabulary<Word extends string> = Readonly<Record<Word, string>>;

/**
 * Vendor's words for the type of operation (page "Indexing queue viewer", which also names triggers there, for a reindex),
 * and the codes of the database (page "Indexing queue explainer"); then what logs, tools and people may write (inference).
 */
const OPERATIONS: Vocabulary<QueueOperation> = {
  reindex: 'reindex scheduled webhook manual 1 index indexing reindexing revisionindex reset resetindex',
  'garbage-collection': 'garbagecollection 2 gc garbagecollect',
  removal: 'removerepository 3 remove removal delete removeintegration repositoryremoval deleterepository',
};

/**
 * Vendor's words for the trigger (page "Indexing queue viewer"), and the codes of the database, ReindexSource (page
 * "Indexing queue explainer"), of which the first page tells the word; then what tools and people may write (inference).
 */
const TRIGGERS: Vocabulary<QueueTrigger> = {
  scheduled: 'scheduled periodicjob schedule scheduler periodic scheduledjob job cron',
  webhook: 'webhook webhooks hook push',
  manual: 'manual onresetrepository repositoryupdate manually user useraction restapi rest admin bulkimport',
  'app-activity':
    'appactivity branchoperation pullrequestoperation commitoperation tagscalculation activity application app internal',
  'initial-indexing': 'initialindexing initialreindex initial initialindex firstindexing',
};

/** The code of the database for a task that throws the index away first (page "Indexing queue explainer"). */
const RESET = 'onresetrepository';

/** The first of each is the vendor's (page "Indexing queue viewer"). */
const STATUSES: Vocabulary<QueueStatus> = {
  queued: 'queued waiting pending inqueue new',
  indexing: 'indexing fetching scanning processing running inprogress started active',
  indexed: 'indexed done finished completed success complete ok',
  error: 'error failed failure errored',
  canceled: 'canceled cancelled aborted',
};

function reader<Word extends string>(vocabulary: Vocabulary<Word>): (text: string) => Word | undefined {
  const words = new Map<string, Word>();
  for (const word of Object.keys(vocabulary) as Word[])
    for (const other of vocabulary[word].split(' ')) words.set(other, word);
  return (text) => words.get(plainWord(text));
}

export const readOperation = reader(OPERATIONS);
export const readTrigger = reader(TRIGGERS);
export const readStatus = reader(STATUSES);

/** True for the trigger that throws the index away first. */
export function isResetTrigger(text: string): boolean {
  return plainWord(text) === RESET;
}
