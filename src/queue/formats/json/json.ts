import type { Steps } from '../../../steps/steps';
import { message } from '../../../model/message';
import type { QueueExport } from '../../collector';
import { JsonLines } from './json-lines';
import { JsonMembers } from './json-members';
import { JsonError, JsonReader } from './json-reader';
import { JsonRows } from './json-rows';

/** So much is kept to be read again line by line, should the text be no JSON as a whole. */
const LONGEST_HEAD = 1 << 20;

const CUT_OFF = message('queue.problem.cut-off');

/** JSON, piece by piece: an array of rows, an object that holds one, or one object a line. */
export class JsonParser {
  private readonly rows: JsonRows;
  private readonly members: JsonMembers;
  private readonly reader: JsonReader;
  private head: string | undefined = '';
  private lines: JsonLines | undefined;
  /** The line at which it is seen to be no JSON. */
  private failedAt: number | undefined;

  /** @param wanted members of the object at the top that are handed out whole */
  constructor(
    private readonly capturedAt: number,
    wanted: ReadonlySet<string> = new Set(),
  ) {
    this.rows = new JsonRows(capturedAt);
    this.members = new JsonMembers(wanted);
    this.reader = new JsonReader(wanted.size === 0 ? [this.rows] : [this.rows, this.members]);
  }

  push(text: string): void {
    if (this.lines) {
      this.lines.push(text);
      return;
    }
    if (this.head !== undefined) this.head = this.head.length > LONGEST_HEAD ? undefined : this.head + text;
    if (this.failedAt === undefined) this.attempt(() => this.reader.push(text));
    if (this.failedAt !== undefined) this.tryLines(false);
  }

  *finishInSteps(): Steps<QueueExport> {
    if (!this.lines && this.failedAt === undefined) this.attempt(() => this.reader.finish());
    if (this.failedAt !== undefined) this.tryLines(true);
    if (this.lines) return yield* this.lines.finishInSteps();
    if (this.failedAt !== undefined) return { tasks: [], problems: [{ line: this.failedAt, reason: CUT_OFF }] };
    return yield* this.rows.finishInSteps();
  }

  /** Undefined where it is no JSON as a whole. */
  get wantedMembers(): JsonMembers | undefined {
    return this.failedAt === undefined ? this.members : undefined;
  }

  private attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof JsonError)) throw error;
      this.failedAt = error.line;
    }
  }

  /** Once the first line is there, and ends as an object does, each line is tried by itself. */
  private tryLines(isAll: boolean): void {
    if (this.head === undefined) return;
    const start = this.head.search(/\S/);
    const end = this.head.indexOf('\n', start);
    if (end < 0 && !isAll) return;
    const first = this.head.slice(start, end < 0 ? undefined : end);
    if (first.trim().endsWith('}')) {
      this.lines = new JsonLines(this.capturedAt);
      this.lines.push(this.head);
    }
    this.head = undefined;
  }
}
