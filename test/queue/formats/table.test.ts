import { createQueueParser, parseQueueExport } from '../../../src/queue/read-queue';
import { told } from '../../support/problems';

const NOW = Date.UTC(2026, 2, 2, 12);
const HEADER =
  'Task ID,Parent ID,Integration name,Repository name,Type of operation,Trigger,Status,Node,Priority,Insertion time,Start time,Finish time,Processing time';
const ROW =
  'a,p,GitHub,group/one,Reindex,Scheduled,INDEXED,node1,21,2026-03-02T10:00:00Z,2026-03-02T10:01:00Z,2026-03-02T10:03:00Z,2 minutes';
const EXPECTED = {
  id: 'a',
  parentId: 'p',
  integration: 'GitHub',
  repository: 'group/one',
  operation: 'reindex',
  trigger: 'scheduled',
  status: 'indexed',
  node: 'node1',
  priority: 21,
  queuedAt: Date.UTC(2026, 2, 2, 10),
  startedAt: Date.UTC(2026, 2, 2, 10, 1),
  finishedAt: Date.UTC(2026, 2, 2, 10, 3),
  processingMinutes: 2,
  blurMinutes: 0,
  seenAt: Date.UTC(2026, 2, 2, 10, 3),
};

const parse = (text: string) => parseQueueExport(text, { capturedAt: NOW });

