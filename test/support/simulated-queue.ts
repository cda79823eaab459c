import type { QueueOperation, QueueTrigger } from '../../src/model/queue';
import { Heap } from './heap';
import type { SimulatedInstance, SimulatedRepository } from './queue-instance';
import type { SimulatedTask } from './simulation';

/** Vendor; what belongs to an integration has one more. */
const PRIORITY: Readonly<Record<QueueTrigger, number>> = {
  manual: 24,
  'app-activity': 24,
  webhook: 22,
  scheduled: 20,
  'initial-indexing': 20,
};
const GARBAGE_PRIORITY = 2;

/** What is asked for; the parent is the number of the request, which the tasks of one tick share. */
export interface Request {
  readonly operation: QueueOperation;
  readonly trigger: QueueTrigger;
  readonly at: number;
  readonly parent: number;
}

interface Place {
  readonly task: SimulatedTask;
  /** A task that was raised has a second place. */
  readonly priority: number;
}

/** By priority, insertion and repository id. Vendor. */
function isBefore(one: Place, other: Place): boolean {
  if (one.priority !== other.priority) return one.priority > other.priority;
  const [first, second] = [one.task, other.task];
  return (
    first.queued < second.queued ||
    (first.queued === second.queued && first.repository.number < second.repository.number)
  );
}

/** The tasks that wait: one of each repository and operation at most, in a fixed order. */
export class SimulatedQueue {
  readonly histories: SimulatedTask[][];
  private readonly places = new Heap<Place>(isBefore);
  private readonly waiting: Readonly<Record<QueueOperation, (SimulatedTask | undefined)[]>> = {
    reindex: [],
    'garbage-collection': [],
    removal: [],
  };
  private readonly busy: boolean[] = [];
  private readonly held = new Map<number, SimulatedTask[]>();
  private lastNumber = 0;

  /** @param subjects repositories, and the integrations themselves, by number from 1 */
  constructor(
    subjects: readonly SimulatedRepository[],
    private readonly mergedTrigger: SimulatedInstance['mergedTrigger'],
  ) {
    this.histories = subjects.map(() => []);
  }

  nextNumber(): number {
    return (this.lastNumber += 1);
  }

  isBusy({ number }: SimulatedRepository): boolean {
    return this.busy[number] === true;
  }

  /** A second request merges into the task that waits: the highest priority counts. */
  request(repository: SimulatedRepository, { operation, trigger, at, parent }: Request): SimulatedTask {
    const base = operation === 'reindex' ? PRIORITY[trigger] : GARBAGE_PRIORITY;
    const priority = base + (repository.tracked ? 1 : 0);
    const merged = this.waiting[operation][repository.number];
    if (merged) {
      this.raise(merged, priority, trigger);
      return merged;
    }
    const task: SimulatedTask = {
      number: this.nextNumber(),
      parent,
      repository,
      operation,
      trigger,
      priority,
      queued: at,
      started: NaN,
      finished: NaN,
      outcome: 'indexed',
      node: -1,
      rounds: [],
    };
    this.waiting[operation][repository.number] = task;
    this.histories[repository.number - 1]?.push(task);
    this.places.push({ task, priority });
    return task;
  }

  /** The next task that may start; it stays first until it has. A repository is not indexed twice at once. */
  next(): SimulatedTask | undefined {
    for (let place = this.places.peek(); place; place = this.places.peek()) {
      const { task, priority } = place;
      const isCurrent = Number.isNaN(task.started) && priority === task.priority;
      if (isCurrent && !this.isBusy(task.repository)) return task;
      this.places.pop();
      if (isCurrent) this.hold(task);
    }
    return undefined;
  }

  start(task: SimulatedTask, at: number): void {
    this.busy[task.repository.number] = true;
    this.waiting[task.operation][task.repository.number] = undefined;
    task.started = at;
  }

  finish(task: SimulatedTask, at: number): void {
    const { number } = task.repository;
    task.finished = at;
    this.busy[number] = false;
    for (const waiting of this.held.get(number) ?? []) this.places.push({ task: waiting, priority: waiting.priority });
    this.held.delete(number);
  }

  private raise(task: SimulatedTask, priority: number, trigger: QueueTrigger): void {
    if (priority <= task.priority) return;
    task.priority = priority;
    if (this.mergedTrigger === 'stronger') task.trigger = trigger;
    this.places.push({ task, priority });
  }

  /** Until the other operation on its repository is done. */
  private hold(task: SimulatedTask): void {
    const { number } = task.repository;
    const held = this.held.get(number);
    if (held) held.push(task);
    else this.held.set(number, [task]);
  }
}
