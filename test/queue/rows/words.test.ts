import {
  isBlank,
  isResetTrigger,
  plainWord,
  readOperation,
  readStatus,
  readTrigger,
} from '../../../src/queue/rows/words';

/** A line for each word of ours, with words for it. */
function rows(words: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(words).flatMap(([word, others]) =>
    others.split(', ').map((text): [string, string] => [text, word]),
  );
}

test.each(
  rows({
    reindex: 'Reindex, Scheduled, Webhook, Manual, 1, RE-INDEX, indexing, index, revision index, reset, reset index',
    'garbage-collection': 'Garbage collection, 2, GC, garbage_collect',
    removal: 'Remove repository, 3, remove, removal, delete, Remove integration, repository removal, delete repository',
  }),
)('the operation “%s” is %s', (text, operation) => {
  expect(readOperation(text)).toBe(operation);
});

test.each(
  rows({
    scheduled: 'Scheduled, PERIODIC_JOB, schedule, scheduler, periodic, scheduled job, job, cron',
    webhook: 'Webhook, WEB_HOOK, webhooks, hook, push',
    manual:
      'Manual, MANUAL, ON_RESET_REPOSITORY, REPOSITORY_UPDATE, manually, user, user action, REST API, rest, admin, bulk import',
    'app-activity':
      'App activity, BRANCH_OPERATION, PULL_REQUEST_OPERATION, COMMIT_OPERATION, TAGS_CALCULATION, activity, application, app, internal',
    'initial-indexing': 'Initial indexing, INITIAL_REINDEX, initial, initial index, first indexing',
  }),
)('the trigger “%s” is %s', (text, trigger) => {
  expect(readTrigger(text)).toBe(trigger);
});

test.each(
  rows({
    queued: 'QUEUED, waiting, pending, in queue, new',
    indexing: 'INDEXING, FETCHING, SCANNING, processing, running, in progress, started, active',
    indexed: 'INDEXED, done, finished, completed, success, complete, ok',
    error: 'ERROR, failed, failure, errored',
    canceled: 'CANCELED, cancelled, aborted',
  }),
)('the status “%s” is %s', (text, status) => {
  expect(readStatus(text)).toBe(status);
});

test.each(['', '4', 'reindexed', 'constructor', '__proto__', 'indexed done'])(
  '“%s” is no word of the queue',
  (text) => {
    expect([readOperation(text), readTrigger(text), readStatus(text)]).toEqual([undefined, undefined, undefined]);
  },
);

test.each([
  ['ON_RESET_REPOSITORY', true],
  ['On reset repository', true],
  ['MANUAL', false],
  ['', false],
])('the trigger “%s” throws the index away: %s', (text, isReset) => {
  expect(isResetTrigger(text)).toBe(isReset);
});

test.each([
  ['Type of operation', 'typeofoperation'],
  ['REINDEX_SOURCE', 'reindexsource'],
  ['Größe 3 (ms)', 'größe3ms'],
  [' :- ', ''],
])('“%s” is plainly “%s”', (text, plain) => {
  expect(plainWord(text)).toBe(plain);
});

test.each(['', '-', '--', '---', '\\N', 'NULL', 'null', '(null)', '[NULL]', '<null>', '<NA>', 'NaN', 'NaT'])(
  '“%s” is no value',
  (text) => {
    expect(isBlank(text)).toBe(true);
  },
);

test.each(['----', '0', 'N', 'nulls', 'xnull', '(null))', 'Never', 'nan.', ' '])('“%s” is a value', (text) => {
  expect(isBlank(text)).toBe(false);
});
