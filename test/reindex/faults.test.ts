/** @jest-environment node */
import type { QueueTask } from '../../src/model/queue';
import type { ReindexAdvice } from '../../src/reindex/advice/advice';
import { adviseReindexInterval } from '../../src/reindex/advise';
import type { ReindexEvidence } from '../../src/reindex/evidence';
import { minute, round, task } from '../support/queue-task';

function advise(tasks: readonly QueueTask[], now: number, more: Partial<ReindexEvidence> = {}): ReindexAdvice {
  return adviseReindexInterval({ tasks, now: minute(now), ...more });
}

const every = (minutes: number) => ({ current: { kind: 'interval', minutes } }) as const;

/** Rounds of 10 repositories on one slot, one after the other, each an hour after the one before. */
const hourly = (minutes: readonly number[]) => minutes.flatMap((each, place) => round(place * 60, each));

describe('what is no slot', () => {
  /** Two slots that are always busy with 20 repositories of a minute, and the scan of the integration beside them. */
  const tasks = [0, 1, 2, 3, 4, 5].flatMap((turn) => [
    ...Array.from({ length: 20 }, (_, place) => {
      const start = turn * 10 + (place >> 1);
      return task(`r${place}`, Math.max(0, (turn - 1) * 10 + (place >> 1)), start, start + 1, {
        repositoryId: `${place}`,
      });
    }),
    task('', turn * 10, turn * 10, turn * 10 + 8, { repository: undefined, id: `scan${turn}` }),
  ]);

  test('the row of an integration itself', () => {
    expect(advise(tasks, 60, { ...every(4), nodes: 1, threads: 2 })).toMatchObject({
      basis: { slots: { count: 2, source: 'declared', seen: 2 } },
    });
    expect(advise(tasks, 60, every(4))).toMatchObject({ basis: { slots: { count: 2, source: 'seen' } } });
  });
});

test('a failure after seconds is not what a repository usually takes: the long run after it is not stuck', () => {
  const tasks = [
    task('big', -60, -60, -59.97, { status: 'error' }),
    ...round(0, 5),
    task('big', 0, 5, 45),
    task('big', 60, 60, 60.03, { status: 'error' }),
  ];
  const advice = advise(tasks, 62);
  expect(advice).toMatchObject({ kind: 'suggestion', basis: { leftOut: { stuckTasks: 0 } } });
  expect(advice.kind === 'suggestion' && advice.minutes).toBeGreaterThanOrEqual(50);
});

describe('a page of which rows stayed closed', () => {
  const page = (closed: number) =>
    round(0, 30).map((row, place) =>
      place < closed
        ? { ...row, queuedAt: undefined, startedAt: undefined, seenAt: minute(40) }
        : { ...row, seenAt: minute(40) },
    );

  test.each([
    [1, 'suggestion'],
    [2, 'at-least'],
    [5, 'at-least'],
  ])('%d of 10 closed: %s', (closed, kind) => {
    expect(advise(page(closed), 40)).toMatchObject({ kind });
  });

  test('is a part of a round, which bounds it', () => {
    expect(advise(page(5), 40)).toMatchObject({
      atLeastMinutes: 30,
      minutes: 33,
      need: 'no-complete-round',
      basis: { bound: { source: 'part-of-round' } },
    });
  });
});

test('what waited behind a stuck task on the only slot is no load, and its round is none where others are', () => {
  const stuck = (tick: number) =>
    round(tick, 40).map((row, place) =>
      place < 5
        ? row
        : { ...row, startedAt: (row.startedAt ?? 0) + 270 * 60_000, finishedAt: (row.finishedAt ?? 0) + 270 * 60_000 },
    );
  const held = task('r4', 240, 256, 530);
  const tasks = [...hourly([40, 40, 40]), ...stuck(240).filter(({ repository }) => repository !== 'r4'), held];
  expect(advise(tasks, 560)).toMatchObject({
    kind: 'suggestion',
    minutes: 44,
    basis: { rounds: 3, leftOut: { stuckTasks: 1, besideStuckRounds: 1 } },
  });
});

describe('a lower bound is no estimate', () => {
  test.each([
    [19, 22],
    [2, 5],
    [3, 6],
    [100, 110],
  ])('a run duration of %d minutes alone: at least %d', (minutes, least) => {
    const runDurations = [{ at: minute(0), minutes }];
    expect(advise([], 10, { runDurations })).toMatchObject({
      kind: 'at-least',
      minutes: least,
      atLeastMinutes: minutes,
      verdict: 'current-unknown',
      need: 'nothing',
      basis: { isProven: false, bound: { source: 'run-duration', minutes } },
    });
  });

  test.each([
    [0, 'off'],
    [18, 'too-short'],
    [19, 'not-proven'],
    [20, 'not-proven'],
    [9999, 'not-proven'],
  ])('an interval of %d with a run duration of 19: %s', (minutes, verdict) => {
    expect(advise([], 10, { runDurations: [{ at: minute(0), minutes: 19 }], ...every(minutes) })).toMatchObject({
      verdict,
    });
  });

  test('eight seconds prove nothing, though the least interval is longer', () => {
    expect(advise([], 10, { runDurations: [{ at: minute(0), minutes: 8 / 60 }], ...every(4) })).toMatchObject({
      kind: 'at-least',
      verdict: 'not-proven',
      minutes: 5,
    });
  });

  test('a round that is still running, and the spread of the dates of last indexing', () => {
    const running = [...round(0, 10).slice(0, 4), task('r9', 0, 4)];
    const runDurations = [{ at: minute(0), minutes: 9 }];
    expect(advise(running, 13, { runDurations })).toMatchObject({
      kind: 'at-least',
      atLeastMinutes: 13,
      basis: { bound: { source: 'running-round' } },
    });
    expect(advise(running, 13, { runDurations, leastMinutes: 190 })).toMatchObject({
      atLeastMinutes: 190,
      basis: { bound: { source: 'dates' } },
    });
  });

  test('dates that spread over an interval are of two rounds, and bound nothing', () => {
    const asked = (leastMinutes: number) => advise(hourly([20, 20, 20]), 150, { leastMinutes, ...every(40) });
    expect(asked(39.9)).toMatchObject({ roundMinutes: 39.9 });
    expect(asked(40)).toMatchObject({ roundMinutes: 20, verdict: 'good' });
    expect(asked(59.9)).toMatchObject({ roundMinutes: 20, verdict: 'good' });
  });

  test('takes part in a suggestion: nothing below it is suggested or good', () => {
    expect(advise(hourly([20, 20, 20]), 150, { leastMinutes: 60, ...every(40) })).toMatchObject({
      kind: 'suggestion',
      roundMinutes: 60,
      minutes: 66,
      verdict: 'too-short',
    });
  });
});

