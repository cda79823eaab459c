import 'fake-indexeddb/auto';

import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';

import { openHistory, type HistoryOptions } from '../../src/history/history';
import { parseQueueExport, type QueueTask } from '../../src/reindex';
import { minute, pass, T0, task } from '../support/queue-task';

const now = () => minute(100);
const open = (more: Partial<HistoryOptions> = {}) => openHistory({ base: '/jira', now, ...more });
const spoil = async (value: unknown) => {
  const database = await openDB('git-integration-checkup');
  await database.put('history', value, ['/jira', 'tasks', 0]);
  database.close();
};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('a new page finds what an earlier one kept', async () => {
  const first = await open();
  await first.add({
    tasks: pass(0, 10),
    runDurations: [{ at: minute(10), minutes: 10 }, { at: minute(5), minutes: 4, estimated: true }],
    current: { kind: 'cron', expression: '0 0 * * * ?' },
    nodes: 2,
    threads: 3,
    observations: [{ at: minute(20), dates: [1, 2], requestMinutes: 0.1 }],
  });
  first.close();
  const second = await open();
  const content = await second.load();
  expect(second).toMatchObject({ state: 'stored', reason: undefined });
  expect(content.tasks).toHaveLength(10);
  expect(content).toMatchObject({
    runDurations: [{ at: minute(5), minutes: 4, estimated: true }, { at: minute(10), minutes: 10 }],
    current: { kind: 'cron', expression: '0 0 * * * ?' },
    nodes: 2,
    threads: 3,
    observations: [{ at: minute(20), dates: [1, 2], requestMinutes: 0.1 }],
  });
});

test('the same task twice counts once, and a value can be taken back', async () => {
  const history = await open();
  await history.add({ tasks: [task('a', 0, 1)], nodes: 2, current: { kind: 'interval', minutes: 5 } });
  const content = await history.add({ tasks: [task('a', 0, 1, 3)], nodes: null });
  expect(content.tasks).toMatchObject([{ status: 'indexed' }]);
  expect(content).toMatchObject({ nodes: undefined, current: { kind: 'interval', minutes: 5 } });
});

test('two Jiras behind one host do not mix', async () => {
  await (await open()).add({ tasks: pass(0, 10) });
  const other = await open({ base: '/other' });
  expect((await other.load()).tasks).toEqual([]);
  await other.add({ tasks: [task('x', 0, 1, 2)] });
  await other.erase();
  expect((await (await open()).load()).tasks).toHaveLength(10);
});

test('two tabs add to one history', async () => {
  const [one, two] = [await open(), await open()];
  await one.add({ tasks: [task('a', 0, 1, 2)] });
  await two.add({ tasks: [task('b', 0, 1, 2)] });
  const { tasks } = await one.add({ tasks: [task('c', 0, 1, 2)] });
  expect(tasks.map(({ repository }) => repository)).toEqual(['a', 'b', 'c']);
});

test('fourteen days are kept, and the oldest finished tasks go first', async () => {
  const bounds = { days: 14, tasks: 3, runDurations: 2, dates: 3 };
  const history = await open({ bounds });
  const old = -15 * 1440;
  const look = (at: number) => ({ at: minute(at), dates: [at, at], requestMinutes: 1 });
  const content = await history.add({
    tasks: [task('old', old, old, old), task('waits', 0, undefined, undefined, { seenAt: T0 }), ...[4, 2, 3].map((at) => task(`r${at}`, at, at, at))],
    runDurations: [1, 2, 3].map((at) => ({ at: minute(at), minutes: at })),
    observations: [look(1), look(2), look(3)],
  });
  expect(content.tasks.map(({ repository }) => repository)).toEqual(['waits', 'r4', 'r3']);
  expect(content.runDurations.map(({ minutes }) => minutes)).toEqual([2, 3]);
  expect(content.observations.map(({ at }) => at)).toEqual([minute(3)]);
  expect((await (await open({ bounds })).load()).observations).toHaveLength(1);
  expect((await (await open({ bounds, now: () => minute(20 * 1440) })).load()).tasks).toEqual([]);
});

test('nothing but the fields of a task is kept, and no credentials in a name', async () => {
  const history = await open();
  const stray = { ...task('a', 0, 1, 2), origin: 'https://bot:secret@git.example.com/a' } as QueueTask;
  const integration = 'https://bot:secret@git.example.com/*';
  await history.add({ tasks: [{ ...stray, integration }] });
  const text = await history.exportJson();
  expect(text).not.toMatch(/secret|origin/);
  expect(text).toContain('https://git.example.com/*');
});

