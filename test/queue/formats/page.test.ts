import { message } from '../../../src/model/message';
import { mergeTasks } from '../../../src/queue/merge/merge';
import { createQueueParser, parseQueueExport } from '../../../src/queue/read-queue';
import { told } from '../../support/problems';

const NOW = Date.UTC(2026, 2, 2, 12);
const DASHBOARD = [
  'Indexing queue',
  'Current number of processing tasks',
  '3',
  'Current number of tasks in the queue',
  '12',
  'Current number of indexing threads',
  '4',
  'Current number of indexing nodes',
  '2',
  'Clear queue',
  'Scheduled time for indexing, minutes',
  '90',
  'Next scheduled indexing time, 16/Mar/2023 10:58 pm',
  'Last run duration: 2 minutes, 17 seconds',
  'Garbage collection, minutes',
  '1440',
  'Next scheduled garbage collection time, 17/Mar/2023 10:58 pm',
  'Last run duration: -',
  'Edit',
  'Status',
  'All',
  'Trigger',
  'All',
];
const HEADER = 'Finish time\tIntegration name\tRepository name\tType of operation\tDelay\tTrigger\tStatus';
const CLOSED = '1 minute ago\tGitHub\tgroup/one\tReindex\tNo delay\tScheduled\tINDEXED';
const WAITING = 'Never\tGitHub\t-\tReindex\tNo delay\tWebhook\tQUEUED';
const WITHOUT_DELAY = CLOSED.split('\t').filter((cell) => cell !== 'No delay');
const FOOT = ['Refresh', 'Showing 11 - 20 tasks out of 48', '1\t2\t3\tNext'];
const ID = '0b2c5a5e-7d0e-4a55-9d8a-1c1f7c2f0a11';
const DETAILS = [
  ['ID', ID],
  ['Parent ID', '5f0e'],
  ['Priority', '21'],
  ['Operation flag', '0'],
  ['Insertion time', '4 minutes ago'],
  ['Start time', '2 minutes ago'],
  ['Finish time', '1 minute ago'],
  ['Node', '---'],
  ['Queued time', '2 minutes, 30 seconds'],
  ['Processing time', '30 seconds'],
] as const;

const parse = (lines: readonly string[], end = '\n') => parseQueueExport(lines.join(end), { capturedAt: NOW });

