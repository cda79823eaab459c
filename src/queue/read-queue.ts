import type { QueueExport } from './collector';
import { message } from '../model/message';
import { finish, type Steps } from '../steps/steps';
import type { JsonMembers } from './formats/json/json-members';
import { lookWhenNewest } from './looked-at';
import { JsonParser } from './formats/json/json';
import { parsePage } from './formats/page';
import { TableParser } from './formats/table';
import { detectTable, type TableShape } from './formats/table-header';

export interface ParseOptions {
  /** When the page was copied or the file was made: relative times count from here. Milliseconds since the epoch. */
  readonly capturedAt: number;
}

export interface FileOptions {
  /**
   * A page in a file may have been copied or mailed since it was made, so that `capturedAt` is only the latest that the
   * queue can have been looked at: the newest time in its rows says when it was.
   */
  readonly isAtMost?: boolean;
  /** Members of an object at the top of JSON that are wanted as they are, beside the rows. */
  readonly members?: ReadonlySet<string>;
}

/** A parser that is fed piece by piece, so that the page stays responsive and a file need not be in memory whole. */
export interface QueueParser {
  push(chunk: string): void;
  finish(): QueueExport;
  /** The same, for a page that must not stand still over rows that had to wait for what comes after them. */
  finishInSteps(): Steps<QueueExport>;
  /** Of the wanted ones; undefined where the file is no JSON. */
  readonly members: JsonMembers | undefined;
}

/** Enough text to see what it is. */
const HEAD = 1 << 18;

/** Pastes of hundreds of pages of the queue are no longer; a text that is, and is no table, is none of it. */
const LONGEST_PAGE = 1 << 22;

const TOO_LONG: QueueExport = {
  tasks: [],
  problems: [{ line: 1, reason: message('queue.problem.too-long') }],
};

/** One slice of work: a few milliseconds. */
const SLICE = 1 << 17;

/**
 * Reads an export of the queue: CSV, TSV, semicolons, JSON, or the text of the Indexing queue page. Only the page was
 * looked at when it was copied: a table, however it comes, says itself when that was, by its newest time.
 */
export function parseQueueExport(text: string, { capturedAt }: ParseOptions): QueueExport {
  const parser = createQueueParser({ capturedAt });
  parser.push(text);
  return parser.finish();
}

/** A larger table (a spreadsheet) is not compared with the text beside it. Characters. */
const LONGEST_COMPARED = 1 << 18;

/**
 * Reads what was copied, each form that the clipboard offers at most once. A table says which text is in which cell, so it
 * is used unless the plain text gives more tasks.
 *
 * @param plain the text as it was copied
 * @param table the table of the clipboard's HTML as lines of cells with tabs between; undefined where there is none
 * @returns also the text of the form that was used
 */
export function readClipboard(
  { plain, table }: { readonly plain: string; readonly table: string | undefined },
  options: ParseOptions,
): { readonly text: string; readonly content: QueueExport } {
  const read = (text: string) => ({ text, content: parseQueueExport(text, options) });
  if (table === undefined) return read(plain);
  const ofTable = read(table);
  if (plain.trim() === '' || table.length > LONGEST_COMPARED) return ofTable;
  const ofPlain = read(plain);
  return ofTable.content.tasks.length >= ofPlain.content.tasks.length ? ofTable : ofPlain;
}

/** The same for a stream of pieces. */
export function createQueueParser(options: ParseOptions & FileOptions): QueueParser {
  return new FileParser(options);
}

class FileParser implements QueueParser {
  private rest = '';
  private table: TableParser | undefined;
  private json: JsonParser | undefined;
  private isStarted = false;
  private isTooLong = false;

  constructor(private readonly options: ParseOptions & FileOptions) {}

  get members(): JsonMembers | undefined {
    return this.json?.wantedMembers;
  }

  push(chunk: string): void {
    if (this.isTooLong) return;
    this.rest += chunk;
    if (!this.isStarted && this.rest.length >= HEAD) this.start();
    if (this.json) {
      readJson(this.rest, this.json);
      this.rest = '';
    } else if (this.table) {
      this.rest = this.rest.slice(finish(readTable(this.rest, this.table, false)));
    } else if (this.rest.length > LONGEST_PAGE) {
      this.isTooLong = true;
      this.rest = '';
    }
  }

  finish(): QueueExport {
    return finish(this.finishInSteps());
  }

  *finishInSteps(): Steps<QueueExport> {
    if (!this.isStarted) this.start();
    if (this.json) readJson(this.rest, this.json);
    if (this.table) yield* readTable(this.rest, this.table, true);
    const steps = this.json?.finishInSteps() ?? this.table?.finishInSteps();
    return steps ? yield* steps : this.finishPage();
  }

  private finishPage(): QueueExport {
    if (this.isTooLong) return TOO_LONG;
    if (this.rest.trim() === '') return { tasks: [], problems: [{ line: 1, reason: message('queue.problem.empty') }] };
    if (this.rest.slice(0, HEAD).includes('\0'))
      return { tasks: [], problems: [{ line: 1, reason: message('queue.problem.no-text') }] };
    const { capturedAt, isAtMost = false } = this.options;
    const found = parsePage(this.rest, capturedAt);
    if (isAtMost) lookWhenNewest(found.tasks, capturedAt, true);
    return found;
  }

  private start(): void {
    this.isStarted = true;
    const text = withoutMark(this.rest);
    const { table, json } = detect(text);
    if (json) this.json = new JsonParser(this.options.capturedAt, this.options.members);
    if (table) this.table = new TableParser(table, this.options.capturedAt);
    this.rest = table ? text.slice(table.start) : text;
  }
}

function readJson(text: string, json: JsonParser): void {
  for (let from = 0; from < text.length; from += SLICE) json.push(text.slice(from, from + SLICE));
}

/** Reads whole slices, or all; a row that does not fit into a slice gets a longer one. Answers how much was read. */
function* readTable(text: string, table: TableParser, isAll: boolean): Steps<number> {
  let position = 0;
  for (let size = SLICE; isAll ? position < text.length : position + size <= text.length;) {
    const end = Math.min(position + size, text.length);
    const used = table.take(text.slice(position, end), isAll && end === text.length);
    position += used;
    size = used > 0 ? SLICE : size * 2;
    yield;
  }
  return position;
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
