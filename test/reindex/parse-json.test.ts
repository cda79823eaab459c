/** @jest-environment node */
import { parseQueueExport } from '../../src/reindex';

const NOW = Date.UTC(2026, 2, 2, 12);
const ROW = {
  taskId: 'a', integration: 'GitHub', repository: { id: 17, name: 'group/one' }, operation: 1, trigger: 'WEBHOOK', status: 'ERROR',
  insertionTime: 1_772_445_600_000, startTime: '2026-03-02T10:01:00Z', finishTime: '2026-03-02T10:03:00Z', processingTime: null,
};
const NAMES = ['task_id', 'repo_id', 'repo_name', 'operation', 'trigger', 'status', 'start_time', 'finish_time'];
const CELLS = ['a', 17, 'group/one', 1, 'WEBHOOK', 'ERROR', '2026-03-02T10:01:00Z', '2026-03-02T10:03:00Z'];
const EXPECTED = { id: 'a', repository: 'group/one', repositoryId: '17', operation: 'reindex', trigger: 'webhook', status: 'error', processingMinutes: 2 };

describe('JSON exports', () => {
  test.each([
    ['a list', JSON.stringify([ROW])],
    ['a list inside', JSON.stringify({ total: 1, data: { rows: [ROW] } })],
    ['a list after others', JSON.stringify({ filters: [{ name: 'All' }], nodes: [{ id: 'n', node: 'n', status: 'active', start: 1 }], tasks: [ROW] })],
    ['a list before others', JSON.stringify({ tasks: [ROW], integrations: [{ id: 1, integration: 'GitHub', repository: 'x', status: 'ok', node: 'n' }] })],
    ['one object with lists', JSON.stringify({ tags: ['x'], steps: [{ name: 'fetch' }], ...ROW })],
    ['one object a line', `${JSON.stringify(ROW)}\n${JSON.stringify(ROW)}\n`],
    ['one object', JSON.stringify(ROW)],
    ['items of results', JSON.stringify({ results: [{ columns: [{ name: 'TASK_ID', type: 'VARCHAR2' }], items: [ROW] }] })],
    ['the data of a table in a list', JSON.stringify([{ type: 'header', version: '5' }, { type: 'table', name: 'QUEUE', data: [ROW] }])],
    ['lists under names of columns', JSON.stringify({ columns: NAMES, rows: [CELLS] })],
    ['lists under columns with names', JSON.stringify({ fields: NAMES.map((name) => ({ name })), data: [CELLS] })],
    ['a list of lists, the first one the names', JSON.stringify([NAMES, CELLS])],
  ])('%s', (_, text) => {
    const { tasks, problems } = parseQueueExport(text, { capturedAt: NOW });
    expect(problems).toEqual([]);
    expect(tasks).toMatchObject([EXPECTED]);
  });

  test('rows that are none are reported', () => {
    const { tasks, problems } = parseQueueExport(JSON.stringify([ROW, 7, { ...ROW, status: '?' }]), { capturedAt: NOW });
    expect(tasks).toHaveLength(1);
    expect(problems).toEqual([{ line: 2, reason: 'no object' }, { line: 3, reason: 'unknown status “?”' }]);
  });

  test('the lines of rows, each on its own line, are those of the text', () => {
    const text = ['', JSON.stringify(ROW), '', '', 'nonsense', '', JSON.stringify({ ...ROW, status: '?' })].join('\r\n');
    const { tasks, problems } = parseQueueExport(text, { capturedAt: NOW });
    expect(tasks).toHaveLength(1);
    expect(problems).toEqual([{ line: 5, reason: 'no object' }, { line: 7, reason: 'unknown status “?”' }]);
  });

  test.each(['[]', '[{"name":"x","age":3}]', '{"a":1}', '[1,', '{"a":', '[]x'])('refuses %s', (text) => {
    const { tasks, problems } = parseQueueExport(text, { capturedAt: NOW });
    expect(tasks).toEqual([]);
    expect(problems).toHaveLength(1);
  });
});
