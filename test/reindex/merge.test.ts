/** @jest-environment node */
import { mergeTasks } from '../../src/reindex';
import { minute, pass, task } from '../support/queue-task';

describe('mergeTasks', () => {
  test('the same task counts once and the newer status wins, in either order', () => {
    const queued = task('r', 0, undefined, undefined, { id: 'a', seenAt: minute(1), priority: 21 });
    const done = task('r', 0, 2, 3, { id: 'a', seenAt: minute(5) });
    for (const merged of [mergeTasks([queued], [done]), mergeTasks([done], [queued])]) {
      expect(merged).toMatchObject([{ status: 'indexed', finishedAt: minute(3), priority: 21, seenAt: minute(5) }]);
    }
  });

  test('different tasks add up', () => {
    expect(mergeTasks(pass(0, 10), pass(30, 10))).toHaveLength(20);
    expect(mergeTasks(pass(0, 10), pass(0, 10))).toHaveLength(10);
  });

  test('rows without an id are the same when they finished at the same time within their blur', () => {
    const view = (finished: number, blurMinutes: number) => task('r', 0, undefined, finished, { id: undefined, blurMinutes, seenAt: minute(90) });
    expect(mergeTasks([view(10, 1)], [view(11.5, 1)])).toHaveLength(1);
    expect(mergeTasks([view(10, 1)], [view(14, 1)])).toHaveLength(2);
    expect(mergeTasks([view(10, 1)], [task('r', 0, 5, 10.2, { id: 'a', blurMinutes: 0 })])).toMatchObject([{ id: 'a', blurMinutes: 0 }]);
  });

  test('nothing with nothing', () => {
    expect(mergeTasks([], [])).toEqual([]);
  });
});
