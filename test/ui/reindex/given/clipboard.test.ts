import { parseQueueExport } from '../../../../src/queue/read-queue';
import { readPaste, type Clipboard } from '../../../../src/ui/reindex/given/clipboard';

const NOW = Date.UTC(2026, 2, 2, 12);
const queueTextOf = (data: Clipboard): string => readPaste(data, NOW).text;
const ID = '0b2c5a5e-7d0e-4a55-9d8a-1c1f7c2f0a11';
const HEADER = [
  'Finish time',
  'Integration name',
  'Repository name',
  'Type of operation',
  'Delay',
  'Trigger',
  'Status',
];
const ROWS = [
  ['1 minute ago', 'GitHub', 'group/one', 'Reindex', 'No delay', 'Scheduled', 'INDEXED'],
  ['Never', 'GitHub', '-', 'Reindex', 'No delay', 'Webhook', 'QUEUED'],
];
const DETAILS: [string, string][] = [
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
  ['Error', ''],
];
const DASHBOARD = `<div class="panel"><div>Current number of processing tasks</div><div>3</div></div>
  <p><span>Current number of tasks in the queue</span><span>12</span></p>
  <p>Scheduled time for indexing, minutes <b>90</b></p><p>Next scheduled indexing time, 16/Mar/2023 10:58 pm</p>
  <p>Last run duration: <span>2 minutes,
     17 seconds</span></p>`;
const FOOT = '<p>Showing 1 - 2 tasks out of 2</p><ul><li>1</li><li>Next</li></ul>';

const row = (cells: readonly string[], tag = 'td') => `<tr><${tag}>${cells.join(`</${tag}><${tag}>`)}</${tag}></tr>`;
const table = (body: string, header = HEADER) =>
  `<table class="aui"><thead>${row(header, 'th')}</thead><tbody>${body}</tbody></table>`;
const page = (body: string) =>
  `<meta charset="utf-8"><html><head><style>td { color: red }</style></head><body><!--StartFragment-->${DASHBOARD}${table(body)}${FOOT}<!--EndFragment--></body></html>`;
const plain = (...details: string[]) =>
  [
    'Current number of processing tasks',
    '3',
    'Current number of tasks in the queue',
    '12',
    'Scheduled time for indexing, minutes',
    '90',
    'Next scheduled indexing time, 16/Mar/2023 10:58 pm',
    'Last run duration: 2 minutes, 17 seconds',
    HEADER.join('\t'),
    ROWS[0]!.join('\t'),
    ...details,
    ROWS[1]!.join('\t'),
    'Showing 1 - 2 tasks out of 2',
    '1',
    'Next',
  ].join('\r\n');

const clipboard = (html: string, text = '') => ({
  getData: (type: string) => (type === 'text/html' ? html : type === 'text/plain' ? text : ''),
});
const parse = (text: string) => parseQueueExport(text, { capturedAt: NOW });
const fromHtml = (html: string) => parse(queueTextOf(clipboard(html)));

test('dashboard and closed rows give what the plain text gives', () => {
  const text = queueTextOf(clipboard(page(ROWS.map((cells) => row(cells)).join('')), plain()));
  expect(text).toContain(ROWS[0]!.join('\t'));
  expect(parse(text)).toEqual(parse(plain()));
});

const [first, second] = ROWS.map((cells) => row(cells));
const under = (details: string) => page(`${first}<tr class="details"><td colspan="7">${details}</td></tr>${second}`);

test.each([
  ['a list', `<dl>${DETAILS.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl>`],
  [
    'a list with colons',
    `<dl>${DETAILS.map(([label, value]) => `<div><dt>${label}:</dt><dd>\n ${value}\n</dd></div>`).join('')}</dl>`,
  ],
  ['a table', `<div><table>${DETAILS.map((cells) => row(cells)).join('')}</table></div>`],
  [
    'a table of two pairs a row',
    `<table>${row(DETAILS.slice(0, 2).flat())}${row(DETAILS.slice(2, 4).flat())}${DETAILS.slice(4)
      .map((cells) => row(cells))
      .join('')}</table>`,
  ],
  [
    'labels above their values',
    `<table>${row(
      DETAILS.slice(0, -1).map(([label]) => label),
      'th',
    )}${row(DETAILS.slice(0, -1).map(([, value]) => value))}</table>`,
  ],
  [
    'boxes',
    DETAILS.slice(0, -1)
      .map(([label, value]) => `<div><b>${label}:</b> <span>${value}</span></div>`)
      .join(''),
  ],
  [
    'boxes without colons',
    DETAILS.slice(0, -1)
      .map(([label, value]) => `<div><div>${label}</div><div>${value}</div></div>`)
      .join(''),
  ],
])('opened details as %s', (_, details) => {
  const expected = parse(plain(...DETAILS.slice(0, -1).map(([label, value]) => `${label}: ${value}`)));
  expect(expected.tasks[0]).toMatchObject({ id: ID, processingMinutes: 0.5 });
  expect(fromHtml(under(details))).toEqual(expected);
});

