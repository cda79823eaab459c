import { isFinal, type QueueTask } from '../model/queue';
import { isNewer } from './collector';

/**
 * Adds up two views of the queue: a task that is in both counts once. The newer status wins, and what only the other
 * view showed is kept. Tasks are the same by id; without one, by repository, operation, trigger and a finish time
 * that is the same within what both may be off.
 */
export function mergeTasks(a: readonly QueueTask[], b: readonly QueueTask[]): QueueTask[] {
  const merged: QueueTask[] = [];
  const byId = new Map<string, number>();
  const bySubject = new Map<string, number[]>();
  const anyWithoutId = [a, b].some((tasks) => tasks.some(({ id }) => id === undefined));
  for (const task of concatenated(a, b)) {
    const place = (task.id === undefined ? undefined : byId.get(task.id)) ?? (anyWithoutId ? findAlike(task, bySubject, merged) : undefined);
    const kept = place === undefined ? undefined : merged[place];
    if (place !== undefined && kept) {
      merged[place] = combine(task, kept);
      if (task.id !== undefined) byId.set(task.id, place);
      continue;
    }
    if (task.id !== undefined) byId.set(task.id, merged.length);
    if (anyWithoutId) {
      const subject = subjectOf(task);
      const places = bySubject.get(subject);
      if (places) places.push(merged.length);
      else bySubject.set(subject, [merged.length]);
    }
    merged.push(task);
  }
  return merged;
}

function* concatenated(a: readonly QueueTask[], b: readonly QueueTask[]): Iterable<QueueTask> {
  yield* a;
  yield* b;
}

function subjectOf(task: QueueTask): string {
  return [task.integration ?? '', task.repository ?? '', task.operation, task.trigger].join('\n');
}

/** Rows without an id come from a page of at most a few hours; older ones of the same repository need no look. */
const LATEST = 200;

function findAlike(task: QueueTask, bySubject: ReadonlyMap<string, number[]>, merged: readonly QueueTask[]): number | undefined {
  return bySubject.get(subjectOf(task))?.slice(-LATEST).find((place) => {
    const other = merged[place];
    return other !== undefined && (task.id === undefined || other.id === undefined) && isAlike(task, other);
  });
}

function isAlike(task: QueueTask, other: QueueTask): boolean {
  const within = ((task.blurMinutes ?? 0) + (other.blurMinutes ?? 0)) * 60_000;
  if (isFinal(task.status) && isFinal(other.status)) return Math.abs((task.finishedAt ?? 0) - (other.finishedAt ?? 0)) <= within;
  if (isFinal(task.status) || isFinal(other.status)) {
    const [done, open] = isFinal(task.status) ? [task, other] : [other, task];
    return (done.finishedAt ?? 0) >= (open.seenAt ?? Infinity) && (done.startedAt ?? done.finishedAt ?? Infinity) <= (open.seenAt ?? 0) + within;
  }
  return task.seenAt === other.seenAt;
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
