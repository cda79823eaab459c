import { createQueueParser, parseQueueExport, readClipboard } from '../../src/queue/read-queue';
import { told } from '../support/problems';

const NOW = Date.UTC(2026, 2, 2, 12);
const NAMES = ['Finish time', 'Repository name', 'Trigger', 'Status'].join('\t');
const row = (name: string) => ['1 minute ago', name, 'Scheduled', 'INDEXED'].join('\t');
const page = (...rows: string[]) => ['Current number of processing tasks 1', NAMES, ...rows.map(row)].join('\n');
const reasons = (text: string) =>
  told(parseQueueExport(text, { capturedAt: NOW }).problems).map(({ reason }) => reason);

describe('what was copied', () => {
  test.each([
    ['no table', page('a'), undefined, 'plain'],
    ['no text', ' \n', page('a'), 'table'],
    ['as many tasks in both', page('a'), page('b'), 'table'],
    ['more in the table', page('a'), page('b', 'c'), 'table'],
    ['more in the text', page('a', 'b'), page('c'), 'plain'],
    ['a table that is too long to compare', page('a', 'b'), page('c').padEnd((1 << 18) + 1), 'table'],
    ['the longest that is compared', page('a', 'b'), page('c').padEnd(1 << 18), 'plain'],
  ])('%s', (_, plain, table, used) => {
    const { text, content } = readClipboard({ plain, table }, { capturedAt: NOW });
    expect(text).toBe(used === 'plain' ? plain : table);
    expect(content).toEqual(parseQueueExport(text, { capturedAt: NOW }));
  });

  test('each form is read at most once', () => {
    let looks = 0;
    const options = {
      get capturedAt() {
        looks += 1;
        return NOW;
      },
    };
    readClipboard({ plain: page('a'), table: undefined }, options);
    expect(looks).toBe(1);
    readClipboard({ plain: page('a'), table: page('b') }, options);
    expect(looks).toBe(3);
    readClipboard({ plain: '', table: page('b') }, options);
    expect(looks).toBe(4);
  });
});

test.each([
  ['', 'it is empty'],
  [' \n', 'it is empty'],
  ['PK\u0003\0', 'no text: save it as CSV, TSV or JSON'],
  ['x'.repeat((1 << 22) + 1), 'neither a table nor JSON, and too long for a copied page'],
  ['repository,trigger,status,start', 'no tasks found in it'],
])('%#: refused', (text, reason) => {
  expect(reasons(text)).toContainEqual(expect.stringContaining(reason));
});

test('the longest text of a page is looked at', () => {
  expect(reasons('x'.repeat(1 << 22))).toEqual([expect.stringMatching(/^no export of the indexing queue/)]);
});

test.each([
  [1000, 1000],
  [1001, 1001],
  [1500, 1001],
])('of %d problems %d are told', (count, told) => {
  const problems = reasons(`repository,trigger,status,start\n${'r,?,indexed,\n'.repeat(count)}`);
  expect(problems).toHaveLength(told);
  expect(problems.at(-1)).toBe(
    ['unknown trigger “?”', 'and 1 more line like these', 'and 500 more lines like these'][
      Math.ceil((count - 1000) / 499)
    ],
  );
});

test('a page in a file was looked at by its newest time at the latest, a copied one when it was copied', () => {
  const look = (isAtMost: boolean) => {
    const parser = createQueueParser({ capturedAt: NOW, isAtMost });
    parser.push(page('a'));
    return parser.finish().tasks[0]?.seenAt;
  };
  expect([look(false), look(true)]).toEqual([NOW, NOW - 60_000]);
});