test('a dashboard that stands in a table for its layout', () => {
  const panel = (title: string, value: string) =>
    `<td><div>${title}</div><div>Next scheduled indexing time, 16/Mar/2023 10:58 pm</div><div>Last run duration: 42 seconds</div></td><td><div>${value}</div></td>`;
  const layout = `<table><tr>${panel('Scheduled time for indexing, minutes', '45')}${panel('Garbage collection, minutes', '1440')}</tr></table>`;
  const { dashboard, tasks } = fromHtml(`<html><body>${layout}${table(first ?? '')}</body></html>`);
  expect(dashboard).toMatchObject({ intervalMinutes: 45, garbageCollectionIntervalMinutes: 1440, lastRunMinutes: 0.7 });
  expect(tasks).toHaveLength(1);
});

test('line breaks, tags and quotes inside of cells', () => {
  const cells = [
    '<time>1 minute\n ago</time>',
    '<a href="#">"Git<br>Hub"</a>',
    '<span>group/</span>one',
    '<div>Reindex</div>',
    'No delay',
    '<i></i>Scheduled',
    '<span class="lozenge">INDEXED</span>',
  ];
  expect(fromHtml(page(row(cells) + second)).tasks).toMatchObject([
    { integration: '"Git Hub"', repository: 'group/one', status: 'indexed' },
    { status: 'queued' },
  ]);
});

test('a table in a table that lays the page out', () => {
  const html = `<table><tr><td>Menu</td><td>${DASHBOARD}${table(ROWS.map((cells) => row(cells)).join(''))}${FOOT}</td></tr></table>`;
  expect(fromHtml(html)).toMatchObject({
    problems: [],
    tasks: [{}, {}],
    dashboard: { processing: 3, queued: 12, intervalMinutes: 90, shown: { total: 2 } },
  });
});

test('tables in tables, however deep, and other tables beside', () => {
  const tasks = table(ROWS.map((cells) => row(cells)).join(''));
  const nested = Array.from({ length: 20 }).reduce<string>(
    (inner) => `<table><tr><td>a</td><td>${inner}<table><tr><td>b</td><td>c</td></tr></table></td></tr></table>`,
    tasks,
  );
  expect(fromHtml(nested).tasks).toMatchObject([{ repository: 'group/one' }, { status: 'queued' }]);
});

test('a long page of elements beside each other is not deep', () => {
  const html = `${'<p>x<br><img src=""></p>'.repeat(500)}${page(ROWS.map((cells) => row(cells)).join(''))}`;
  expect(fromHtml(html).tasks).toHaveLength(2);
});

test('a list in a list of details: each value once', () => {
  const text = queueTextOf(clipboard(under('<dl><dt>Node</dt><dd>n1<dl><dt>Priority</dt><dd>21</dd></dl></dd></dl>')));
  expect(text.split('\n').filter((line) => /^(Node|Priority)/.test(line))).toEqual(['Node: n1', 'Priority: 21']);
});

test('details inside of a cell of their row, and a cell for the arrow', () => {
  const cells = [
    `<button></button><dl>${DETAILS.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl>`,
    ...ROWS[0]!,
  ];
  const { tasks, problems } = fromHtml(table(row(cells) + row(['', ...ROWS[1]!]), ['', ...HEADER]));
  expect(problems).toEqual([]);
  expect(tasks).toMatchObject([{ id: ID, repository: 'group/one' }, { status: 'queued' }]);
});

test('a copy from a spreadsheet', () => {
  const header = ['Task ID', 'Repository', 'Trigger', 'Status', 'Start time', 'Finish time'];
  const cells = ['a1', '"quoted" name', 'PERIODIC_JOB', 'INDEXED', '2026-03-02T10:00:00Z', '2026-03-02T10:05:00Z'];
  expect(fromHtml(table(row(cells), header))).toMatchObject({
    problems: [],
    tasks: [{ id: 'a1', repository: '"quoted" name', processingMinutes: 5 }],
  });
});

test.each([
  ['no HTML', ''],
  ['elements in elements without end', `${page(ROWS.map((cells) => row(cells)).join(''))}${'<div>'.repeat(300)}`],
  ['HTML without a table', '<p>Hello</p>'],
  ['a table of something else', '<table><tr><td>a</td><td>b</td></tr></table>'],
])('%s: the plain text is used', (_, html) => {
  expect(queueTextOf(clipboard(html, plain()))).toBe(plain());
});

test('no script of the clipboard runs', () => {
  const html = page(
    `${row(['<img src=x onerror="window.spoiled = 1">1 minute ago', ...ROWS[0]!.slice(1)])}<script>window.spoiled = 1</script>`,
  );
  expect(fromHtml(html).tasks).toHaveLength(1);
  expect('spoiled' in window).toBe(false);
});
