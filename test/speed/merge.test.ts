import type { QueueTask } from '../../src/model/queue';
import { mergeTasks } from '../../src/queue/merge/merge';
import { leastCpuTime } from '../support/cpu-time';
import { minute, task } from '../support/queue-task';

const COUNT = 30_000;

/** Closed rows of one look, which have no id. */
const rows = (of: (place: number) => QueueTask) =>
  Array.from({ length: COUNT }, (_, place): QueueTask => ({ ...of(place), id: undefined, seenAt: minute(9) }));

/** Milliseconds for tasks of which each has a repository of its own. */
const usual = () => leastCpuTime(() => mergeTasks(rows((place) => task(`r${place}`, 0, 1, 2))), 0, 2);

test.each([
  ['of one repository and minute', rows((place) => task('r', 0, 1 + place / COUNT, 2 + place / COUNT))],
  ['that may be off by a year', rows((place) => task(`r${place % 200}`, 0, 1, 2 + place, { blurMinutes: 518_400 }))],
])('rows without ids %s take no more than some times what others do', (_, tasks) => {
  const limit = Math.max(1_000, 10 * usual());
  expect(leastCpuTime(() => mergeTasks(tasks), limit)).toBeLessThanOrEqual(limit);
});
