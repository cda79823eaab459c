import { isDuration, isMoment } from '../../model/limits';
import { message, type Message } from '../../model/message';
import { redact } from '../../model/redact';
import { parseDuration } from '../../schedule/duration';
import { isLocalIso, isoBlur, parseEpoch, parseIsoTime } from './iso-time';
import { amountOf, plainNumber, UNDECIDED_NUMBER, wholeNumber, type WritingHabits } from './numbers';
import { parseOther, type Moment } from './time';
import { isBlank } from './words';
import { AMBIGUOUS, type DayOrder } from './written-time';

/** A row to be read again when the file is over: a date or a number of its may be two, and other rows may tell which. */
export const UNDECIDED = Symbol('to be read again');

/** Why a cell cannot be used, or {@link UNDECIDED}. */
export type Refusal = Message | typeof UNDECIDED;

export function isRefusal(value: unknown): value is Refusal {
  return value === UNDECIDED || (typeof value === 'object' && value !== null && 'key' in value);
}

/** A text without a credential, as a default name is the origin; a lone dash means that there is none (the integration's own task). */
export function textOf(cell: string): string | undefined {
  const trimmed = cell.trim();
  return isBlank(trimmed) ? undefined : redact(trimmed);
}

/** An id of a repository or an integration, which is a number. */
export function idOf(cell: string): string | undefined {
  const id = textOf(cell);
  return id === undefined ? undefined : plainNumber(id);
}

const DASH = 45;

/** Most ids of tasks: they need not be looked at for anything else. */
function isUuid(cell: string): boolean {
  return (
    cell.length === 36 &&
    cell.charCodeAt(8) === DASH &&
    cell.charCodeAt(13) === DASH &&
    cell.charCodeAt(18) === DASH &&
    cell.charCodeAt(23) === DASH
  );
}

/**
 * Engines keep a long part of a text as a place in it, and so the whole text for as long as the part. Parts of up to 12
 * characters are copied: put together they hold nothing else.
 */
function copied(uuid: string): string {
  return uuid.slice(0, 12) + uuid.slice(12, 24) + uuid.slice(24);
}

/** UUIDs are the same in capitals and in braces, as some databases write them. */
export function taskId(cell: string): string | undefined {
  const id = isUuid(cell) ? copied(cell) : idOf(cell)?.replace(/^\{([\da-f-]{36})\}$/i, '$1');
  return id !== undefined && isUuid(id) && /[A-F]/.test(id) ? id.toLowerCase() : id;
}

export function numberWithin(cell: string, isInRange: (value: number) => boolean): number | undefined {
  const value = wholeNumber(cell);
  return value !== undefined && isInRange(value) ? value : undefined;
}

/** What the page, and `0` what a database, writes for a time that has not come yet or is not known. */
function isNoTime(text: string): boolean {
  return isBlank(text) || /^(never|none|n\/a|0|0000-00-00.*)$/i.test(text);
}

/** Columns of times and durations, by what they are called where one cannot be read. */
export type TimeColumn =
  'insertion-time' | 'start-time' | 'finish-time' | 'queued-time' | 'processing-time' | 'look' | 'blur';

/** The first days of 1970, whatever the zone: a 0 that became a time. */
const FROM_ZERO = 2 * 86_400_000;

/** Undefined for no time, or one before all queues, as databases write for none. */
export function readTime(
  cell: string,
  capturedAt: number,
  habits: WritingHabits,
  name: TimeColumn,
): Moment | undefined | Refusal {
  if (cell === '') return undefined;
  const moment = readMoment(cell, capturedAt, habits);
  if (moment === AMBIGUOUS) return habits.isOver ? ambiguous(cell, name) : UNDECIDED;
  if (moment === null || (moment && moment.at >= FROM_ZERO && !isMoment(moment.at))) return unreadable(cell, name);
  return moment && moment.at < FROM_ZERO ? undefined : moment;
}

function ambiguous(cell: string, name: TimeColumn): Message {
  return message('queue.problem.two-days', message(`queue.column.${name}`), quote(cell));
}

export function unreadable(cell: string, name: TimeColumn): Message {
  return message('queue.problem.unreadable', message(`queue.column.${name}`), quote(cell));
}

function learnOrder(habits: WritingHabits, order: DayOrder | undefined): void {
  if (order !== undefined)
    habits.dayOrder = habits.dayOrder === undefined || habits.dayOrder === order ? order : 'mixed';
}

/** It tells how the file writes groups. */
function parseGroupedEpoch(cell: string, habits: WritingHabits): number | undefined {
  const epoch = parseEpoch(plainNumber(cell));
  if (epoch !== undefined) amountOf(cell, habits);
  return epoch;
}

function readMoment(
  cell: string,
  capturedAt: number,
  habits: WritingHabits,
): Moment | undefined | null | typeof AMBIGUOUS {
  const iso = parseIsoTime(cell);
  if (iso !== undefined) {
    habits.hasLocalTimes ||= isLocalIso(cell);
    return { at: iso, blur: isoBlur(cell) };
  }
  const epoch = parseEpoch(cell) ?? parseGroupedEpoch(cell, habits);
  if (epoch !== undefined) return { at: epoch, blur: 0 };
  const value = cell.trim();
  if (isNoTime(value) || isNoTime(plainNumber(value))) return undefined;
  // Only the whole file tells: the next row may contradict what the last one told.
  const order = habits.isOver && habits.dayOrder !== 'mixed' ? habits.dayOrder : undefined;
  const other = parseOther(value, capturedAt, order) ?? null;
  if (other === null || other === AMBIGUOUS) return other;
  learnOrder(habits, other.order);
  habits.hasLocalTimes ||= other.isLocal;
  return { at: other.at, blur: other.blur };
}

/** A bare number in the given unit (minutes in one of it), or a duration as text. Undefined for none. */
export function readMinutes(
  cell: string,
  unit: number,
  habits: WritingHabits,
  name: TimeColumn,
): number | undefined | Refusal {
  if (cell === '') return undefined;
  const amount = amountOf(cell, habits);
  if (amount === UNDECIDED_NUMBER) return UNDECIDED;
  const read = amount === undefined ? parseDuration(cell) : amount * unit;
  if (read !== undefined && isDuration(read)) return read;
  return read === undefined && isNoTime(cell.trim()) ? undefined : unreadable(cell, name);
}

/** What a cell holds, as it is told: without a credential, and not longer than a line. */
export function quote(cell: string): Message {
  const value = redact(cell);
  if (value === '') return message('queue.problem.empty-cell');
  return message('queue.problem.cell', value.length > 40 ? `${value.slice(0, 40)}…` : value);
}
