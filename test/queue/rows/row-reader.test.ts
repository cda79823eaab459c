import type { QueueTask } from '../../../src/model/queue';
import { isRefusal, UNDECIDED } from '../../../src/queue/rows/cell-values';
import { readColumns } from '../../../src/queue/rows/columns';
import { noHabits } from '../../../src/queue/rows/numbers';
import { createRowReader } from '../../../src/queue/rows/row-reader';
import { said } from '../../support/problems';

const LOOK = Date.UTC(2026, 2, 2, 12);
const AT = (minutes: number) => LOOK + minutes * 60_000;
const ISO = (minutes: number) => new Date(AT(minutes)).toISOString();

/** Reads one row under the names of its columns. */
function read(row: Readonly<Record<string, string>>, habits = noHabits()) {
  return createRowReader(readColumns(Object.keys(row)), LOOK, habits)(Object.values(row));
}

const ROW = { id: 'a', repository: 'r', trigger: 'Scheduled', status: 'INDEXED', start: ISO(-9), finish: ISO(-5) };
const TASK = {
  id: 'a',
  repository: 'r',
  operation: 'reindex',
  trigger: 'scheduled',
  status: 'indexed',
  reset: false,
  startedAt: AT(-9),
  finishedAt: AT(-5),
  processingMinutes: 4,
  blurMinutes: 0,
  seenAt: LOOK,
};

test.each<[string, Readonly<Record<string, string>>, Partial<QueueTask>]>([
  ['no more than it shows', {}, {}],
  ['a parent', { parent: 'P-1' }, { parentId: 'P-1' }],
  ['an integration', { integration: ' GitHub ' }, { integration: 'GitHub' }],
  ['an integration by its number', { integration_id: '7.0' }, { integration: '7' }],
  ['the name before the number', { integration: 'GitHub', integration_id: '7' }, { integration: 'GitHub' }],
  ['a number where the name is blank', { integration: '-', integration_id: '7' }, { integration: '7' }],
  ['the group before the name', { group: 'g' }, { repository: 'g/r' }],
  ['no group', { group: '-' }, { repository: 'r' }],
  ['a repository by its number too', { repository_id: '1,234' }, { repositoryId: '1234' }],
  ['an operation', { operation: '2.0' }, { operation: 'garbage-collection' }],
  ['a blank operation', { operation: '-' }, { operation: 'reindex' }],
  ['a reset by its operation', { operation: 'Reset index' }, { reset: true }],
  ['a reset by its flag', { flag: 'FULL' }, { reset: true }],
  ['clean', { flag: 'clean' }, { reset: true }],
  ['another flag', { flag: '0' }, { reset: false }],
  ['a reset by its trigger', { trigger: 'ON_RESET_REPOSITORY' }, { trigger: 'manual', reset: true }],
  ['a node and a priority', { node: 'n1', priority: '24' }, { node: 'n1', priority: 24 }],
  ['no node on one node', { node: '---' }, { node: undefined }],
  ['a priority that is none', { priority: '2147483648' }, { priority: undefined }],
  ['when it was looked at', { seenAt: ISO(-1) }, { seenAt: AT(-1) }],
  ['times that may be off', { blurMinutes: '5' }, { blurMinutes: 5, processingMinutes: undefined }],
  ['a part of the queue', { outOf: '48', row: '11' }, { outOf: 48, row: 11 }],
  ['no part without a total', { outOf: '', row: '11' }, {}],
  ['a duration in its unit', { finish: '', 'processing (ms)': '240000' }, { finishedAt: AT(-5) }],
  ['a duration in milliseconds', { finish: '', processing: '240000' }, { finishedAt: AT(-5) }],
  ['how long it waited', { 'queued (s)': '60' }, { queuedAt: AT(-10) }],
  ['a queued time that is an instant', { queued: ISO(-10) }, { queuedAt: AT(-10) }],
])('a row tells %s', (_, more, expected) => {
  expect(read({ ...ROW, ...more })).toEqual({ ...TASK, ...expected });
});

test.each(['10 minutes ago', '2026-03-02 11:50', '1,772,452,200,000'])('a queued time “%s” is an instant', (queued) => {
  expect(read({ ...ROW, queued })).toHaveProperty('queuedAt', expect.any(Number));
});

test.each([
  ['an integration alone', { integration: 'GitHub' }],
  ['a repository by its number alone', { repository_id: '17' }],
])('%s is enough', (_, names) => {
  expect(read({ ...names, trigger: 'Manual', start: ISO(-9) })).toMatchObject({ operation: 'reindex' });
});

