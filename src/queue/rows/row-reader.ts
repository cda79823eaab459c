import { isCount, isDuration, isMoment, isPriority, MOST_ROWS, WIDEST_BLUR } from '../../model/limits';
import { message } from '../../model/message';
import { isFinal, type QueueTask } from '../../model/queue';
import {
  idOf,
  isRefusal,
  numberWithin,
  quote,
  readMinutes,
  readTime,
  taskId,
  textOf,
  unreadable,
  type Refusal,
} from './cell-values';
import { createColumnReader } from './column-reader';
import type { Field } from './columns';
import { parseEpoch } from './iso-time';
import { plainNumber, type WritingHabits } from './numbers';
import { settleTimes, type Times } from './settle-times';
import type { Moment } from './time';
import { isBlank, isResetTrigger, readOperation, readStatus, readTrigger } from './words';

/** Where the fields of a row are, and how to read a bare number in a duration column (minutes in one unit). */
export type Columns = ReadonlyMap<Field, { readonly index: number; readonly unit?: number | undefined }>;

/** Turns the cells of a row into a task, or says why it is none. */
export type RowReader = (cells: readonly string[]) => QueueTask | Refusal;

const MINUTES_PER_MS = 1 / 60_000;

/**
 * One reader for every kind of source: table, JSON and page.
 *
 * @param habits shared by all readers of a file
 */
export function createRowReader(columns: Columns, capturedAt: number, habits: WritingHabits): RowReader {
  const read = createTaskReader(columns, capturedAt, habits);
  const outOf = columns.get('outOf')?.index ?? -1;
  const row = columns.get('row')?.index ?? -1;
  if (outOf < 0 || row < 0) return read;
  // Of the panel's own export: tasks of a page that showed only some of them.
  return (cells) => {
    const task = read(cells);
    const total = rowCount(raw(cells, outOf));
    return isRefusal(task) || total === undefined ? task : { ...task, outOf: total, row: rowCount(raw(cells, row)) };
  };
}

