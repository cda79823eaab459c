import { lookAt, withoutSameRun, type Reading } from '../../../src/badges/capture/look';
import { viewOf } from '../../../src/badges/capture/queue-view';
import { NOTHING_KEPT, type EvidenceContent } from '../../../src/evidence/content';
import { MOST_ROWS } from '../../../src/model/limits';
import { layOut } from '../../support/inner-text';
import { LOOKED_AT, showQueuePage } from '../../support/queue-pages';

layOut();

const MINUTE = 60_000;

const look = (minutes: number, before?: Reading) => lookAt(viewOf(document), LOOKED_AT + minutes * MINUTE, before);

function change(selector: string, text: string): void {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`nothing is ${selector}`);
  element.textContent = text;
}

/** The details of the first row, as they come when it is opened. */
function openFirst(details: string): void {
  const row = document.querySelector('table.aui > tbody > tr');
  row?.insertAdjacentHTML('afterend', `<tr class="late"><td colspan="9">${details}</td></tr>`);
}

const DETAILS = '<p>ID: 7</p><p>Insertion time: 12 minutes ago</p><p>Finish time: 8 minutes ago</p>';

beforeEach(() => showQueuePage(document, 'queue-4'));

test('the first look brings all that is there', () => {
  const { changes, tasks } = look(0);
  expect(tasks).toHaveLength(3);
  expect(changes).toMatchObject({
    current: { at: LOOKED_AT, value: { kind: 'interval', minutes: 90 } },
    nodes: { at: LOOKED_AT, value: 1 },
  });
  expect(changes?.tasks).toHaveLength(3);
});

test('as long as nothing changes, nothing comes to it, however late', () => {
  const first = look(0);
  expect(look(10, first)).toEqual({ ...first, changes: undefined });
});

test('what changes beside table and dashboard brings nothing', () => {
  const first = look(0);
  change('h2', 'Indexing queue (live)');
  expect(look(1, first).changes).toBeUndefined();
});

test('numbers have the moment at which they came, not that of rows that come later', () => {
  const first = look(0);
  change('table.aui > tbody > tr:nth-child(1) > td:nth-child(2)', '2 minutes ago');
  const second = look(5, first);
  expect(second.changes).toMatchObject({ runDurations: [], current: undefined });
  change('dl dd:nth-of-type(3)', '22');
  expect(look(6, second).changes).toMatchObject({ current: { at: LOOKED_AT + 6 * MINUTE, value: { minutes: 22 } } });
});

test('rows that are drawn anew are of now', () => {
  const first = look(0);
  change('table.aui > tbody > tr:nth-child(1) > td:nth-child(2)', '1 minute ago');
  const [task] = look(5, first).changes?.tasks ?? [];
  expect(task).toMatchObject({ seenAt: LOOKED_AT + 5 * MINUTE, finishedAt: LOOKED_AT + 4 * MINUTE });
});

test('a row that is opened soon has its times, and all are still of when they came', () => {
  const first = look(0);
  openFirst('<p>ID: 7</p><p>Start time: 5 minutes ago</p>');
  const tasks = look(1, first).changes?.tasks ?? [];
  expect(tasks.map(({ seenAt }) => seenAt)).toEqual([LOOKED_AT, LOOKED_AT, LOOKED_AT]);
  expect(tasks[0]).toMatchObject({ startedAt: LOOKED_AT - 5 * MINUTE, finishedAt: LOOKED_AT - 3 * MINUTE });
});

test('of rows that are opened late, only those that are over count: their details are of now, their status is not', () => {
  const first = look(0);
  openFirst(DETAILS);
  change('table.aui > tbody > tr:last-child .aui-lozenge', 'CANCELED');
  const tasks = look(10, first).changes?.tasks ?? [];
  expect(tasks.map(({ id }) => id)).toEqual(['7', expect.stringMatching(/012$/)]);
  expect(tasks[0]).toMatchObject({
    seenAt: LOOKED_AT,
    queuedAt: LOOKED_AT - 2 * MINUTE,
    finishedAt: LOOKED_AT + 2 * MINUTE,
  });
});

test('a task that runs says nothing more when it is opened late', () => {
  change('table.aui > tbody > tr:nth-child(1) .aui-lozenge', 'INDEXING');
  const first = look(0);
  openFirst('<p>ID: 7</p><p>Start time: 15 minutes ago</p>');
  expect(look(10, first).changes?.tasks?.map(({ id }) => id)).not.toContain('7');
});

test('where a filter hides rows, they are a part of nobody knows how many', () => {
  const select = '<select><option>All</option><option selected>ERROR</option></select>';
  document.querySelector('main')?.insertAdjacentHTML('afterbegin', select);
  const { isFiltered, changes } = look(0);
  expect(isFiltered).toBe(true);
  expect(changes?.tasks?.map(({ outOf, row }) => [outOf, row])).toEqual([1, 2, 3].map((row) => [MOST_ROWS, row]));
});

describe('a run duration', () => {
  const run = (minutes: number, at: number) => ({ minutes, at: at * MINUTE });
  const kept: EvidenceContent = {
    ...NOTHING_KEPT,
    runDurations: [run(3, 1000), { ...run(9, 1005), estimated: true }],
    current: { at: 0, value: { kind: 'interval', minutes: 5 } },
  };
  const left = (added: ReturnType<typeof run>, content = kept) =>
    withoutSameRun({ runDurations: [added] }, content).runDurations?.length;

  test.each([
    ['the same within the interval', run(3, 1004.9), 0],
    ['the same after it', run(3, 1005), 1],
    ['another one at once', run(3.1, 1000.1), 1],
  ])('%s', (_, added, count) => expect(left(added)).toBe(count));

  test('of which nobody knows the interval is the same for an hour', () => {
    const unknown = { ...kept, current: undefined };
    expect([left(run(3, 1059), unknown), left(run(3, 1060), unknown)]).toEqual([0, 1]);
  });

  test('is judged by the interval that comes with it', () => {
    const current = { at: 1, value: { kind: 'interval', minutes: 2 } } as const;
    expect(withoutSameRun({ runDurations: [run(3, 1003)], current }, kept).runDurations).toHaveLength(1);
  });

  test('is there where none was kept', () => expect(left(run(3, 1), NOTHING_KEPT)).toBe(1));
});
