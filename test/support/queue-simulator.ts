import type { QueueTrigger } from '../../src/model/queue';
import { Heap } from './heap';
import { isEnabled, type SimulatedInstance, type SimulatedRepository } from './queue-instance';
import { SeededRandom } from './seeded-random';
import { SimulatedQueue, type Request } from './simulated-queue';
import { SimulatedWorld } from './simulated-world';
import type { SimulatedTask, Simulation, TrueRound } from './simulation';

/** How many repositories the scheduled job puts in at once. */
const BATCH = 50;

/** Instead of a slot. */
const BESIDE = -1;

type Happening = { readonly at: number } & (
  | { readonly kind: 'tick' | 'garbage' | 'initial' | 'storm' | 'node-back' }
  | { readonly kind: 'enqueue'; readonly round: number; readonly from: number; readonly parent: number }
  | {
      readonly kind: 'request';
      readonly repository: SimulatedRepository;
      readonly trigger: QueueTrigger;
      readonly rate: number;
    }
  | { readonly kind: 'done'; readonly task: SimulatedTask; readonly slot: number }
);

interface OpenRound {
  readonly tick: number;
  readonly overlaps: boolean;
  left: number;
  tasks: number;
  isClosed: boolean;
}

/** Plays the queue by the documented rules; see shared facts: one queue, N nodes with M threads, merging, priorities. */
class QueueSimulator {
  private readonly random: SeededRandom;
  private readonly happenings = new Heap<Happening>((a, b) => a.at < b.at);
  private readonly queue: SimulatedQueue;
  private readonly world: SimulatedWorld;
  private readonly scans: readonly SimulatedRepository[];
  private readonly freeSlots: number[];
  private readonly open: OpenRound[] = [];
  private readonly rounds: TrueRound[] = [];

  constructor(private readonly instance: SimulatedInstance) {
    this.random = new SeededRandom(instance.seed);
    this.world = new SimulatedWorld(instance, this.random);
    this.scans = scansOf(instance);
    this.queue = new SimulatedQueue([...instance.repositories, ...this.scans], instance.mergedTrigger);
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
    const rounds = this.rounds.sort((a, b) => a.tick - b.tick);
    return { instance, histories: this.queue.histories, rounds, minutes: instance.minutes };
  }