test('what is exported can be imported', async () => {
  const history = await open();
  const tasks = [
    task('group/one', 1, 2, 4, { parentId: 'p', node: 'n1', priority: 20, processingMinutes: 2, repositoryId: '7' }),
    task('two', 1, 2, 3, { reset: true, operation: 'garbage-collection', trigger: 'app-activity', status: 'error' }),
    task('three', 1, undefined, undefined, { blurMinutes: 1, seenAt: minute(5) }),
  ];
  await history.add({ tasks, runDurations: [{ at: minute(4), minutes: 3 }] });
  const text = await history.exportJson();
  const read = parseQueueExport(text, { capturedAt: now() });
  expect(read.problems).toEqual([]);
  expect(read.tasks).toMatchObject([
    { id: 'group/one@1/', parentId: 'p', repository: 'group/one', repositoryId: '7', node: 'n1', priority: 20, queuedAt: minute(1), startedAt: minute(2), finishedAt: minute(4), processingMinutes: 2, reset: false },
    { reset: true, operation: 'garbage-collection', trigger: 'app-activity', status: 'error' },
    { repository: 'three', status: 'queued', blurMinutes: 1, seenAt: minute(5) },
  ]);
  expect(JSON.parse(text)).toMatchObject({ version: 1, exportedAt: now(), runDurations: [{ at: minute(4), minutes: 3 }] });
});

test('an erased history is empty', async () => {
  const history = await open();
  await history.add({ tasks: pass(0, 10) });
  await history.erase();
  expect((await history.load()).tasks).toEqual([]);
  expect((await (await open()).load()).tasks).toEqual([]);
});

describe('degrades to memory', () => {
  test('a corrupt store; erasing mends it', async () => {
    await (await open()).add({ tasks: pass(0, 10) });
    await spoil('nonsense');
    const history = await open();
    expect((await history.load()).tasks).toEqual([]);
    expect(history).toMatchObject({ state: 'memory', reason: 'corrupt' });
    expect((await history.add({ tasks: pass(0, 10) })).tasks).toHaveLength(10);
    await history.erase();
    expect(history.state).toBe('stored');
    await history.add({ tasks: pass(20, 10, 3) });
    expect((await (await open()).load()).tasks).toHaveLength(3);
  });

  test('rows that are no tasks', async () => {
    await (await open()).add({ tasks: pass(0, 10) });
    await spoil([{ operation: 1 }]);
    const history = await open();
    await history.load();
    expect(history.reason).toBe('corrupt');
  });

  test('a browser without a store', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    const history = await open();
    expect(history).toMatchObject({ state: 'memory', reason: 'unavailable' });
    await history.add({ tasks: pass(0, 10) });
    expect((await history.load()).tasks).toHaveLength(10);
    expect(await history.exportJson()).toContain('"r9"');
  });

  test('a newer version of the store', async () => {
    (await openDB('git-integration-checkup', 9)).close();
    expect(await open()).toMatchObject({ state: 'memory', reason: 'blocked' });
  });

  test('a store that does not open', async () => {
    jest.spyOn(indexedDB, 'open').mockReturnValue(new IDBOpenDBRequest());
    expect(await open({ patience: 10 })).toMatchObject({ state: 'memory', reason: 'blocked' });
  });

  test('a full disk keeps what was there and what comes', async () => {
    const history = await open();
    await history.add({ tasks: pass(0, 10) });
    jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    expect((await history.add({ tasks: [task('new', 1, 2, 3)] })).tasks).toHaveLength(11);
    expect(history).toMatchObject({ state: 'memory', reason: 'full' });
    jest.restoreAllMocks();
    expect((await (await open()).load()).tasks).toHaveLength(10);
  });
});

test('a small change of a long history writes little', async () => {
  const history = await open();
  const many = Array.from({ length: 20_000 }, (_, place) => task(`r${place}`, 0, 1, 2));
  await history.add({ tasks: many });
  const put = jest.spyOn(IDBObjectStore.prototype, 'put');
  const { tasks } = await history.add({ tasks: [task('one more', 1, 2, 3)] });
  expect(tasks).toHaveLength(20_001);
  expect(put).toHaveBeenCalledTimes(2);
});
