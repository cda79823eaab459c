import { isFinal, type QueueTask } from '../model/queue';
import { isNewer } from './collector';
import { isMarkedDistinct, markDistinct } from './distinct';
import { IdIndex } from './id-index';

/**
 * Adds up views of the queue: a task that is in several counts once. The newer status wins, and what only another
 * view showed is kept. Tasks are the same by id; without one, by repository, operation, trigger and a finish time
 * that is the same within what both may be off. Two rows of one look are two tasks, unless their exact times agree.
 */
export function mergeTasks(...views: readonly (readonly QueueTask[])[]): QueueTask[] {
  const merger = new Merger(views.some((tasks) => tasks.some(({ id }) => id === undefined)));
  views.forEach((tasks, view) => {
    for (const task of tasks) merger.add(task, `${view} ${task.seenAt ?? ''}`);
  });
  const merged = withWholePages(merger.merged);
  markDistinct(merged);
  return merged;
}

/** Pages of one look are pasted one after the other, within this time. Milliseconds. */
const PASTING = 600_000;
/** While pages are copied a few rows move from one page to the next. */
const MOST_ROWS = 0.9;

/** Pages that together show (nearly) all tasks are one whole look, made with the last of them. */
function withWholePages(tasks: QueueTask[]): QueueTask[] {
  const pages = tasks.filter(({ outOf }) => outOf !== undefined).sort((a, b) => (a.seenAt ?? 0) - (b.seenAt ?? 0));
  const lookOf = new Map<QueueTask, number | undefined>();
  for (let from = 0, to = 0; from < pages.length; from = to) {
    for (to = from + 1; to < pages.length && (pages[to]?.seenAt ?? 0) - (pages[to - 1]?.seenAt ?? 0) <= PASTING; ) to += 1;
    const series = pages.slice(from, to);
    const total = series.reduce((most, { outOf = 0 }) => Math.max(most, outOf), 0);
    if (series.length >= total * MOST_ROWS) for (const task of series) lookOf.set(task, series.at(-1)?.seenAt);
  }
  return lookOf.size === 0 ? tasks : tasks.map((task) => (lookOf.has(task) ? { ...task, outOf: undefined, seenAt: lookOf.get(task) } : task));
}

/** The tasks, each once. The same list where nothing comes twice. */
export function distinctTasks(tasks: readonly QueueTask[]): readonly QueueTask[] {
  if (isMarkedDistinct(tasks)) return tasks;
  const ids = new IdIndex();
  const isRepeated = ({ id }: QueueTask, place: number): boolean => id === undefined || ids.findOrAdd(id, place, (at) => tasks[at]?.id) >= 0;
  return tasks.some((task, place) => task.outOf !== undefined || isRepeated(task, place)) ? mergeTasks(tasks) : tasks;
}

const MINUTE = 60_000;

class Merger {
  readonly merged: QueueTask[] = [];
  private readonly ids = new IdIndex();
  private readonly idAt = (place: number): string | undefined => this.merged[place]?.id;
  /** Places of the tasks of one subject by the minute of their finish; only kept where some tasks have no id. */
  private readonly bySubject = new Map<string, Map<number, number[]>>();
  /** The look that was last merged into a place. */
  private readonly looks: string[] = [];
  private widestBlur = 0;

  constructor(private readonly anyWithoutId: boolean) {}

  add(task: QueueTask, look: string): void {
    const byId = task.id === undefined ? -1 : this.ids.find(task.id, this.idAt);
    const place = byId >= 0 || !this.anyWithoutId ? byId : this.findAlike(task, look);
    const kept = this.merged[place];
    const at = kept ? place : this.merged.length;
    const next = kept ? combine(task, kept) : task;
    this.merged[at] = next;
    if (task.id !== undefined && byId < 0) this.ids.findOrAdd(task.id, at, this.idAt);
    if (!this.anyWithoutId) return;
    this.looks[at] = look;
    if (!kept || minuteOf(kept) !== minuteOf(next)) this.remember(next, at);
  }

