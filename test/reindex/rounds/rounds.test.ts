import type { QueueTask } from '../../../src/model/queue';
import type { AdviceBasis, ReindexSuggestion } from '../../../src/reindex/advice/advice';
import { adviseReindexInterval } from '../../../src/reindex/advise';
import type { ReindexEvidence } from '../../../src/reindex/evidence';
import { minute, round, task } from '../../support/queue-task';

function suggest(tasks: readonly QueueTask[], more: Partial<ReindexEvidence> = {}): ReindexSuggestion {
  const advice = adviseReindexInterval({ tasks, now: minute(70), ...more });
  if (advice.kind !== 'suggestion') throw new Error(JSON.stringify(advice));
  return advice;
}

const states = (basis: AdviceBasis) => basis.allRounds.map(({ state }) => state);

describe('what counts as a round', () => {
  test('from its tick to its last task', () => {
    const { basis, roundMinutes } = suggest([...round(0, 12), ...round(30, 19)]);
    expect(roundMinutes).toBe(19);
    expect(basis.allRounds).toMatchObject([
      { start: minute(0), end: minute(12), minutes: 12, repositories: 10, state: 'whole' },
      { start: minute(30), minutes: 19, state: 'whole' },
    ]);
  });

  test('a task that is given twice counts once', () => {
    const tasks = [...round(0, 12), ...round(30, 19)];
    expect(suggest([...tasks, ...tasks])).toEqual(suggest(tasks));
  });

  describe('without insertion times', () => {
    const started = (tasks: readonly QueueTask[], parentId?: string) =>
      tasks.map((row) => ({ ...row, queuedAt: undefined, parentId }));
    const found = (tasks: readonly QueueTask[], now = 300) =>
      suggest(tasks, { now: minute(now) }).basis.allRounds.map(({ start, minutes, state }) => [start, minutes, state]);

    test('a round ends when a repository comes again', () => {
      expect(found(started([...round(0, 10), ...round(10, 10)]), 30)).toEqual([
        [minute(0), 10, 'whole'],
        [minute(10), 10, 'whole'],
      ]);
    });

    test('a round ends with a pause, also where a repository is missing in the next one', () => {
      const missing = round(60, 10).slice(1);
      expect(
        found(started([...round(0, 10), ...missing, ...round(120, 10)]), 140).map(([, minutes]) => minutes),
      ).toEqual([10, 9, 10]);
    });

    test('a row of days ago, kept as the newest of its repository, is no part of a round', () => {
      const old = task('gone', -4000, -4000, -3999);
      expect(suggest(started([old, ...round(0, 10), ...round(20, 10)])).roundMinutes).toBe(10);
    });

    test('rows of one parent belong together, also where they come late', () => {
      const first = [...started(round(0, 10), 'a'), ...started([task('late', 0, 11, 14)], 'a')];
      expect(found([...first, ...started(round(10, 10), 'b')], 30)).toEqual([
        [minute(0), 14, 'whole'],
        [minute(10), 10, 'whole'],
      ]);
    });

    test('a parent that never changes says nothing', () => {
      expect(found([...started(round(0, 10), 'a'), ...started(round(10, 10), 'a')], 30)).toHaveLength(2);
    });
  });

  test('putting repositories in takes its time', () => {
    const slow = Array.from({ length: 20 }, (_, place) =>
      task(`r${place}`, place * 0.2, place * 0.5, place * 0.5 + 0.5),
    );
    expect(suggest(slow).basis.allRounds).toMatchObject([{ start: minute(0), minutes: 10, repositories: 20 }]);
  });

  test('insertions far apart belong together when they share a parent and no repository comes twice', () => {
    const halves = [0, 1].flatMap((half) =>
      Array.from({ length: 5 }, (_, place) =>
        task(`r${half}${place}`, half * 2, half * 5 + place, half * 5 + place + 1, { parentId: 'p' }),
      ),
    );
    expect(suggest(halves).basis.allRounds).toMatchObject([{ minutes: 10, repositories: 10 }]);
    const twice = [
      ...round(0, 5).map((row) => ({ ...row, parentId: 'p' })),
      ...round(10, 5).map((row) => ({ ...row, parentId: 'p' })),
    ];
    expect(suggest(twice).basis.rounds).toBe(2);
  });

  test('a webhook or manual task queued at the tick stands in for the scheduled one', () => {
    const tasks = round(0, 10, 9);
    tasks.push(task('r9', -1, 10, 14, { trigger: 'webhook' }));
    expect(suggest(tasks)).toMatchObject({ roundMinutes: 14, basis: { standIns: 1 } });
    expect(suggest(tasks).basis.allRounds).toMatchObject([{ minutes: 14, repositories: 10, standIns: 1 }]);
  });

  test('webhook and manual tasks beside a round are load, not part of it', () => {
    const tasks = [
      ...round(0, 10),
      task('r0', 8, 10, 30, { trigger: 'webhook' }),
      task('r1', 9, 12, 25, { trigger: 'manual' }),
    ];
    expect(suggest(tasks)).toMatchObject({ roundMinutes: 10, basis: { standIns: 0, webhooks: true } });
  });

  test.each<[string, Partial<QueueTask>, keyof AdviceBasis['leftOut']]>([
    ['canceled tasks', { status: 'canceled' }, 'canceledTasks'],
    ['removals', { operation: 'removal' }, 'removalTasks'],
    ['garbage collection', { operation: 'garbage-collection' }, 'garbageCollectionTasks'],
    ['resets', { reset: true, trigger: 'manual' }, 'resetTasks'],
  ])('%s are left out and counted', (_, change, name) => {
    const { roundMinutes, basis } = suggest([...round(0, 10), task('r10', 0, 10, 55, change)]);
    expect(roundMinutes).toBe(10);
    expect(basis.leftOut[name]).toBe(1);
  });

  test('a round beside initial indexing is left out', () => {
    const initial = task('r0', 200, 200, 260, { trigger: 'initial-indexing' });
    const advice = suggest([...round(0, 10), initial, ...round(210, 40), ...round(2000, 11)], { now: minute(2020) });
    expect(advice.roundMinutes).toBe(11);
    expect(states(advice.basis)).toEqual(['whole', 'initial-indexing', 'whole']);
  });

  test('errors count with the time they took', () => {
    const tasks = round(0, 10);
    tasks.push(task('bad', 0, 10, 13, { status: 'error' }));
    expect(suggest(tasks)).toMatchObject({ roundMinutes: 13, basis: { errors: 1 } });
  });

  test('a running round is left out, but what it has taken already is a lower bound', () => {
    const running = [...round(30, 10).slice(0, 9), task('r9', 30, 39)];
    const early = suggest([...round(0, 12), ...running], { now: minute(40) });
    expect(early).toMatchObject({ roundMinutes: 12, basis: { leftOut: { runningRounds: 1 }, rounds: 1 } });
    const late = suggest([...round(0, 12), ...running], { now: minute(49) });
    expect(late.roundMinutes).toBe(19);
    expect(late.steps).toContainEqual({ rule: 'bound', before: 12, after: 19 });
  });

  test('a round whose end was removed from the queue is cut off', () => {
    const seenAt = minute(300);
    const tasks = [...round(0, 12).slice(0, 4), ...round(260, 9)].map((row) => ({ ...row, seenAt }));
    const { basis, roundMinutes } = suggest(tasks, { now: seenAt });
    expect(roundMinutes).toBe(9);
    expect(states(basis)).toEqual(['cut-off', 'whole']);
  });

  test('a round whose start was removed is whole: its tick is known, and its end', () => {
    const seenAt = minute(70);
    const tasks = [...round(0, 20).slice(5), ...round(40, 18)].map((row) => ({ ...row, seenAt }));
    expect(suggest(tasks, { now: seenAt }).roundMinutes).toBe(20);
  });

  test('the number of repositories known from elsewhere shows that a round was filtered', () => {
    const seenAt = minute(300);
    const tasks = round(0, 12).map((row) => ({ ...row, seenAt }));
    expect(adviseReindexInterval({ tasks, now: seenAt, repositories: 100 })).toMatchObject({
      kind: 'not-enough-history',
      roundStates: { 'cut-off': 1 },
    });
  });

  test('a round of more than a week is a wrong clock', () => {
    const tasks = [...round(0, 12), task('r10', 30, 31, 20_000)];
    expect(suggest(tasks, { now: minute(20_001) }).basis.leftOut.implausibleRounds).toBe(1);
  });
});

