import type { QueueOperation, QueueStatus, QueueTrigger } from '../../src/model/queue';
import { Heap } from './heap';
import { isEnabled, type SimulatedInstance, type SimulatedRepository } from './queue-instance';
import { SimulatedWorld } from './simulated-world';
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
  /** It takes far longer than it should. */
  isStuck?: boolean;
  /** The rounds that wait for it, by number. */
  readonly rounds: number[];
}

/** A true round: from its tick until the last task that was asked for at the tick is done. Minutes. */
export interface TrueRound {
  readonly tick: number;
  readonly end: number;
  readonly minutes: number;
  /** As the tasks call it, and how many tasks it waited for. */
  readonly number: number;
  readonly tasks: number;
  /** It began before the one before it was done. */
  readonly overlaps: boolean;
}

export interface Simulation {
  readonly instance: SimulatedInstance;
  /** Every task of each repository, in the order of insertion. */
  readonly histories: readonly (readonly SimulatedTask[])[];
  readonly rounds: readonly TrueRound[];
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
      readonly round: number;
      readonly from: number;
      readonly parent: number;
    }
  | {
      readonly at: number;
      readonly kind: 'request';
      readonly repository: SimulatedRepository;
      readonly trigger: QueueTrigger;
      readonly rate: number;
    }
  | { readonly at: number; readonly kind: 'garbage' }
  | { readonly at: number; readonly kind: 'initial' }
  | { readonly at: number; readonly kind: 'storm' }
  | { readonly at: number; readonly kind: 'node-back' }
  | { readonly at: number; readonly kind: 'done'; readonly task: SimulatedTask; readonly slot: number };

const BATCH = 50;

