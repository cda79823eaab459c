import { adviseOn, type AdviceContext } from '../../src/evidence/advise-on';
import { NOTHING_KEPT, type EvidenceContent } from '../../src/evidence/content';
import { finish } from '../../src/steps/steps';
import { minute, round, T0 } from '../support/queue-task';

const NOTHING: AdviceContext = {
  watched: { rounds: [], least: undefined },
  repositories: undefined,
  indexedDates: [],
  schedule: undefined,
  policy: {},
  now: minute(120),
};

const ROUNDS: EvidenceContent = { ...NOTHING_KEPT, tasks: [0, 30, 60, 90].flatMap((start) => round(start, 19)) };
const FIVE = { kind: 'interval', minutes: 5 } as const;

const advice = (content: EvidenceContent, context: Partial<AdviceContext> = {}) =>
  finish(adviseOn(content, { ...NOTHING, ...context }));

test('rounds that are kept are what it comes of', () => {
  expect(advice(ROUNDS)).toMatchObject({ kind: 'suggestion', verdict: 'current-unknown', minutes: 22 });
  expect(advice(NOTHING_KEPT)).toMatchObject({ kind: 'not-enough-history' });
});

test('what is kept of the interval counts before what Jira says', () => {
  const kept = { ...ROUNDS, current: { value: { kind: 'interval', minutes: 30 } as const, at: minute(100) } };
  expect(advice(ROUNDS, { schedule: FIVE })).toMatchObject({ verdict: 'too-short' });
  expect(advice(kept, { schedule: FIVE })).toMatchObject({ verdict: 'good' });
});

test.each<[string, Partial<AdviceContext>]>([
  ['the looks of a watch', { watched: { rounds: [], least: 40 } }],
  ['the dates of last indexing', { indexedDates: Array.from({ length: 200 }, (_, place) => T0 + place * 12_000) }],
])('%s bound a round from below', (_, context) => {
  expect(advice(NOTHING_KEPT, context)).toMatchObject({
    kind: 'at-least',
    atLeastMinutes: expect.closeTo(40, 0) as number,
  });
});

test('rounds that a watch saw, and the numbers of the calculation, take part', () => {
  const rounds = [{ at: minute(110), minutes: 50, estimated: true as const }];
  expect(advice(NOTHING_KEPT, { watched: { rounds, least: undefined } })).toMatchObject({ minutes: 55 });
  expect(advice(ROUNDS, { policy: { floorMinutes: 60 } })).toMatchObject({ minutes: 60 });
});

test('fewer tasks than repositories are only a part of a round', () => {
  expect(advice(ROUNDS, { repositories: 100_000 }).kind).not.toBe('suggestion');
});
