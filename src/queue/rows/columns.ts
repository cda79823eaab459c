import { message, type Message } from '../../model/message';
import { plainWord } from './words';

/**
 * What a column of an export can hold, with its names, without case, spaces and signs. Where two columns mean the same,
 * the name that stands first here wins: a table has a number called `id` beside the task's own UUID.
 */
const NAMES = {
  id: 'taskid taskuuid uuid id task',
  parentId: 'parentid parenttaskid parent parenttask parentuuid',
  integration: 'integrationname integration',
  integrationId: 'integrationid trackedfolderid',
  repository: 'repositoryname repository repo reponame fullname',
  group: 'repositorygroup repogroup group groupname',
  repositoryId: 'repositoryid repoid',
  operation: 'typeofoperation operation operationtype type optype operationcode',
  flag: 'operationflag operationflags flag flags',
  trigger: 'trigger triggeredby triggertype reindexsource source sourcecode triggersource',
  status: 'status state taskstatus',
  node: 'node nodeid nodename',
  priority: 'priority',
  insertionTime:
    'insertiontime inserttime inserted insertedat insertiondate created createdat createdtime createddate enqueuedat ' +
    'enqueued queuedat queueddate addedat',
  queuedTime: 'queuedtime queuetime queued waittime waitingtime',
  startTime: 'starttime start started startedat startdate processingstarttime',
  finishTime: 'finishtime finish finished finishedat finishdate end endtime endedat enddate completed completedat',
  processingTime: 'processingtime processing processingduration duration elapsed elapsedtime runtime',
  delay: 'delay',
  // Of the panel's own export: when the row was looked at, by how many minutes its times may be off, and its place there.
  seenAt: 'seenat',
  blur: 'blurminutes',
  outOf: 'outof',
  row: 'row',
};

export type Field = keyof typeof NAMES;

const FIELDS = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.split(' ').map((name, rank) => [name, { field: field as Field, rank }] as const),
  ),
);

/** Units that a column name may end in: "Processing time (ms)", `processing_seconds`. Minutes in one of each. */
const ENDINGS: readonly (readonly [RegExp, number])[] = [
  [/(?:milliseconds|millis|ms)$/, 1 / 60_000],
  [/(?:seconds|secs?|s)$/, 1 / 60],
  [/(?:minutes|mins?)$/, 1],
];

export interface Column {
  readonly field: Field;
  /** Of two columns of the same field the lower one wins. */
  readonly rank: number;
  /** Minutes in one unit of a bare number, when the name says so. */
  readonly unit?: number;
}

/** What a column name means; `undefined` when it is not known. */
export function readColumnName(name: string): Column | undefined {
  const plain = plainWord(name).replace(/timestamp$/, 'time');
  const column = FIELDS.get(plain);
  if (column) return column;
  for (const [ending, unit] of ENDINGS) {
    const stem = ending.test(plain) ? plain.replace(ending, '') : undefined;
    const timed = stem === undefined ? undefined : (FIELDS.get(stem) ?? FIELDS.get(`${stem}time`));
    if (timed?.field === 'processingTime' || timed?.field === 'queuedTime') return { ...timed, unit };
  }
  return undefined;
}

/** Where each field stands in a row. */
export function readColumns(names: readonly string[]): Map<Field, Column & { readonly index: number }> {
  const columns = new Map<Field, Column & { readonly index: number }>();
  names.forEach((name, index) => {
    const column = readColumnName(name);
    if (!column || column.rank >= (columns.get(column.field)?.rank ?? Infinity)) return;
    columns.set(column.field, { ...column, index });
  });
  return columns;
}

/** What an export lacks to be one: empty when it has all that is needed. */
export function missingColumns(fields: ReadonlySet<Field>): Message[] {
  const has = (...any: Field[]): boolean => any.some((field) => fields.has(field));
  return [
    ...(has('repository', 'repositoryId', 'integration', 'integrationId') ? [] : [message('queue.missing.repository')]),
    ...(has('trigger') ? [] : [message('queue.missing.trigger')]),
    ...(has('status', 'finishTime') ? [] : [message('queue.missing.status')]),
    ...(has('insertionTime', 'startTime', 'finishTime', 'processingTime') ? [] : [message('queue.missing.times')]),
  ];
}