/** Instead of a slot. */
const BESIDE = -1;

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
  private readonly open: {
    tick: number;
    left: number;
    end: number;
    closed: boolean;
    tasks: number;
    overlaps: boolean;
  }[] = [];
  private readonly world: SimulatedWorld;
  private readonly scans: readonly SimulatedRepository[];
  private readonly rounds: TrueRound[] = [];

  constructor(private readonly instance: SimulatedInstance) {
    this.random = new SeededRandom(instance.seed);
    this.world = new SimulatedWorld(instance, this.random);
    this.scans = scansOf(instance);
    this.histories = [...instance.repositories, ...this.scans].map(() => []);
    this.freeSlots = Array.from({ length: instance.nodes * instance.threads }, (_, slot) => slot);
  }

  run(): Simulation {
    const { instance, happenings } = this;
    happenings.push({ at: this.random.between(0, instance.intervalMinutes), kind: 'tick' });
    happenings.push({ at: this.random.between(60, 600), kind: 'garbage' });
    const { initialIndexing, lostNodes = [] } = instance.meanwhile ?? {};
    if (initialIndexing) happenings.push({ at: initialIndexing.at, kind: 'initial' });
    for (const { to } of lostNodes) happenings.push({ at: to, kind: 'node-back' });
    this.planStorm(0);
    for (const repository of instance.repositories) this.planRequest(repository, 'webhook', repository.webhookRate, 0);
    this.planManual(0);
    for (let next = happenings.pop(); next && next.at <= instance.minutes; next = happenings.pop()) {
      this.handle(next);
      this.dispatch(next.at);
    }
    return {
      instance,
      histories: this.histories,
      rounds: this.rounds.sort((a, b) => a.tick - b.tick),
      minutes: instance.minutes,
    };
  }

  private handle(next: Happening): void {
    const { at } = next;
    switch (next.kind) {
      case 'tick':
        this.tick(at);
        break;
      case 'enqueue':
        this.enqueue(next.round, next.from, at, next.parent);
        break;
      case 'request':
        if (this.world.hasRequest(next.trigger, at) && isEnabled(next.repository, at)) {
          this.request(next.repository, 'reindex', next.trigger, at, this.nextNumber());
        }
        if (next.trigger === 'manual') this.planManual(at);
        else this.planRequest(next.repository, next.trigger, next.rate, at);
        break;
      case 'garbage':
        this.requestAll(this.instance.repositories, 'garbage-collection', 'scheduled', at);
        this.happenings.push({ at: at + this.instance.garbageCollectionMinutes, kind: 'garbage' });
        break;
      case 'initial': {
        const { repositories, meanwhile } = this.instance;
        const count = Math.ceil(repositories.length * (meanwhile?.initialIndexing?.share ?? 0));
        this.requestAll(repositories.slice(0, count), 'reindex', 'initial-indexing', at);
        break;
      }
      case 'storm':
        this.storm(at);
        break;
      case 'node-back':
        break;
      case 'done':
        this.finish(next.task, next.slot, at);
        break;
    }
  }

  private tick(at: number): void {
    const overlaps = this.open.some(({ left }) => left > 0);
    const round = this.open.push({ tick: at, left: 0, end: at, closed: false, tasks: 0, overlaps }) - 1;
    const parent = this.nextNumber();
    for (const scan of this.scans) this.scan(scan, at, parent);
    this.enqueue(round, 0, at, parent);
    this.happenings.push({ at: at + this.instance.intervalMinutes, kind: 'tick' });
  }

  /** The task of an integration itself. Beside the slots it runs at once, whatever waits. */
  private scan(scan: SimulatedRepository, at: number, parent: number): void {
    const isBeside = this.instance.scans?.place === 'beside';
    if (isBeside && this.busy[scan.number] === true) return;
    const task = this.request(scan, 'reindex', 'scheduled', at, parent);
    if (isBeside) this.start(task, at, BESIDE);
  }

  private requestAll(
    repositories: readonly SimulatedRepository[],
    operation: QueueOperation,
    trigger: QueueTrigger,
    at: number,
  ): void {
    const parent = this.nextNumber();
    for (const repository of repositories)
      if (isEnabled(repository, at)) this.request(repository, operation, trigger, at, parent);
  }

  private nextNumber(): number {
    return (this.lastNumber += 1);
  }

  private planRequest(repository: SimulatedRepository, trigger: QueueTrigger, rate: number, from: number): void {
    if (rate > 0)
      this.happenings.push({
        at: from + this.random.exponential(1 / rate),
        kind: 'request',
        repository,
        trigger,
        rate,
      });
  }

  private planManual(from: number): void {
    const { repositories, manualRate } = this.instance;
    const repository = repositories[this.random.whole(0, repositories.length - 1)];
    if (repository) this.planRequest(repository, 'manual', manualRate, from);
  }

  private planStorm(from: number): void {
    const { storms } = this.instance;
    if (storms) this.happenings.push({ at: from + this.random.exponential(1440 / storms.perDay), kind: 'storm' });
  }

  private storm(at: number): void {
    const { storms = { minutes: 0, requests: 0 }, repositories } = this.instance;
    for (let count = 0; count < storms.requests; count += 1) {
      const repository = repositories[this.random.whole(0, repositories.length - 1)];
      const moment = at + this.random.between(0, storms.minutes);
      if (repository) this.happenings.push({ at: moment, kind: 'request', repository, trigger: 'webhook', rate: 0 });
    }
    this.planStorm(at);
  }

  /** The scheduled job puts in one repository after the other, which takes its time. */
  private enqueue(round: number, from: number, at: number, parent: number): void {
    const { repositories, enqueueMinutes } = this.instance;
    const open = this.open[round];
    if (!open) return;
    const to = Math.min(from + BATCH, repositories.length);
    for (const repository of repositories.slice(from, to)) {
      if (!isEnabled(repository, at)) continue;
      const task = this.request(repository, 'reindex', 'scheduled', at, parent);
      task.rounds.push(round);
      open.left += 1;
      open.tasks += 1;
    }
    if (to < repositories.length)
      this.happenings.push({ at: at + BATCH * enqueueMinutes, kind: 'enqueue', round, from: to, parent });
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
      rounds: [],
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
      const slot = this.takeSlot(at);
      if (slot === undefined) {
        this.queue.push(next);
        return;
      }
      this.start(task, at, slot);
    }
  }

  /** Any free slot of a node that is there. */
  private takeSlot(at: number): number | undefined {
    const { threads, meanwhile } = this.instance;
    if ((meanwhile?.lostNodes ?? []).length === 0) {
      return this.freeSlots.splice(Math.floor(this.random.next() * this.freeSlots.length), 1)[0];
    }
    const place = this.freeSlots.findIndex((slot) => !this.world.isLost(Math.floor(slot / threads), at));
    return place < 0 ? undefined : this.freeSlots.splice(place, 1)[0];
  }

  private start(task: SimulatedTask, at: number, slot: number): void {
    const { number } = task.repository;
    this.busy[number] = true;
    this.waiting[task.operation][number] = undefined;
    task.started = at + this.random.between(0.00005, 0.0005);
    task.node = slot === BESIDE ? 0 : Math.floor(slot / this.instance.threads);
    this.happenings.push({ at: task.started + this.world.run(task, at), kind: 'done', task, slot });
  }

  private finish(task: SimulatedTask, slot: number, at: number): void {
    task.finished = at;
    const { number } = task.repository;
    if (slot !== BESIDE) this.freeSlots.push(slot);
    this.busy[number] = false;
    const held = this.held.get(number);
    if (held) {
      for (const waiting of held) this.queue.push({ task: waiting, priority: waiting.priority });
      this.held.delete(number);
    }
    for (const round of task.rounds) {
      const open = this.open[round];
      if (!open) continue;
      open.left -= 1;
      open.end = at;
      if (open.left === 0 && open.closed)
        this.rounds.push({ ...open, end: at, minutes: at - open.tick, number: round });
    }
  }
}

/** The tasks of the integrations themselves are numbered behind the repositories. */
function scansOf({ repositories, scans }: SimulatedInstance): SimulatedRepository[] {
  if (!scans) return [];
  const integrations = new Set(repositories.filter(({ tracked }) => tracked).map(({ integration }) => integration));
  return [...integrations].map((integration, place) => ({
    number: repositories.length + 1 + place,
    integration,
    name: '-',
    minutes: scans.minutes,
    tracked: scans.priority === 21,
    webhookRate: 0,
  }));
}

export function simulate(instance: SimulatedInstance): Simulation {
  return new QueueSimulator(instance).run();
}
