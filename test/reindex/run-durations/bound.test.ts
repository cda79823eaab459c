/** @jest-environment node */
import type { QueueTask } from '../../../src/model/queue';
import { adviseReindexInterval } from '../../../src/reindex/advise';
import type { ReindexEvidence } from '../../../src/reindex/evidence';
import { completePolicy } from '../../../src/reindex/policy';
import { coveredMinutes, validRunDurations } from '../../../src/reindex/run-durations/bound';
import { minute, round, task } from '../../support/queue-task';

const numbers = completePolicy();

test.each([
  [[], 0],
  [[3, 9, 4], 9],
  [Array.from({ length: 19 }, (_, place) => place + 1), 19],
  [Array.from({ length: 20 }, (_, place) => place + 1), 19.05],
])('the longest of few, a quantile of many: %j', (minutes, covered) => {
  expect(coveredMinutes(minutes, numbers)).toBeCloseTo(covered, 9);
});

test.each([
  [0, true],
  [10_080, true],
  [10_080.1, false],
  [-0.1, false],
  [NaN, false],
  [Infinity, false],
])('a run of %d minutes can be: %s', (minutes, isValid) => {
  expect(validRunDurations([{ at: minute(0), minutes }], numbers)).toHaveLength(isValid ? 1 : 0);
});

test('a run at no time cannot be', () => {
  expect(validRunDurations([{ at: NaN, minutes: 1 }], numbers)).toEqual([]);
  expect(validRunDurations(undefined, numbers)).toEqual([]);
});

function boundOf(tasks: readonly QueueTask[], now: number, more: Partial<ReindexEvidence> = {}) {
  const advice = adviseReindexInterval({ tasks, now: minute(now), repositories: 100, ...more });
  return advice.kind === 'not-enough-history' ? undefined : advice.basis.bound;
}

const part = round(0, 30, 10).slice(0, 5);
const seenAt = (tasks: readonly QueueTask[], at: number) => tasks.map((row) => ({ ...row, seenAt: minute(at) }));

test.each<[string, ReturnType<typeof boundOf>, object | undefined]>([
  ['nothing', boundOf([], 10), undefined],
  [
    'a run duration',
    boundOf([], 10, { runDurations: [{ at: minute(0), minutes: 0 }] }),
    { source: 'run-duration', minutes: 0 },
  ],
  ['the part of a round', boundOf(part, 20), { source: 'part-of-round', minutes: 15 }],
  ['a round that still runs', boundOf([...part, task('r9', 0, 18)], 20), { source: 'running-round', minutes: 20 }],
  ['the dates of last indexing', boundOf(part, 20, { leastMinutes: 16 }), { source: 'dates', minutes: 16 }],
  ['dates that say nothing', boundOf(part, 20, { leastMinutes: NaN }), { source: 'part-of-round', minutes: 15 }],
  [
    'the longest task where rounds overlap',
    boundOf([...round(0, 30), ...round(10, 50)], 70),
    { source: 'longest-task', minutes: expect.closeTo(Math.sqrt(15), 9) as number },
  ],
  [
    'what is known of the repositories, where the slots are',
    boundOf([...round(0, 30), ...round(10, 30), ...round(20, 30)], 70, { nodes: 1, threads: 3 }),
    { source: 'known-repositories', minutes: expect.closeTo(12, 9) as number },
  ],
])('%s', (_, bound, expected) => {
  if (expected === undefined) expect(bound).toBeUndefined();
  else expect(bound).toEqual(expected);
});

test('parts from before the rounds that count say nothing of today', () => {
  const old = seenAt(round(-600, 80, 10).slice(0, 5), -500);
  const rounds = [0, 60, 120].flatMap((tick) => round(tick, 19));
  const advice = adviseReindexInterval({ tasks: [...old, ...seenAt(rounds, 150)], now: minute(150), repositories: 10 });
  expect(advice).toMatchObject({
    kind: 'suggestion',
    basis: { leftOut: { cutOffRounds: 1 }, bound: { source: 'longest-task' } },
  });
});
