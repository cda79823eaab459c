import type { QueueTrigger } from '../../src/model/queue';
import type { SimulatedInstance } from './queue-instance';
import { isScan, type SimulatedTask } from './simulation';
import type { SeededRandom } from './seeded-random';

/** A run that fails at once: the host does not answer, or says no. Minutes. */
const SHORT_FAILURE = 2 / 60;

/** How long things take and what is there, by the moment. Minutes since the start of the simulation. */
export class SimulatedWorld {
  private readonly stuck: { readonly from: number; readonly minutes: number }[];

  constructor(
    private readonly instance: SimulatedInstance,
    private readonly random: SeededRandom,
  ) {
    this.stuck = [...(instance.meanwhile?.stuck ?? [])];
  }

  /** Decides how a task ends. Answers how long it takes, in minutes. */
  run(task: SimulatedTask, at: number): number {
    const { instance, random } = this;
    const { repository, operation, trigger } = task;
    const usual = repository.minutes * Math.exp(random.normal() * instance.noise) * this.growth(at) * this.load(at);
    if (operation !== 'reindex') return usual * 0.3;
    if (trigger === 'initial-indexing') return usual * (instance.meanwhile?.initialIndexing?.factor ?? 20);
    const cannotWork = repository.isBroken === true || this.isOut(repository.integration, at);
    if (cannotWork || random.chance(instance.errors)) {
      task.outcome = 'error';
      const isShort = cannotWork || instance.errorsAreShort === true;
      return isShort ? SHORT_FAILURE * random.between(0.7, 1.3) : usual * random.between(0.1, 1.5);
    }
    const stuck = isScan(task) ? -1 : this.stuck.findIndex(({ from }) => from <= at);
    if (stuck >= 0) {
      task.isStuck = true;
      return this.stuck.splice(stuck, 1)[0]?.minutes ?? usual;
    }
    return random.chance(instance.bigPushes) ? usual + instance.bigPushMinutes * random.next() : usual;
  }

  /** By night few people push. */
  hasRequest(trigger: QueueTrigger, at: number): boolean {
    const { day } = this.instance;
    if (day === undefined || trigger !== 'webhook') return true;
    return this.random.chance(0.1 + 0.9 * byDay(at - day.noon));
  }

  get losesNodes(): boolean {
    return (this.instance.meanwhile?.lostNodes ?? []).length > 0;
  }

  isLost(node: number, at: number): boolean {
    return (this.instance.meanwhile?.lostNodes ?? []).some(
      (lost) => lost.node === node && lost.from <= at && at < lost.to,
    );
  }

  private isOut(integration: string, at: number): boolean {
    return (this.instance.meanwhile?.outages ?? []).some(
      (out) => out.integration === integration && out.from <= at && at < out.to,
    );
  }

  /** Times have grown up to the end, which is the moment of the look. */
  private growth(at: number): number {
    const { meanwhile, minutes } = this.instance;
    return Math.exp(((meanwhile?.growthPerDay ?? 0) * (at - minutes)) / 1440);
  }

  private load(at: number): number {
    const { day } = this.instance;
    return day === undefined ? 1 : 1 + day.share * byDay(at - day.noon);
  }
}

/** 1 at noon, 0 from six hours after it to six hours before the next. */
function byDay(sinceNoon: number): number {
  return Math.max(0, Math.cos((sinceNoon / 1440) * 2 * Math.PI));
}
