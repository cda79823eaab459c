import type { SimulatedInstance } from '../../support/queue-instance';
import type { SeededRandom } from '../../support/seeded-random';
import type { CapturePlan } from './captures';
import type { Wishes } from './instance';

export interface BenchClass {
  readonly name: string;
  readonly make: (random: SeededRandom) => { readonly wishes: Wishes; readonly plan: CapturePlan };
}

const DAY = 1440;

/** One look, as tasks or through the text of a file. */
function oneLook(random: SeededRandom): CapturePlan {
  return { span: 0, every: DAY, form: random.pick(['tasks', 'csv']) };
}

function dayOfLooks(random: SeededRandom): CapturePlan {
  return { span: DAY, every: random.pick([30, 45, 60, 90]), form: random.pick(['tasks', 'tasks', 'csv']) };
}

function daysOfLooks(days: number, random: SeededRandom): CapturePlan {
  return { span: days * DAY, every: random.pick([45, 60, 120, 240]), form: 'tasks' };
}

const anyLooks = (random: SeededRandom) => (random.chance(0.5) ? oneLook(random) : dayOfLooks(random));

/** From overload to far too long. */
const anyRatio = (random: SeededRandom) => random.pick([0.3, 0.5, 0.8, 1.05, 1.2, 1.5, 2, 4]);
/** Rounds do not meet. */
const roomy = (random: SeededRandom) => random.pick([1.15, 1.3, 1.6, 2, 3, 6]);

/** A page is pasted of small instances; nobody turns two hundred pages. */
const fewRepositories = (random: SeededRandom) => Math.round(random.logBetween(20, 250));

function page(plan: Partial<CapturePlan>): CapturePlan {
  return { span: 0, every: DAY, form: 'page', ...plan };
}

/** A class whose looks and interval are drawn from the usual ones, but for what it says itself. */
function of(
  name: string,
  wishes: (random: SeededRandom) => Partial<Wishes>,
  plan: (random: SeededRandom) => CapturePlan = anyLooks,
): BenchClass {
  return { name, make: (random) => ({ wishes: { ratio: anyRatio(random), ...wishes(random) }, plan: plan(random) }) };
}

/** Of an integration that has at least a few repositories: nothing else is worth an outage. */
function integrationOf({ repositories }: SimulatedInstance, random: SeededRandom): string {
  return repositories[random.whole(0, repositories.length - 1)]?.integration ?? '';
}

const stuckTasks = (least: number, most: number) => (instance: SimulatedInstance, random: SeededRandom) => ({
  stuck: Array.from({ length: random.whole(1, 2) }, () => ({
    from: instance.minutes - random.between(20, 400),
    minutes: random.between(least, most),
  })),
});

/** Admins look at the queue by day. */
const dayAndNight = ({ minutes }: SimulatedInstance, random: SeededRandom) => ({
  day: { share: random.between(0.2, 1.2), noon: minutes + random.between(-180, 180) },
});

const EASY: readonly BenchClass[] = [
  of('room, one look', (random) => ({ ratio: roomy(random) }), oneLook),
  of('room, a day', (random) => ({ ratio: roomy(random) }), dayOfLooks),
  of('interval of a round', (random) => ({ ratio: random.between(0.95, 1.1) })),
  of('interval far too long', (random) => ({ ratio: random.pick([4, 8, 12]) })),
  of(
    'two weeks of looks',
    (random) => ({
      ratio: anyRatio(random),
      count: Math.round(random.logBetween(20, 200)),
      roundMinutes: random.logBetween(30, 200),
    }),
    (random) => daysOfLooks(14, random),
  ),
  of(
    '5,000 repositories',
    (random) => ({ count: random.whole(2500, 5000), ratio: random.pick([0.5, 1.2, 2]) }),
    oneLook,
  ),
  of('one slot', () => ({ nodes: 1, threads: 1 })),
  of('many slots, few repositories', (random) => ({
    nodes: 4,
    threads: random.whole(4, 8),
    count: random.whole(20, 60),
  })),
  of('webhooks all day', () => ({ webhooks: true })),
  of(
    'whole seconds',
    (random) => ({ roundMinutes: random.logBetween(2, 20) }),
    (random) => ({ ...anyLooks(random), wholeSeconds: true }),
  ),
  of(
    'rows twice',
    () => ({}),
    (random) => ({ ...anyLooks(random), twice: true }),
  ),
];

const LOADED: readonly BenchClass[] = [
  of('overload x2, one look', () => ({ ratio: 0.5 }), oneLook),
  of('overload x2, a day', () => ({ ratio: 0.5 }), dayOfLooks),
  of('overload x5', () => ({ ratio: 0.2 })),
  of('overload x10', () => ({ ratio: 0.1 })),
  of('a little overload', (random) => ({ ratio: random.between(0.7, 0.95) })),
  of('heavy tails and noise', () => ({ tail: 1.05, change: (_, random) => ({ noise: random.between(0.3, 0.5) }) })),
  of('long ones last', (random) => ({ order: 'shortest-first', ratio: random.pick([0.3, 0.6, 1.2]) })),
  of('long ones first', (random) => ({ order: 'longest-first', ratio: random.pick([0.3, 0.6, 1.2]) })),
  of('dominating, one look', (random) => ({ dominates: true, largestShare: random.between(0.4, 0.9) }), oneLook),
  of('dominating, a day', (random) => ({ dominates: true, largestShare: random.between(0.4, 0.9) }), dayOfLooks),
];