test('the history of a repository counts, not its newest run', () => {
  const big = [28, 60, 35, 50, 44, 58, 30, 55, 41, 28];
  const tasks = big.flatMap((minutes, turn) => [
    task('big', Math.max(0, turn - 1) * 60, turn * 60, turn * 60 + minutes),
    task('small', Math.max(0, turn - 1) * 60, turn * 60, turn * 60 + 1),
  ]);
  const advice = advise(tasks, 600, { ...every(5), nodes: 1, threads: 2 });
  expect(advice.kind === 'suggestion' && advice.minutes).toBeGreaterThanOrEqual(58);
});

test('the order of the queue counts: what has a lower priority comes last', () => {
  const turns = [0, 1, 2, 3, 4, 5].flatMap((turn) => [
    ...Array.from({ length: 20 }, (_, place) =>
      task(`r${place}`, Math.max(0, turn - 1) * 40, turn * 40 + place * 1, turn * 40 + place + 1, { priority: 21 }),
    ),
    task('plain', Math.max(0, turn - 1) * 40, turn * 40 + 20, turn * 40 + 40, { priority: 20 }),
  ]);
  const advice = advise(turns, 240, { ...every(5), nodes: 1, threads: 2 });
  // Two slots: ten minutes for the twenty, and then the plain one alone.
  expect(advice).toMatchObject({ kind: 'suggestion', roundMinutes: 30, minutes: 33, basis: { method: 'work' } });
});

describe('rounds of another number of repositories', () => {
  const few = (tick: number, minutes: number) => round(tick, minutes, 10);
  const many = (tick: number) => [
    ...round(tick, 30, 10),
    ...Array.from({ length: 10 }, (_, place) =>
      task(`gone${place}`, tick, tick + 30 + place * 3, tick + 33 + place * 3),
    ),
  ];

  test('do not count where three of the present number do', () => {
    const tasks = [...[0, 120, 240].flatMap(many), ...[360, 480, 600].flatMap((tick) => few(tick, 30))];
    expect(advise(tasks, 640)).toMatchObject({ minutes: 33, basis: { rounds: 3, leftOut: { otherSizeRounds: 3 } } });
  });

  test('count where fewer do', () => {
    const tasks = [...[0, 120, 240].flatMap(many), ...[360, 480].flatMap((tick) => few(tick, 30))];
    expect(advise(tasks, 520)).toMatchObject({ roundMinutes: 60, basis: { rounds: 5 } });
  });
});

describe('confidence of what was used only', () => {
  test('fragments of rounds that overlap give none', () => {
    const tasks = Array.from({ length: 60 }, (_, turn) =>
      task(`r${turn % 10}`, Math.max(0, Math.ceil((turn - 9.99) / 4) * 4), turn, turn + 1),
    );
    expect(advise(tasks, 60, every(4))).toMatchObject({ confidence: 'low', basis: { method: 'work', rounds: 0 } });
  });

  test('run durations beside rounds do not raise it', () => {
    const runDurations = Array.from({ length: 60 }, (_, place) => ({ at: minute(place * 60), minutes: 0.1 }));
    expect(advise(hourly([19, 19]), 100, { runDurations })).toMatchObject({ confidence: 'low', basis: { rounds: 2 } });
  });

  test('a repository that is most of the round is named', () => {
    const tasks = [...round(0, 10), task('big', 0, 10, 50)];
    expect(advise(tasks, 55)).toMatchObject({
      confidence: 'low',
      basis: { dominant: { repository: 'big', share: expect.closeTo(0.7, 0) as number } },
    });
    expect(advise(hourly([19, 19, 19]), 150)).not.toHaveProperty('basis.dominant');
  });
});

test('what happened before the days of history does not count', () => {
  const tasks = [...round(0, 90), ...[20_200, 20_260, 20_320].flatMap((tick) => round(tick, 19))];
  expect(advise(tasks, 20_350)).toMatchObject({ minutes: 22, basis: { rounds: 3 } });
  expect(adviseReindexInterval({ tasks, now: minute(20_350) }, { historyDays: 15 })).toMatchObject({
    basis: { rounds: 4 },
  });
});
