import { isCount, isDuration, isMoment, isPriority, MOST_ROWS, WIDEST_BLUR } from '../model/limits';
import { isFinal, type QueueTask } from '../model/queue';
import { createColumnReader } from './column-reader';
import type { Field } from './columns';
import { parseDuration } from './duration';
import { settleTimes, type Times } from './settle-times';
import { isNoTime, isoBlur, parseEpoch, parseIsoTime, parseTime, type Moment } from './time';
import { isBlank, readOperation, readStatus, readTrigger } from './words';

/** Where the fields of a row are, and how to read a bare number in a duration column (minutes in one unit). */
export type Columns = ReadonlyMap<Field, { readonly index: number; readonly unit?: number | undefined }>;

/** Turns the cells of a row into a task, or into the reason why it is none. */
export type RowReader = (cells: readonly string[]) => QueueTask | string;

const MINUTES_PER_MS = 1 / 60_000;

/** One reader for every kind of source: table, JSON and page. */
export function createRowReader(columns: Columns, capturedAt: number): RowReader {
  const read = createTaskReader(columns, capturedAt);
  const outOf = columns.get('outOf')?.index ?? -1;
  const row = columns.get('row')?.index ?? -1;
  if (outOf < 0 || row < 0) return read;
  // Of the panel's own export: tasks of a page that showed only some of them.
  return (cells) => {
    const task = read(cells);
    const total = rowCount(raw(cells, outOf));
    return typeof task === 'string' || total === undefined ? task : { ...task, outOf: total, row: rowCount(raw(cells, row)) };
  };
}

