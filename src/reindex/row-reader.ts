import type { QueueTask } from '../model/queue';
import type { Field } from './columns';
import { parseDuration } from './duration';
import { isNoTime, parseEpoch, parseIsoTime, parseTime, type Moment } from './time';
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
    finishTime: at('finishTime'), processingTime: at('processingTime'),
  };
  const queuedUnit = columns.get('queuedTime')?.unit ?? MINUTES_PER_MS;
  const processingUnit = columns.get('processingTime')?.unit ?? MINUTES_PER_MS;
  const keep = createInterner();

  return (cells) => {
    const integration = name(cells, places.integration) ?? name(cells, places.integrationId);
    const repository = name(cells, places.repository);
    const repositoryId = name(cells, places.repositoryId);
    if (integration === undefined && repository === undefined && repositoryId === undefined) return 'no repository and no integration';
    const operationText = cell(cells, places.operation);
    const operation = isBlank(operationText) ? 'reindex' : readOperation(operationText);
    if (operation === undefined) return `unknown operation ${quote(operationText)}`;
    const triggerText = cell(cells, places.trigger);
    const trigger = readTrigger(triggerText);
    if (trigger === undefined) return `unknown trigger ${quote(triggerText)}`;

    const queuedTimeText = cell(cells, places.queuedTime);
    const queuedTimeIsInstant = places.insertionTime < 0 && looksLikeInstant(queuedTimeText);
    const insertionText = queuedTimeIsInstant ? queuedTimeText : cell(cells, places.insertionTime);
    const inserted = readTime(insertionText, capturedAt);
    if (inserted === null) return `unreadable insertion time ${quote(insertionText)}`;
    const startText = cell(cells, places.startTime);
    const started = readTime(startText, capturedAt);
    if (started === null) return `unreadable start time ${quote(startText)}`;
    const finishText = cell(cells, places.finishTime);
    const finished = readTime(finishText, capturedAt);
    if (finished === null) return `unreadable finish time ${quote(finishText)}`;
    const processingText = cell(cells, places.processingTime);
    const statedProcessing = readMinutes(processingText, processingUnit);
    if (statedProcessing === null) return `unreadable processing time ${quote(processingText)}`;
    const statedQueued = queuedTimeIsInstant ? undefined : readMinutes(queuedTimeText, queuedUnit);
    if (statedQueued === null) return `unreadable queued time ${quote(queuedTimeText)}`;

    const statusText = cell(cells, places.status);
    const status = isBlank(statusText) && places.status < 0 ? (finished ? 'indexed' : started ? 'indexing' : 'queued') : readStatus(statusText);
    if (status === undefined) return `unknown status ${quote(statusText)}`;

    const times = settleTimes(inserted, started, finished, statedQueued, statedProcessing);
    const priority = Number(cell(cells, places.priority) || NaN);
    const flag = cell(cells, places.flag);
    return {
      id: text(cells, places.id),
      parentId: keep(text(cells, places.parentId)),
      integration: keep(integration),
      repository: keep(repository),
      repositoryId: keep(repositoryId),
      operation,
      trigger,
      status,
      reset: (flag !== '' && /reset|full|clean/i.test(flag)) || (operationText !== '' && /^reset/i.test(operationText)),
      node: keep(text(cells, places.node)),
      priority: Number.isFinite(priority) ? priority : undefined,
      queuedAt: times.queuedAt,
      startedAt: times.startedAt,
      finishedAt: times.finishedAt,
      queuedMinutes: times.queuedMinutes,
      processingMinutes: times.processingMinutes,
      blurMinutes: times.blurMinutes,
      seenAt: capturedAt,
    };
  };
}

interface Times {
  readonly queuedAt: number | undefined;
  readonly startedAt: number | undefined;
  readonly finishedAt: number | undefined;
  readonly queuedMinutes: number | undefined;
  readonly processingMinutes: number | undefined;
  readonly blurMinutes: number;
}

/**
 * Exact times decide the durations; blurred times ("5 minutes ago") are set from the finest of them and from the
 * stated durations, which are exact to the second. A finish before its start (clocks of two nodes) takes no time.
 */
