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

/** The longest round seen. */
const seen = ({ steps }: ReindexSuggestion) => steps[0]?.after;
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

  test('putting repositories in takes its time', () => {
    const slow = Array.from({ length: 20 }, (_, place) =>
      task(`r${place}`, place * 0.2, place * 0.5, place * 0.5 + 0.5),
    );
    expect(suggest(slow).basis.allRounds).toMatchObject([{ start: minute(0), minutes: 10, repositories: 20 }]);
  });

  test('a webhook or manual task queued at the tick stands in for the scheduled one', () => {
    const tasks = round(0, 10, 9);
    tasks.push(task('r9', -1, 10, 14, { trigger: 'webhook' }));
    expect(suggest(tasks).basis.allRounds).toMatchObject([{ minutes: 14, repositories: 10 }]);
  });

  test('webhook and manual tasks beside a round are load, not part of it', () => {
    const tasks = [
      ...round(0, 10),
      task('r0', 8, 10, 30, { trigger: 'webhook' }),
      task('r1', 9, 12, 25, { trigger: 'manual' }),
    ];
    const advice = suggest(tasks);
    expect([seen(advice), advice.basis.webhooks]).toEqual([10, true]);
  });

  test.each<[string, Partial<QueueTask>, keyof AdviceBasis['leftOut']]>([
    ['canceled tasks', { status: 'canceled' }, 'canceledTasks'],
    ['removals', { operation: 'removal' }, 'removalTasks'],
    ['garbage collection', { operation: 'garbage-collection' }, 'garbageCollectionTasks'],
    ['resets', { reset: true, trigger: 'manual' }, 'resetTasks'],
  ])('%s are left out and counted', (_, change, name) => {
    const advice = suggest([...round(0, 10), task('r10', 0, 10, 55, change)]);
    expect(seen(advice)).toBe(10);
    expect(advice.basis.leftOut[name]).toBe(1);
  });

  test('a round beside initial indexing is left out', () => {
    const initial = task('r0', 200, 200, 260, { trigger: 'initial-indexing' });
    const advice = suggest([...round(0, 10), initial, ...round(210, 40), ...round(2000, 11)], { now: minute(2020) });
    expect(seen(advice)).toBe(11);
    expect(states(advice.basis)).toEqual(['whole', 'initial-indexing', 'whole']);
  });

  test('a tick that takes a while to put all in is of the same size as the others', () => {
    const slow = [0, 60, 120, 180].flatMap((tick) =>
      round(tick, 10).map((one, place) => ({ ...one, queuedAt: minute(tick + place / 100) })),
    );
    expect(states(suggest(slow, { now: minute(200) }).basis)).toEqual(['whole', 'whole', 'whole', 'whole']);
  });

  test('errors count with the time they took', () => {
    const tasks = round(0, 10);
    tasks.push(task('bad', 0, 10, 13, { status: 'error' }));
    expect(seen(suggest(tasks))).toBe(13);
  });

  test('a running round is left out, but what it has taken already is a lower bound', () => {
    const running = [...round(30, 10).slice(0, 9), task('r9', 30, 39)];
    const early = suggest([...round(0, 12), ...running], { now: minute(40) });
    expect(seen(early)).toBe(12);
    expect(early.basis).toMatchObject({ leftOut: { runningRounds: 1 }, rounds: 1 });
    const late = suggest([...round(0, 12), ...running], { now: minute(49) });
    expect(late.roundMinutes).toBe(19);
    expect(late.steps).toContainEqual({ rule: 'bound', before: early.roundMinutes, after: 19 });
    expect(late.basis.bound).toEqual({ source: 'running-round', minutes: 19 });
  });

  test('a round whose end was removed from the queue is cut off', () => {
    const seenAt = minute(300);
    const tasks = [...round(0, 12).slice(0, 4), ...round(260, 9)].map((row) => ({ ...row, seenAt }));
    const advice = suggest(tasks, { now: seenAt });
    expect(seen(advice)).toBe(9);
    expect(states(advice.basis)).toEqual(['cut-off', 'whole']);
  });

  test('a round whose start was removed is whole: its tick is known, and its end', () => {
    const seenAt = minute(70);
    const tasks = [...round(0, 20).slice(5), ...round(40, 18)].map((row) => ({ ...row, seenAt }));
    expect(seen(suggest(tasks, { now: seenAt }))).toBe(20);
  });

  test('the number of repositories known from elsewhere shows that a round was filtered', () => {
    const seenAt = minute(300);
    const tasks = round(0, 12).map((row) => ({ ...row, seenAt }));
    expect(adviseReindexInterval({ tasks, now: seenAt, repositories: 100 })).toMatchObject({
      kind: 'at-least',
      atLeastMinutes: 12,
      need: 'no-complete-round',
      basis: { bound: { source: 'part-of-round' }, leftOut: { cutOffRounds: 1 } },
    });
  });

  test('a round of more than a week is a wrong clock', () => {
    const tasks = [...round(0, 12), task('r10', 30, 31, 20_000)];
    expect(suggest(tasks, { now: minute(20_001) }).basis.leftOut.implausibleRounds).toBe(1);
  });
});

describe('exports without insertion times', () => {
  test('of start and finish times a round is played', () => {
    const tasks = [...round(0, 12), ...round(30, 19)].map((row) => ({ ...row, queuedAt: undefined }));
    expect(suggest(tasks)).toMatchObject({ basis: { rounds: 0, method: 'work' } });
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
    expect(seen(advice)).toBe(10);
    expect(states(advice.basis)).toEqual(['whole', 'whole']);
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
    expect(seen(advice)).toBe(10);
    expect(advice.basis.leftOut.stuckTasks).toBe(1);
  });

  test('a repository that always takes long is not stuck', () => {
    const big = (tick: number) => task('big', tick, tick, tick + 150);
    expect(seen(suggest([...round(0, 10), big(0), ...round(200, 10), big(200)], { now: minute(360) }))).toBe(150);
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
      { kind: 'at-least', need: 'no-complete-round' },
    );
  });

  test('those of repositories that are done belong to the next round', () => {
    const tasks = [...round(-60, 19), ...round(0, 19)].map((row) => ({ ...row, seenAt: minute(61) }));
    const advice = suggest([...tasks, ...waiting(0, 10)], { now: minute(61) });
    expect(seen(advice)).toBe(19);
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
    expect(seen(advice)).toBeCloseTo(19, 9);
    expect(advice.basis.blurred).toBe(false);
  });

  test('without the durations of opened rows the round may be off, and that is said', () => {
    const tasks = round(0, 19).map((row) => ({ ...row, id: undefined, blurMinutes: 1, seenAt: minute(25) }));
    expect(suggest(tasks, { now: minute(25), nodes: 1, threads: 1 }).basis.blurred).toBe(true);
  });
});
