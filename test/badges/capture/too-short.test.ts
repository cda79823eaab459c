import fc from 'fast-check';

import { tooShortInSteps } from '../../../src/badges/capture/too-short';
import { adviseOn } from '../../../src/evidence/advise-on';
import { NOTHING_KEPT, type EvidenceContent } from '../../../src/evidence/content';
import { finish } from '../../../src/steps/steps';
import { minute, round, task, T0 } from '../../support/queue-task';

const NOW = minute(120);
const interval = (minutes: number) => ({ value: { kind: 'interval', minutes } as const, at: NOW });

const ROUNDS = [0, 30, 60, 90].flatMap((start) => round(start, 19));

const tooShort = (content: Partial<EvidenceContent>, policy = {}, now = NOW) =>
  finish(tooShortInSteps({ ...NOTHING_KEPT, ...content }, policy, now));

test.each<[string, Partial<EvidenceContent>, number | undefined]>([
  ['rounds that take longer', { tasks: ROUNDS, current: interval(5) }, 5],
  ['rounds that take as long as it', { tasks: ROUNDS, current: interval(19) }, undefined],
  ['a run duration that is longer', { runDurations: [{ at: NOW, minutes: 6 }], current: interval(5) }, 5],
  ['a run duration that is as long', { runDurations: [{ at: NOW, minutes: 5 }], current: interval(5) }, undefined],
  ['an interval that nobody knows', { tasks: ROUNDS }, undefined],
  [
    'a cron expression',
    { tasks: ROUNDS, current: { value: { kind: 'cron', expression: '0 0/5 * * * ?' }, at: NOW } },
    undefined,
  ],
  ['a schedule that is off', { tasks: ROUNDS, current: interval(9_999_999) }, undefined],
  [
    'initial indexing that runs',
    {
      tasks: [
        ...ROUNDS,
        ...round(100, 10).map((one) => ({
          ...one,
          trigger: 'initial-indexing' as const,
          status: 'indexing' as const,
          finishedAt: undefined,
          id: `i${one.id}`,
        })),
      ],
      current: interval(5),
    },
    undefined,
  ],
  [
    'a round that is over, unless there are more repositories',
    {
      tasks: [task('r0', 0, 0, 2), task('r1', 0, 0, 6)].map((one) => ({ ...one, seenAt: minute(7) })),
      current: interval(6),
    },
    undefined,
  ],
  [
    'a part of a round, unless it is the whole of it',
    {
      tasks: [task('r1', 0, 0, 10), task('r2', 0, 9, 29), task('r3', 0, 10, 11)].map((one, place) => ({
        ...one,
        seenAt: minute(30),
        outOf: 1000,
        row: place + 1,
      })),
      current: interval(28),
    },
    undefined,
  ],
  ['nothing', { current: interval(5) }, undefined],
])('by %s', (_, content, expected) => expect(tooShort(content)).toBe(expected));

test('the numbers of the calculation that an admin set take part', () => {
  const runDurations = Array.from({ length: 20 }, (_, place) => ({
    at: minute(place * 5),
    minutes: place === 0 ? 9 : 3,
  }));
  const content = { runDurations, current: interval(5) };
  expect([tooShort(content, { quantile: 1 }), tooShort(content, { quantile: 0.5 })]).toEqual([5, undefined]);
});

test('looks of a watch take part', () => {
  const dates = Array.from({ length: 200 }, (_, place) => T0 + place * 12_000);
  const observations = [{ at: minute(60), dates, requestMinutes: 0.1 }];
  expect(tooShort({ observations, current: interval(5) })).toBe(5);
});

/** Rounds on two slots, whole, overlapping or cut off, as seen in one or two looks. */
const kept = fc
  .record({
    every: fc.integer({ min: 3, max: 40 }),
    turns: fc.integer({ min: 1, max: 6 }),
    minutes: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 8 }),
    changes: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
    missing: fc.integer({ min: 0, max: 6 }),
    isPart: fc.boolean(),
    run: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
    slots: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
    grown: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ every, turns, minutes, changes, missing, isPart, run, slots, grown }) => {
    const free = [0, 0];
    const tasks = Array.from({ length: turns }, (_, turn) => turn).flatMap((turn) =>
      minutes
        .slice(0, turn < turns / 2 ? minutes.length - Math.min(grown, minutes.length - 1) : minutes.length)
        .map((usual, place) => {
          const slot = (free[0] ?? 0) <= (free[1] ?? 0) ? 0 : 1;
          const start = Math.max(free[slot] ?? 0, turn * every);
          free[slot] = start + usual + (changes[(turn + place) % changes.length] ?? 0);
          return task(`r${place}`, turn * every, start, free[slot]);
        }),
    );
    const now = minute(Math.max(...free) + 1);
    const part = isPart ? { outOf: 1_000, seenAt: now } : { seenAt: now };
    const content: EvidenceContent = {
      ...NOTHING_KEPT,
      tasks: tasks.slice(missing).map((one, row) => ({ ...one, ...part, ...(isPart && { row: row + 1 }) })),
      runDurations: run === undefined ? [] : [{ at: now, minutes: run }],
      current: interval(every),
      nodes: slots === undefined ? undefined : { value: 1, at: now },
      threads: slots === undefined ? undefined : { value: slots, at: now },
    };
    return { content, now };
  });

test('is never said where the panel, which knows more, would say otherwise', () => {
  let said = 0;
  fc.assert(
    fc.property(
      kept,
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 0, max: 60 }),
      ({ content, now }, repositories, spread) => {
        const indexedDates = Array.from({ length: 100 }, (_, place) => now - (spread * 60_000 * place) / 100);
        const context = { watched: { rounds: [], least: undefined }, schedule: undefined, policy: {}, now };
        const panel = finish(adviseOn(content, { ...context, repositories, indexedDates }));
        if (finish(tooShortInSteps(content, {}, now)) === undefined) return;
        said += 1;
        expect(panel).toMatchObject({ verdict: 'too-short' });
      },
    ),
    { numRuns: 300, seed: 1 },
  );
  expect(said).toBeGreaterThan(100);
});
