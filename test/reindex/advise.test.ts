import type { QueueTask } from '../../src/model/queue';
import type { RunDuration } from '../../src/model/reindex';
import type { ReindexSuggestion } from '../../src/reindex/advice/advice';
import { adviseReindexInterval } from '../../src/reindex/advise';
import type { ReindexEvidence } from '../../src/reindex/evidence';
import type { Numbers } from '../../src/reindex/policy';
import { minute, round, task, T0 } from '../support/queue-task';

function suggest(evidence: Partial<ReindexEvidence>, policy?: Partial<Numbers>): ReindexSuggestion {
  const advice = adviseReindexInterval({ tasks: [], now: minute(1440), ...evidence }, policy);
  if (advice.kind !== 'suggestion') throw new Error(JSON.stringify(advice));
  return advice;
}

const readings = (...minutes: number[]): RunDuration[] =>
  minutes.map((value, place) => ({ at: minute(place * 60), minutes: value, estimated: true }));

describe('policy', () => {
  test.each([
    [19, 22],
    [2, 5],
    [3, 6],
    [100, 110],
    [18.6, 22],
    [0, 5],
    [1, 5],
    [30, 33],
    [31, 35],
    [110, 121],
    [1000, 1100],
    [90, 99],
  ])('a round of %d gives %d', (minutes, suggestion) => {
    expect(suggest({ runDurations: readings(minutes) }).minutes).toBe(suggestion);
  });

  test('the raw value stands beside the final one, and each step is recorded', () => {
    const advice = suggest({ runDurations: readings(1) });
    expect(advice).toMatchObject({ roundMinutes: 1, rawMinutes: 4, minutes: 5 });
    expect(advice.steps).toEqual([
      { rule: 'longest-round', before: 0, after: 1 },
      { rule: 'margin', before: 1, after: 4 },
      { rule: 'round-up', before: 4, after: 4 },
      { rule: 'floor', before: 4, after: 5 },
    ]);
  });

  test('the longest of 19 rounds, the 0.95 quantile of 20', () => {
    const rising = (count: number) => readings(...Array.from({ length: count }, (_, place) => place + 1));
    expect(suggest({ runDurations: rising(19) }).roundMinutes).toBe(19);
    const many = suggest({ runDurations: rising(20) });
    expect(many.roundMinutes).toBeCloseTo(19.05, 9);
    expect(many.steps[0]?.rule).toBe('quantile-of-rounds');
  });

  test.each<[Partial<Numbers>, number]>([
    [{ floorMinutes: 1 }, 4],
    [{ floorMinutes: 10 }, 10],
    [{ marginMinutes: 8 }, 9],
    [{ marginShare: 9 }, 10],
    [{ ceilingMinutes: 4 }, 4],
    [{ floorMinutes: NaN }, 5],
    [{ marginMinutes: -1 }, 5],
    [{ marginShare: Infinity }, 5],
  ])('%j', (policy, minutes) => {
    expect(suggest({ runDurations: readings(1) }, policy).minutes).toBe(minutes);
  });

  test.each([
    [5, 'too-short'],
    [18.9, 'too-short'],
    [19, 'tight'],
    [21, 'tight'],
    [22, 'good'],
    [44, 'good'],
    [45, 'longer-than-needed'],
  ])('an interval of %d is %s for a round of 19', (minutes, verdict) => {
    expect(suggest({ runDurations: readings(19), current: { kind: 'interval', minutes } }).verdict).toBe(verdict);
  });

  test('with webhooks an interval of a day is not too long', () => {
    const tasks = [task('r0', 1, 1, 2, { trigger: 'webhook' })];
    const verdict = (minutes: number) =>
      suggest({ tasks, runDurations: readings(19), current: { kind: 'interval', minutes } }).verdict;
    expect([verdict(1440), verdict(1441)]).toEqual(['good', 'longer-than-needed']);
  });

  test.each([
    [499, true],
    [500, false],
  ])('one webhook task and %d others: with webhooks is %s', (others, webhooks) => {
    const tasks = Array.from({ length: others }, (_, place) =>
      task(`r${place}`, 1, 1 + place / 1000, 1.001 + place / 1000),
    );
    tasks.push(task('r0', 2, 2, 3, { trigger: 'webhook' }));
    expect(suggest({ tasks, runDurations: readings(19) }).basis.webhooks).toBe(webhooks);
  });

  test('without a usable current interval nothing is judged', () => {
    expect(suggest({ runDurations: readings(19) }).verdict).toBe('current-unknown');
    expect(suggest({ runDurations: readings(19), current: { kind: 'interval', minutes: NaN } }).verdict).toBe(
      'current-unknown',
    );
    const cron = suggest({ runDurations: readings(19), current: { kind: 'cron', expression: 'every day' } });
    expect([cron.verdict, cron.basis.cronUnreadable]).toEqual(['current-unknown', true]);
  });

  test('the smallest gap of a cron expression is compared', () => {
    const advice = suggest({ runDurations: readings(70), current: { kind: 'cron', expression: '0 0 6,7,20 * * ?' } });
    expect(advice).toMatchObject({
      verdict: 'too-short',
      basis: { currentMinutes: 60, cron: { hours: [6, 7, 20], from: { time: '06:00:00' } } },
    });
  });
});

