import type { QueueTask } from '../../../src/model/queue';
import { adviseReindexInterval } from '../../../src/reindex/advise';
import type { Insights } from '../../../src/reindex/insights/insights';
import { minute, round, task } from '../../support/queue-task';

function insights(tasks: readonly QueueTask[], nodes?: number, threads?: number): Insights {
  const advice = adviseReindexInterval({
    tasks,
    now: minute(700),
    runDurations: [{ at: minute(1), minutes: 10 }],
    nodes,
    threads,
  });
  if (advice.kind === 'not-enough-history') throw new Error(advice.reason);
  return advice.insights;
}

test('a webhook task does not hide what the scheduled one takes', () => {
  const tasks = [...round(0, 10), task('r0', 20, 20, 20.1, { trigger: 'webhook' })];
  const advice = adviseReindexInterval({ tasks, now: minute(30) });
  expect(advice).toMatchObject({ insights: { asItIs: { atLeastMinutes: 10 } } });
});

describe('insights', () => {
  test('shares by integration and the ten slowest repositories', () => {
    const tasks = [...round(0, 12, 12), task('slow', 0, 12, 18, { integration: 'GitLab' })];
    const { integrations, slowest } = insights(tasks);
    expect(integrations[0]).toMatchObject({ integration: 'GitHub', repositories: 12 });
    expect(integrations[0]?.share).toBeCloseTo(2 / 3, 9);
    expect(slowest).toHaveLength(10);
    expect(slowest[0]).toMatchObject({ repository: 'slow', integration: 'GitLab', minutes: 6 });
  });

  test('nodes out of balance', () => {
    const on = (node: string, count: number) =>
      Array.from({ length: count }, (_, place) => task(`${node}${place}`, 0, place, place + 1, { node }));
    expect(insights([...on('a', 10), ...on('b', 9)]).nodesOutOfBalance).toBe(false);
    expect(insights([...on('a', 10), ...on('b', 2)]).nodesOutOfBalance).toBe(true);
    expect(insights(on('a', 10)).nodesOutOfBalance).toBe(false);
  });

  test('repositories that fail again and again', () => {
    const failed = (tick: number) => task('bad', tick, tick, tick + 1, { status: 'error' });
    expect(insights([failed(0), failed(30), failed(60)]).failing).toEqual([
      { integration: 'GitHub', repository: 'bad', errorsInARow: 3 },
    ]);
    expect(insights([failed(0), failed(30), failed(60), task('bad', 90, 90, 91)]).failing).toEqual([]);
  });

  test('removals and garbage collection that starve', () => {
    const tasks = [
      task('a', 0, undefined, undefined, { operation: 'removal' }),
      task('b', 0, 300, 301, { operation: 'garbage-collection' }),
      task('c', 690, undefined, undefined, { operation: 'garbage-collection' }),
    ];
    expect(insights(tasks).starving).toEqual({ removals: 1, garbageCollections: 1, longestWaitMinutes: 700 });
  });

  test('one more thread or node, by the bounds of list scheduling', () => {
    const found = insights(round(0, 120, 60), 2, 2);
    expect(found.asItIs).toEqual({ slots: 4, atLeastMinutes: 30, atMostMinutes: 31.5 });
    expect(found.oneMoreThread).toMatchObject({ slots: 6, atLeastMinutes: 20 });
    expect(found.oneMoreNode).toMatchObject({ slots: 6 });
  });
});
