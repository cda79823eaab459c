import type { Meanwhile, SimulatedInstance, SimulatedRepository } from '../../support/queue-instance';
import type { SeededRandom } from '../../support/seeded-random';

/** What a class decides of its instances; the rest is drawn. Durations in minutes. */
export interface Wishes {
  /** The interval, in rounds. */
  readonly ratio: number;
  readonly nodes?: number;
  readonly threads?: number;
  readonly count?: number;
  readonly roundMinutes?: number;
  /** The most that one repository takes, as a share of the round; with `dominates` one takes it. */
  readonly largestShare?: number;
  readonly dominates?: boolean;
  /** Exponent of the Pareto distribution of the times: smaller has the heavier tail. */
  readonly tail?: number;
  readonly webhooks?: boolean;
  /** By id, so by place in the queue. */
  readonly order?: 'shortest-first' | 'longest-first';
  readonly change?: (instance: SimulatedInstance, random: SeededRandom) => Partial<SimulatedInstance>;
  readonly meanwhile?: (instance: SimulatedInstance, random: SeededRandom) => Meanwhile;
}

/** How long is simulated before the first look: until the queue is as it always is. */
const LEAST_WARM_UP = 700;

/** @param span from the first look to the last, in minutes */
export function makeInstance(
  wishes: Wishes,
  span: number,
  random: SeededRandom,
): { instance: SimulatedInstance; roundMinutes: number } {
  const nodes = wishes.nodes ?? random.whole(1, 4);
  const threads = wishes.threads ?? random.whole(1, 6);
  const count = wishes.count ?? Math.round(random.logBetween(20, 2000));
  const roundMinutes = Math.max(wishes.roundMinutes ?? random.logBetween(3, 200), count / 80);
  const repositories = makeRepositories(wishes, { count, slots: nodes * threads, roundMinutes }, random);
  const intervalMinutes = Math.max(1, Math.round(roundMinutes * wishes.ratio));
  const drawn: SimulatedInstance = {
    seed: Math.floor(random.next() * 2 ** 31),
    nodes,
    threads,
    repositories,
    intervalMinutes,
    noise: random.between(0.05, 0.2),
    bigPushes: random.chance(0.5) ? random.between(0, 2) / count : 0,
    bigPushMinutes: 0.1 * roundMinutes,
    errors: random.pick([0, 0.005, 0.03]),
    manualRate: random.chance(0.4) ? random.between(0, 5) / 1440 : 0,
    enqueueMinutes: random.between(2, 15) / 60_000,
    garbageCollectionMinutes: 1440,
    mergedTrigger: random.pick(['first', 'stronger']),
    retention: random.pick(['until-next-finished', 'until-next-queued']),
    minutes:
      span + LEAST_WARM_UP + 5 * Math.max(intervalMinutes, roundMinutes) + random.between(0, 2 * intervalMinutes),
  };
  const changed = { ...drawn, ...wishes.change?.(drawn, random) };
  const meanwhile = wishes.meanwhile?.(changed, random);
  return { instance: { ...changed, ...(meanwhile && { meanwhile }) }, roundMinutes };
}

/** Elsewhere no repository takes more than this share of a round: one that did would be the round. */
const LARGEST_SHARE = 0.3;

interface Size {
  readonly count: number;
  readonly slots: number;
  readonly roundMinutes: number;
}

/** Heavy-tailed times (Pareto), scaled so that all of them over the slots take about a round. */
function makeRepositories(
  wishes: Wishes,
  { count, slots, roundMinutes }: Size,
  random: SeededRandom,
): SimulatedRepository[] {
  const { largestShare = LARGEST_SHARE, order } = wishes;
  const tail = wishes.tail ?? random.between(1.1, 2.2);
  const weights = Array.from({ length: count }, () => (1 - random.next()) ** (-1 / tail));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const work = roundMinutes * slots;
  const minutes = weights.map((weight) => Math.min((weight / total) * work, largestShare * roundMinutes));
  if (wishes.dominates === true) minutes[random.whole(0, count - 1)] = largestShare * roundMinutes;
  if (order !== undefined) minutes.sort((a, b) => (order === 'shortest-first' ? a - b : b - a));
  const integrations = random.whole(1, Math.min(12, Math.max(1, Math.floor(count / 10))));
  const plain = random.chance(0.3) ? random.between(0, 0.1) : 0;
  // Webhook work is at most about a tenth of what the slots can do.
  const rate = (wishes.webhooks ?? random.chance(0.4)) ? (random.between(0.01, 0.1) * slots) / work : 0;
  return minutes.map((each, place) => {
    const tracked = !random.chance(plain);
    return {
      number: place + 1,
      integration: tracked ? `Integration ${(place % integrations) + 1}` : `plain-${place}`,
      name: `group-${place % 7}/repository-${place}`,
      minutes: each,
      tracked,
      webhookRate: rate * random.exponential(1),
    };
  });
}