describe('the pasted page', () => {
  test('dashboard and closed rows', () => {
    const { tasks, dashboard, problems } = parse([...DASHBOARD, HEADER, CLOSED, WAITING, ...FOOT], '\r\n');
    expect(problems).toEqual([]);
    expect(dashboard).toEqual({
      processing: 3,
      queued: 12,
      threads: 4,
      nodes: 2,
      intervalMinutes: 90,
      nextRunAt: new Date(2023, 2, 16, 22, 58).getTime(),
      lastRunMinutes: 2 + 17 / 60,
      garbageCollectionIntervalMinutes: 1440,
      garbageCollectionNextRunAt: new Date(2023, 2, 17, 22, 58).getTime(),
      shown: { from: 11, to: 20, total: 48 },
    });
    expect(tasks).toHaveLength(2);
    expect(tasks[0]).toMatchObject({
      integration: 'GitHub',
      repository: 'group/one',
      trigger: 'scheduled',
      status: 'indexed',
      finishedAt: NOW - 60_000,
      blurMinutes: 1,
    });
    expect(tasks[1]).toMatchObject({ integration: 'GitHub', trigger: 'webhook', status: 'queued' });
    expect(tasks[1]?.repository).toBeUndefined();
  });

  test.each([
    ['label: value', DETAILS.map(([label, value]) => `${label}: ${value}`)],
    ['label, tab, value', DETAILS.map(([label, value]) => `${label}\t${value}`)],
    ['all on one line', [DETAILS.flat().join('\t')]],
    ['value on the next line', DETAILS.flat()],
    ['all in one line, with colons', [DETAILS.map(([label, value]) => `${label}: ${value}`).join(' ')]],
    [
      'a line of labels above a line of values',
      [0, 1].map((place) => DETAILS.map((detail) => detail[place]).join('\t')),
    ],
  ])('opened rows: %s', (_, details) => {
    const { tasks, problems } = parse([HEADER, CLOSED, ...details, WAITING, ...FOOT]);
    expect(problems).toEqual([]);
    expect(tasks).toHaveLength(2);
    expect(tasks[0]).toMatchObject({
      id: ID,
      parentId: '5f0e',
      priority: 21,
      queuedMinutes: 2.5,
      processingMinutes: 0.5,
      blurMinutes: 1,
    });
    expect(tasks[0]?.node).toBeUndefined();
    expect((tasks[0]?.startedAt ?? 0) - (tasks[0]?.queuedAt ?? 0)).toBe(150_000);
  });

  test('other column order and a cell for the arrow', () => {
    const order = (line: string) => line.split('\t').reverse().join('\t');
    const { tasks } = parse([order(HEADER), `\t${order(CLOSED)}`, order(WAITING)]);
    expect(tasks).toMatchObject([{ repository: 'group/one', status: 'indexed' }, { status: 'queued' }]);
  });

  test('each cell on its own line', () => {
    const { tasks, problems } = parse([
      ...DASHBOARD,
      ...HEADER.split('\t'),
      ...CLOSED.split('\t'),
      ...WAITING.split('\t'),
      ...FOOT,
    ]);
    expect(problems).toEqual([]);
    expect(tasks).toMatchObject([{ repository: 'group/one', status: 'indexed' }, { status: 'queued' }]);
  });

  test('counts above or beside their labels', () => {
    const above = [
      '3',
      'Current number of processing tasks',
      '12',
      'Current number of tasks in the queue',
      HEADER,
      CLOSED,
    ];
    expect(parse(above).dashboard).toEqual({ processing: 3, queued: 12 });
    const beside = [
      'Current number of processing tasks: 3',
      'Current number of tasks in the queue\t12',
      HEADER,
      CLOSED,
    ];
    expect(parse(beside).dashboard).toEqual({ processing: 3, queued: 12 });
  });

  test('a row of numbers above a row of labels', () => {
    const lines = ['3\t12', 'Current number of processing tasks\tCurrent number of tasks in the queue', HEADER, CLOSED];
    expect(parse(lines).dashboard).toEqual({ processing: 3, queued: 12 });
  });

  describe('a label may lose its number, and never has another’s', () => {
    const [processing, queued] = ['Current number of processing tasks', 'Current number of tasks in the queue'];
    const [threads, nodes] = ['Current number of indexing threads', 'Current number of indexing nodes'];
    const [interval, garbage] = ['Scheduled time for indexing, minutes', 'Garbage collection, minutes'];
    const next = 'Next scheduled indexing time, 15/Apr/2023 09:23 PM';
    const last = 'Last run duration: 42 seconds';
    const numbers = {
      processing: '1',
      queued: '10',
      threads: '3',
      nodes: '2',
      intervalMinutes: '45',
      garbageCollectionIntervalMinutes: '1440',
    };
    type Numbers = Record<keyof typeof numbers, string>;
    const picture = (n: Numbers) => [
      n.processing,
      processing,
      n.queued,
      queued,
      'Clear queue',
      'General settings',
      'Edit',
      threads,
      n.threads,
      nodes,
      n.nodes,
      interval,
      next,
      last,
      n.intervalMinutes,
      garbage,
      next,
      last,
      n.garbageCollectionIntervalMinutes,
    ];
    const below = (n: Numbers) => [
      processing,
      n.processing,
      queued,
      n.queued,
      threads,
      n.threads,
      nodes,
      n.nodes,
      interval,
      n.intervalMinutes,
      next,
      last,
      garbage,
      n.garbageCollectionIntervalMinutes,
      next,
      last,
    ];
    const names = Object.keys(numbers) as (keyof Numbers)[];
    const others = ['', '0 0 3 * * ?', 'Disabled', '1.440', '-'];

    test.each([
      ['of the pictures', picture],
      ['with all numbers below', below],
    ])('the layout %s', (_, layout) => {
      const read = (n: Numbers) => {
        const found = parse([...layout(n).filter((line) => line !== ''), 'Status: Queued', HEADER, CLOSED]).dashboard;
        return Object.fromEntries(
          names.flatMap((name) => (found?.[name] === undefined ? [] : [[name, String(found[name])]])),
        );
      };
      expect(read(numbers)).toEqual(numbers);
      for (const lost of names) {
        for (const other of others) {
          const { [lost]: gone, ...left } = numbers;
          expect({ lost, other, gone, ...read({ ...numbers, [lost]: other }) }).toEqual({ lost, other, gone, ...left });
        }
      }
      const schedules = { intervalMinutes: '0 0/30 * * * ?', garbageCollectionIntervalMinutes: '0 0 3 * * ?' };
      expect(read({ ...numbers, ...schedules })).toEqual({ processing: '1', queued: '10', threads: '3', nodes: '2' });
    });
  });

  test('numbers above their labels throughout', () => {
    const lines = [
      'Indexing queue',
      '2',
      'Current number of processing tasks',
      '1,037',
      'Current number of tasks in the queue',
      '3',
      'Current number of indexing threads',
      '-',
      'Current number of indexing nodes',
      '90',
      'Scheduled time for indexing, minutes',
      'Next scheduled indexing time, 16/Mar/2023 10:58 pm',
      'Last run duration: -',
      '1,440',
      'Garbage collection, minutes',
      'Last run duration: 1 day',
    ];
    expect(parse([...lines, HEADER, CLOSED]).dashboard).toEqual({
      processing: 2,
      queued: 1037,
      threads: 3,
      intervalMinutes: 90,
      nextRunAt: new Date(2023, 2, 16, 22, 58).getTime(),
      garbageCollectionIntervalMinutes: 1440,
      garbageCollectionLastRunMinutes: 1440,
    });
  });

  test.each([
    ['90', 90],
    ['1,440', 1440],
    ['90 minutes', 90],
    ['1 day', 1440],
    ['0', 0],
    ['9,999,999', 9_999_999],
    ['0 0 * * * ?', undefined],
    ['0 0/30 * * * ?', undefined],
    ['-', undefined],
  ])('an interval of “%s”', (text, intervalMinutes) => {
    const label = 'Scheduled time for indexing, minutes';
    const counts = ['Current number of indexing nodes', '2'];
    for (const lines of [[label, text], [`${label}: ${text}`], [`${label}\t${text}\tEdit`]]) {
      expect(parse([...counts, ...lines, 'Last run duration: 2 seconds', HEADER, CLOSED]).dashboard).toEqual({
        nodes: 2,
        intervalMinutes,
        lastRunMinutes: 2 / 60,
      });
    }
  });

  test.each(['next scheduled ', 'Showing 1', 'Last run duration ', 'Scheduled time for indexing '])(
    'a long line of “%s” hides nothing',
    (words) => {
      expect(parse([words.repeat(100_000), HEADER, CLOSED]).tasks).toHaveLength(1);
    },
  );

  test('no-break spaces are spaces', () => {
    const { tasks, dashboard, problems } = parse(
      [...DASHBOARD, HEADER, CLOSED, WAITING].map((line, at) => line.replaceAll(' ', at % 2 ? '\u00a0' : '\u202f')),
    );
    expect(problems).toEqual([]);
    expect(tasks).toMatchObject([{ finishedAt: NOW - 60_000 }, { status: 'queued' }]);
    expect(dashboard).toMatchObject({ processing: 3, intervalMinutes: 90, lastRunMinutes: 2 + 17 / 60 });
  });

  test('a label without a value does not swallow the next row', () => {
    const { tasks, problems } = parse([HEADER, WAITING, 'ID', ID, 'Processing time', CLOSED]);
    expect(problems).toEqual([]);
    expect(tasks).toMatchObject([{ id: ID, status: 'queued' }, { status: 'indexed' }]);
    const stacked = parse([...HEADER.split('\t'), ...WAITING.split('\t'), 'Processing time', ...CLOSED.split('\t')]);
    expect(stacked.tasks).toMatchObject([{ status: 'queued' }, { status: 'indexed' }]);
  });

  test('a label without a value does not swallow the next detail', () => {
    const details =
      'Operation flag: Insertion time: 4 minutes ago Queued time: 2 minutes Processing time: 1 minute Node: Priority: 21';
    expect(parse([HEADER, CLOSED, details]).tasks).toMatchObject([{ node: undefined, priority: 21, queuedMinutes: 2 }]);
  });

  test.each([
    ['a line break in a cell', [HEADER, ...CLOSED.replace('group/one', 'group/one\n').split('\n'), WAITING], 2],
    ['a cell that is missing', [...HEADER.split('\t'), ...WITHOUT_DELAY, ...WAITING.split('\t')], 8],
  ])('%s: that row is reported', (_, lines, line) => {
    const { tasks, problems } = parse(lines);
    expect(tasks).toMatchObject([{ status: 'queued' }]);
    expect(told(problems)).toEqual([{ line, reason: 'only a part of a row' }]);
  });

  test('a page of several says so in its tasks; all pages in one text, or merged, are the whole', () => {
    const page = (from: number, seen = NOW) =>
      parseQueueExport(
        [
          HEADER,
          ...[0, 1].map((place) => CLOSED.replace('one', `r${from + place}`)),
          `Showing ${from} - ${from + 1} tasks out of 4`,
        ].join('\n'),
        { capturedAt: seen },
      );
    expect(page(1).tasks).toMatchObject([{ outOf: 4 }, { outOf: 4 }]);
    const merged = mergeTasks(page(1).tasks, page(3, NOW + 30_000).tasks);
    expect(merged).toHaveLength(4);
    expect(new Set(merged.map(({ outOf, seenAt }) => `${outOf} ${seenAt}`))).toEqual(
      new Set([`undefined ${NOW + 30_000}`]),
    );
    const twice = mergeTasks(
      page(1).tasks,
      page(1, NOW + 480_000).tasks.map((task) => ({ ...task, repository: `other/${task.repository}` })),
    );
    expect(twice.map(({ outOf }) => outOf)).toEqual([4, 4, 4, 4]);
    expect(mergeTasks(page(1).tasks, page(3, NOW + 3_600_000).tasks)).toMatchObject([
      { outOf: 4 },
      { outOf: 4 },
      { outOf: 4 },
      { outOf: 4 },
    ]);
    const rows = [1, 2, 3, 4].map((place) => CLOSED.replace('one', `r${place}`));
    const whole = parse([
      HEADER,
      ...rows.slice(0, 2),
      'Showing 1 - 2 tasks out of 4',
      HEADER,
      ...rows.slice(2),
      'Showing 3 - 4 tasks out of 4',
    ]);
    expect(whole.tasks.map(({ outOf }) => outOf)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test.each([
    ['Scheduled time for indexing, minutes 90 Edit', { intervalMinutes: 90 }],
    ['90 Scheduled time for indexing, minutes', { intervalMinutes: 90 }],
    ['Current number of indexing threads\t4\tCurrent number of indexing nodes\t3', { threads: 4, nodes: 3 }],
  ])('the dashboard line “%s”', (line, dashboard) => {
    expect(parse([line, HEADER, CLOSED]).dashboard).toEqual(dashboard);
  });

  test('the dashboard alone is used, and says that there was no table', () => {
    const { tasks, dashboard, problems } = parse(DASHBOARD);
    expect(tasks).toEqual([]);
    expect(dashboard).toMatchObject({ intervalMinutes: 90 });
    expect(told(problems)).toMatchObject([{ reason: expect.stringMatching(/^no table of tasks/) as string }]);
  });

  test.each([
    ['2 months ago', 60 * 1440, 30 * 1440],
    ['a year ago', 360 * 1440, 360 * 1440],
    ['1 h ago', 60, 60],
  ])('finished %s', (text, minutes, blurMinutes) => {
    const [task] = parse([HEADER, CLOSED.replace('1 minute ago', text)]).tasks;
    expect(task).toMatchObject({ finishedAt: NOW - minutes * 60_000, blurMinutes });
  });

  test('an unreadable row is reported, the others are used', () => {
    const { tasks, problems } = parse([HEADER, CLOSED.replace('INDEXED', 'FERTIG'), CLOSED]);
    expect(tasks).toHaveLength(1);
    expect(told(problems)).toEqual([{ line: 2, reason: 'unknown status “FERTIG”' }]);
  });

  test.each([
    ['trigger', CLOSED.replace('Scheduled', 'Sched'), 'unknown trigger “Sched”'],
    ['status', CLOSED.replace('INDEXED', 'FERTIG'), 'unknown status “FERTIG”'],
    ['operation', CLOSED.replace('Reindex', 'Dance'), 'unknown operation “Dance”'],
  ])('each cell on its own line: an unknown %s is reported, wherever the row stands', (_, bad, reason) => {
    const orders = [
      [bad, CLOSED, WAITING],
      [CLOSED, bad, WAITING],
      [CLOSED, WAITING, bad],
    ];
    for (const [place, order] of orders.entries()) {
      const { tasks, problems } = parse([...HEADER.split('\t'), ...order.flatMap((line) => line.split('\t')), ...FOOT]);
      expect(tasks).toMatchObject([{ status: 'indexed' }, { status: 'queued' }]);
      expect(told(problems)).toEqual([{ line: 8 + place * 7, reason }]);
    }
  });

  test.each([
    ['four', ['Status', 'Trigger', 'Type of operation', 'Node']],
    ['one that is no column', ['Node']],
    ['one that is a column', ['Status']],
    ['all', HEADER.split('\t')],
  ])('each cell on its own line: labels of filters above the header: %s', (_, filters) => {
    for (const rows of [[CLOSED, WAITING], [CLOSED], [CLOSED.replace('Scheduled', 'Sched'), CLOSED]]) {
      const { tasks, problems } = parse([
        ...filters,
        ...HEADER.split('\t'),
        ...rows.flatMap((line) => line.split('\t')),
        ...FOOT,
      ]);
      expect(tasks[0]).toMatchObject({ repository: 'group/one', status: 'indexed', node: undefined });
      expect(tasks.length + problems.length).toBe(rows.length);
    }
  });

  test.each([
    ['in a row', (line: string) => [line]],
    ['each on its own line', (line: string) => line.split('\t')],
  ])('two pages in one text, cells %s', (_, cut) => {
    const page = [cut(HEADER), cut(CLOSED), cut(WAITING)].flat();
    const second = [
      cut(HEADER),
      cut(WAITING.replace('GitHub', 'GitLab')),
      DETAILS.flat(),
      cut(CLOSED.replace('group/one', 'group/two')),
    ].flat();
    for (const between of [
      [],
      FOOT,
      [...FOOT, ...DASHBOARD],
      ['Status', 'All', 'Trigger', 'All'],
      ['Status', 'Trigger'],
    ]) {
      const { tasks, problems } = parse([...page, ...between, ...second, ...FOOT]);
      expect(problems).toEqual([]);
      expect(tasks).toMatchObject([
        { repository: 'group/one', status: 'indexed' },
        { integration: 'GitHub', status: 'queued', trigger: 'webhook', node: undefined },
        { integration: 'GitLab', status: 'queued', id: ID },
        { repository: 'group/two', status: 'indexed' },
      ]);
    }
  });

  test('a second page with its columns in another order', () => {
    const order = (line: string) => line.split('\t').reverse().join('\t');
    const { tasks, problems } = parse([HEADER, CLOSED, ...FOOT, order(HEADER), order(WAITING)]);
    expect(problems).toEqual([]);
    expect(tasks).toMatchObject([{ repository: 'group/one', status: 'indexed' }, { status: 'queued' }]);
  });

  test.each([
    ['an empty queue', [...DASHBOARD, HEADER, 'No tasks']],
    ['rows that are none', [...HEADER.split('\t'), 'one', 'two', 'three']],
  ])('%s says so', (_, lines) => {
    expect(parse(lines)).toMatchObject({
      tasks: [],
      problems: [{ line: 1, reason: message('queue.problem.no-tasks') }],
    });
  });

  test('a translated page is refused with what was missing', () => {
    const translated = [
      'Indexierungswarteschlange',
      'Endzeit\tIntegrationsname\tRepositoryname\tVorgang\tVerzug\tAuslöser\tZustand',
      'vor 1 Minute\tGitHub\tgroup/one\tx\ty\tz\tw',
    ];
    const { tasks, problems } = parse(translated);
    expect(tasks).toEqual([]);
    expect(told(problems)[0]?.reason).toMatch(/missing .*repository.*show the page in English/);
  });

  test('a dashboard without its table', () => {
    const { tasks, dashboard, problems } = parse(DASHBOARD);
    expect(tasks).toEqual([]);
    expect(dashboard).toMatchObject({ lastRunMinutes: 2 + 17 / 60 });
    expect(problems).toHaveLength(1);
  });
});

test('a text that is no table, and longer than any copied page, is refused before it is read', () => {
  const parser = createQueueParser({ capturedAt: 1 });
  for (let piece = 0; piece < 20; piece += 1) parser.push('just a log\n'.repeat(25_000));
  expect(parser.finish()).toEqual({
    tasks: [],
    problems: [{ line: 1, reason: message('queue.problem.too-long') }],
  });
});
