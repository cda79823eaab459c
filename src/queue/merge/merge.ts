import { isFinal, type QueueTask } from '../../model/queue';
import { finish, type Steps } from '../../steps/steps';
import { IdIndex } from './id-index';
import {
  isMarkedDistinct,
  isNewer,
  markDistinct,
  doneAt,
  doneDrawer,
  drawerOf,
  isAlike,
  isEqual,
  MINUTE,
  openDrawer,
  subjectOf,
  UNTIMED,
} from './same-task';

/**
 * Adds up views of the queue: a task that is in several counts once. The newer status wins, and what only another
 * view showed is kept. Tasks are the same by id; without one, by repository, operation, trigger (which a waiting task
 * may change) and times that are the same within what both may be off. Two rows of one look are two tasks, unless their exact times agree.
 */
export function mergeTasks(...views: readonly (readonly QueueTask[])[]): QueueTask[] {
  return finish(mergeInSteps(...views));
}

/** Tasks that are merged before the page has its turn. */
const SLICE = 5_000;

/** The same, for a page that must not stand still over a million tasks. */
export function* mergeInSteps(...views: readonly (readonly QueueTask[])[]): Steps<QueueTask[]> {
  const merger = new Merger(views.some((tasks) => tasks.some(({ id }) => id === undefined)));
  for (const [view, tasks] of views.entries()) {
    for (const [place, task] of tasks.entries()) {
      merger.add(task, `${view} ${task.seenAt ?? ''}`);
      if (place % SLICE === SLICE - 1) yield;
    }
  }
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
    for (to = from + 1; to < pages.length && (pages[to]?.seenAt ?? 0) - (pages[to - 1]?.seenAt ?? 0) <= PASTING;)
      to += 1;
    const series = pages.slice(from, to);
    const total = series.reduce((most, { outOf = 0 }) => Math.max(most, outOf), 0);
    // The same page twice is one page.
    const rows = new Set(series.map(({ row }) => row)).size;
    if (rows >= total * MOST_ROWS) for (const task of series) lookOf.set(task, series.at(-1)?.seenAt);
  }
  return lookOf.size === 0
    ? tasks
    : tasks.map((task) =>
        lookOf.has(task) ? { ...task, outOf: undefined, row: undefined, seenAt: lookOf.get(task) } : task,
      );
}

/** The tasks, each once. The same list where nothing comes twice. */
export function* distinctInSteps(tasks: readonly QueueTask[]): Steps<readonly QueueTask[]> {
  if (isMarkedDistinct(tasks)) return tasks;
  const ids = new IdIndex();
  const isRepeated = ({ id }: QueueTask, place: number): boolean =>
    id === undefined || ids.findOrAdd(id, place, (at) => tasks[at]?.id) >= 0;
  for (const [place, task] of tasks.entries()) {
    if (task.outOf !== undefined || isRepeated(task, place)) return yield* mergeInSteps(tasks);
    if (place % SLICE === SLICE - 1) yield;
  }
  return tasks;
}

/** More tasks of one subject and minute are not compared: no queue has them, and a file made to may have millions. */
const MOST_ALIKE = 200;

class Merger {
  readonly merged: QueueTask[] = [];
  private readonly ids = new IdIndex();
  private readonly idAt = (place: number): string | undefined => this.merged[place]?.id;
  /** Places of the tasks of one subject by their drawer; only kept where some tasks have no id. */
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
    if (!kept || drawerOf(kept) !== drawerOf(next)) this.remember(next, at);
  }

  private remember(task: QueueTask, place: number): void {
    this.widestBlur = Math.max(this.widestBlur, task.blurMinutes ?? 0);
    const subject = subjectOf(task);
    let drawers = this.bySubject.get(subject);
    if (!drawers) this.bySubject.set(subject, (drawers = new Map<number, number[]>()));
    const places = drawers.get(drawerOf(task));
    if (!places) drawers.set(drawerOf(task), [place]);
    else if (places.length < MOST_ALIKE) places.push(place);
  }

  private findAlike(task: QueueTask, look: string): number {
    const drawers = this.bySubject.get(subjectOf(task));
    if (!drawers) return -1;
    for (const drawer of this.drawersFor(task, drawers)) {
      for (const place of drawers.get(drawer) ?? []) {
        const other = this.merged[place];
        if (!other || (task.id !== undefined && other.id !== undefined)) continue;
        if (this.looks[place] === look ? isEqual(task, other) : isAlike(task, other)) return place;
      }
    }
    return -1;
  }

  /** Where the same task may lie: done or open, at about its own times; an open one may be done at any time later. */
  private drawersFor(task: QueueTask, drawers: ReadonlyMap<number, number[]>): number[] {
    const reach = Math.ceil((task.blurMinutes ?? 0) + this.widestBlur) + 1;
    const around = (time: number | undefined, drawer: (minute: number) => number) => {
      if (time === undefined) return [];
      const [first, count] = [Math.floor(time / MINUTE) - reach, 2 * reach + 1];
      if (count < drawers.size)
        return Array.from({ length: count }, (_, step) => drawer(first + step)).filter((one) => drawers.has(one));
      // Times that may be off by months reach over more minutes than there are drawers.
      const [one, other] = [drawer(first), drawer(first + count - 1)];
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      return [...drawers.keys()].filter((key) => key >= low && key <= high);
    };
    const open = [UNTIMED, ...around(task.queuedAt, openDrawer)];
    if (isFinal(task.status))
      return [
        ...open,
        ...around(doneAt(task), doneDrawer),
        ...(task.queuedAt === undefined ? this.openOf(drawers) : []),
      ];
    const earliest = Math.floor((task.queuedAt ?? 0) / MINUTE) - reach;
    return [
      ...open,
      ...[...drawers.keys()].filter(
        (drawer) => drawer >= doneDrawer(earliest) || (task.queuedAt === undefined && drawer < UNTIMED),
      ),
    ];
  }

  private openOf(drawers: ReadonlyMap<number, number[]>): number[] {
    return [...drawers.keys()].filter((drawer) => drawer < UNTIMED);
  }
}

const FIELDS = [
  'id',
  'parentId',
  'integration',
  'repository',
  'repositoryId',
  'reset',
  'node',
  'priority',
  'queuedAt',
  'startedAt',
  'finishedAt',
  'queuedMinutes',
  'processingMinutes',
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
