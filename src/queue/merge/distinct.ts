import type { QueueTask } from '../../model/queue';

/** Lists that were made without repeats, and how long they were then: whoever adds to one loses the mark. */
const lists = new WeakMap<readonly QueueTask[], number>();

/** Notes that no task is twice in the list, so that a million of them need not be compared again. */
export function markDistinct(tasks: readonly QueueTask[]): void {
  lists.set(tasks, tasks.length);
}

export function isMarkedDistinct(tasks: readonly QueueTask[]): boolean {
  return lists.get(tasks) === tasks.length;
}