function settleTimes(
  inserted: Moment | undefined,
  started: Moment | undefined,
  finished: Moment | undefined,
  statedQueued: number | undefined,
  statedProcessing: number | undefined,
): Times {
  const blurMinutes = Math.max(inserted?.blur ?? 0, started?.blur ?? 0, finished?.blur ?? 0);
  if (blurMinutes > 0) return settleBlurred(inserted, started, finished, statedQueued, statedProcessing);
  let startedAt = started?.at;
  let queuedAt = inserted?.at;
  const finishedAt = finished?.at;
  if (startedAt === undefined && finishedAt !== undefined && statedProcessing !== undefined) startedAt = finishedAt - statedProcessing * 60_000;
  if (queuedAt === undefined && startedAt !== undefined && statedQueued !== undefined) queuedAt = startedAt - statedQueued * 60_000;
  return {
    queuedAt,
    startedAt,
    finishedAt,
    queuedMinutes: queuedAt === undefined || startedAt === undefined ? statedQueued : undefined,
    processingMinutes: startedAt === undefined || finishedAt === undefined ? statedProcessing : Math.max(0, finishedAt - startedAt) / 60_000,
    blurMinutes: 0,
  };
}

function settleBlurred(
  inserted: Moment | undefined,
  started: Moment | undefined,
  finished: Moment | undefined,
  queued: number | undefined,
  processing: number | undefined,
): Times {
  /** Candidates for the moment the task started, each from one of the times shown. */
  const starts: Moment[] = [];
  if (started) starts.push(started);
  if (finished && processing !== undefined) starts.push({ at: finished.at - processing * 60_000, blur: finished.blur });
  if (inserted && queued !== undefined) starts.push({ at: inserted.at + queued * 60_000, blur: inserted.blur });
  const start = starts.reduce<Moment | undefined>((best, next) => (!best || next.blur < best.blur ? next : best), undefined);
  return {
    queuedAt: start && queued !== undefined ? start.at - queued * 60_000 : inserted?.at,
    startedAt: start?.at,
    finishedAt: finished && (start && processing !== undefined ? start.at + processing * 60_000 : finished.at),
    queuedMinutes: queued,
    processingMinutes: processing,
    blurMinutes: start?.blur ?? finished?.blur ?? inserted?.blur ?? 0,
  };
}

function cell(cells: readonly string[], index: number): string {
  const value = index < 0 ? undefined : cells[index];
  if (value === undefined || value === '') return '';
  const first = value.charCodeAt(0);
  const last = value.charCodeAt(value.length - 1);
  return first <= 32 || first === 160 || last <= 32 || last === 160 ? value.trim() : value;
}

function text(cells: readonly string[], index: number): string | undefined {
  const value = cell(cells, index);
  return value === '' || isBlank(value) ? undefined : value;
}

/** A name is kept as it is; a lone dash means that there is none (the integration's own task). */
const name = text;

function isBlank(value: string): boolean {
  return value === '' || value === '-' || value === '--' || value === '---';
}

/** `undefined` for no time, `null` for a text that is none. */
function readTime(value: string, capturedAt: number): Moment | undefined | null {
  if (value === '') return undefined;
  const exact = parseIsoTime(value);
  if (exact !== undefined) return { at: exact, blur: 0 };
  return isNoTime(value) ? undefined : (parseTime(value, capturedAt) ?? null);
}

function readMinutes(value: string, unit: number): number | undefined | null {
  if (value === '') return undefined;
  const number = Number(value);
  if (Number.isNaN(number)) return parseDuration(value) ?? (isNoTime(value) ? undefined : null);
  return number >= 0 && Number.isFinite(number) ? number * unit : null;
}

function looksLikeInstant(value: string): boolean {
  return parseEpoch(value) !== undefined || / ago$/i.test(value) || /^\d{1,4}[-/ ]\w{2,3}[-/ ]\d/.test(value);
}

function quote(value: string): string {
  return value === '' ? '(empty)' : `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`;
}

/** Keeps one copy of each text that repeats: integrations, repositories, nodes, parents. */
function createInterner(): (value: string | undefined) => string | undefined {
  const seen = new Map<string, string>();
  return (value) => {
    if (value === undefined) return undefined;
    const kept = seen.get(value);
    if (kept !== undefined) return kept;
    seen.set(value, value);
    return value;
  };
}