  private handle(next: Happening): void {
    const { at } = next;
    const { repositories, garbageCollectionMinutes, meanwhile } = this.instance;
    const parent = this.queue.nextNumber();
    switch (next.kind) {
      case 'tick':
        this.tick(at, parent);
        break;
      case 'enqueue':
        this.enqueue(next.round, next.from, at, next.parent);
        break;
      case 'request':
        if (this.world.hasRequest(next.trigger, at)) {
          this.requestAll([next.repository], { operation: 'reindex', trigger: next.trigger, at, parent });
        }
        if (next.trigger === 'manual') this.planManual(at);
        else this.planRequest(next.repository, next.trigger, next.rate, at);
        break;
      case 'garbage':
        this.requestAll(repositories, { operation: 'garbage-collection', trigger: 'scheduled', at, parent });
        this.happenings.push({ at: at + garbageCollectionMinutes, kind: 'garbage' });
        break;
      case 'initial': {
        const count = Math.ceil(repositories.length * (meanwhile?.initialIndexing?.share ?? 0));
        this.requestAll(repositories.slice(0, count), {
          operation: 'reindex',
          trigger: 'initial-indexing',
          at,
          parent,
        });
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

  private requestAll(repositories: readonly SimulatedRepository[], request: Request): void {
    for (const repository of repositories) {
      if (isEnabled(repository, request.at)) this.queue.request(repository, request);
    }
  }

  private tick(at: number, parent: number): void {
    const overlaps = this.open.some(({ left }) => left > 0);
    const round = this.open.push({ tick: at, left: 0, isClosed: false, tasks: 0, overlaps }) - 1;
    for (const scan of this.scans) this.scan(scan, at, parent);
    this.enqueue(round, 0, at, parent);
    this.happenings.push({ at: at + this.instance.intervalMinutes, kind: 'tick' });
  }

  /** The task of an integration itself. Beside the slots it runs at once, whatever waits. */
  private scan(scan: SimulatedRepository, at: number, parent: number): void {
    const isBeside = this.instance.scans?.place === 'beside';
    if (isBeside && this.queue.isBusy(scan)) return;
    const task = this.queue.request(scan, { operation: 'reindex', trigger: 'scheduled', at, parent });
    if (isBeside) this.start(task, at, BESIDE);
  }

  /** The scheduled job puts in one repository after the other, which takes its time. */
  private enqueue(round: number, from: number, at: number, parent: number): void {
    const { repositories, enqueueMinutes } = this.instance;
    const open = this.open[round];
    if (!open) return;
    const to = Math.min(from + BATCH, repositories.length);
    for (const repository of repositories.slice(from, to)) {
      if (!isEnabled(repository, at)) continue;
      this.queue.request(repository, { operation: 'reindex', trigger: 'scheduled', at, parent }).rounds.push(round);
      open.left += 1;
      open.tasks += 1;
    }
    open.isClosed = to === repositories.length;
    if (!open.isClosed)
      this.happenings.push({ at: at + BATCH * enqueueMinutes, kind: 'enqueue', round, from: to, parent });
  }

  private planRequest(repository: SimulatedRepository, trigger: QueueTrigger, rate: number, from: number): void {
    if (rate <= 0) return;
    this.happenings.push({ at: from + this.random.exponential(1 / rate), kind: 'request', repository, trigger, rate });
  }

  private planManual(from: number): void {
    this.planRequest(this.anyRepository(), 'manual', this.instance.manualRate, from);
  }

  private planStorm(from: number): void {
    const { storms } = this.instance;
    if (storms) this.happenings.push({ at: from + this.random.exponential(1440 / storms.perDay), kind: 'storm' });
  }

  private storm(at: number): void {
    const { requests, minutes } = this.instance.storms ?? { requests: 0, minutes: 0 };
    for (let count = 0; count < requests; count += 1) {
      const moment = at + this.random.between(0, minutes);
      this.happenings.push({
        at: moment,
        kind: 'request',
        repository: this.anyRepository(),
        trigger: 'webhook',
        rate: 0,
      });
    }
    this.planStorm(at);
  }

  private anyRepository(): SimulatedRepository {
    const { repositories } = this.instance;
    const repository = repositories[this.random.whole(0, repositories.length - 1)];
    if (!repository) throw new Error('An instance without repositories has no queue.');
    return repository;
  }

  /** Free slots take the first task in the order of the queue. */
  private dispatch(at: number): void {
    while (this.freeSlots.length > 0) {
      const task = this.queue.next();
      const slot = task && this.takeSlot(at);
      if (!task || slot === undefined) return;
      this.start(task, at, slot);
    }
  }

  /** Any free slot of a node that is there. */
  private takeSlot(at: number): number | undefined {
    const { threads } = this.instance;
    const usable = this.world.losesNodes
      ? this.freeSlots.filter((slot) => !this.world.isLost(Math.floor(slot / threads), at))
      : this.freeSlots;
    if (usable.length === 0) return undefined;
    const slot = usable[Math.floor(this.random.next() * usable.length)] ?? 0;
    this.freeSlots.splice(this.freeSlots.indexOf(slot), 1);
    return slot;
  }

  private start(task: SimulatedTask, at: number, slot: number): void {
    this.queue.start(task, at + this.random.between(0.00005, 0.0005));
    task.node = slot === BESIDE ? 0 : Math.floor(slot / this.instance.threads);
    this.happenings.push({ at: task.started + this.world.run(task, at), kind: 'done', task, slot });
  }

  private finish(task: SimulatedTask, slot: number, at: number): void {
    this.queue.finish(task, at);
    if (slot !== BESIDE) this.freeSlots.push(slot);
    for (const number of task.rounds) {
      const open = this.open[number];
      if (!open) continue;
      open.left -= 1;
      if (open.left > 0 || !open.isClosed) continue;
      const { tick, tasks, overlaps } = open;
      this.rounds.push({ number, tick, end: at, minutes: at - tick, tasks, overlaps });
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
