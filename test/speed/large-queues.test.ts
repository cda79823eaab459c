import { adviseReindexInterval } from '../../src/reindex/advise';
import { mergeTasks } from '../../src/queue/merge/merge';
import { parseQueueExport } from '../../src/queue/read-queue';
import { leastCpuTime } from '../support/cpu-time';
import { minute, round, task } from '../support/queue-task';

const MOST = 2_000;

const neverStarted = Array.from({ length: 20_000 }, (_, place) => task(`r${place % 50}`, place));
const rounds = Array.from({ length: 100 }, (_, place) => round(place * 30, 19, 200)).flat();
const sameNames = Array.from({ length: 20_000 }, (_, place) =>
  task(`r${place % 100}`, place, place, undefined, { id: undefined, status: 'indexed' }),
);
const waiting = Array.from({ length: 5_000 }, (_, place) =>
  task(`r${place % 100}`, place, undefined, undefined, { id: undefined, status: 'queued' }),
);

test.each<[string, () => unknown]>([
  ['tasks that never start', () => adviseReindexInterval({ tasks: neverStarted, now: minute(30_000) })],
  ['a hundred rounds of 200 repositories', () => adviseReindexInterval({ tasks: rounds, now: minute(3_000) })],
  ['rows without ids of few repositories, merged with themselves', () => mergeTasks(sameNames, sameNames)],
  ['waiting rows of few repositories, merged with themselves', () => mergeTasks(waiting, waiting)],
  ...['next scheduled ', 'Showing 1', 'Last run duration ', 'Scheduled time for indexing '].map(
    (words): [string, () => unknown] => [
      `a pasted line of “${words.trim()}” without end`,
      () => parseQueueExport(words.repeat(100_000), { capturedAt: minute(0) }),
    ],
  ),
])('%s take little time', (_, work) => {
  expect(leastCpuTime(work, MOST)).toBeLessThan(MOST);
});
