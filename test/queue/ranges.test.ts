import { LATEST_MOMENT, LONGEST_DURATION, MOST_ROWS, WIDEST_BLUR } from '../../src/model/limits';
import type { QueueTask } from '../../src/model/queue';
import { mergeTasks } from '../../src/queue/merge/merge';
import { parseQueueExport } from '../../src/queue/read-queue';
import { adviseReindexInterval } from '../../src/reindex/advise';
import { parseDuration } from '../../src/schedule/duration';
import { parseSchedule } from '../../src/schedule/parse-schedule';
import { SeededRandom } from '../support/seeded-random';
import { told } from '../support/problems';

const NOW = Date.UTC(2026, 2, 2, 12);
const COLUMNS = [
  'id',
  'repository',
  'trigger',
  'status',
  'insertion time',
  'start time',
  'finish time',
  'queued time',
  'processing time',
  'priority',
  'blurMinutes',
  'seenAt',
  'outOf',
  'row',
] as const;

const TIMES = [
  '',
  'Never',
  '0',
  '-1',
  '1',
  '1700000000000',
  '1700000000000000000',
  '99999999999999999999999999',
  '8640000000000001',
  '1e300',
  'NaN',
  'Infinity',
  '0000-01-01 00:00:00',
  '0001-01-01T00:00:00Z',
  '1970-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '9999-12-31T23:59:59-12:00',
  '2026-03-02T10:00:00Z',
  '2026-03-02 10:00',
  '1 minute ago',
  '99999999999999 years ago',
  'in 99999999999999 years',
  '9999999999999 weeks ago',
  'in 1 hour',
  '15/Apr/2023 09:23 PM',
] as const;
const LENGTHS = [
  '',
  '-',
  '0',
  '-1',
  '30',
  '1e300',
  '99999999999999999999',
  'NaN',
  'Infinity',
  '2 minutes',
  '999999999999 weeks',
  '0:02:17',
  '99999999999999999:00',
  'PT99999999999999999H',
] as const;
const NUMBERS = ['', '0', '-1', '1', '21', '1.5', '1e300', '-1e300', '99999999999', 'NaN', 'Infinity', 'x'] as const;

function cellOf(column: (typeof COLUMNS)[number], place: number, random: SeededRandom): string {
  if (column === 'id') return `task-${place}`;
  if (column === 'repository') return `r${place % 7}`;
  if (column === 'trigger') return random.pick(['Scheduled', 'Scheduled', 'Webhook', 'Manual']);
  if (column === 'status') return random.pick(['INDEXED', 'INDEXED', 'QUEUED', 'INDEXING', 'ERROR']);
  if (/time$|seenAt/.test(column) && !/queued|processing/.test(column))
    return random.chance(0.5) ? '2026-03-02T11:00:00Z' : random.pick(TIMES);
  if (/queued|processing/.test(column)) return random.chance(0.5) ? '30 seconds' : random.pick(LENGTHS);
  return random.pick(NUMBERS);
}

function rowsOf(seed: number): string[][] {
  const random = new SeededRandom(seed);
  return Array.from({ length: 40 }, (_, place) => COLUMNS.map((column) => cellOf(column, place, random)));
}

const WITHIN: Readonly<Partial<Record<keyof QueueTask, readonly [number, number]>>> = {
  queuedAt: [1, LATEST_MOMENT],
  startedAt: [1, LATEST_MOMENT],
  finishedAt: [1, LATEST_MOMENT],
  seenAt: [1, LATEST_MOMENT],
  blurMinutes: [0, WIDEST_BLUR],
  queuedMinutes: [0, LONGEST_DURATION],
  processingMinutes: [0, LONGEST_DURATION],
  outOf: [1, MOST_ROWS],
  row: [1, MOST_ROWS],
  priority: [-(2 ** 31), 2 ** 31],
};

function beyond(task: QueueTask): string[] {
  return Object.entries(WITHIN).flatMap(([field, [least, most]]) => {
    const value = task[field as keyof QueueTask];
    return value === undefined || (typeof value === 'number' && value >= least && value <= most)
      ? []
      : [`${field} ${value}`];
  });
}

/** Every number below a value, with the names that lead to it. */
function numbersIn(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => numbersIn(inner, `${path}.${name}`));
}

const FORMATS = {
  csv: (rows: string[][]) => [COLUMNS.join(','), ...rows.map((row) => row.join(','))].join('\n'),
  json: (rows: string[][]) =>
    JSON.stringify(rows.map((row) => Object.fromEntries(COLUMNS.map((column, place) => [column, row[place]])))),
};

