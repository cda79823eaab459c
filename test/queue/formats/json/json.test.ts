import { message } from '../../../../src/model/message';
import { finish } from '../../../../src/steps/steps';
import { createQueueParser, parseQueueExport } from '../../../../src/queue/read-queue';
import { JsonParser } from '../../../../src/queue/formats/json/json';
import { told } from '../../../support/problems';

const NOW = Date.UTC(2026, 2, 2, 12);
const ROW = {
  taskId: 'a',
  integration: 'GitHub',
  repository: { id: 17, name: 'group/one' },
  operation: 1,
  trigger: 'WEBHOOK',
  status: 'ERROR',
  insertionTime: 1_772_445_600_000,
  startTime: '2026-03-02T10:01:00Z',
  finishTime: '2026-03-02T10:03:00Z',
  processingTime: null,
};
const EXPECTED = {
  id: 'a',
  repository: 'group/one',
  repositoryId: '17',
  operation: 'reindex',
  trigger: 'webhook',
  status: 'error',
  processingMinutes: 2,
};

/** In pieces of so many characters, as a file comes. */
function inPieces(text: string, size: number) {
  const parser = createQueueParser({ capturedAt: NOW });
  for (let from = 0; from < text.length; from += size) parser.push(text.slice(from, from + size));
  return parser.finish();
}

function jsonInPieces(text: string, size: number) {
  const parser = new JsonParser(NOW);
  for (let from = 0; from < text.length; from += size) parser.push(text.slice(from, from + size));
  return finish(parser.finishInSteps());
}

const SHAPES = [
  ['a list', JSON.stringify([ROW])],
  ['a list inside', JSON.stringify({ total: 1, data: { rows: [ROW] } })],
  [
    'a list after others',
    JSON.stringify({
      filters: [{ name: 'All' }],
      nodes: [{ id: 'n', node: 'n', status: 'active', start: 1 }],
      tasks: [ROW],
    }),
  ],
  [
    'a list before others',
    JSON.stringify({
      tasks: [ROW],
      integrations: [{ id: 1, integration: 'GitHub', repository: 'x', status: 'ok', node: 'n' }],
    }),
  ],
  ['one object with lists', JSON.stringify({ tags: ['x'], steps: [{ name: 'fetch' }], ...ROW })],
  ['one object a line', `${JSON.stringify(ROW)}\n${JSON.stringify(ROW)}\n`],
  ['one object', JSON.stringify(ROW)],
  [
    'items of results',
    JSON.stringify({ results: [{ columns: [{ name: 'TASK_ID', type: 'VARCHAR2' }], items: [ROW] }] }),
  ],
  [
    'the data of a table in a list',
    JSON.stringify([
      { type: 'header', version: '5' },
      { type: 'table', name: 'QUEUE', data: [ROW] },
    ]),
  ],
  ['a list in one of the first elements', JSON.stringify([1, 2, { items: [ROW] }])],
  ['written for people', JSON.stringify({ data: [ROW] }, null, 2)],
  ['escapes and other letters', JSON.stringify([{ ...ROW, note: '"\\ \u2028 é 😀 \ud83d' }])],
  ['a member twice, of which the last counts', `[{"status":"QUEUED",${JSON.stringify(ROW).slice(1)}]`],
] as const;