const TROUBLED: readonly BenchClass[] = [
  of('scans beside the slots', () => ({
    change: (instance, random) => ({
      scans: {
        place: 'beside',
        minutes: instance.intervalMinutes * random.between(0.02, 0.3),
        priority: random.pick([20, 21]),
      },
    }),
  })),
  of('scans inside the slots', () => ({
    change: (_, random) => ({
      scans: { place: 'inside', minutes: random.between(0.05, 0.5), priority: random.pick([20, 21]) },
    }),
  })),
  of('short failures', () => ({
    change: (_, random) => ({ errors: random.between(0.02, 0.15), errorsAreShort: true }),
  })),
  of('broken repositories', () => ({
    change: ({ repositories }, random) => ({
      repositories: repositories.map((one) => ({ ...one, isBroken: random.chance(0.1) })),
    }),
  })),
  of(
    'an integration fails for hours',
    () => ({
      meanwhile: (instance, random) => {
        const from = instance.minutes - random.between(180, 900);
        return {
          outages: [{ integration: integrationOf(instance, random), from, to: from + random.between(60, 170) }],
        };
      },
    }),
    dayOfLooks,
  ),
  of('stuck on few slots', (random) => ({ nodes: 1, threads: random.whole(1, 3), meanwhile: stuckTasks(120, 500) })),
  of('stuck on many slots', (random) => ({
    nodes: random.whole(2, 4),
    threads: random.whole(2, 6),
    meanwhile: stuckTasks(120, 700),
  })),
  of(
    'a node lost and back',
    (random) => ({
      nodes: random.whole(2, 4),
      meanwhile: (instance) => {
        const from = instance.minutes - random.between(300, 1000);
        return { lostNodes: [{ node: 0, from, to: from + random.between(15, 90) }] };
      },
    }),
    dayOfLooks,
  ),
  of(
    'webhook storms',
    (random) => ({
      webhooks: true,
      change: ({ repositories }) => ({
        storms: {
          perDay: random.between(2, 8),
          minutes: random.between(5, 30),
          requests: Math.ceil(repositories.length * random.between(0.1, 0.5)),
        },
      }),
    }),
    dayOfLooks,
  ),
];

const CHANGING: readonly BenchClass[] = [
  of('day and night, one look', () => ({ change: dayAndNight }), oneLook),
  of('day and night, a day', () => ({ change: dayAndNight }), dayOfLooks),
  of('day and night, overload', () => ({ ratio: 0.4, webhooks: true, change: dayAndNight }), dayOfLooks),
  of(
    'growing times',
    (random) => ({
      count: Math.round(random.logBetween(20, 200)),
      roundMinutes: random.logBetween(20, 200),
      meanwhile: () => ({ growthPerDay: random.between(0.01, 0.06) }),
    }),
    (random) => daysOfLooks(7, random),
  ),
  of(
    'growing number',
    (random) => ({
      count: Math.round(random.logBetween(30, 200)),
      roundMinutes: random.logBetween(20, 200),
      change: ({ repositories, minutes }) => ({
        repositories: repositories.map((one) =>
          random.chance(0.3) ? { ...one, since: minutes - random.between(0.2, 7) * DAY } : one,
        ),
      }),
    }),
    (random) => daysOfLooks(7, random),
  ),
  of(
    'half disabled in between',
    (random) => ({
      count: Math.round(random.logBetween(30, 200)),
      roundMinutes: random.logBetween(20, 200),
      change: ({ repositories, minutes }) => {
        const until = minutes - random.between(0.7, 3) * DAY;
        return { repositories: repositories.map((one) => (random.chance(0.5) ? { ...one, until } : one)) };
      },
    }),
    (random) => daysOfLooks(7, random),
  ),
  of('initial indexing in the window', (random) => ({
    meanwhile: ({ minutes }) => ({
      initialIndexing: { at: minutes - random.between(200, 500), share: random.pick([0.005, 0.05]), factor: 20 },
    }),
  })),
];

const PAGES: readonly BenchClass[] = [
  of(
    'page, all opened',
    (random) => ({ count: fewRepositories(random) }),
    () => page({}),
  ),
  of(
    'page, half opened',
    (random) => ({ count: fewRepositories(random) }),
    () => page({ opened: 0.5 }),
  ),
  of(
    'page, closed',
    (random) => ({ count: fewRepositories(random) }),
    () => page({ opened: 0 }),
  ),
  of(
    'pages of ten rows',
    (random) => ({ count: random.whole(20, 60) }),
    (random) => page({ rows: 10, pages: random.whole(1, 8) }),
  ),
  of(
    'pages of fifty rows',
    (random) => ({ count: fewRepositories(random) }),
    (random) => page({ rows: 50, pages: random.whole(1, 5) }),
  ),
  of(
    'pages over a day',
    (random) => ({ count: fewRepositories(random), ratio: roomy(random) }),
    (random) => page({ span: DAY, every: random.pick([60, 120, 240]) }),
  ),
  of(
    'run durations alone',
    (random) => ({ count: Math.round(random.logBetween(20, 2000)) }),
    () => ({ span: DAY, every: 240, form: 'nothing' }),
  ),
];

export const CLASSES: readonly BenchClass[] = [...EASY, ...LOADED, ...TROUBLED, ...CHANGING, ...PAGES];
