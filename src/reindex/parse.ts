import type { QueueExport } from './collector';
import { refuse } from './collector';
import { readColumns } from './columns';
import { parseJson } from './parse-json';
import { parsePage } from './parse-page';
import { detectTable, splitHeader, TableParser, type TableShape } from './parse-table';

export interface ParseOptions {
  /** When the page was copied or the file was made: relative times count from here. Milliseconds since the epoch. */
  readonly capturedAt: number;
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

/** Slices done before other work gets its turn. */
const SLICES_AT_ONCE = 16;

/** Reads an export of the queue: CSV, TSV, semicolons, JSON, or the text of the Indexing queue page. */
export function parseQueueExport(text: string, options: ParseOptions): QueueExport {
  const parser = new SlicedParser(text, options.capturedAt);
  while (!parser.step());
  return parser.finish();
}

/** The same in slices that give way to other work, with progress (0 to 1) and cancel (rejects with the abort reason). */
export async function parseQueueExportInSlices(
  text: string,
  options: ParseOptions & { readonly signal?: AbortSignal; readonly onProgress?: (share: number) => void },
): Promise<QueueExport> {
  const parser = new SlicedParser(text, options.capturedAt);
  for (let done = false; !done; ) {
    options.signal?.throwIfAborted();
    for (let slice = 0; slice < SLICES_AT_ONCE && !done; slice += 1) done = parser.step();
    options.onProgress?.(parser.progress);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  options.signal?.throwIfAborted();
  return parser.finish();
}

/** The same for a stream of pieces. */
export function createQueueParser(options: ParseOptions): QueueParser {
  let rest = '';
  let table: TableParser | undefined;
  let started = false;
  return {
    push(chunk) {
      rest += chunk;
      if (!started && rest.length >= HEAD) {
        rest = withoutMark(rest);
        const kind = detect(rest);
        table = kind.table && new TableParser(kind.table, options.capturedAt);
        started = true;
      }
      if (table && rest.length >= SLICE) rest = rest.slice(table.take(rest, false));
    },
    finish() {
      if (!table) return parseQueueExport(rest, options);
      table.take(rest, true);
      return table.finish();
    },
  };
}

/** Walks over one text without copying it. */
class SlicedParser {
  private readonly text: string;
  private readonly kind: { readonly table?: TableShape; readonly json?: boolean };
  private readonly table: TableParser | undefined;
  private position = 0;

  constructor(
    text: string,
    private readonly capturedAt: number,
  ) {
    this.text = withoutMark(text);
    this.kind = detect(this.text);
    this.table = this.kind.table && new TableParser(this.kind.table, capturedAt);
  }

  get progress(): number {
    return this.text.length === 0 ? 1 : Math.min(1, this.position / this.text.length);
  }

  /** Does one slice of work; true when there is no more to do. */
  step(): boolean {
    if (!this.table) {
      this.position = this.text.length;
      return true;
    }
    let size = SLICE;
    for (;;) {
      const end = Math.min(this.position + size, this.text.length);
      const isLast = end === this.text.length;
      const used = this.table.take(this.text.slice(this.position, end), isLast);
      this.position += used;
      if (used > 0 || isLast) return isLast;
      size *= 2;
    }
  }

  finish(): QueueExport {
    if (this.table) return this.table.finish();
    if (this.text.trim() === '') return refuse(1, ['any text']);
    return this.kind.json ? parseJson(this.text, this.capturedAt) : parsePage(this.text, this.capturedAt);
  }
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
  const firstLine = head.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  const columns = readColumns(splitHeader(firstLine, table.delimiter));
  const isPage = table.delimiter === '\t' && columns.has('delay') && !columns.has('id');
  return isPage ? {} : { table };
}