describe('delimited exports', () => {
  test.each([
    ['CSV', `${HEADER}\n${ROW}`],
    ['TSV', `${HEADER}\n${ROW}`.replaceAll(',', '\t')],
    ['semicolons', `${HEADER}\n${ROW}`.replaceAll(',', ';')],
    ['Windows line ends', `${HEADER}\r\n${ROW}\r\n`],
    ['old Mac line ends', `${HEADER}\r${ROW}\r`],
    ['byte order mark', `\uFEFF${HEADER}\n${ROW}`],
    ['Excel separator line and empty lines', `sep=,\n\n${HEADER}\n\n${ROW}\n\n`],
    ['snake case', `${HEADER.toLowerCase().replaceAll(' ', '_')}\n${ROW}`],
    ['camel case', `${HEADER.replaceAll('Task ID', 'taskId').replaceAll('Insertion time', 'insertionTime')}\n${ROW}`],
    [
      'quotes',
      `${HEADER}\n${ROW.split(',')
        .map((cell) => `"${cell}"`)
        .join(',')}`,
    ],
  ])('%s', (_, text) => {
    const { tasks, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toMatchObject(EXPECTED);
  });

  test('columns in any order, with others between', () => {
    const order = [12, 3, 6, 0, 5, 1, 2, 4, 9, 8, 7, 11, 10];
    const reorder = (line: string) => ['x', ...order.map((place) => line.split(',')[place]), 'y'].join(',');
    expect(parse(`${reorder(HEADER)}\n${reorder(ROW)}`).tasks[0]).toMatchObject(EXPECTED);
  });

  test('source codes, epoch times, operation codes', () => {
    const text =
      'id;repo_id;operation;trigger;status;queued_time;started;finished\n' +
      '1;17;1;PERIODIC_JOB;DONE;1772445600;1772445660;1772445780\n2;17;2;PERIODIC_JOB;QUEUED;1772445600000;;\n3;18;3;MANUAL;QUEUED;1772445600000;;';
    const { tasks, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(tasks.map(({ operation }) => operation)).toEqual(['reindex', 'garbage-collection', 'removal']);
    expect(tasks[0]).toMatchObject({
      repositoryId: '17',
      trigger: 'scheduled',
      queuedAt: 1_772_445_600_000,
      processingMinutes: 2,
    });
    expect(tasks[1]).toMatchObject({ status: 'queued', queuedAt: 1_772_445_600_000 });
  });

  test('processing time with a unit in its name, without start', () => {
    const text =
      'repository,trigger,status,finish time,processing_seconds\na/b,Scheduled,INDEXED,2026-03-02T10:03:00Z,120';
    expect(parse(text).tasks[0]).toMatchObject({ processingMinutes: 2, startedAt: Date.UTC(2026, 2, 2, 10, 1) });
  });

  test.each([
    ['Jira', '15/Apr/2023 09:23 PM', new Date(2023, 3, 15, 21, 23).getTime()],
    ['ISO', '2026-03-02 10:15', new Date(2026, 2, 2, 10, 15).getTime()],
  ])('%s times without seconds leave the stated processing time as it is', (_, time, at) => {
    const text = `repository,trigger,status,start time,finish time,processing time\na/b,Scheduled,INDEXED,${time},${time},17 seconds`;
    expect(parseQueueExport(text, { capturedAt: NOW + 86_400_000 }).tasks[0]).toMatchObject({
      startedAt: at,
      finishedAt: at + 17_000,
      processingMinutes: 17 / 60,
      blurMinutes: 1,
    });
  });

  test.each([
    ['indexed', '2026-03-02T10:00:00Z', Date.UTC(2026, 2, 2, 10, 2, 17)],
    ['error', '2026-03-02T10:00:00Z', Date.UTC(2026, 2, 2, 10, 2, 17)],
    ['canceled', '3 minutes ago', NOW - 43_000],
    ['indexing', '2026-03-02T10:00:00Z', undefined],
    ['indexing', '3 minutes ago', undefined],
  ])('the finish of a task that is %s, from start and processing time', (status, start, finishedAt) => {
    const dash = `repository,trigger,status,start time,finish time,processing time\na/b,Scheduled,${status},${start},-,"2 minutes, 17 seconds"`;
    const missing = `repository,trigger,status,start time,processing time\na/b,Scheduled,${status},${start},"2 minutes, 17 seconds"`;
    for (const text of [dash, missing]) {
      const [task] = parse(text).tasks;
      expect(task?.finishedAt).toBe(finishedAt);
      expect(task?.processingMinutes).toBeCloseTo(2 + 17 / 60, 9);
    }
  });

  test.each(['0', '\\N', 'NULL', '-', ''])('“%s” is no time yet', (none) => {
    const text = `repository,parent id,trigger,status,insertion time,start time,finish time,processing time\na/b,\\N,Scheduled,QUEUED,1772445600,${none},${none},${none}`;
    const { tasks, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(tasks[0]).toMatchObject({
      queuedAt: 1_772_445_600_000,
      startedAt: undefined,
      finishedAt: undefined,
      parentId: undefined,
    });
  });

  test('long names, formulas, quoted line breaks stay as they are', () => {
    const names = ['n'.repeat(255), '=HYPERLINK("http://x")', 'two\nlines', '<b>bold</b>', '@user', '👩‍💻/repo'];
    const rows = names.map((name, place) =>
      ROW.replace('a,p', `id${place},p`).replace('group/one', `"${name.replaceAll('"', '""')}"`),
    );
    const { tasks, problems } = parse([HEADER, ...rows, 'broken,row'].join('\n'));
    expect(tasks.map(({ repository }) => repository)).toEqual(names);
    expect(told(problems)).toEqual([{ line: 9, reason: '2 of 13 cells' }]);
  });

  test('malformed rows are reported by line and reason, the others are used', () => {
    const bad = [
      ROW.replace('INDEXED', 'SLEEPING'),
      ROW.replace('Scheduled', 'Zeitplan'),
      ROW.replace('2026-03-02T10:03:00Z', 'yesterday noon'),
      ROW.replace('Reindex', 'Dance'),
      ROW.replace('GitHub', '').replace('group/one', ''),
      ROW.replace('2 minutes', '2 Minuten'),
    ];
    const { tasks, problems } = parse([HEADER, ...bad, ROW].join('\n'));
    expect(tasks).toHaveLength(1);
    expect(told(problems)).toEqual([
      { line: 2, reason: 'unknown status “SLEEPING”' },
      { line: 3, reason: 'unknown trigger “Zeitplan”' },
      { line: 4, reason: 'unreadable finish time “yesterday noon”' },
      { line: 5, reason: 'unknown operation “Dance”' },
      { line: 6, reason: 'no repository and no integration' },
      { line: 7, reason: 'unreadable processing time “2 Minuten”' },
    ]);
  });

  test('the same task twice counts once, the newer status wins', () => {
    const queued = ROW.replace('INDEXED', 'QUEUED').replace(
      '2026-03-02T10:01:00Z,2026-03-02T10:03:00Z,2 minutes',
      ',,-',
    );
    expect(parse([HEADER, queued, ROW].join('\n')).tasks).toMatchObject([{ status: 'indexed' }]);
    expect(parse([HEADER, ROW, queued].join('\n')).tasks).toMatchObject([{ status: 'indexed' }]);
  });

  test.each([
    ['other columns', 'name,age\nx,3', /missing .*trigger/],
    ['no trigger', 'repository,status,finish time\na,INDEXED,1 minute ago', /missing trigger\./],
    [
      'no times',
      'repository,trigger,status\na,Scheduled,INDEXED',
      /missing insertion, start, finish or processing time/,
    ],
    ['nothing', '  ', /it is empty/],
    ['a picture', '\u0089PNG\r\n\u0000\u0000', /no text/],
    ['a header alone', HEADER, /no tasks found/],
    ['prose', 'The quick brown fox', /missing/],
  ])('refuses %s', (_, text, reason) => {
    const { tasks, problems } = parse(text);
    expect(tasks).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(told(problems)[0]?.reason).toMatch(reason);
  });
});

describe('in pieces', () => {
  const many = [
    HEADER,
    ...Array.from({ length: 6000 }, (_, place) =>
      ROW.replace('a,p', `id${place},p`).replace('group/one', place % 7 ? 'group/one' : '"a\nb"'),
    ),
  ].join('\n');

  test('a stream of chunks gives the same as one text', () => {
    const parser = createQueueParser({ capturedAt: NOW });
    for (let at = 0; at < many.length; at += 10_007) parser.push(many.slice(at, at + 10_007));
    expect(parser.finish()).toEqual(parse(many));
  });
});

describe('what database tools and spreadsheets do to a table', () => {
  const head = 'Task ID,Repository ID,Repository,Trigger,Status,Start time,Finish time';
  const row = (id: string, more: Partial<Record<'repositoryId' | 'repository' | 'finish', string>> = {}) =>
    [
      id,
      more.repositoryId ?? '17',
      more.repository ?? 'group/one',
      'Scheduled',
      'INDEXED',
      '2026-03-02T10:01:00Z',
      more.finish ?? '2026-03-02T10:03:00Z',
    ].join(',');
  const ids = (text: string) => parse(text).tasks.map(({ id }) => id);

  test.each(['NULL', 'null', '(null)', '[NULL]', '<null>', '\\N', '-'])('%s is no value', (none) => {
    const { tasks, problems } = parse(`${head}\n${row(none, { repositoryId: none, finish: none })}`);
    expect(problems).toEqual([]);
    expect(tasks[0]).toMatchObject({
      id: undefined,
      repositoryId: undefined,
      finishedAt: undefined,
      repository: 'group/one',
    });
  });

  test('a table’s own number beside the UUID of the task', () => {
    const [first] = parse(`ID,${head}\n7,${row('9f1c')}`).tasks;
    expect(first?.id).toBe('9f1c');
  });

  test('the group has a column of its own', () => {
    const text =
      'task id,repo group,repo name,trigger,status,start time\n1,g1,api,Scheduled,INDEXED,2026-03-02T10:01:00Z\n2,g2,g2/api,Scheduled,INDEXED,2026-03-02T10:01:00Z';
    expect(parse(text).tasks.map(({ repository }) => repository)).toEqual(['g1/api', 'g2/api']);
  });

  test.each([
    ['a header with Windows line ends above other rows', `${head}\r\n${row('a')}\n${row('b')}\n`],
    ['Excel’s own line with another line end', `sep=,\r\n${head}\n${row('a')}\n${row('b')}`],
    [
      'quoted line feeds between Windows line ends',
      `${head}\r\n${row('a', { repository: '"group\n/one"' })}\r\n${row('b')}\r\n`,
    ],
    ['a title above the header', `Indexing queue of 2 March\n\nmade by SQL\n${head}\n${row('a')}\n${row('b')}`],
    [
      'lines under the header and at the end',
      `${head}\n-------,---,---,---,---,---,---\n${row('a')}\n,,,,,,\n${row('b')}\n(2 rows affected)\n`,
    ],
    ['files put together', `${head}\n${row('a')}\n${head}\n${row('b')}`],
  ])('%s', (_, text) => {
    const { tasks, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(tasks).toHaveLength(2);
  });

  test.each([
    ['Windows line ends and quoted line feeds', (row: string) => row.replace('group/one', '"group\n/one"'), '\r\n'],
    ['mixed line ends', (row: string, place: number) => (place % 3 === 0 ? `${row}\r` : row), '\n'],
    ['a header now and then', (row: string, place: number) => (place % 1000 === 5 ? `${head}\n${row}` : row), '\n'],
  ] as const)('in pieces it is the same as in one: %s', (_, change, newline) => {
    const rows = Array.from({ length: 8_000 }, (_row, place) => change(row(`t${place}`), place));
    const text = [head, ...rows].join(newline);
    expect(text.length).toBeGreaterThan(2 * (1 << 18));
    const whole = parse(text);
    expect(whole).toMatchObject({ problems: [] });
    expect(whole.tasks).toHaveLength(8_000);
    for (const size of [1_000, 70_001]) {
      const parser = createQueueParser({ capturedAt: NOW });
      for (let from = 0; from < text.length; from += size) parser.push(text.slice(from, from + size));
      expect(parser.finish()).toEqual(whole);
    }
  });

  test('files put together whose columns stand in another order', () => {
    const other = 'Repository,Task ID,Trigger,Status,Start time\ngroup/two,b,Manual,INDEXED,2026-03-02T10:01:00Z';
    expect(parse(`${head}\n${row('a')}\n${other}`).tasks).toMatchObject([
      { id: 'a' },
      { id: 'b', repository: 'group/two', trigger: 'manual' },
    ]);
  });

  test('a quote that is never closed costs its own line', () => {
    const { tasks, problems } = parse(
      [head, row('a'), row('b', { repository: '"group/one' }), row('c'), row('d')].join('\n'),
    );
    expect(tasks.map(({ id }) => id)).toEqual(['a', 'c', 'd']);
    expect(told(problems)).toEqual([{ line: 3, reason: 'a quote that is never closed' }]);
  });

  test('of many lines with a quote that is never closed each costs itself, and the rows after them are read', () => {
    const stray = Array.from({ length: 100 }, (_, place) => row(`s${place}`, { repository: '"group/one' }));
    const { tasks, problems } = parse([head, row('a'), ...stray, row('z')].join('\n'));
    expect(tasks.map(({ id }) => id)).toEqual(expect.arrayContaining(['a', 'z']));
    expect(tasks.length + problems.length).toBe(102);
  });

  test('a quote that is never closed in a long file', () => {
    const rows = Array.from({ length: 30_000 }, (_, place) => row(`t${place}`));
    rows[10] = row('stray', { repository: '"group/one' });
    const text = [head, ...rows].join('\n');
    expect(text.length).toBeGreaterThan(2_000_000);
    expect(ids(text)).toHaveLength(29_999);
    const parser = createQueueParser({ capturedAt: NOW });
    for (let from = 0; from < text.length; from += 200_000) parser.push(text.slice(from, from + 200_000));
    expect(parser.finish().tasks).toHaveLength(29_999);
  });

  test.each([
    ['10-MAR-26 10.03.00.000000 AM', new Date(2026, 2, 10, 10, 3).getTime()],
    ['1772445780000000', Date.UTC(2026, 2, 2, 10, 3)],
  ])('the time %s', (finish, at) => {
    expect(parse(`${head}\n${row('a', { finish })}`).tasks[0]?.finishedAt).toBe(at);
  });

  test('a UUID in capitals and braces is the one of the page', () => {
    const id = '0b2c5a5e-7d0e-4a55-9d8a-1c1f7c2f0a11';
    expect(ids([head, row(`{${id.toUpperCase()}}`), row(id)].join('\n'))).toEqual([id]);
  });

  test('FETCHING is a status of the viewer', () => {
    expect(parse(`${head}\n${row('a').replace('INDEXED', 'FETCHING')}`).tasks).toMatchObject([{ status: 'indexing' }]);
  });
});
