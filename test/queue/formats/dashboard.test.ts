import { MOST_NODES, MOST_ROWS, MOST_THREADS } from '../../../src/model/limits';
import type { QueueDashboard } from '../../../src/model/queue';
import { parseDashboard } from '../../../src/queue/formats/dashboard';

const NOW = Date.UTC(2026, 2, 2, 12);
const read = (...lines: string[]) => parseDashboard(lines, NOW);

test.each<[string, string[], QueueDashboard]>([
  ['beside', ['Current number of processing tasks 3'], { processing: 3 }],
  ['behind a colon', ['Current number of tasks in the queue: 1,234'], { queued: 1234 }],
  ['before', ['2 Current number of indexing nodes'], { nodes: 2 }],
  ['in the next cell', ['Current number of indexing threads\t4'], { threads: 4 }],
  ['below', ['Current number of indexing threads', '4'], { threads: 4 }],
  ['above', ['4', 'Current number of indexing threads'], { threads: 4 }],
  ['beside a button', ['Scheduled time for indexing, minutes 90 Edit'], { intervalMinutes: 90 }],
  ['in words', ['Scheduled time for indexing: 1 hour, 30 minutes'], { intervalMinutes: 90 }],
  ['of garbage collection', ['Garbage collection, minutes 1440'], { garbageCollectionIntervalMinutes: 1440 }],
  ['that switches off', ['Scheduled time for indexing, minutes 0'], { intervalMinutes: 0 }],
  [
    'a row of labels under one of numbers',
    ['1\t2', 'Current number of processing tasks\tCurrent number of tasks in the queue'],
    { processing: 1, queued: 2 },
  ],
  ['the last run', ['Last run duration: 2 minutes, 30 seconds'], { lastRunMinutes: 2.5 }],
  ['the last run below', ['Last run duration', '19 minutes'], { lastRunMinutes: 19 }],
  ['the next run', ['Next scheduled indexing time, in 5 minutes'], { nextRunAt: NOW + 300_000 }],
  [
    'of garbage collection by its own label',
    ['Next scheduled garbage collection time: in 5 minutes'],
    { garbageCollectionNextRunAt: NOW + 300_000 },
  ],
  [
    'of the panel of garbage collection',
    ['Garbage collection, minutes', 'Last run duration: 1 minute', '1440'],
    { garbageCollectionLastRunMinutes: 1, garbageCollectionIntervalMinutes: 1440 },
  ],
  ['which rows it shows', ['Showing 11 - 20 tasks out of 1,048'], { shown: { from: 11, to: 20, total: 1048 } }],
  ['one task', ['Showing 1 – 1 task out of 1'], { shown: { from: 1, to: 1, total: 1 } }],
])('a value %s', (_, lines, expected) => {
  expect(read(...lines)).toEqual(expected);
});

const LABELS = {
  processing: 'Current number of processing tasks',
  queued: 'Current number of tasks in the queue',
  threads: 'Current number of indexing threads',
  nodes: 'Current number of indexing nodes',
  intervalMinutes: 'Scheduled time for indexing, minutes',
} as const;

test.each<[keyof typeof LABELS, number, number | undefined]>([
  ['processing', 0, 0],
  ['processing', MOST_ROWS, MOST_ROWS],
  ['processing', MOST_ROWS + 1, undefined],
  ['queued', 0, 0],
  ['queued', MOST_ROWS + 1, undefined],
  ['threads', 0, undefined],
  ['threads', 1, 1],
  ['threads', MOST_THREADS, MOST_THREADS],
  ['threads', MOST_THREADS + 1, undefined],
  ['nodes', 0, undefined],
  ['nodes', MOST_NODES, MOST_NODES],
  ['nodes', MOST_NODES + 1, undefined],
  ['intervalMinutes', 76_861_433_640_456, 76_861_433_640_456],
  ['intervalMinutes', 76_861_433_640_457, undefined],
])('%s of %d is %d', (field, written, value) => {
  expect(read(`${LABELS[field]} ${written}`)?.[field]).toBe(value);
  expect(read(LABELS[field], String(written))?.[field]).toBe(value);
});

test.each([
  ['Showing 20 - 11 tasks out of 48'],
  ['Showing 11 - 20 tasks out of 19'],
  [`Showing 1 - 2 tasks out of ${MOST_ROWS + 1}`],
  [`Current number of processing tasks 3${' '.repeat(500)}`],
  ['Scheduled time for indexing, minutes', '0 0/30 * * * ?'],
  ['Last run duration: -'],
  ['Last run duration: 101 years'],
  ['Anything else'],
])('nothing is told by “%s”', (...lines) => {
  expect(read(...lines)).toBeUndefined();
});

test('a line of 500 characters is read', () => {
  expect(read('Current number of processing tasks 3'.padEnd(500))).toEqual({ processing: 3 });
});

test.each([
  [
    'counts above, slots beside, the interval under its details (pictures of the vendor)',
    [
      '1',
      LABELS.processing,
      '10',
      LABELS.queued,
      LABELS.threads,
      '3',
      LABELS.nodes,
      '2',
      LABELS.intervalMinutes,
      'Next scheduled indexing time, 15/Apr/2023 09:23 PM',
      'Last run duration: 42 seconds',
      '45',
    ],
  ],
  [
    'all below',
    [LABELS.processing, '1', LABELS.queued, '10', LABELS.threads, '3', LABELS.nodes, '2', LABELS.intervalMinutes, '45'],
  ],
  [
    'all below, the interval under its details',
    [
      LABELS.processing,
      '1',
      LABELS.queued,
      '10',
      LABELS.threads,
      '3',
      LABELS.nodes,
      '2',
      LABELS.intervalMinutes,
      'Next scheduled indexing time',
      '15/Apr/2023 09:23 PM',
      'Last run duration',
      '42 seconds',
      '45',
    ],
  ],
  [
    'counts above in a row, all others below',
    [
      '1\t10',
      `${LABELS.processing}\t${LABELS.queued}`,
      LABELS.threads,
      '3',
      LABELS.nodes,
      '2',
      LABELS.intervalMinutes,
      '45',
    ],
  ],
  [
    'all above',
    ['1', LABELS.processing, '10', LABELS.queued, '3', LABELS.threads, '2', LABELS.nodes, '45', LABELS.intervalMinutes],
  ],
])('%s: each label has its own value', (_, lines) => {
  expect(read(...lines)).toMatchObject({ processing: 1, queued: 10, threads: 3, nodes: 2, intervalMinutes: 45 });
});