describe('exports without insertion times', () => {
  test('a round goes from its first start until a repository comes again', () => {
    const tasks = [...round(0, 12), ...round(30, 19)].map((row) => ({ ...row, queuedAt: undefined }));
    expect(suggest(tasks)).toMatchObject({ roundMinutes: 19, basis: { rounds: 2 } });
  });

  test('finish times alone do not tell when a round began', () => {
    const tasks = round(0, 12).map((row) => ({ ...row, queuedAt: undefined, startedAt: undefined }));
    expect(adviseReindexInterval({ tasks, now: minute(20) })).toMatchObject({
      kind: 'not-enough-history',
      reason: 'no-complete-round',
    });
  });
});

test('many tasks that never start are no round', () => {
  const tasks = Array.from({ length: 20_000 }, (_, place) => task(`r${place % 50}`, place));
  expect(adviseReindexInterval({ tasks, now: minute(30_000) }).kind).toBe('not-enough-history');
});

describe('stuck tasks', () => {
  test('one that runs far longer than usual is reported and does not stop its round', () => {
    const tasks = [...round(0, 10), ...round(300, 10).slice(0, 9), task('r9', 300, 309)];
    const advice = suggest(tasks, { now: minute(500) });
    expect(advice.roundMinutes).toBe(10);
    expect(advice.basis.rounds).toBe(2);
    expect(advice.insights.stuck).toMatchObject([{ repository: 'r9', running: true, minutes: 191 }]);
  });

  test('one that was stuck does not decide alone', () => {
    const tasks = [
      ...round(0, 10),
      ...round(30, 10),
      ...round(60, 10).slice(0, 9),
      task('r9', 60, 69, 269, { status: 'error' }),
    ];
    const advice = suggest(tasks, { now: minute(280) });
    expect(advice.roundMinutes).toBe(10);
    expect(advice.basis.leftOut.stuckTasks).toBe(1);
  });

  test('a repository that always takes long is not stuck', () => {
    const big = (tick: number) => task('big', tick, tick, tick + 150);
    expect(suggest([...round(0, 10), big(0), ...round(200, 10), big(200)], { now: minute(360) }).roundMinutes).toBe(
      150,
    );
  });
});

