/** @jest-environment node */
import { finish } from '../../../src/steps/steps';
import type { QueueTask } from '../../../src/model/queue';
import { findAll } from '../../../src/reindex/advice/findings';
import { completePolicy, type Numbers } from '../../../src/reindex/policy';
import { SlotQueue } from '../../../src/reindex/work/replay';
import { minute, task } from '../../support/queue-task';

interface Setup {
  readonly slots: number;
  readonly now?: number;
  readonly repositories?: number;
  readonly numbers?: Partial<Numbers>;
}

/** What was found in tasks of rounds that overlap, so that they are played. */
function found(tasks: readonly QueueTask[], { slots, now = 200, repositories, numbers }: Setup) {
  const evidence = { tasks, now: minute(now), nodes: 1, threads: slots, repositories };
  return finish(findAll(evidence, completePolicy({ overlapShare: 0, ...numbers })));
}

/** Each repository three times, with the same minutes, one after the other. */
function runs(minutes: readonly number[], more: (place: number) => Partial<QueueTask> = () => ({})): QueueTask[] {
  return [0, 50, 100].flatMap((tick) => {
    let start = tick;
    return minutes.map((each, place) => {
      start += each;
      return task(`r${place}`, tick, start - each, start, { repositoryId: `${place + 1}`, ...more(place) });
    });
  });
}

const played = (tasks: readonly QueueTask[], setup: Setup) => found(tasks, setup).replay?.covered;

test('each slot takes the next repository when it is free', () => {
  const queue = new SlotQueue(2);
  for (const minutes of [4, 1, 2, 3]) queue.runOfRound(0, minutes);
  expect([queue.end, queue.next]).toEqual([6, 4]);
  queue.runOfRound(10, 1);
  expect(queue.end).toBe(11);
  queue.run(0, 100);
  expect(queue.end).toBe(11);
});

test.each<[string, number[], number, number]>([
  ['even tasks fill the slots', Array.from({ length: 40 }, () => 1), 4, 10],
  ['one slot takes the sum', [1, 2, 3, 4], 1, 10],
  ['a long one that comes first hides the others', [20, ...Array.from({ length: 20 }, () => 1)], 2, 20],
  ['a long one that comes last stands alone', [...Array.from({ length: 20 }, () => 1), 20], 2, 30],
  ['more slots than repositories', [3, 5], 10, 5],
])('%s', (_, minutes, slots, round) => {
  expect(played(runs(minutes), { slots })).toBeCloseTo(round, 9);
});

describe('the order of the queue', () => {
  const minutes = [20, ...Array.from({ length: 20 }, () => 1)];

  test('a lower priority comes last', () => {
    expect(
      played(
        runs(minutes, (place) => ({ priority: place === 0 ? 20 : 21 })),
        { slots: 2 },
      ),
    ).toBeCloseTo(30, 9);
  });

  test('then the insertion', () => {
    const later = runs(minutes).map((row) =>
      row.repositoryId === '1' ? { ...row, queuedAt: (row.queuedAt ?? 0) + 12_000 } : row,
    );
    expect(played(later, { slots: 2 })).toBeCloseTo(30, 9);
  });

  test('then the id, as a number', () => {
    expect(
      played(
        runs(minutes, (place) => ({ repositoryId: `${place === 0 ? 100 : place}` })),
        { slots: 2 },
      ),
    ).toBeCloseTo(30, 9);
  });
});

/** The so many-th of a round, of those that take the same time each. */
const took = (repository: string, tick: number, place: number, minutes: number) =>
  task(repository, tick, tick + place * minutes, tick + (place + 1) * minutes);

test('day and night stay apart: a play takes the times of one moment', () => {
  const tasks = [0, 60, 120, 180].flatMap((tick, turn) =>
    Array.from({ length: 10 }, (_, place) => took(`r${place}`, tick, place, turn < 2 ? 1 : 3)),
  );
  const { replay } = found(tasks, { slots: 1, now: 200 });
  expect(replay?.covered).toBeCloseTo(30, 9);
  expect(found(tasks, { slots: 1, now: 200, numbers: { quantile: 0.1 } }).replay?.covered).toBeCloseTo(10, 9);
});

test('the tasks of webhooks take slots, and the round does not wait for them', () => {
  const hooks = Array.from({ length: 25 }, (_, place) =>
    task(`w${place % 5}`, 141 + place * 2, 141 + place * 2, 142 + place * 2, { trigger: 'webhook' }),
  );
  const known = Array.from({ length: 5 }, (_, place) => 0.001 * (place + 1));
  const others = [0, 50, 100].flatMap((tick) =>
    known.map((each, place) => task(`w${place}`, tick, tick + 30 + place, tick + 30 + place + each)),
  );
  const round = Array.from({ length: 20 }, () => 1);
  const with_ = played([...runs(round), ...others, ...hooks], { slots: 1 }) ?? 0;
  expect(with_).toBeGreaterThan(25);
  expect(with_).toBeLessThan(45);
  expect(played([...runs(round), ...others, ...hooks], { slots: 1, numbers: { mostLoad: 0 } })).toBeCloseTo(20, 0);
});

describe('repositories whose time is not known', () => {
  test.each([
    [10, false, 10],
    [11, false, 11],
    [12, true, 10],
  ])('10 of %d known: only a part is played: %s', (repositories, isPart, minutes) => {
    const { turns, replay } = found(runs(Array.from({ length: 10 }, () => 1)), { slots: 1, repositories });
    expect([turns.isPart, turns.repositories]).toEqual([isPart, repositories]);
    expect(replay?.covered).toBeCloseTo(minutes, 9);
  });

  test('one that nothing was heard of since an hour before the last tick but one is gone', () => {
    const gone = (finished: number) => task('gone', finished - 1, finished - 1, finished);
    const tasks = [0, 1, 2].flatMap((turn) => [task('r', 200 + turn * 100, 200 + turn * 100, 201 + turn * 100)]);
    expect(found([gone(239), ...tasks], { slots: 1, now: 410 }).turns.repositories).toBe(1);
    expect(found([gone(240), ...tasks], { slots: 1, now: 410 }).turns.repositories).toBe(2);
  });
});

describe('few runs', () => {
  const single = Array.from({ length: 10 }, (_, place) => task(`r${place}`, 0, place, place + 1));

  test('vary as much as is usual', () => {
    const { replay } = found(single, { slots: 1, now: 20 });
    expect(replay?.median).toBeGreaterThan(9);
    expect(replay?.covered).toBeGreaterThan(10.2);
    expect(replay?.covered).toBeLessThan(12.5);
    expect(found(single, { slots: 1, now: 20, numbers: { spreadOfRuns: 0 } }).replay?.covered).toBeCloseTo(10, 9);
  });

  test('vary less where there are two', () => {
    const twice = [...single, ...single.map((_, place) => took(`r${place}`, 20, place, 1))];
    expect(played(twice, { slots: 1, now: 40 }) ?? 0).toBeLessThan(played(single, { slots: 1, now: 20 }) ?? 0);
  });

  test('three tell by themselves', () => {
    const thrice = [0, 20, 40].flatMap((tick) => single.map((_, place) => took(`r${place}`, tick, place, 1)));
    expect(played(thrice, { slots: 1, now: 60 })).toBeCloseTo(10, 9);
  });
});

test('the same evidence gives the same round', () => {
  const tasks = Array.from({ length: 30 }, (_, place) => task(`r${place}`, 0, place, place + 1 + (place % 7)));
  expect(found(tasks, { slots: 3 }).replay).toEqual(found(tasks, { slots: 3 }).replay);
});