describe('JSON exports', () => {
  test.each(SHAPES)('%s', (_, text) => {
    const { tasks, problems } = parseQueueExport(text, { capturedAt: NOW });
    expect(problems).toEqual([]);
    expect(tasks).toMatchObject([EXPECTED]);
  });

  test.each(SHAPES)('%s, in pieces of any size', (_, text) => {
    const whole = parseQueueExport(text, { capturedAt: NOW });
    for (const size of [1, 2, 3, 7, 100]) expect(jsonInPieces(text, size)).toEqual(whole);
    expect(inPieces(text, 11)).toEqual(whole);
  });

  test('of several lists the one whose rows are most like tasks, whichever comes first', () => {
    const others = {
      first: [{ id: 1, name: 'x' }],
      table: [
        ['a', 'b'],
        ['c', 'd'],
      ],
      rows: [['1', '2']],
      nothing: [],
      numbers: [1, 2],
    };
    const expected = parseQueueExport(JSON.stringify([ROW]), { capturedAt: NOW });
    for (const value of [
      { ...others, tasks: [ROW] },
      { tasks: [ROW], ...others },
      { a: others, tasks: [ROW], b: others },
      [{ ...others, tasks: [ROW] }],
    ]) {
      expect(parseQueueExport(JSON.stringify(value), { capturedAt: NOW })).toEqual(expected);
    }
  });

  test('of two lists whose rows are as much like tasks, the one that begins first', () => {
    const of = (name: string) => ({ ...ROW, taskId: name });
    for (const value of [{ a: [of('x')], b: [of('y')] }, [{ nested: [of('y')], ...of('x') }]]) {
      expect(parseQueueExport(JSON.stringify(value), { capturedAt: NOW }).tasks.map(({ id }) => id)).toEqual(['x']);
    }
  });

  test('letters of any kind, wherever a piece ends', () => {
    const name = 'é\u2028😀𝒳"\\\u0000';
    for (const size of [1, 2, 3])
      expect(jsonInPieces(JSON.stringify([{ ...ROW, repository: name }]), size).tasks[0]?.repository).toBe(name);
  });

  test('a long file of lines, some of which are no objects', () => {
    const rows = Array.from({ length: 5_000 }, (_, place) =>
      place % 1000 === 7 ? 'nonsense' : JSON.stringify({ ...ROW, taskId: `t${place}` }),
    );
    const { tasks, problems } = inPieces(rows.join('\n'), 50_000);
    expect(tasks).toHaveLength(4_995);
    expect(problems.map(({ line }) => line)).toEqual([8, 1008, 2008, 3008, 4008]);
  });

  test('of a row the first thousand members count, and of a text the first ten thousand characters', () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, place) => [`x${place}`, place]));
    const { tasks, problems } = parseQueueExport(
      JSON.stringify([
        { ...ROW, repository: 'y'.repeat(20_000) },
        { ...many, ...ROW, taskId: 'b' },
      ]),
      { capturedAt: NOW },
    );
    expect(tasks).toHaveLength(1);
    expect(told(problems)).toMatchObject([{ line: 2, reason: expect.stringMatching(/^missing/) as string }]);
    expect(tasks[0]?.repository).toHaveLength(10_000);
  });

  test('a line that is longer than any row costs itself', () => {
    const line = (name: string) => JSON.stringify({ ...ROW, taskId: name });
    const { tasks, problems } = inPieces(
      [line('a'), `{"x":"${'y'.repeat(3_000_000)}"}`, line('b')].join('\n'),
      1 << 18,
    );
    expect(tasks.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(told(problems)).toEqual([{ line: 2, reason: 'no object' }]);
  });

  test.each([
    ['cut off', `[${JSON.stringify(ROW)},\n${JSON.stringify(ROW).slice(0, -9)}`, 2],
    ['a comma too many', `[\n${JSON.stringify(ROW)},\n]`, 3],
    ['a comma too few', `[\n${JSON.stringify(ROW)}\n${JSON.stringify(ROW)}]`, 3],
    ['a name without a value', '{\n"a":1,\n\n"b"}', 4],
    ['a member without a name', '{"a":1,7,\n"b":2}', 1],
    ['a list that ends as an object', '[{"a":1]]', 1],
    ['a letter that is none', '[\n"\\x"]', 2],
    ['something after the end', '[]\n[]', 2],
    ['no value', '{"a":\n}', 2],
    ['lists without end', '['.repeat(100_000), 1],
    ['lists in lists more deeply than any file has them', `${'['.repeat(501)}1${']'.repeat(501)}`, 1],
  ])('%s: no valid JSON, and where', (_, text, line) => {
    const refused = {
      tasks: [],
      problems: [{ line, reason: message('queue.problem.cut-off') }],
    };
    expect(parseQueueExport(text, { capturedAt: NOW })).toEqual(refused);
    expect(jsonInPieces(text, 5)).toEqual(refused);
  });

  test('rows that are none are reported', () => {
    const { tasks, problems } = parseQueueExport(JSON.stringify([ROW, 7, { ...ROW, status: '?' }]), {
      capturedAt: NOW,
    });
    expect(tasks).toHaveLength(1);
    expect(told(problems)).toEqual([
      { line: 2, reason: 'no object' },
      { line: 3, reason: 'unknown status “?”' },
    ]);
  });

  test('the lines of rows, each on its own line, are those of the text', () => {
    const text = ['', JSON.stringify(ROW), '', '', 'nonsense', '', JSON.stringify({ ...ROW, status: '?' })].join(
      '\r\n',
    );
    const { tasks, problems } = parseQueueExport(text, { capturedAt: NOW });
    expect(tasks).toHaveLength(1);
    expect(told(problems)).toEqual([
      { line: 5, reason: 'no object' },
      { line: 7, reason: 'unknown status “?”' },
    ]);
  });

  test.each(['[]', '[{"name":"x","age":3}]', '{"a":1}', '[1,', '{"a":', '[]x'])('refuses %s', (text) => {
    const { tasks, problems } = parseQueueExport(text, { capturedAt: NOW });
    expect(tasks).toEqual([]);
    expect(problems).toHaveLength(1);
  });
});
