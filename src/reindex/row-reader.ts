import { isFinal, type QueueTask } from '../model/queue';
import type { Field } from './columns';
import { parseDuration } from './duration';
import { settleTimes } from './settle-times';
import { isNoTime, isoBlur, parseEpoch, parseIsoTime, parseTime, type Moment } from './time';
import { readOperation, readStatus, readTrigger } from './words';

/** Where the fields of a row are, and how to read a bare number in a duration column (minutes in one unit). */
export type Columns = ReadonlyMap<Field, { readonly index: number; readonly unit?: number | undefined }>;

/** Turns the cells of a row into a task, or into the reason why it is none. */
export type RowReader = (cells: readonly string[]) => QueueTask | string;

const MINUTES_PER_MS = 1 / 60_000;

/** One reader for every kind of source: table, JSON and page. */
export function createRowReader(columns: Columns, capturedAt: number): RowReader {
  const at = (field: Field): number => columns.get(field)?.index ?? -1;
  const places = {
    id: at('id'), parentId: at('parentId'), integration: at('integration'), integrationId: at('integrationId'),
    repository: at('repository'), repositoryId: at('repositoryId'), operation: at('operation'), flag: at('flag'),
    trigger: at('trigger'), status: at('status'), node: at('node'), priority: at('priority'),
    insertionTime: at('insertionTime'), queuedTime: at('queuedTime'), startTime: at('startTime'),
    finishTime: at('finishTime'), processingTime: at('processingTime'), seenAt: at('seenAt'), blur: at('blur'),
  };
  const queuedUnit = columns.get('queuedTime')?.unit ?? MINUTES_PER_MS;
  const processingUnit = columns.get('processingTime')?.unit ?? MINUTES_PER_MS;
  const names = {
    parent: createKeeper(places.parentId), integration: createKeeper(places.integration), integrationId: createKeeper(places.integrationId),
    repository: createKeeper(places.repository), repositoryId: createKeeper(places.repositoryId), node: createKeeper(places.node),
  };

  return (cells) => {
    const integration = names.integration(cells) ?? names.integrationId(cells);
    const repository = names.repository(cells);
    const repositoryId = names.repositoryId(cells);
    if (integration === undefined && repository === undefined && repositoryId === undefined) return 'no repository and no integration';
    const operationText = raw(cells, places.operation);
    const operation = readOperation(operationText) ?? (isBlank(operationText.trim()) ? 'reindex' : undefined);
    if (operation === undefined) return `unknown operation ${quote(operationText)}`;
    const triggerText = raw(cells, places.trigger);
    const trigger = readTrigger(triggerText);
    if (trigger === undefined) return `unknown trigger ${quote(triggerText)}`;

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

    const statusText = raw(cells, places.status);
    const status = places.status < 0 ? (finished ? 'indexed' : started ? 'indexing' : 'queued') : readStatus(statusText);
    if (status === undefined) return `unknown status ${quote(statusText)}`;

    const times = settleTimes(inserted, started, finished, statedQueued, statedProcessing, isFinal(status));
    const priority = Number(raw(cells, places.priority).trim() || NaN);
    const flag = raw(cells, places.flag);
    return {
      id: text(raw(cells, places.id)),
      parentId: names.parent(cells),
      integration,
      repository,
      repositoryId,
      operation,
      trigger,
      status,
      reset: (flag !== '' && /reset|full|clean/i.test(flag)) || /^\s*reset/i.test(operationText),
      node: names.node(cells),
      priority: Number.isFinite(priority) ? priority : undefined,
      queuedAt: times.queuedAt,
      startedAt: times.startedAt,
      finishedAt: times.finishedAt,
      queuedMinutes: times.queuedMinutes,
      processingMinutes: times.processingMinutes,
      blurMinutes: Math.max(times.blurMinutes, Number(raw(cells, places.blur)) || 0),
      seenAt: readTime(raw(cells, places.seenAt), capturedAt)?.at ?? capturedAt,
    };
  };
}

/** A cell as it stands; the spaces around it are left to whoever reads it. */
function raw(cells: readonly string[], index: number): string {
  return index < 0 ? '' : (cells[index] ?? '');
}

/** A text as it is; a lone dash means that there is none (the integration's own task), as does a database's `\N`. */
function text(value: string): string | undefined {
  const trimmed = value.trim();
  return isBlank(trimmed) ? undefined : trimmed;
}

function isBlank(value: string): boolean {
  return value === '' || value === '-' || value === '--' || value === '---' || value === '\\N';
}

/** `undefined` for no time, `null` for a text that is none. */
function readTime(cell: string, capturedAt: number): Moment | undefined | null {
  if (cell === '') return undefined;
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
  if (!Number.isNaN(number)) return number >= 0 && Number.isFinite(number) ? number * unit : null;
  return parseDuration(cell) ?? (isNoTime(cell.trim()) ? undefined : null);
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

interface Kept {
  readonly cell: string;
  readonly value: string | undefined;
  next?: Kept;
}

/**
 * Keeps one copy of each text that repeats in a column: integrations, repositories, nodes, parents. Rows come in the
 * same order pass after pass, so what followed the last time is tried before the whole text is looked up.
 */
function createKeeper(index: number): (cells: readonly string[]) => string | undefined {
  const seen = new Map<string, Kept>();
  let last: Kept = { cell: '', value: undefined };
  return (cells) => {
    const cell = raw(cells, index);
    if (cell === '') return undefined;
    let found = last.next;
    if (found?.cell !== cell) {
      found = seen.get(cell);
      if (!found) seen.set(cell, (found = { cell, value: text(cell) }));
      last.next = found;
    }
    last = found;
    return found.value;
  };
}
