import type { QueueOperation, QueueStatus, QueueTrigger } from '../../src/model/queue';
import { Heap } from './heap';
import type { SimulatedInstance, SimulatedRepository } from './queue-instance';
import { SeededRandom } from './seeded-random';

/** A task as the queue itself knows it. Times in minutes since the start of the simulation. */
export interface SimulatedTask {
  readonly number: number;
  /** Number of the request that caused it: the tasks of one tick share it. */
  readonly parent: number;
  readonly repository: SimulatedRepository;
  readonly operation: QueueOperation;
  trigger: QueueTrigger;
  priority: number;
  readonly queued: number;
  started: number;
  finished: number;
  outcome: Extract<QueueStatus, 'indexed' | 'error'>;
  node: number;
  /** The passes that wait for it, by number. */
  readonly passes: number[];
}

/** A true pass: from its tick until the last task that was asked for at the tick is done. Minutes. */
export interface TruePass {
  readonly tick: number;
  readonly end: number;
  readonly minutes: number;
}

export interface Simulation {
  readonly instance: SimulatedInstance;
  /** Every task of each repository, in the order of insertion. */
  readonly histories: readonly (readonly SimulatedTask[])[];
  readonly passes: readonly TruePass[];
  readonly minutes: number;
}

const PRIORITY: Readonly<Record<QueueTrigger, number>> = {
  manual: 24,
  'app-activity': 24,
  webhook: 22,
  scheduled: 20,
  'initial-indexing': 20,
};
const GARBAGE_PRIORITY = 2;

type Happening =
  | { readonly at: number; readonly kind: 'tick' }
  | {
      readonly at: number;
      readonly kind: 'enqueue';
      readonly pass: number;
      readonly from: number;
      readonly parent: number;
    }
  | {
      readonly at: number;
      readonly kind: 'request';
      readonly repository: SimulatedRepository;
      readonly trigger: QueueTrigger;
    }
  | { readonly at: number; readonly kind: 'garbage' }
  | { readonly at: number; readonly kind: 'initial' }
  | { readonly at: number; readonly kind: 'done'; readonly task: SimulatedTask; readonly slot: number };

const BATCH = 50;

/** Plays the queue by the documented rules; see shared facts: one queue, N nodes with M threads, merging, priorities. */
class QueueSimulator {
  private readonly random: SeededRandom;
  private readonly happenings = new Heap<Happening>((a, b) => a.at < b.at);
  private readonly queue = new Heap<{ task: SimulatedTask; priority: number }>(
    (a, b) =>
      a.priority > b.priority ||
      (a.priority === b.priority &&
        (a.task.queued < b.task.queued ||
          (a.task.queued === b.task.queued && a.task.repository.number < b.task.repository.number))),
  );
  private readonly histories: SimulatedTask[][];
  /** The one queued task of each repository, by operation. */
  private readonly waiting: Readonly<Record<QueueOperation, (SimulatedTask | undefined)[]>> = {
    reindex: [],
    'garbage-collection': [],
    removal: [],
  };
  private readonly busy: boolean[] = [];
  private lastNumber = 0;
  private readonly held = new Map<number, SimulatedTask[]>();
  private readonly freeSlots: number[];
  private readonly open: { tick: number; left: number; end: number; closed: boolean }[] = [];
  private readonly passes: TruePass[] = [];

  constructor(private readonly instance: SimulatedInstance) {
    this.random = new SeededRandom(instance.seed);
    this.histories = instance.repositories.map(() => []);
    this.freeSlots = Array.from({ length: instance.nodes * instance.threads }, (_, slot) => slot);
  }

  run(): Simulation {
    const { instance, happenings } = this;
    happenings.push({ at: this.random.between(0, Math.min(instance.intervalMinutes, 5)), kind: 'tick' });
    happenings.push({ at: this.random.between(60, 600), kind: 'garbage' });
    if (instance.initialIndexing) happenings.push({ at: instance.initialIndexing.at, kind: 'initial' });
    for (const repository of instance.repositories) this.planRequest(repository, 'webhook', repository.webhookRate, 0);
    this.planManual(0);
    for (let next = happenings.pop(); next && next.at <= instance.minutes; next = happenings.pop()) {
      this.handle(next);
      this.dispatch(next.at);
    }
    return {
      instance,
      histories: this.histories,
      passes: this.passes.sort((a, b) => a.tick - b.tick),
      minutes: instance.minutes,
    };
  }

