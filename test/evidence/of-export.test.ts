import { changesOf } from '../../src/evidence/of-export';
import { round } from '../support/queue-task';

const AT = 1_700_000_000_000;

test('brings its tasks, and each number of the dashboard with the moment of the look', () => {
  const tasks = round(0, 19);
  const dashboard = { intervalMinutes: 5, lastRunMinutes: 2.5, nodes: 3, threads: 2, queued: 7 };
  expect(changesOf({ tasks, dashboard }, AT)).toEqual({
    tasks,
    runDurations: [{ at: AT, minutes: 2.5 }],
    current: { at: AT, value: { kind: 'interval', minutes: 5 } },
    nodes: { at: AT, value: 3 },
    threads: { at: AT, value: 2 },
  });
});

test.each([[undefined], [{}]])('what a dashboard of %j does not show changes nothing', (dashboard) => {
  expect(changesOf({ tasks: [], ...(dashboard && { dashboard }) }, AT)).toEqual({ tasks: [], runDurations: [] });
});
