import { SeededRandom } from './seeded-random';

export interface SimulatedRepository {
  readonly number: number;
  readonly integration: string;
  readonly name: string;
  /** Usual processing time in minutes. */
  readonly minutes: number;
  /** Belongs to an integration (priority +1) or is plain git. */
  readonly tracked: boolean;
  /** Webhook events a minute. */
  readonly webhookRate: number;
}

/** A Jira cluster whose indexing queue is simulated. Durations in minutes. */
export interface SimulatedInstance {
  readonly seed: number;
  readonly nodes: number;
  readonly threads: number;
  readonly repositories: readonly SimulatedRepository[];
  readonly intervalMinutes: number;
  /** Spread of one repository's time from run to run (sigma of its logarithm). */
  readonly noise: number;
  /** Chance that a run finds more to do than usual, and the most that this takes on top. */
  readonly bigPushes: number;
  readonly bigPushMinutes: number;
  readonly errors: number;
  readonly manualRate: number;
  /** Minutes to put one repository into the queue. */
  readonly enqueueMinutes: number;
  readonly garbageCollectionMinutes: number;
  /** Of two merged requests the row shows the trigger of the first, or of the one with the higher priority. */
  readonly mergedTrigger: 'first' | 'stronger';
  /** An old finished row goes when a newer task of its repository is finished, or already when one is queued. */
  readonly retention: 'until-next-finished' | 'until-next-queued';
  /** A share of the repositories is indexed for the first time at this minute. */
  readonly initialIndexing?: { readonly at: number; readonly share: number; readonly factor: number };
  readonly minutes: number;
}

export type CapturePlan = { readonly kind: 'one' } | { readonly kind: 'many'; readonly everyMinutes: number };

export interface Scenario {
  readonly instance: SimulatedInstance;
  readonly plan: CapturePlan;
  readonly passMinutes: number;
  readonly ratio: number;
}

/** How long the interval is, in passes: from far too short to far too long. */
const RATIOS = [0.1, 0.25, 0.5, 0.8, 1.02, 1.15, 1.4, 2, 4, 12] as const;

/** One of many different instances; the number decides the interval, the seed everything else. */
export function makeScenario(number: number, seed: number): Scenario {
  const random = new SeededRandom(seed * 7919 + number * 104_729 + 17);
  const nodes = random.whole(1, 6);
  const threads = random.whole(1, 8);
  const count = Math.round(random.logBetween(20, 5000));
  const passMinutes = Math.max(random.logBetween(2, 240), count / 80);
  const webhooks = random.chance(0.5);
  const repositories = makeRepositories(random, count, nodes * threads, passMinutes, webhooks);
  const ratio = RATIOS[number % RATIOS.length] ?? 1;
  const intervalMinutes = Math.max(1, Math.round(passMinutes * ratio));
  const plan: CapturePlan = random.chance(0.5)
    ? { kind: 'one' }
    : { kind: 'many', everyMinutes: random.pick([15, 30, 60, 60, 90, 180]) };
  const day = 1440;
  return {
    plan,
    passMinutes,
    ratio,
    instance: {
      seed: Math.floor(random.next() * 2 ** 31),
      nodes,
      threads,
      repositories,
      intervalMinutes,
      noise: random.between(0.05, 0.15),
      bigPushes: random.chance(0.5) ? random.between(0, 2) / count : 0,
      bigPushMinutes: 0.1 * passMinutes,
      errors: random.pick([0, 0.005, 0.03]),
      manualRate: random.chance(0.4) ? random.between(0, 5) / day : 0,
      enqueueMinutes: random.between(2, 15) / 60_000,
      garbageCollectionMinutes: day,
      mergedTrigger: random.pick(['first', 'stronger']),
      retention: random.pick(['until-next-finished', 'until-next-queued']),
      minutes:
        Math.max(1.6 * day, 25 * Math.max(intervalMinutes, passMinutes)) + 3 * Math.max(intervalMinutes, passMinutes),
    },
  };
}

/** No repository takes more than this share of a pass: one that did would be the pass. */
const LARGEST_SHARE = 0.3;

/** Heavy-tailed times (Pareto), scaled so that all of them over the slots take about a pass. */
function makeRepositories(
  random: SeededRandom,
  count: number,
  slots: number,
  passMinutes: number,
  webhooks: boolean,
): SimulatedRepository[] {
  const tail = random.between(1.1, 2.2);
  const weights = Array.from({ length: count }, () => (1 - random.next()) ** (-1 / tail));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const integrations = random.whole(1, Math.min(12, Math.max(1, Math.floor(count / 10))));
  const plain = random.chance(0.3) ? random.between(0, 0.1) : 0;
  const work = passMinutes * slots;
  // Webhook work is at most about a tenth of what the slots can do.
  const rate = webhooks ? (random.between(0.01, 0.1) * slots) / work : 0;
  return weights.map((weight, number) => {
    const tracked = !random.chance(plain);
    return {
      number: number + 1,
      integration: tracked ? `Integration ${(number % integrations) + 1}` : `plain-${number}`,
      name: `group-${number % 7}/repository-${number}`,
      minutes: Math.min((weight / total) * work, LARGEST_SHARE * passMinutes),
      tracked,
      webhookRate: rate * random.exponential(1),
    };
  });
}

/** The same instance with an interval so long that passes never meet: there the true pass can be measured. */
export function withRoom(instance: SimulatedInstance, passMinutes: number): SimulatedInstance {
  const intervalMinutes = Math.max(instance.intervalMinutes, Math.ceil(passMinutes * 2.5));
  return { ...instance, intervalMinutes, minutes: 45 * intervalMinutes };
}
