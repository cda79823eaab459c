import { isFinal, type QueueStatus, type QueueTask } from '../../model/queue';

export const MINUTE = 60_000;

/** What a task is for: only tasks of one subject can be the same. */
export function subjectOf(task: QueueTask): string {
  return [task.integration ?? '', task.repository ?? task.repositoryId ?? '', task.operation].join('\n');
}

/** Tasks of one subject lie in drawers: those that are done by the minute of their finish, others by that of their insertion. */
export function drawerOf(task: QueueTask): number {
  const time = isFinal(task.status) ? doneAt(task) : task.queuedAt;
  if (time === undefined) return UNTIMED;
  return (isFinal(task.status) ? doneDrawer : openDrawer)(Math.floor(time / MINUTE));
}

export const UNTIMED = -1;
export const doneDrawer = (minute: number): number => Math.max(0, minute);
export const openDrawer = (minute: number): number => -2 - Math.max(0, minute);

/** Without a finish time the start or insertion: such a task is only the same as one with just these times. */
export function doneAt({ finishedAt, startedAt, queuedAt }: QueueTask): number | undefined {
  return finishedAt ?? startedAt ?? queuedAt;
}

/** One row that stands twice in one look: its exact times agree. */
export function isEqual(task: QueueTask, other: QueueTask): boolean {
  const known = task.finishedAt ?? task.startedAt ?? task.queuedAt;
  return (
    known !== undefined && !((task.blurMinutes ?? 0) > 0) && EQUAL_FIELDS.every((field) => task[field] === other[field])
  );
}

const EQUAL_FIELDS = ['queuedAt', 'startedAt', 'finishedAt', 'processingMinutes', 'status', 'trigger'] as const;

/** A second request merges into a waiting task and may change its trigger; the insertion time stays. */
function mayChangeTrigger(task: QueueTask, other: QueueTask, within: number): boolean {
  const isOpen = !isFinal(task.status) || !isFinal(other.status);
  return isOpen && within === 0 && task.queuedAt !== undefined && task.queuedAt === other.queuedAt;
}

/** The same task in two looks, within what the times of both may be off. */
export function isAlike(task: QueueTask, other: QueueTask): boolean {
  const within = ((task.blurMinutes ?? 0) + (other.blurMinutes ?? 0)) * MINUTE;
  if (task.trigger !== other.trigger && !mayChangeTrigger(task, other, within)) return false;
  if (isFinal(task.status) && isFinal(other.status)) {
    if (task.finishedAt === undefined || other.finishedAt === undefined) return isEqual(task, other);
    return Math.abs(task.finishedAt - other.finishedAt) <= within;
  }
  if (isFinal(task.status) || isFinal(other.status)) {
    const [done, open] = isFinal(task.status) ? [task, other] : [other, task];
    if (done.queuedAt !== undefined && open.queuedAt !== undefined)
      return Math.abs(done.queuedAt - open.queuedAt) <= within;
    // Done after that look, and begun before it where the task ran; one that waited begins later.
    const begunBy = open.status === 'queued' ? Infinity : (open.seenAt ?? 0) + within;
    return (done.finishedAt ?? 0) >= (open.seenAt ?? Infinity) && (done.startedAt ?? 0) <= begunBy;
  }
  if (task.queuedAt !== undefined && other.queuedAt !== undefined)
    return Math.abs(task.queuedAt - other.queuedAt) <= within;
  // One that ran at the earlier look does not wait at the later one.
  const [earlier, later] = (task.seenAt ?? 0) < (other.seenAt ?? 0) ? [task, other] : [other, task];
  return RANK[earlier.status] <= RANK[later.status];
}

/** How far a task has come: of two views of the same task the further one is the newer. */
const RANK: Readonly<Record<QueueStatus, number>> = { queued: 0, indexing: 1, indexed: 2, error: 2, canceled: 2 };

/** True when `next` says more about the same task than `kept`: it came further, or was looked at later. */
export function isNewer(next: QueueTask, kept: QueueTask): boolean {
  const difference = RANK[next.status] - RANK[kept.status];
  if (difference !== 0) return difference > 0;
  if (isFinal(next.status) && (next.blurMinutes ?? 0) !== (kept.blurMinutes ?? 0))
    return (next.blurMinutes ?? 0) < (kept.blurMinutes ?? 0);
  return (next.seenAt ?? 0) >= (kept.seenAt ?? 0);
}

/** Lists that were made without repeats, and how long they were then: whoever adds to one loses the mark. */
const lists = new WeakMap<readonly QueueTask[], number>();

/** Notes that no task is twice in the list, so that a million of them need not be compared again. */
export function markDistinct(tasks: readonly QueueTask[]): void {
  lists.set(tasks, tasks.length);
}

export function isMarkedDistinct(tasks: readonly QueueTask[]): boolean {
  return lists.get(tasks) === tasks.length;
}