  private handle(next: Happening): void {
    const { at } = next;
    switch (next.kind) {
      case 'tick': {
        const pass = this.open.push({ tick: at, left: 0, end: at, closed: false }) - 1;
        this.enqueue(pass, 0, at, this.nextNumber());
        this.happenings.push({ at: at + this.instance.intervalMinutes, kind: 'tick' });
        break;
      }
      case 'enqueue':
        this.enqueue(next.pass, next.from, at, next.parent);
        break;
      case 'request': {
        this.request(next.repository, 'reindex', next.trigger, at, this.nextNumber());
        if (next.trigger === 'webhook') this.planRequest(next.repository, 'webhook', next.repository.webhookRate, at);
        else this.planManual(at);
        break;
      }
      case 'garbage': {
        const parent = this.nextNumber();
        for (const repository of this.instance.repositories)
          this.request(repository, 'garbage-collection', 'scheduled', at, parent);
        this.happenings.push({ at: at + this.instance.garbageCollectionMinutes, kind: 'garbage' });
        break;
      }
      case 'initial': {
        const share = this.instance.initialIndexing?.share ?? 0;
        const { repositories } = this.instance;
        const parent = this.nextNumber();
        for (const repository of repositories.slice(0, Math.ceil(repositories.length * share))) {
          this.request(repository, 'reindex', 'initial-indexing', at, parent);
        }
        break;
      }
      case 'done':
        this.finish(next.task, next.slot, at);
        break;
    }
  }

  private nextNumber(): number {
    return (this.lastNumber += 1);
  }

  private planRequest(repository: SimulatedRepository, trigger: QueueTrigger, rate: number, from: number): void {
    if (rate > 0)
      this.happenings.push({ at: from + this.random.exponential(1 / rate), kind: 'request', repository, trigger });
  }

  private planManual(from: number): void {
    const { repositories, manualRate } = this.instance;
    const repository = repositories[this.random.whole(0, repositories.length - 1)];
    if (repository) this.planRequest(repository, 'manual', manualRate, from);
  }

  /** The scheduled job puts in one repository after the other, which takes its time. */
  private enqueue(pass: number, from: number, at: number, parent: number): void {
    const { repositories, enqueueMinutes } = this.instance;
    const open = this.open[pass];
    if (!open) return;
    const to = Math.min(from + BATCH, repositories.length);
    for (const repository of repositories.slice(from, to)) {
      const task = this.request(repository, 'reindex', 'scheduled', at, parent);
      task.passes.push(pass);
      open.left += 1;
    }
    if (to < repositories.length)
      this.happenings.push({ at: at + BATCH * enqueueMinutes, kind: 'enqueue', pass, from: to, parent });
    else open.closed = true;
  }

  private request(
    repository: SimulatedRepository,
    operation: QueueOperation,
    trigger: QueueTrigger,
    at: number,
    parent: number,
  ): SimulatedTask {
    const waiting = this.waiting[operation];
    const base = operation === 'reindex' ? PRIORITY[trigger] : GARBAGE_PRIORITY;
    const priority = base + (repository.tracked ? 1 : 0);
    const merged = waiting[repository.number];
    if (merged) {
      if (priority > merged.priority) {
        merged.priority = priority;
        if (this.instance.mergedTrigger === 'stronger') merged.trigger = trigger;
        this.queue.push({ task: merged, priority });
      }
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
      passes: [],
    };
    waiting[repository.number] = task;
    this.histories[repository.number - 1]?.push(task);
    this.queue.push({ task, priority });
    return task;
  }

  /** Free slots take the first task in the order of the queue; a repository is not indexed twice at once. */
  private dispatch(at: number): void {
    while (this.freeSlots.length > 0 && this.queue.size > 0) {
      const next = this.queue.pop();
      if (!next || !Number.isNaN(next.task.started) || next.priority !== next.task.priority) continue;
      const { task } = next;
      const { number } = task.repository;
      if (this.busy[number] === true) {
        const held = this.held.get(number);
        if (held) held.push(task);
        else this.held.set(number, [task]);
        continue;
      }
      const slot = this.freeSlots.splice(Math.floor(this.random.next() * this.freeSlots.length), 1)[0] ?? 0;
      this.busy[number] = true;
      this.waiting[task.operation][number] = undefined;
      task.started = at + this.random.between(0.00005, 0.0005);
      task.node = Math.floor(slot / this.instance.threads);
      this.happenings.push({ at: task.started + this.minutesOf(task), kind: 'done', task, slot });
    }
  }

  private minutesOf(task: SimulatedTask): number {
    const { instance, random } = this;
    const usual = task.repository.minutes * Math.exp(random.normal() * instance.noise);
    if (task.operation !== 'reindex') return usual * 0.3;
    if (task.trigger === 'initial-indexing') return usual * (instance.initialIndexing?.factor ?? 20);
    if (random.chance(instance.errors)) {
      task.outcome = 'error';
      return usual * random.between(0.1, 1.5);
    }
    return random.chance(instance.bigPushes) ? usual + instance.bigPushMinutes * random.next() : usual;
  }

  private finish(task: SimulatedTask, slot: number, at: number): void {
    task.finished = at;
    const { number } = task.repository;
    this.freeSlots.push(slot);
    this.busy[number] = false;
    const held = this.held.get(number);
    if (held) {
      for (const waiting of held) this.queue.push({ task: waiting, priority: waiting.priority });
      this.held.delete(number);
    }
    for (const pass of task.passes) {
      const open = this.open[pass];
      if (!open) continue;
      open.left -= 1;
      open.end = at;
      if (open.left === 0 && open.closed) this.passes.push({ tick: open.tick, end: at, minutes: at - open.tick });
    }
  }
}

export function simulate(instance: SimulatedInstance): Simulation {
  return new QueueSimulator(instance).run();
}
