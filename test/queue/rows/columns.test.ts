import { textsIn } from '../../support/texts';
import { missingColumns, readColumnName, readColumns, type Field } from '../../../src/queue/rows/columns';

/** The page's own names (vendor), then those of databases and tools. */
const NAMES: Readonly<Partial<Record<Field, string>>> = {
  id: 'ID, TASK_ID, task uuid, uuid, Task',
  parentId: 'Parent ID, parent_task_id, parent, parent task, parent uuid',
  integration: 'Integration name, INTEGRATION',
  integrationId: 'INTEGRATION_ID, trackedFolderId',
  repository: 'Repository name, repository, repo, REPO_NAME, full name',
  group: 'repository group, repo_group, group, group name',
  repositoryId: 'REPOSITORY_ID, repo id',
  operation: 'Type of operation, operation, OPERATION_TYPE, type, op type, operation code',
  flag: 'Operation flag, operation flags, flag, flags',
  trigger: 'Trigger, triggered by, trigger type, REINDEX_SOURCE, source, source code, trigger source',
  status: 'Status, state, task status',
  node: 'Node, node id, node name',
  priority: 'Priority',
  insertionTime:
    'Insertion time, insert time, inserted, inserted at, insertion date, created, created_at, created time, created date, ' +
    'enqueued at, enqueued, queued at, queued date, added at, INSERTION_TIMESTAMP',
  queuedTime: 'Queued time, queue time, queued, wait time, waiting time, waiting time (ms)',
  startTime: 'Start time, start, started, started at, start date, processing start time, START_TIMESTAMP',
  finishTime:
    'Finish time, finish, finished, finished at, finish date, end, end time, ended at, end date, completed, completed at',
  processingTime: 'Processing time, processing, processing duration, duration, elapsed, elapsed time, runtime',
  delay: 'Delay',
  seenAt: 'seenAt',
  blur: 'blurMinutes',
  outOf: 'outOf',
  row: 'row',
};

test.each(
  Object.entries(NAMES).flatMap(([field, names]) => names.split(', ').map((name): [string, string] => [name, field])),
)('a column “%s” is %s', (name, field) => {
  expect(readColumnName(name)?.field).toBe(field);
});

test.each(['', 'name', 'time', 'priority (ms)', 'queue', 'start time ms', 'constructor', 'ms', 'finish timestamps'])(
  'a column “%s” is not known',
  (name) => {
    expect(readColumnName(name)).toBeUndefined();
  },
);

test.each([
  ['Processing time (ms)', 1 / 60_000],
  ['processing_millis', 1 / 60_000],
  ['duration milliseconds', 1 / 60_000],
  ['processing_s', 1 / 60],
  ['elapsed sec', 1 / 60],
  ['runtime secs', 1 / 60],
  ['queued_seconds', 1 / 60],
  ['waiting time min', 1],
  ['queue mins', 1],
  ['Duration (minutes)', 1],
  ['Processing time', undefined],
])('a bare number under “%s” is of %d minutes each', (name, unit) => {
  expect(readColumnName(name)?.unit).toBe(unit);
});

test('of two columns that mean the same, the name that says more wins, wherever it stands', () => {
  expect(readColumns(['id', 'TASK_ID', 'x']).get('id')).toMatchObject({ index: 1 });
  expect(readColumns(['TASK_ID', 'id']).get('id')).toMatchObject({ index: 0 });
  expect(readColumns(['status', 'Status']).get('status')).toMatchObject({ index: 0 });
});

const english = textsIn('en');

test.each<[Field[], string[]]>([
  [['repository', 'trigger', 'status', 'insertionTime'], []],
  [['repositoryId', 'trigger', 'status', 'startTime'], []],
  [['integration', 'trigger', 'finishTime'], []],
  [['integrationId', 'trigger', 'status', 'processingTime'], []],
  [['group', 'trigger', 'status', 'startTime'], ['repository or integration name']],
  [['repository', 'operation', 'status', 'startTime'], ['trigger']],
  [['repository', 'trigger', 'startTime'], ['status']],
  [['repository', 'trigger', 'status', 'queuedTime'], ['insertion, start, finish or processing time']],
])('of %j is missing: %j', (fields, missing) => {
  expect(missingColumns(new Set(fields)).map((one) => english(one))).toEqual(missing);
});