describe('waiting tasks that do not say since when', () => {
  const waiting = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, place) =>
      task(`r${from + place}`, 0, undefined, undefined, {
        id: undefined,
        queuedAt: undefined,
        status: 'queued',
        seenAt: minute(61),
      }),
    );
  const finished = (tasks: QueueTask[]) =>
    tasks.map((row) => ({ ...row, id: undefined, queuedAt: undefined, seenAt: minute(61) }));

  test('a round that has only begun is none yet', () => {
    const tasks = [...finished(round(59, 20, 20).slice(0, 2)), ...waiting(2, 20)];
    expect(adviseReindexInterval({ tasks, now: minute(61), current: { kind: 'interval', minutes: 40 } })).toMatchObject(
      { kind: 'not-enough-history' },
    );
  });

  test('those of repositories that are done belong to the next round', () => {
    const tasks = [...round(-60, 19), ...round(0, 19)].map((row) => ({ ...row, seenAt: minute(61) }));
    expect(suggest([...tasks, ...waiting(0, 10)], { now: minute(61) })).toMatchObject({
      minutes: 22,
      basis: { rounds: 2 },
    });
  });
});

describe('times known to the minute', () => {
  test('queued and processing times give the round, however blurred the rest', () => {
    const tasks = round(0, 19).map((row, place) => ({
      ...row,
      id: undefined,
      queuedAt: minute(place % 2),
      queuedMinutes: place * 1.9,
      processingMinutes: 1.9,
      blurMinutes: 1,
      seenAt: minute(25),
    }));
    const advice = suggest(tasks, { now: minute(25) });
    expect(advice.roundMinutes).toBeCloseTo(19, 9);
    expect(advice.basis.blurred).toBe(false);
  });

  test('without the durations of opened rows the round may be off, and that is said', () => {
    const tasks = round(0, 19).map((row) => ({ ...row, id: undefined, blurMinutes: 1, seenAt: minute(25) }));
    expect(suggest(tasks, { now: minute(25), nodes: 1, threads: 1 }).basis.blurred).toBe(true);
  });
});