describe('numbers that are none', () => {
  test.each([NaN, -1, Infinity, 1e15])('a reading of %d is left out', (minutes) => {
    expect(adviseReindexInterval({ tasks: [], runDurations: readings(minutes), now: T0 })).toMatchObject({
      kind: 'not-enough-history',
      reason: 'nothing',
    });
    expect(suggest({ runDurations: readings(19, minutes) })).toMatchObject({
      minutes: 22,
      basis: { leftOut: { invalidRunDurations: 1 } },
    });
  });

  test('nothing at all', () => {
    const advice = adviseReindexInterval({ tasks: [], now: NaN });
    expect(advice).toMatchObject({
      kind: 'not-enough-history',
      reason: 'nothing',
      counts: { tasks: 0, rounds: 0, completeRounds: 0, repositories: 0, knownRepositories: 0 },
      roundStates: {},
    });
  });

  test.each<[string, Partial<QueueTask>]>([
    ['NaN', { queuedAt: NaN, startedAt: NaN, finishedAt: NaN }],
    ['negative', { queuedAt: -5, processingMinutes: -3 }],
    ['infinite', { finishedAt: Infinity, processingMinutes: Infinity }],
    ['a finish before its start', { startedAt: minute(9), finishedAt: minute(8) }],
    ['a clock years ahead', { finishedAt: minute(5e6) }],
    ['an odd number of minutes', { queuedMinutes: NaN }],
  ])('one task with %s never gives an absurd number', (_, change) => {
    const advice = adviseReindexInterval({
      tasks: [task('r', 1, 2, 3, change)],
      nodes: NaN,
      threads: -1,
      now: minute(60),
    });
    if (advice.kind === 'suggestion') expect(advice.minutes).toBeLessThanOrEqual(15);
    else if (advice.kind === 'not-enough-history') expect(advice.provisionalMinutes ?? 5).toBeLessThanOrEqual(15);
  });
});

describe('confidence', () => {
  const days = (count: number, every: number) =>
    Array.from({ length: count }, (_, place) => round(place * every, 19)).flat();
  const confidence = (tasks: QueueTask[], to: number) => suggest({ tasks, now: minute(to) }).confidence;

  test.each([
    [1, 60, 'low'],
    [2, 60, 'low'],
    [3, 60, 'medium'],
    [19, 100, 'medium'],
    [20, 30, 'medium'],
    [20, 76, 'high'],
  ])('%d rounds every %d minutes: %s', (count, every, expected) => {
    expect(confidence(days(count, every), count * every)).toBe(expected);
  });
});

describe('too little history', () => {
  test.each<[string, QueueTask[], string]>([
    [
      'initial indexing that runs',
      [...round(0, 10), task('new', 20, 21, undefined, { trigger: 'initial-indexing' })],
      'initial-indexing-running',
    ],
    [
      'initial indexing within a day',
      [task('r0', -300, -300, -200, { trigger: 'initial-indexing' }), ...round(0, 10)],
      'initial-indexing-recent',
    ],
  ])('%s', (_, tasks, reason) => {
    const advice = adviseReindexInterval({ tasks, now: minute(22) });
    expect(advice).toMatchObject({ kind: 'not-enough-history', reason });
  });

  test('a provisional figure only under that name', () => {
    const rounds = [0, 30, 60].flatMap((tick) => round(tick, 19));
    const tasks = [task('r0', -300, -300, -200, { trigger: 'initial-indexing' }), ...rounds];
    expect(adviseReindexInterval({ tasks, now: minute(85) })).toMatchObject({
      kind: 'not-enough-history',
      provisionalMinutes: 22,
    });
    expect(suggest({ tasks, now: minute(1241) }).minutes).toBe(22);
  });

  test('a new repository among thousands does not stop the advice', () => {
    const rounds = [0, 30, 60].flatMap((tick) => round(tick, 19, 200));
    const tasks = [...rounds, task('new', 80, 81, 82, { trigger: 'initial-indexing' })];
    expect(suggest({ tasks, now: minute(85) }).minutes).toBe(22);
  });
});

describe('run durations beside rounds', () => {
  const tasks = [0, 30, 60].flatMap((tick) => round(tick, 19));

  test('a shorter one says nothing: it may be the time to enqueue', () => {
    const advice = suggest({ tasks, now: minute(80), runDurations: [{ at: minute(80), minutes: 0.2 }] });
    expect(advice).toMatchObject({ roundMinutes: 19, basis: { rounds: 3, method: 'rounds' } });
  });

  test('a round takes at least a longer one', () => {
    const advice = suggest({ tasks, now: minute(80), runDurations: [{ at: minute(80), minutes: 25 }] });
    expect(advice).toMatchObject({ roundMinutes: 25, basis: { method: 'rounds', rounds: 3 } });
  });

  test('beside a watch the longer one counts', () => {
    const watched = [0, 60, 120].map((at) => ({ at: minute(at), minutes: 18, estimated: true }) as const);
    const short = Array.from({ length: 30 }, (_, place) => ({
      at: minute(200 + place * 60),
      minutes: 0.3 + place / 1000,
    }));
    expect(suggest({ runDurations: [...watched, ...short] })).toMatchObject({
      roundMinutes: 18,
      basis: { method: 'watch', rounds: 3 },
    });
    expect(suggest({ runDurations: [...watched, { at: minute(300), minutes: 19 }] })).toMatchObject({
      roundMinutes: 19,
      basis: { method: 'watch' },
    });
  });

  test('many short ones of other times never lower what the tasks show', () => {
    const short = Array.from({ length: 100 }, (_, place) => ({ at: minute(-6000 + place), minutes: 0.1 }));
    expect(suggest({ tasks, now: minute(80), runDurations: short }).roundMinutes).toBe(19);
  });
});

test('twenty thousand tasks', () => {
  const tasks = Array.from({ length: 100 }, (_, place) => round(place * 30, 19, 200)).flat();
  expect(suggest({ tasks, now: minute(3000) })).toMatchObject({ minutes: 22, confidence: 'high' });
});