function createTaskReader(columns: Columns, capturedAt: number): RowReader {
  const at = (field: Field): number => columns.get(field)?.index ?? -1;
  const places = {
    id: at('id'), operation: at('operation'), trigger: at('trigger'), status: at('status'), insertionTime: at('insertionTime'),
    queuedTime: at('queuedTime'), startTime: at('startTime'), finishTime: at('finishTime'), processingTime: at('processingTime'),
    seenAt: at('seenAt'),
  };
  const queuedUnit = columns.get('queuedTime')?.unit ?? MINUTES_PER_MS;
  const processingUnit = columns.get('processingTime')?.unit ?? MINUTES_PER_MS;
  const column = <Value>(field: Field, read: (cell: string) => Value) => createColumnReader(at(field), read);
  const readParent = column('parentId', taskId);
  const readIntegration = column('integration', text);
  const readIntegrationId = column('integrationId', text);
  const readRepository = at('group') < 0 ? column('repository', text) : withGroups(column('group', text), column('repository', text));
  const readRepositoryId = column('repositoryId', text);
  const readNode = column('node', text);
  const operationOf = column('operation', (cell) => ({
    operation: readOperation(cell) ?? (isBlank(cell.trim()) ? 'reindex' : undefined),
    isReset: /^\s*reset/i.test(cell),
  }));
  const isResetFlag = column('flag', (cell) => /reset|full|clean/i.test(cell));
  const triggerOf = column('trigger', readTrigger);
  const statusOf = column('status', readStatus);
  const priorityOf = column('priority', (cell) => numberWithin(cell, isPriority));
  const blurOf = column('blur', (cell) => finiteNumber(cell) ?? 0);

  return (cells) => {
    const integration = readIntegration(cells) ?? readIntegrationId(cells);
    const repository = readRepository(cells);
    const repositoryId = readRepositoryId(cells);
    if (integration === undefined && repository === undefined && repositoryId === undefined) return 'no repository and no integration';
    const { operation, isReset } = operationOf(cells);
    if (operation === undefined) return `unknown operation ${quote(raw(cells, places.operation))}`;
    const trigger = triggerOf(cells);
    if (trigger === undefined) return `unknown trigger ${quote(raw(cells, places.trigger))}`;

    const queuedTimeText = raw(cells, places.queuedTime).trim();
    const queuedTimeIsInstant = places.insertionTime < 0 && looksLikeInstant(queuedTimeText);
    const insertionText = queuedTimeIsInstant ? queuedTimeText : raw(cells, places.insertionTime);
    const inserted = readTime(insertionText, capturedAt);
    if (inserted === null) return `unreadable insertion time ${quote(insertionText)}`;
    const startText = raw(cells, places.startTime);
    const started = readTime(startText, capturedAt);
    if (started === null) return `unreadable start time ${quote(startText)}`;
    const finishText = raw(cells, places.finishTime);
    const finished = readTime(finishText, capturedAt);
    if (finished === null) return `unreadable finish time ${quote(finishText)}`;
    const processingText = raw(cells, places.processingTime);
    const statedProcessing = readMinutes(processingText, processingUnit);
    if (statedProcessing === null) return `unreadable processing time ${quote(processingText)}`;
    const statedQueued = queuedTimeIsInstant ? undefined : readMinutes(queuedTimeText, queuedUnit);
    if (statedQueued === null) return `unreadable queued time ${quote(queuedTimeText)}`;

    const status = places.status < 0 ? (finished ? 'indexed' : started ? 'indexing' : 'queued') : statusOf(cells);
    if (status === undefined) return `unknown status ${quote(raw(cells, places.status))}`;

    const blur = blurOf(cells);
    if (!(blur >= 0 && blur <= WIDEST_BLUR)) return `unreadable blur minutes ${blur}`;
    const times = settleTimes(
      withBlur(inserted, blur), withBlur(started, blur), withBlur(finished, blur), statedQueued, statedProcessing, isFinal(status),
    );
    if (!areShowable(times)) return 'times and durations that do not fit together';
    return {
      id: taskId(raw(cells, places.id)),
      parentId: readParent(cells),
      integration,
      repository,
      repositoryId,
      operation,
      trigger,
      status,
      reset: isReset || isResetFlag(cells),
      node: readNode(cells),
      priority: priorityOf(cells),
      queuedAt: times.queuedAt,
      startedAt: times.startedAt,
      finishedAt: times.finishedAt,
      queuedMinutes: times.queuedMinutes,
      processingMinutes: times.processingMinutes,
      blurMinutes: times.blurMinutes,
      seenAt: readTime(raw(cells, places.seenAt), capturedAt)?.at ?? capturedAt,
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

function numberWithin(cell: string, isInRange: (value: number) => boolean): number | undefined {
  const value = finiteNumber(cell);
  return value !== undefined && isInRange(value) ? value : undefined;
}

function rowCount(cell: string): number | undefined {
  return numberWithin(cell, (value) => isCount(value, MOST_ROWS));
}

function finiteNumber(cell: string): number | undefined {
  const value = Number(cell.trim() || NaN);
  return Number.isFinite(value) ? value : undefined;
}

/** A cell as it stands; the spaces around it are left to whoever reads it. */
function raw(cells: readonly string[], index: number): string {
  return index < 0 ? '' : (cells[index] ?? '');
}

/** A text as it is; a lone dash means that there is none (the integration's own task). */
function text(value: string): string | undefined {
  const trimmed = value.trim();
  return isBlank(trimmed) ? undefined : trimmed;
}

/** UUIDs are the same in capitals and in braces, as some databases write them. */
function taskId(cell: string): string | undefined {
  const id = text(cell);
  const isOther = id !== undefined && id.length >= 36 && id.length <= 38 && /[A-F{]/.test(id);
  return isOther ? id.replace(/^\{|\}$/g, '').toLowerCase() : id;
}

/** A time of the panel's own export may be off, though it is written exactly. */
function withBlur(moment: Moment | undefined, blur: number): Moment | undefined {
  return moment && blur > 0 ? { at: moment.at, blur } : moment;
}

/** `undefined` for no time, or one before all queues, as databases write for none; `null` for a text that is none. */
function readTime(cell: string, capturedAt: number): Moment | undefined | null {
  if (cell === '') return undefined;
  const moment = readMoment(cell, capturedAt);
  return moment && !isMoment(moment.at) ? (moment.at < 1 ? undefined : null) : moment;
}

function readMoment(cell: string, capturedAt: number): Moment | undefined | null {
  const iso = parseIsoTime(cell);
  if (iso !== undefined) return { at: iso, blur: isoBlur(cell) };
  const epoch = parseEpoch(cell);
  if (epoch !== undefined) return { at: epoch, blur: 0 };
  const value = cell.trim();
  return isNoTime(value) ? undefined : (parseTime(value, capturedAt) ?? null);
}

function readMinutes(cell: string, unit: number): number | undefined | null {
  if (cell === '') return undefined;
  const number = isLetter(cell.charCodeAt(cell.length - 1)) ? NaN : Number(cell.trim() || NaN);
  if (!Number.isNaN(number)) return isDuration(number * unit) ? number * unit : null;
  const minutes = parseDuration(cell);
  if (minutes !== undefined) return isDuration(minutes) ? minutes : null;
  return isNoTime(cell.trim()) ? undefined : null;
}

/** Most durations end in a unit: they need not be tried as a number. */
function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

function looksLikeInstant(value: string): boolean {
  return parseEpoch(value) !== undefined || /\sago$/i.test(value) || /^\d{1,4}[-/ ]\w{2,3}[-/ ]\d/.test(value);
}

function quote(value: string): string {
  return value === '' ? '(empty)' : `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`;
}
