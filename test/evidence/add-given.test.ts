import { addFile, addGiven } from '../../src/evidence/add-given';
import { NOTHING_KEPT } from '../../src/evidence/content';
import { finish } from '../../src/steps/steps';
import { minute, task } from '../support/queue-task';

const NOW = minute(100);

test('what a clock ahead dated is of now, and loses against what comes', () => {
  const ahead = finish(addGiven(NOTHING_KEPT, { nodes: { value: 9, at: minute(500) } }, NOW));
  expect(ahead.nodes).toEqual({ value: 9, at: NOW });
  expect(finish(addGiven(ahead, { nodes: { value: 2, at: NOW } }, NOW)).nodes).toEqual({ value: 2, at: NOW });
});

test('a file brings its tasks and its numbers, dated by when the queue was looked at', () => {
  const tasks = [task('r1', 0, 1, 2, { seenAt: minute(3) })];
  const found = { tasks, dashboard: { intervalMinutes: 30, lastRunMinutes: 2, nodes: 3 }, problems: [] };
  const content = finish(addFile(NOTHING_KEPT, { found, others: {}, at: minute(3) }, NOW));
  expect(content).toMatchObject({
    tasks,
    runDurations: [{ at: minute(3), minutes: 2 }],
    current: { at: minute(3), value: { kind: 'interval', minutes: 30 } },
    nodes: { at: minute(3), value: 3 },
  });
});

test('what exported evidence says of its own counts', () => {
  const found = { tasks: [], problems: [] };
  const others = { threads: { value: 4, at: minute(1) }, runDurations: [{ at: minute(1), minutes: 7 }] };
  const content = finish(addFile(NOTHING_KEPT, { found, others, at: minute(3) }, NOW));
  expect(content).toMatchObject(others);
});
