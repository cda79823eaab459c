import type { QueueTask } from '../model/queue';
import type { QueueExport } from './collector';
import { parseJson } from './parse-json';
import { parsePage } from './parse-page';
import { TableParser } from './parse-table';
import { detectTable, type TableShape } from './table-header';

export interface ParseOptions {
  /** When the page was copied or the file was made: relative times count from here. Milliseconds since the epoch. */
  readonly capturedAt: number;
}

export interface FileOptions {
  /**
   * A file may have been copied or mailed since it was made, so that `capturedAt` is only the latest that the queue can
   * have been looked at: the newest time in its rows says when it was.
   */
  readonly isAtMost?: boolean;
}

/** A parser that is fed piece by piece, so that the page stays responsive and a file need not be in memory whole. */
export interface QueueParser {
  push(chunk: string): void;
  finish(): QueueExport;
}

/** Enough text to see what it is. */
const HEAD = 1 << 18;

/** One slice of work: a few milliseconds, and few enough rows that the collector of garbage has little to move. */
const SLICE = 1 << 17;

/** Reads an export of the queue: CSV, TSV, semicolons, JSON, or the text of the Indexing queue page. */
export function parseQueueExport(text: string, { capturedAt }: ParseOptions): QueueExport {
  const whole = withoutMark(text);
  const { table, json } = detect(whole);
  if (table) return readTable(whole.slice(table.start), new TableParser(table, capturedAt));
  if (whole.trim() === '') return { tasks: [], problems: [{ line: 1, reason: 'it is empty' }] };
  if (whole.slice(0, HEAD).includes('\0')) return { tasks: [], problems: [{ line: 1, reason: 'no text: save it as CSV, TSV or JSON' }] };
  return json ? parseJson(whole, capturedAt) : parsePage(whole, capturedAt);
}

/** A row that does not fit into a slice gets a longer one. */
function readTable(text: string, table: TableParser): QueueExport {
  let size = SLICE;
  for (let position = 0; position < text.length; ) {
    const end = Math.min(position + size, text.length);
    const used = table.take(text.slice(position, end), end === text.length);
    position += used;
    size = used > 0 ? SLICE : size * 2;
  }
  return table.finish();
}

/** The same for a stream of pieces. */
export function createQueueParser(options: ParseOptions & FileOptions): QueueParser {
  let rest = '';
  let table: TableParser | undefined;
  let started = false;
  return {
    push(chunk) {
      rest += chunk;
      if (!started && rest.length >= HEAD) {
        rest = withoutMark(rest);
        const shape = detect(rest).table;
        started = true;
        if (shape) {
          table = new TableParser(shape, options.capturedAt);
          rest = rest.slice(shape.start);
        }
      }
      if (table && rest.length >= SLICE) rest = rest.slice(table.take(rest, false));
    },
    finish() {
      const found = table ? readTable(rest, table) : parseQueueExport(rest, options);
      if (options.isAtMost === true) lookWhenNewest(found.tasks, options.capturedAt);
      return found;
    },
  };
}

type Draft = { -readonly [Key in keyof QueueTask]: QueueTask[Key] };

/** Tasks whose row does not say when it was looked at were seen at the newest time of all. */
function lookWhenNewest(tasks: Draft[], latest: number): void {
  let newest = -Infinity;
  for (const { queuedAt = 0, startedAt = 0, finishedAt = 0 } of tasks) {
    for (const time of [queuedAt, startedAt, finishedAt]) if (time > newest && time > 0 && time <= latest) newest = time;
  }
  if (newest > 0) for (const task of tasks) if (task.seenAt === latest) task.seenAt = newest;
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/**
 * JSON by its first character; a table by its header. The page's own table (with a Delay column, without ids) may
 * have opened details between its rows, so it is read as a page.
 */
function detect(text: string): { readonly table?: TableShape; readonly json?: boolean } {
  const head = text.slice(0, HEAD);
  if (/^\s*[[{]/.test(head)) return { json: true };
  const table = detectTable(head);
  if (!table) return {};
  const { delimiter, columns } = table;
  const isPage = delimiter === '\t' && columns.has('delay') && !columns.has('id');
  return isPage ? {} : { table };
}
