import { leastRoundMinutes, nextReadingDelay, roundsOfWatch } from '../../../src/reindex/watch/watch';
import { SeededRandom } from '../../support/seeded-random';

const T0 = Date.UTC(2026, 2, 2);
const at = (minutes: number) => T0 + minutes * 60_000;

interface Simulated {
  readonly repositories?: number;
  readonly interval?: number;
  readonly roundMinutes?: number;
  /** Minutes and repositories that a webhook moves. */
  readonly webhooks?: readonly (readonly [number, number])[];
  readonly every?: number;
  readonly from?: number;
  readonly until?: number;
  readonly skew?: number;
  /** Repositories that never move. */
  readonly failing?: number;
}

/** Looks at a Jira whose repositories end evenly over each round, in a fixed order. */
function looks({
  repositories = 100,
  interval = 30,
  roundMinutes = 12,
  webhooks = [],
  every = 5,
  from = 1,
  until = 180,
  skew = 0,
  failing = 0,
}: Simulated) {
  const observations = [];
  for (let minute = from; minute <= until; minute += every) {
    const dates = Array.from({ length: repositories }, (_, place) => {
      const offset = ((place + 1) / repositories) * roundMinutes;
      const round = Math.floor((minute - offset) / interval);
      const own = round * interval + offset;
      const hooks = webhooks.filter(([when, which]) => which === place && when <= minute).map(([when]) => when);
      return at(Math.max(own, ...hooks) + skew);
    });
    const stale = Array.from({ length: failing }, (_, place) => at(-5000 - place));
    observations.push({ at: at(minute), dates: [...dates, ...stale], requestMinutes: 0.05 });
  }
  return observations;
}

const random = new SeededRandom(7);
const hooks = Array.from(
  { length: 40 },
  () => [Math.floor(random.next() * 180) + 0.5, Math.floor(random.next() * 100)] as const,
);

test.each<[string, Simulated]>([
  ['quiet rounds', {}],
  ['webhooks', { webhooks: hooks }],
  ['a clock that is an hour ahead', { skew: 60 }],
  ['a clock that is an hour behind', { skew: -60 }],
  ['repositories that fail', { failing: 20 }],
  ['rare looks', { every: 14, until: 360 }],
  ['a long round', { roundMinutes: 28 }],
  ['few repositories', { repositories: 6 }],
])('%s', (_, simulated) => {
  const roundMinutes = simulated.roundMinutes ?? 12;
  const rounds = roundsOfWatch(looks(simulated));
  expect(rounds.length).toBeGreaterThanOrEqual(3);
  for (const { minutes, estimated } of rounds) {
    expect(estimated).toBe(true);
    expect(minutes).toBeGreaterThan(roundMinutes * 0.75);
    expect(minutes).toBeLessThanOrEqual(roundMinutes * 1.1);
  }
});

test.each([
  [66, 246],
  [70, 606],
  [1, 6006],
])('a watch that is broken off at minute %d and goes on at minute %d takes no pause for a round', (until, from) => {
  const rounds = roundsOfWatch([...looks({ until }), ...looks({ from, until: from + 180 })]);
  expect(rounds.length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...rounds.map(({ minutes }) => minutes))).toBeLessThanOrEqual(12);
});

test.each([1, 4, 6, 9, 11.5, 13, 20, 29])(
  'a watch that begins at minute %d of a round sees the next ones whole',
  (from) => {
    const rounds = roundsOfWatch(looks({ from, until: from + 180 }));
    expect(rounds.length).toBeGreaterThanOrEqual(4);
    for (const { minutes } of rounds) expect(minutes).toBeCloseTo(11.88);
  },
);

test('a round ends at its last date, by the clock of Jira', () => {
  const [first] = roundsOfWatch(looks({}));
  expect(first?.at).toBe(at(42));
  expect(first?.minutes).toBeCloseTo(11.88);
});

test.each<[string, Simulated]>([
  ['nothing moving', { interval: 10_000, from: 20 }],
  ['webhooks alone', { interval: 10_000, from: 20, webhooks: hooks }],
  ['one look', { until: 1 }],
  ['a first round that is not done', { until: 37 }],
])('%s gives no round', (_, simulated) => {
  expect(roundsOfWatch(looks(simulated))).toEqual([]);
});

test('webhooks that move the same few repositories again and again are no round', () => {
  const busy = Array.from({ length: 600 }, (_, place) => [place * 0.3, place % 60] as const);
  expect(roundsOfWatch(looks({ interval: 10_000, from: 20, webhooks: busy }))).toEqual([]);
});

test('no observation, or none with dates', () => {
  expect(roundsOfWatch([])).toEqual([]);
  expect(roundsOfWatch([1, 2].map((minute) => ({ at: at(minute), dates: [], requestMinutes: 0 })))).toEqual([]);
});

describe('a single look', () => {
  const look = (minutes: readonly number[]) => minutes.map(at);
  const round = Array.from({ length: 48 }, (_, place) => (place + 1) / 6);

  test('the spread of the newest round', () => {
    expect(leastRoundMinutes(look(round))).toBeCloseTo(47 / 6);
  });

  test('without what a webhook moved later', () => {
    expect(leastRoundMinutes(look([...round, 30]))).toBeCloseTo(47 / 6);
  });

  test('within a round: the part that is done', () => {
    const [done, rest] = [round.slice(0, 24).map((minute) => minute + 20), round.slice(24)];
    expect(leastRoundMinutes(look([...done, ...rest]))).toBeCloseTo(23 / 6);
  });

  test('nothing to say', () => {
    expect(leastRoundMinutes(look([1, 2]))).toBeUndefined();
    expect(leastRoundMinutes(look(Array.from({ length: 30 }, (_, place) => place * 100)))).toBeUndefined();
  });
});

test.each([
  [0, 0, 2],
  [0.1, 0, 2],
  [0.2, 0, 4],
  [1, 0, 15],
  [0.1, 1, 4],
  [0, 9, 15],
])('an answer of %d minutes and %d failures: next after %d', (minutes, failures, delay) => {
  expect(nextReadingDelay(minutes, failures)).toBe(delay);
});