  private remember(task: QueueTask, place: number): void {
    this.widestBlur = Math.max(this.widestBlur, task.blurMinutes ?? 0);
    const subject = subjectOf(task);
    let minutes = this.bySubject.get(subject);
    if (!minutes) this.bySubject.set(subject, (minutes = new Map<number, number[]>()));
    const places = minutes.get(minuteOf(task));
    if (places) places.push(place);
    else minutes.set(minuteOf(task), [place]);
  }

  private findAlike(task: QueueTask, look: string): number {
    const minutes = this.bySubject.get(subjectOf(task));
    if (!minutes) return -1;
    const reach = Math.ceil((task.blurMinutes ?? 0) + this.widestBlur) + 1;
    const middle = minuteOf(task);
    const near = (minute: number): boolean => minute === OPEN || middle === OPEN || Math.abs(minute - middle) <= reach;
    const isShort = minutes.size <= 2 * reach + 2 || middle === OPEN;
    const keys = isShort ? [...minutes.keys()].filter(near) : [OPEN, ...Array.from({ length: 2 * reach + 1 }, (_, step) => middle - reach + step)];
    for (const key of keys) {
      for (const place of minutes.get(key) ?? []) {
        const other = this.merged[place];
        if (!other || (task.id !== undefined && other.id !== undefined)) continue;
        if (this.looks[place] === look ? isEqual(task, other) : isAlike(task, other)) return place;
      }
    }
    return -1;
  }
}

function subjectOf(task: QueueTask): string {
  return [task.integration ?? '', task.repository ?? task.repositoryId ?? '', task.operation, task.trigger].join('\n');
}

/** The minute of tasks that are not done. */
const OPEN = -1;

function minuteOf(task: QueueTask): number {
  return isFinal(task.status) && task.finishedAt !== undefined ? Math.floor(task.finishedAt / MINUTE) : OPEN;
}

/** One row that stands twice in one look: its exact times agree. */
function isEqual(task: QueueTask, other: QueueTask): boolean {
  const known = task.finishedAt ?? task.startedAt ?? task.queuedAt;
  const times = ['queuedAt', 'startedAt', 'finishedAt', 'processingMinutes', 'status'] as const;
  return known !== undefined && !((task.blurMinutes ?? 0) > 0) && times.every((field) => task[field] === other[field]);
}

function isAlike(task: QueueTask, other: QueueTask): boolean {
  const within = ((task.blurMinutes ?? 0) + (other.blurMinutes ?? 0)) * MINUTE;
  if (isFinal(task.status) && isFinal(other.status)) {
    if (task.finishedAt === undefined || other.finishedAt === undefined) return isEqual(task, other);
    return Math.abs(task.finishedAt - other.finishedAt) <= within;
  }
  if (isFinal(task.status) || isFinal(other.status)) {
    const [done, open] = isFinal(task.status) ? [task, other] : [other, task];
    if (done.queuedAt !== undefined && open.queuedAt !== undefined) return Math.abs(done.queuedAt - open.queuedAt) <= within;
    return (done.finishedAt ?? 0) >= (open.seenAt ?? Infinity) && (done.startedAt ?? done.finishedAt ?? Infinity) <= (open.seenAt ?? 0) + within;
  }
  if (task.queuedAt === undefined || other.queuedAt === undefined) return task.seenAt === other.seenAt;
  return Math.abs(task.queuedAt - other.queuedAt) <= within;
}

const FIELDS = [
  'id', 'parentId', 'integration', 'repository', 'repositoryId', 'reset', 'node', 'priority', 'queuedAt', 'startedAt',
  'finishedAt', 'queuedMinutes', 'processingMinutes',
] as const satisfies readonly (keyof QueueTask)[];

/** The newer view, completed by the other one where it shows nothing. */
function combine(next: QueueTask, kept: QueueTask): QueueTask {
  const [newer, older] = isNewer(next, kept) ? [next, kept] : [kept, next];
  const lacking = FIELDS.filter((field) => newer[field] === undefined && older[field] !== undefined);
  const seenAt = latest(newer.seenAt, older.seenAt);
  if (lacking.length === 0 && seenAt === newer.seenAt) return newer;
  return { ...newer, ...Object.fromEntries(lacking.map((field) => [field, older[field]])), seenAt };
}

function latest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}