test.each(Object.entries(FORMATS))(
  '%s: whatever stands in it, each task is one that can be shown, and so is the advice',
  (_, write) => {
    let tasks = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const found = parseQueueExport(write(rowsOf(seed)), { capturedAt: NOW });
      expect(found.tasks.flatMap(beyond)).toEqual([]);
      tasks += found.tasks.length;
      const advice = adviseReindexInterval({ tasks: mergeTasks(found.tasks, found.tasks), now: NOW });
      const wrong = numbersIn(advice).filter(([, value]) => !Number.isFinite(value) || Math.abs(value) > 8.64e15);
      expect(wrong).toEqual([]);
    }
    expect(tasks).toBeGreaterThan(200);
  },
);

test.each([
  ['a time of nanoseconds', { start: '1700000000000000000000' }, 'start time'],
  ['a finish after all dates', { finish: 'in 99999999999999 years' }, 'finish time'],
  ['a duration longer than a life', { processing: '99999999 hours' }, 'processing time'],
  ['a negative duration', { processing: '-1' }, 'processing time'],
  ['times that are centuries apart', { start: '1975-01-01T00:00:00Z', finish: '2999-01-01T00:00:00Z' }, 'fit together'],
  [
    'a duration that begins before all dates',
    { start: '', finish: '1971-01-02T00:00:00Z', processing: '9999 days' },
    'fit together',
  ],
  ['times that may be off by more than a year', { blur: '1e9' }, 'blur minutes'],
])(
  '%s is refused, and the other rows are used',
  (
    _,
    { start = '2026-03-02T10:00:00Z', finish = '', processing = '', blur = '' }: Partial<Record<string, string>>,
    word,
  ) => {
    const text = `repository,trigger,status,start time,finish time,processing time,blurMinutes\na,Scheduled,INDEXED,${start},${finish},${processing},${blur}\nb,Scheduled,INDEXED,2026-03-02T10:00:00Z,2026-03-02T10:01:00Z,,`;
    const { tasks, problems } = parseQueueExport(text, { capturedAt: NOW });
    expect(tasks).toMatchObject([{ repository: 'b' }]);
    expect(told(problems)).toEqual([{ line: 2, reason: expect.stringContaining(word) as string }]);
  },
);

test.each([
  '1970-01-01T00:00:00Z',
  '1970-01-01 00:00:00',
  '1970-01-01 14:00:00.000',
  '0000-00-00 00:00:00',
  '0001-01-01 00:00:00',
  '1900-01-01 00:00',
  '-',
  'NaN',
  'NaT',
  'nan',
  '<NA>',
])('%s, as databases write it for no time, is none', (time) => {
  const text = `repository,trigger,status,start time\na,Scheduled,QUEUED,${time}`;
  expect(parseQueueExport(text, { capturedAt: NOW })).toMatchObject({
    problems: [],
    tasks: [{ repository: 'a', startedAt: undefined }],
  });
});

test.each([
  ['Current number of indexing threads\t99999', undefined],
  ['Current number of indexing threads\t1000', { threads: 1000 }],
  ['Current number of indexing nodes\t1001', undefined],
  ['Current number of processing tasks\t99999999999', undefined],
  ['Scheduled time for indexing, minutes\t0', { intervalMinutes: 0 }],
  ['Scheduled time for indexing, minutes\t-1', undefined],
  ['Scheduled time for indexing, minutes\t76861433640457', undefined],
  ['Scheduled time for indexing, minutes\t76861433640456', { intervalMinutes: 76_861_433_640_456 }],
  ['Last run duration: 99999999999 weeks', undefined],
  ['Last run duration: 9999999 weeks', undefined],
  ['Next scheduled indexing time, in 999999999 years', undefined],
  [`Showing ${'9'.repeat(400)} - ${'9'.repeat(400)} tasks out of ${'9'.repeat(400)}`, undefined],
  ['Showing 20 - 11 tasks out of 48', undefined],
  ['Showing 11 - 20 tasks out of 19', undefined],
  ['Showing 11 - 20 tasks out of 20', { shown: { from: 11, to: 20, total: 20 } }],
])('dashboard: %s', (line, dashboard) => {
  expect(parseQueueExport(`Indexing queue\n${line}`, { capturedAt: NOW }).dashboard).toEqual(dashboard);
});

test('no duration and no schedule is longer than the longest interval', () => {
  expect(parseDuration('76861433640456')).toBe(76_861_433_640_456);
  expect(
    ['76861433640457', '99999999999999999 weeks', '9'.repeat(400), `PT${'9'.repeat(400)}H`].map(parseDuration),
  ).toEqual([undefined, undefined, undefined, undefined]);
  expect(parseSchedule('9999999999 weeks', NOW)).toHaveProperty('problem');
});