function createTaskReader(columns: Columns, capturedAt: number, habits: WritingHabits): RowReader {
  const at = (field: Field): number => columns.get(field)?.index ?? -1;
  const places = {
    id: at('id'),
    operation: at('operation'),
    trigger: at('trigger'),
    status: at('status'),
    insertionTime: at('insertionTime'),
    queuedTime: at('queuedTime'),
    startTime: at('startTime'),
    finishTime: at('finishTime'),
    processingTime: at('processingTime'),
    seenAt: at('seenAt'),
  };
  const queuedUnit = columns.get('queuedTime')?.unit ?? MINUTES_PER_MS;
  const processingUnit = columns.get('processingTime')?.unit ?? MINUTES_PER_MS;
  const column = <Value>(field: Field, read: (cell: string) => Value) => createColumnReader(at(field), read);
  const readParent = column('parentId', taskId);
  const readIntegration = column('integration', textOf);
  const readIntegrationId = column('integrationId', idOf);
  const readRepository =
    at('group') < 0 ? column('repository', textOf) : withGroups(column('group', textOf), column('repository', textOf));
  const readRepositoryId = column('repositoryId', idOf);
  const readNode = column('node', textOf);
  const operationOf = column('operation', (cell) => ({
    operation: readOperation(plainNumber(cell)) ?? (isBlank(cell.trim()) ? 'reindex' : undefined),
    isReset: /^\s*reset/i.test(cell),
  }));
  const isResetFlag = column('flag', (cell) => /reset|full|clean/i.test(cell));
  const triggerOf = column('trigger', (cell) => ({ trigger: readTrigger(cell), throwsAway: isResetTrigger(cell) }));
  const statusOf = column('status', readStatus);
  const priorityOf = column('priority', (cell) => numberWithin(cell, isPriority));
  const blurOf = column('blur', (cell) => Number(cell.trim() || 0));

  return (cells) => {
    const integration = readIntegration(cells) ?? readIntegrationId(cells);
    const repository = readRepository(cells);
    const repositoryId = readRepositoryId(cells);
    if (integration === undefined && repository === undefined && repositoryId === undefined)
      return message('queue.problem.no-repository');
    const { operation, isReset } = operationOf(cells);
    if (operation === undefined) return message('queue.problem.operation', quote(raw(cells, places.operation)));
    const { trigger, throwsAway } = triggerOf(cells);
    if (trigger === undefined) return message('queue.problem.trigger', quote(raw(cells, places.trigger)));

    const queuedTimeText = raw(cells, places.queuedTime).trim();
    const queuedTimeIsInstant = places.insertionTime < 0 && looksLikeInstant(queuedTimeText);
    const insertionText = queuedTimeIsInstant ? queuedTimeText : raw(cells, places.insertionTime);
    // All of them first: one may tell how another is meant.
    const inserted = readTime(insertionText, capturedAt, habits, 'insertion-time');
    const started = readTime(raw(cells, places.startTime), capturedAt, habits, 'start-time');
    const finished = readTime(raw(cells, places.finishTime), capturedAt, habits, 'finish-time');
    const statedProcessing = readMinutes(raw(cells, places.processingTime), processingUnit, habits, 'processing-time');
    const statedQueued = queuedTimeIsInstant
      ? undefined
      : readMinutes(queuedTimeText, queuedUnit, habits, 'queued-time');
    if (isRefusal(inserted)) return inserted;
    if (isRefusal(started)) return started;
    if (isRefusal(finished)) return finished;
    if (isRefusal(statedProcessing)) return statedProcessing;
    if (isRefusal(statedQueued)) return statedQueued;

    const status = places.status < 0 ? (finished ? 'indexed' : started ? 'indexing' : 'queued') : statusOf(cells);
    if (status === undefined) return message('queue.problem.status', quote(raw(cells, places.status)));

    const blur = blurOf(cells);
    if (!(blur >= 0 && blur <= WIDEST_BLUR)) return unreadable(raw(cells, at('blur')), 'blur');
    const times = settleTimes({
      inserted: withBlur(inserted, blur),
      started: withBlur(started, blur),
      finished: withBlur(finished, blur),
      queued: statedQueued,
      processing: statedProcessing,
      isDone: isFinal(status),
    });
    const seen = readTime(raw(cells, places.seenAt), capturedAt, habits, 'look');
    if (isRefusal(seen)) return seen;
    if (!areShowable(times)) return message('queue.problem.times');
    return {
      id: taskId(raw(cells, places.id)),
      parentId: readParent(cells),
      integration,
      repository,
      repositoryId,
      operation,
      trigger,
      status,
      reset: isReset || throwsAway || isResetFlag(cells),
      node: readNode(cells),
      priority: priorityOf(cells),
      queuedAt: times.queuedAt,
      startedAt: times.startedAt,
      finishedAt: times.finishedAt,
      queuedMinutes: times.queuedMinutes,
      processingMinutes: times.processingMinutes,
      blurMinutes: times.blurMinutes,
      seenAt: seen?.at ?? capturedAt,
    };
  };
}

type TextReader = (cells: readonly string[]) => string | undefined;

/** Puts the group before the name, as the page shows it; each pair is made once. */
function withGroups(readGroup: TextReader, readName: TextReader): TextReader {
  const groups = new Map<string, Map<string, string>>();
  return (cells) => {
    const group = readGroup(cells);
    const name = readName(cells);
    if (group === undefined || name === undefined) return name;
    let names = groups.get(group);
    if (!names) groups.set(group, (names = new Map<string, string>()));
    let full = names.get(name);
    if (full === undefined) names.set(name, (full = name.startsWith(`${group}/`) ? name : `${group}/${name}`));
    return full;
  };
}

/** Exact times may be centuries apart, and a duration may reach back to before all dates. */
function areShowable({ queuedAt = 1, startedAt = 1, finishedAt = 1, processingMinutes = 0 }: Times): boolean {
  return isMoment(queuedAt) && isMoment(startedAt) && isMoment(finishedAt) && isDuration(processingMinutes);
}

function rowCount(cell: string): number | undefined {
  return numberWithin(cell, (value) => isCount(value, MOST_ROWS));
}

/** A cell as it stands; the spaces around it are left to whoever reads it. */
function raw(cells: readonly string[], index: number): string {
  return index < 0 ? '' : (cells[index] ?? '');
}

/** A time of the panel's own export may be off, though it is written exactly. */
function withBlur(moment: Moment | undefined, blur: number): Moment | undefined {
  return moment && blur > 0 ? { at: moment.at, blur } : moment;
}

function looksLikeInstant(value: string): boolean {
  return (
    parseEpoch(plainNumber(value)) !== undefined || /\sago$/i.test(value) || /^\d{1,4}[-/. ]\w{2,3}[-/. ]\d/.test(value)
  );
}
