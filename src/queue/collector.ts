import type { QueueDashboard, QueueTask } from '../model/queue';
import { countedMessage, message, type Message } from '../model/message';
import { finish, type Steps } from '../steps/steps';
import { isRefusal, UNDECIDED, type Refusal } from './rows/cell-values';
import { isNewer, markDistinct } from './merge/same-task';
import { IdIndex } from './merge/id-index';
import { lookWhenNewest } from './looked-at';
import { noHabits } from './rows/numbers';
import type { RowReader } from './rows/row-reader';

/** A line that could not be used, and why. */
export interface ParseProblem {
  readonly line: number;
  readonly reason: Message;
}

/** What was read from one paste or file. */
export interface QueueExport {
  readonly tasks: QueueTask[];
  readonly dashboard?: QueueDashboard;
  readonly problems: ParseProblem[];
}

/** More problems than this are counted, not listed. */
const LISTED_PROBLEMS = 1000;

/** A row that has to wait for the end of its file. */
interface WaitingRow {
  readonly cells: readonly string[];
  readonly read: RowReader;
  readonly line: number;
  readonly look: number;
}

/** Gathers tasks (the same id once) and problems (bounded) of one file or paste. */
export class Collector {
  readonly tasks: QueueTask[] = [];
  readonly habits = noHabits();
  private waiting: WaitingRow[] = [];
  /** Where in the tasks those of each look begin; a look may have several parts. */
  private readonly parts = [{ look: 0, from: 0 }];
  private look = 0;
  private readonly ids = new IdIndex();
  private readonly idAt = (place: number): string | undefined => this.tasks[place]?.id;
  private readonly problems: ParseProblem[] = [];
  private unlisted = 0;
  private withoutId = 0;

  /** What follows was looked at another time: a table of its own. */
  beginLook(look = this.look + 1): void {
    if (look === this.look) return;
    this.look = look;
    this.parts.push({ look, from: this.tasks.length });
  }

  /** Takes a row, or answers why it cannot be used. */
  take(cells: readonly string[], read: RowReader): Refusal | undefined {
    const task = read(cells);
    if (isRefusal(task)) return task;
    this.add(task);
    return undefined;
  }

  /** Leaves out a row that was refused, or puts it off to the end. */
  refuse(refusal: Refusal, cells: readonly string[], read: RowReader, line: number): void {
    if (refusal === UNDECIDED) this.waiting.push({ cells, read, line, look: this.look });
    else this.reject(line, refusal);
  }

  private add(task: QueueTask): void {
    if (task.id === undefined) this.withoutId += 1;
    const place = task.id === undefined ? -1 : this.ids.findOrAdd(task.id, this.tasks.length, this.idAt);
    const kept = this.tasks[place];
    if (!kept) this.tasks.push(task);
    else if (isNewer(task, kept)) this.tasks[place] = task;
  }

  reject(line: number, reason: Message): void {
    if (this.problems.length < LISTED_PROBLEMS) this.problems.push({ line, reason });
    else this.unlisted += 1;
  }

  finish(dashboard?: QueueDashboard): QueueExport {
    return finish(this.finishInSteps(dashboard));
  }

  /** All rows are there: what waited is read by what they told. */
  *finishInSteps(dashboard?: QueueDashboard): Steps<QueueExport> {
    this.habits.isOver = true;
    for (const { cells, read, line, look } of this.waiting) {
      this.beginLook(look);
      const refusal = this.take(cells, read);
      if (refusal !== undefined && refusal !== UNDECIDED) this.reject(line, refusal);
      yield;
    }
    this.waiting = [];
    if (this.withoutId === 0) markDistinct(this.tasks);
    const last = this.problems.at(-1);
    const more =
      this.unlisted > 0 && last
        ? [{ line: last.line, reason: countedMessage('queue.problem.more', this.unlisted) }]
        : [];
    const nothing =
      this.tasks.length === 0 && this.problems.length === 0
        ? [{ line: 1, reason: message('queue.problem.no-tasks') }]
        : [];
    return {
      tasks: this.tasks,
      ...(dashboard ? { dashboard } : {}),
      problems: [...this.problems, ...more, ...nothing],
    };
  }

  /** The same for tables, each of which says itself when it was looked at. */
  *finishTable(capturedAt: number): Steps<QueueExport> {
    const found = yield* this.finishInSteps();
    for (const tasks of this.tasksOfLooks()) lookWhenNewest(tasks, capturedAt, this.habits.hasLocalTimes);
    return found;
  }

  private tasksOfLooks(): Iterable<QueueTask[]> {
    if (this.parts.length === 1) return [this.tasks];
    const looks = new Map<number, QueueTask[]>();
    for (const [place, { look, from }] of this.parts.entries()) {
      const part = this.tasks.slice(from, this.parts[place + 1]?.from);
      looks.set(look, [...(looks.get(look) ?? []), ...part]);
    }
    return looks.values();
  }
}

/** True where nothing can be used: neither tasks nor a dashboard. Its problems say what was missing. */
export function isRefused({ tasks, dashboard }: QueueExport): boolean {
  return tasks.length === 0 && !dashboard;
}

/** The answer for a text that is no export of the queue. */
export function refuse(line: number, missing: readonly Message[]): QueueExport {
  return { tasks: [], problems: [{ line, reason: message('queue.problem.not-an-export', { list: missing }) }] };
}