test.each([
  ['the status', { status: 'ERROR', repository: 'r', trigger: 'Manual', start: ISO(-9) }, { status: 'error' }],
  ['the group', { group: 'g', repository: 'r', trigger: 'Manual', start: ISO(-9) }, { repository: 'g/r' }],
  ['the total', { outOf: '9', row: '2', ...ROW }, { outOf: 9, row: 2 }],
  ['the row', { row: '2', outOf: '9', ...ROW }, { outOf: 9, row: 2 }],
])('%s may stand in the first column', (_, row, expected) => {
  expect(read(row)).toMatchObject(expected);
});

test('a row number without a total, and a total without a row number, tell nothing', () => {
  expect(read({ ...ROW, row: '2' })).toEqual(TASK);
  expect(read({ ...ROW, outOf: '9' })).toEqual(TASK);
});

test('beside an insertion time a queued time is a duration', () => {
  expect(said(read({ ...ROW, created: ISO(-20), queued: '1 minute ago' }))).toBe(
    'unreadable queued time “1 minute ago”',
  );
  expect(said(read({ created: ISO(-20), ...ROW, queued: ISO(-20) }))).toMatch(/^unreadable queued time/);
});

test('times may be off by a year at most', () => {
  expect(read({ ...ROW, blurMinutes: '527040' })).toMatchObject({ blurMinutes: 527_040 });
});

test('a word in the middle that begins so makes no reset', () => {
  expect(read({ ...ROW, operation: '  reset index' })).toMatchObject({ reset: true });
  expect(read({ ...ROW, operation: ' - ' })).toMatchObject({ operation: 'reindex', reset: false });
});

test('a group that stands before the name already, and one of which the name only begins so', () => {
  expect(read({ ...ROW, group: 'g', repository: 'g/r' })).toMatchObject({ repository: 'g/r' });
  expect(read({ ...ROW, group: 'g', repository: 'gr' })).toMatchObject({ repository: 'g/gr' });
});

test.each([
  [{ start: ISO(-9), finish: ISO(-5) }, 'indexed'],
  [{ start: ISO(-9), finish: '' }, 'indexing'],
  [{ start: '', finish: '' }, 'queued'],
])('without a column of the status, %j is %s', (times, status) => {
  expect(read({ repository: 'r', trigger: 'Manual', ...times })).toMatchObject({ status });
});

test.each<[Readonly<Record<string, string>>, string]>([
  [{ repository: '-' }, 'no repository and no integration'],
  [{ operation: '9' }, 'unknown operation “9”'],
  [{ trigger: '9' }, 'unknown trigger “9”'],
  [{ trigger: '' }, 'unknown trigger (empty)'],
  [{ status: '9' }, 'unknown status “9”'],
  [{ insertion_time: 'soon' }, 'unreadable insertion time “soon”'],
  [{ start: 'soon' }, 'unreadable start time “soon”'],
  [{ finish: 'soon' }, 'unreadable finish time “soon”'],
  [{ processing: 'soon' }, 'unreadable processing time “soon”'],
  [{ queued: 'soon' }, 'unreadable queued time “soon”'],
  [{ seenAt: 'soon' }, 'unreadable time of the look “soon”'],
  [{ blurMinutes: '-1' }, 'unreadable blur minutes “-1”'],
  [{ blurMinutes: '527041' }, 'unreadable blur minutes “527041”'],
  [{ blurMinutes: 'x' }, 'unreadable blur minutes “x”'],
  [{ start: '', processing: '100 years' }, 'unreadable processing time “100 years”'],
  [{ start: '', finish: '1970-01-03T00:00:00Z', processing: '3 days' }, 'times and durations that do not fit together'],
  [{ start: '1970-01-04T00:00:00Z', finish: '2075-01-01T00:00:00Z' }, 'times and durations that do not fit together'],
])('a row with %j is refused', (more, reason) => {
  expect(said(read({ ...ROW, ...more }))).toBe(reason);
});

test('what another row may tell waits for it, and all cells of a row are read before', () => {
  const habits = noHabits();
  expect(read({ ...ROW, insertion_time: '9/10/2023 11:53', start: '13/10/2023 11:53' }, habits)).toBe(UNDECIDED);
  expect(habits.dayOrder).toBe('day-first');
});

test('rows that repeat their texts in another order', () => {
  const reader = createRowReader(readColumns(['repository', 'trigger', 'start']), LOOK, noHabits());
  const names = ['a', 'b', 'a', 'c', 'b', 'a', '', 'a', 'b', 'c', 'c'];
  const found = names.map((name) => reader([name, 'Manual', ISO(-9)]));
  expect(found.map((task) => (isRefusal(task) ? said(task) : task.repository))).toEqual(
    names.map((name) => name || 'no repository and no integration'),
  );
});
