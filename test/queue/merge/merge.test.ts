import { mergeTasks } from '../../../src/queue/merge/merge';
import { minute, round, task } from '../../support/queue-task';

describe('mergeTasks', () => {
  test('the same task counts once and the newer status wins, in either order', () => {
    const queued = task('r', 0, undefined, undefined, { id: 'a', seenAt: minute(1), priority: 21 });
    const done = task('r', 0, 2, 3, { id: 'a', seenAt: minute(5) });
    for (const merged of [mergeTasks([queued], [done]), mergeTasks([done], [queued])]) {
      expect(merged).toMatchObject([{ status: 'indexed', finishedAt: minute(3), priority: 21, seenAt: minute(5) }]);
    }
  });

  test('different tasks add up', () => {
    expect(mergeTasks(round(0, 10), round(30, 10))).toHaveLength(20);
    expect(mergeTasks(round(0, 10), round(0, 10))).toHaveLength(10);
  });

  test('rows without an id are the same when they finished at the same time within their blur', () => {
    const view = (finished: number, blurMinutes: number) =>
      task('r', 0, undefined, finished, { id: undefined, blurMinutes, seenAt: minute(90) });
    expect(mergeTasks([view(10, 1)], [view(11.5, 1)])).toHaveLength(1);
    expect(mergeTasks([view(10, 1)], [view(14, 1)])).toHaveLength(2);
    expect(mergeTasks([view(10, 1)], [task('r', 0, 5, 10.2, { id: 'a', blurMinutes: 0 })])).toMatchObject([
      { id: 'a', blurMinutes: 0 },
    ]);
  });

  test('two rows of one look are two tasks, unless their exact times agree', () => {
    const row = (finished: number, blurMinutes: number, seen = 90) =>
      task('r', 0, undefined, finished, { id: undefined, blurMinutes, seenAt: minute(seen) });
    expect(mergeTasks([row(10, 60), row(10, 60)])).toHaveLength(2);
    expect(mergeTasks([row(10, 0), row(10, 0)])).toHaveLength(1);
    expect(mergeTasks([row(10, 60), row(10, 60), row(10, 60, 95), row(10, 60, 95)])).toHaveLength(2);
    expect(mergeTasks([row(10, 60), row(10, 60)], [row(10, 60), row(10, 60)])).toHaveLength(2);
  });

  test('a row without an id that waits is the same as long as it waits', () => {
    const waiting = (seen: number) => task('r', 10, undefined, undefined, { id: undefined, seenAt: minute(seen) });
    expect(
      mergeTasks([waiting(20)], [waiting(25)], [task('r', 10, 26, 27, { id: undefined, seenAt: minute(30) })]),
    ).toMatchObject([{ status: 'indexed', seenAt: minute(30) }]);
  });

  test('closed rows of one task in several looks: waiting, running, done', () => {
    const look = (seen: number, status: 'queued' | 'indexing' | 'indexed') =>
      task('r', 0, undefined, status === 'indexed' ? seen - 1 : undefined, {
        id: undefined,
        queuedAt: undefined,
        status,
        seenAt: minute(seen),
        blurMinutes: 1,
      });
    const [waits, waitsOn, runs, done, waitsAgain] = [
      look(10, 'queued'),
      look(15, 'queued'),
      look(20, 'indexing'),
      look(30, 'indexed'),
      look(40, 'queued'),
    ];
    expect(mergeTasks([waits], [waitsOn])).toMatchObject([{ seenAt: minute(15) }]);
    expect(mergeTasks([waits], [waitsOn], [runs])).toMatchObject([{ status: 'indexing' }]);
    expect(mergeTasks([waits], [waitsOn], [runs], [done])).toMatchObject([{ status: 'indexed' }]);
    expect(mergeTasks([waits], [done])).toMatchObject([{ status: 'indexed' }]);
    expect(mergeTasks([runs], [waitsAgain])).toHaveLength(2);
    expect(mergeTasks([done], [waitsAgain])).toHaveLength(2);
  });

  test('a webhook that merges into a waiting task may change its trigger', () => {
    const waits = task('r', 10, undefined, undefined, { id: undefined, seenAt: minute(20) });
    const done = task('r', 10, 26, 27, { id: undefined, trigger: 'webhook', seenAt: minute(30) });
    expect(mergeTasks([waits], [done])).toMatchObject([{ status: 'indexed', trigger: 'webhook' }]);
    expect(mergeTasks([waits], [{ ...done, queuedAt: minute(11) }])).toHaveLength(2);
  });

  test.each([
    ['done, without id and finish', 20_000, { startedAt: true, status: 'indexed' }],
    ['waiting', 5_000, { startedAt: false, status: 'queued' }],
  ] as const)('many rows of few repositories, %s', (_, count, { startedAt, status }) => {
    const rows = Array.from({ length: count }, (_row, place) =>
      task(`r${place % 100}`, place, startedAt ? place : undefined, undefined, { id: undefined, status }),
    );
    expect(mergeTasks(rows, rows)).toHaveLength(count);
  });

  test('many rows of one repository without ids', () => {
    const rows = Array.from({ length: 5000 }, (_, place) => task('r', place, place, place + 0.5, { id: undefined }));
    expect(mergeTasks(rows, rows)).toHaveLength(5000);
  });

  test('nothing with nothing', () => {
    expect(mergeTasks([], [])).toEqual([]);
  });
});
