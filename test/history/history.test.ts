import 'fake-indexeddb/auto';

import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';

import { openHistory, type HistoryOptions } from '../../src/history/history';
import { parseQueueExport } from '../../src/reindex';
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
    current: { value: { kind: 'cron', expression: '0 0 * * * ?' }, at: minute(9) },
    nodes: { value: 2, at: minute(9) },
    threads: { value: 3, at: minute(9) },
    observations: [{ at: minute(20), dates: [1, 2], requestMinutes: 0.1 }],
  });
  first.close();
  const second = await open();
  const content = await second.load();
  expect(second.reason).toBeUndefined();
  expect(content.tasks).toHaveLength(10);
  expect(content).toMatchObject({
    runDurations: [{ at: minute(5), minutes: 4, estimated: true }, { at: minute(10), minutes: 10 }],
    current: { value: { kind: 'cron', expression: '0 0 * * * ?' }, at: minute(9) },
    nodes: { value: 2, at: minute(9) },
    threads: { value: 3, at: minute(9) },
    observations: [{ at: minute(20), dates: [1, 2], requestMinutes: 0.1 }],
  });
});

test('the same task twice counts once, of two values the newer wins, and old ones are forgotten', async () => {
  const history = await open();
  const interval = (minutes: number) => ({ kind: 'interval', minutes }) as const;
  await history.add({ tasks: [task('a', 0, 1)], nodes: { value: 2, at: minute(5) }, current: { value: interval(30), at: minute(50) } });
  const content = await history.add({ tasks: [task('a', 0, 1, 3)], nodes: { value: 3, at: minute(6) }, current: { value: interval(5), at: minute(10) } });
  expect(content.tasks).toMatchObject([{ status: 'indexed' }]);
  expect(content).toMatchObject({ nodes: { value: 3 }, current: { value: interval(30) } });
  expect(await (await open({ now: () => minute(20 * 1440) })).load()).toMatchObject({ nodes: undefined, current: undefined });
});

test('a reading that is taken back is gone, also from the store and for other tabs', async () => {
  const [one, two] = [await open(), await open()];
  await one.add({ runDurations: [{ at: minute(1), minutes: 65 }, { at: minute(2), minutes: 19 }] });
  await two.load();
  await one.add({ tasks: [task('a', 0, 1, 2)] });
  expect((await two.add({ forgottenRuns: [minute(1)] })).runDurations).toEqual([{ at: minute(2), minutes: 19 }]);
  expect((await one.add({ tasks: [task('b', 0, 1, 2)] })).runDurations).toEqual([{ at: minute(2), minutes: 19 }]);
  expect((await (await open()).load()).runDurations).toEqual([{ at: minute(2), minutes: 19 }]);
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

test('fourteen days are kept, the oldest finished tasks go first, and the page goes on with all', async () => {
  const bounds = { days: 14, tasks: 3, runDurations: 2, dates: 3 };
  const history = await open({ bounds });
  const old = -15 * 1440;
  const look = (at: number) => ({ at: minute(at), dates: [at, at], requestMinutes: 1 });
  const content = await history.add({
    tasks: [task('old', old, old, old), task('waits', 0, undefined, undefined, { seenAt: T0 }), ...[4, 2, 3].map((at) => task(`r${at}`, at, at, at))],
    runDurations: [1, 2, 3].map((at) => ({ at: minute(at), minutes: at })),
    observations: [look(1), look(2), look(3)],
  });
  expect(content.tasks).toHaveLength(5);
  expect(history.unstoredTasks).toBe(2);
  expect(content.runDurations.map(({ minutes }) => minutes)).toEqual([2, 3]);
  expect(content.observations.map(({ at }) => at)).toEqual([minute(3)]);
  const later = await (await open({ bounds })).load();
  expect(later.tasks.map(({ repository }) => repository)).toEqual(['waits', 'r4', 'r3']);
  expect(later.observations).toHaveLength(1);
  const other = await open({ bounds });
  expect((await other.add({ tasks: [task('r9', 9, 9, 9)] })).tasks.map(({ repository }) => repository)).toEqual(['waits', 'r4', 'r3', 'r9']);
  // What another tab left in the store, and what was never in it.
  const { tasks } = await history.add({});
  expect(tasks.map(({ repository }) => repository).sort()).toEqual(['old', 'r2', 'r4', 'r9', 'waits']);
  expect((await (await open({ bounds, now: () => minute(20 * 1440) })).load()).tasks).toEqual([]);
});

test('what one tab erases, another does not bring back', async () => {
  const [one, two] = [await open(), await open()];
  await one.add({ tasks: pass(0, 10) });
  await two.load();
  expect(await one.erase()).toBe(true);
  expect((await two.add({ tasks: [task('new', 1, 2, 3)] })).tasks).toHaveLength(1);
  await one.erase();
  await one.add({ tasks: [task('newer', 1, 2, 3)] });
  expect((await two.add({ tasks: [task('newest', 1, 2, 3)] })).tasks.map(({ repository }) => repository)).toEqual(['newer', 'newest']);
});

test('what is exported can be imported', async () => {
  const history = await open();
  const tasks = [
    task('group/one', 1, 2, 4, { parentId: 'p', node: 'n1', priority: 20, processingMinutes: 2, repositoryId: '7' }),
    task('two', 1, 2, 3, { reset: true, operation: 'garbage-collection', trigger: 'app-activity', status: 'error' }),
    task('three', 1, undefined, undefined, { blurMinutes: 1, seenAt: minute(5), queuedMinutes: 3.5, outOf: 48, row: 7 }),
  ];
  await history.add({ tasks, runDurations: [{ at: minute(4), minutes: 3 }] });
  const text = await history.exportJson();
  const read = parseQueueExport(text, { capturedAt: now() });
  expect(read.problems).toEqual([]);
  expect(read.tasks).toMatchObject([
    { id: 'group/one@1/', parentId: 'p', repository: 'group/one', repositoryId: '7', node: 'n1', priority: 20, queuedAt: minute(1), startedAt: minute(2), finishedAt: minute(4), processingMinutes: 2, reset: false },
    { reset: true, operation: 'garbage-collection', trigger: 'app-activity', status: 'error' },
    { repository: 'three', status: 'queued', blurMinutes: 1, seenAt: minute(5), queuedMinutes: 3.5, outOf: 48, row: 7 },
  ]);
  expect(JSON.parse(text)).toMatchObject({ version: 1, exportedAt: now(), runDurations: [{ at: minute(4), minutes: 3 }] });
});

test('many tasks and looks are found again, and exported in order', async () => {
  const tasks = Array.from({ length: 1_201 }, (_, place) => task(`r${place}`, 0, 1, 2));
  const observations = Array.from({ length: 25 }, (_, place) => ({ at: minute(place), dates: [minute(place), minute(place + 1)], requestMinutes: 0.1 }));
  await (await open()).add({ tasks, observations });
  const later = await open();
  expect((await later.load()).observations).toEqual(observations);
  const text = await later.exportJson();
  expect(parseQueueExport(text, { capturedAt: now() }).tasks.map(({ repository }) => repository)).toEqual(tasks.map(({ repository }) => repository));
  expect(JSON.parse(text)).toMatchObject({ observations });
});

test('an erased history is empty', async () => {
  const history = await open();
  await history.add({ tasks: pass(0, 10) });
  await history.erase();
  expect((await history.load()).tasks).toEqual([]);
  expect((await (await open()).load()).tasks).toEqual([]);
});

describe('a store that holds what cannot be', () => {
  const good = task('good', 1, 2, 3);
  const run = { at: minute(4), minutes: 3 };
  const look = { at: minute(5), dates: [minute(1), minute(2)], requestMinutes: 0.1 };
  const content = {
    tasks: [good], runDurations: [run], current: { value: { kind: 'cron', expression: '0 0 * * * ?' }, at: minute(9) } as const,
    nodes: { value: 2, at: minute(9) }, threads: { value: 3, at: minute(9) }, observations: [look],
  };
  const [tasks, values, looks] = [['tasks', 0], ['values', 0], ['observation', 7]] as const;
  const stored = { revision: 1, chunks: 1, ...content };

  async function keepAndSpoil([kind, place]: readonly [string, number], value: unknown) {
    await (await open()).add(content);
    const database = await openDB('git-integration-checkup');
    await database.put('history', value, ['/jira', kind, place]);
    database.close();
  }

  test.each([
    ['an operation that is none', tasks, [good, { operation: 1 }, { ...good, id: 'x', operation: 'dance' }], 2, { tasks: [good] }],
    ['a time of nanoseconds', tasks, [good, { ...good, id: 'x', startedAt: 1.7e18 }], 1, { tasks: [good] }],
    ['a time before all', tasks, [good, { ...good, id: 'x', seenAt: 0 }], 1, { tasks: [good] }],
    ['a negative duration', tasks, [good, { ...good, id: 'x', processingMinutes: -1 }], 1, { tasks: [good] }],
    ['an endless duration', tasks, [good, { ...good, id: 'x', queuedMinutes: Infinity }], 1, { tasks: [good] }],
    ['a time off by a thousand years', tasks, [good, { ...good, id: 'x', blurMinutes: 1e9 }], 1, { tasks: [good] }],
    ['a priority that is no number', tasks, [good, { ...good, id: 'x', priority: '21' }], 1, { tasks: [good] }],
    ['half a row', tasks, [good, { ...good, id: 'x', outOf: 10, row: 1.5 }], 1, { tasks: [good] }],
    ['a name that is none', tasks, [good, { ...good, id: 'x', repository: {} }], 1, { tasks: [good] }],
    ['runs that cannot be', values, { ...stored, runDurations: [run, { at: 1e300, minutes: 5 }, { at: minute(7), minutes: -1 }, { at: 8, minutes: NaN }] }, 3, { runDurations: [run] }],
    ['runs that are no list', values, { ...stored, runDurations: 'x' }, 1, { runDurations: [] }],
    ['every -1 minute', values, { ...stored, current: { at: minute(9), value: { kind: 'interval', minutes: -1 } } }, 1, { current: undefined }],
    ['no cron expression', values, { ...stored, current: { at: minute(9), value: { kind: 'cron', expression: 'daily' } } }, 1, { current: undefined }],
    ['half a node', values, { ...stored, nodes: { at: minute(9), value: 1.5 } }, 1, { nodes: undefined }],
    ['a million threads', values, { ...stored, threads: { at: minute(9), value: 1e6 } }, 1, { threads: undefined }],
    ['threads at no time', values, { ...stored, threads: { at: -5, value: 2 } }, 1, { threads: undefined }],
    ['a look with a date that cannot be', looks, { ...look, at: minute(7), dates: [minute(1), 1e300] }, 1, { observations: [look] }],
    ['a look that took less than no time', looks, { ...look, at: minute(7), requestMinutes: -1 }, 1, { observations: [look] }],
  ])('%s: it is left out, told and removed, and the rest is used', async (_, where, value, spoilt, changed) => {
    await keepAndSpoil(where, value);
    const history = await open();
    expect(await history.load()).toEqual({ ...content, ...changed });
    expect(history).toMatchObject({ reason: undefined, spoilt });
    const later = await open();
    expect(await later.load()).toEqual({ ...content, ...changed });
    expect(later.spoilt).toBe(0);
  });

  test('chunks without end', async () => {
    await keepAndSpoil(values, { ...stored, chunks: 1e300 });
    const history = await open();
    await history.load();
    expect(history.reason).toBe('corrupt');
  });
});

describe('degrades to memory', () => {
  test('a corrupt store; erasing mends it', async () => {
    await (await open()).add({ tasks: pass(0, 10) });
    await spoil('nonsense');
    const history = await open();
    expect((await history.load()).tasks).toEqual([]);
    expect(history).toMatchObject({ reason: 'corrupt' });
    expect((await history.add({ tasks: pass(0, 10) })).tasks).toHaveLength(10);
    await history.erase();
    expect(history.reason).toBeUndefined();
    await history.add({ tasks: pass(20, 10, 3) });
    expect((await (await open()).load()).tasks).toHaveLength(3);
  });

  test('a browser without a store', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    const history = await open();
    expect(history).toMatchObject({ reason: 'unavailable' });
    await history.add({ tasks: pass(0, 10) });
    expect((await history.load()).tasks).toHaveLength(10);
    expect(await history.exportJson()).toContain('"r9"');
  });

  test('a newer version of the store', async () => {
    const openNewer = () => openDB('git-integration-checkup', 9, { upgrade: (database) => void database.createObjectStore('other') });
    const made = await openNewer();
    await made.put('other', 'precious', 'key');
    made.close();
    const history = await open();
    expect(history.reason).toBe('newer');
    expect((await history.add({ tasks: pass(0, 10) })).tasks).toHaveLength(10);
    // Erasing forgets what the page has, and says that the store is left alone.
    expect(await history.erase()).toBe(false);
    expect(history.reason).toBe('newer');
    expect((await history.load()).tasks).toEqual([]);
    const later = await openNewer();
    expect(await later.get('other', 'key')).toBe('precious');
    later.close();
  });

  test.each([
    ['of a newer version takes', () => openDB('git-integration-checkup', 9), 'newer'],
    ['removes', () => deleteDB('git-integration-checkup'), 'blocked'],
  ])('another tab %s the store', async (_, act, reason) => {
    const history = await open();
    await history.add({ tasks: pass(0, 10) });
    await act();
    expect(history.reason).toBe(reason);
    expect((await history.add({ tasks: [task('new', 1, 2, 3)] })).tasks).toHaveLength(11);
  });

  test('a store that does not open', async () => {
    jest.spyOn(indexedDB, 'open').mockReturnValue(new IDBOpenDBRequest());
    expect(await open({ patience: 10 })).toMatchObject({ reason: 'blocked' });
  });

  test('a write that the browser breaks off is no reason to erase anything', async () => {
    const history = await open();
    await history.add({ tasks: pass(0, 10) });
    jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function put(this: IDBObjectStore) {
      this.transaction.abort();
      throw new DOMException('', 'AbortError');
    });
    expect((await history.add({ tasks: [task('new', 1, 2, 3)] })).tasks).toHaveLength(11);
    expect(history.reason).toBe('rejected');
    jest.restoreAllMocks();
    expect((await (await open()).load()).tasks).toHaveLength(10);
  });

  test('a store that was closed is no rejected write', async () => {
    const history = await open();
    history.close();
    expect((await history.add({ tasks: pass(0, 10) })).tasks).toHaveLength(10);
    expect(history.reason).toBe('blocked');
  });

  test('a full disk keeps what was there and what comes', async () => {
    const history = await open();
    await history.add({ tasks: pass(0, 10) });
    jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    expect((await history.add({ tasks: [task('new', 1, 2, 3)] })).tasks).toHaveLength(11);
    expect(history).toMatchObject({ reason: 'full' });
    await history.add({ runDurations: [{ at: minute(3), minutes: 19 }], observations: [{ at: minute(4), dates: [minute(1)], requestMinutes: 1 }] });
    expect(JSON.parse(await history.exportJson())).toMatchObject({ tasks: { length: 11 }, runDurations: { length: 1 }, observations: { length: 1 } });
    jest.restoreAllMocks();
    expect((await (await open()).load()).tasks).toHaveLength(10);
  });
});

test('a store that was lost cannot be erased, and that is told', async () => {
  const history = await open();
  await history.add({ tasks: pass(0, 10) });
  Object.assign(history, { database: undefined });
  expect(await history.erase()).toBe(false);
  expect((await history.load()).tasks).toEqual([]);
});

test('looking changes nothing for other tabs', async () => {
  const history = await open();
  await history.add({ tasks: pass(0, 10) });
  const put = jest.spyOn(IDBObjectStore.prototype, 'put');
  await history.load();
  await (await open()).load();
  expect(put).not.toHaveBeenCalled();
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

describe('a clock that jumps', () => {
  const DAY = 1440;
  const given = { tasks: pass(0, 10), current: { value: { kind: 'interval', minutes: 47 } as const, at: minute(10) } };
  const visit = async (at: number, changes: Parameters<Awaited<ReturnType<typeof open>>['add']>[0] = {}) => {
    const history = await open({ now: () => minute(at) });
    const content = await history.add(changes);
    history.close();
    return content;
  };

  test('what is given now wins over what a clock that was ahead dated later', async () => {
    await visit(365 * DAY, { current: { value: { kind: 'interval', minutes: 5 }, at: minute(365 * DAY) } });
    expect((await visit(100)).current).toEqual({ value: { kind: 'interval', minutes: 5 }, at: minute(100) });
    expect((await visit(101, { current: { value: { kind: 'interval', minutes: 47 }, at: minute(101) } })).current?.value).toEqual({ kind: 'interval', minutes: 47 });
    expect((await visit(102)).current?.value).toEqual({ kind: 'interval', minutes: 47 });
  });

  test('three weeks ahead for one visit: what is too old by that clock is not used, and comes back', async () => {
    await visit(20, given);
    expect(await visit(22 * DAY)).toMatchObject({ tasks: [], current: undefined });
    const content = await visit(30);
    expect(content.tasks).toHaveLength(10);
    expect(content.current?.value).toEqual({ kind: 'interval', minutes: 47 });
  });

  test('also where something was given in that visit', async () => {
    await visit(20, given);
    await visit(22 * DAY, { tasks: [task('ahead', 22 * DAY - 3, 22 * DAY - 2, 22 * DAY - 1)] });
    expect((await visit(30)).tasks).toHaveLength(11);
  });

  test('three weeks that really went by: what is too old goes with the second look', async () => {
    await visit(20, given);
    await visit(22 * DAY);
    await visit(23 * DAY);
    expect((await visit(30)).tasks).toEqual([]);
  });

  test('also where the page went on in that visit, and was opened again', async () => {
    await visit(20, given);
    const history = await open({ now: () => minute(22 * DAY) });
    await history.load();
    await history.add({ nodes: { value: 2, at: minute(22 * DAY) } });
    history.close();
    await visit(22 * DAY + 10);
    await visit(23 * DAY - 1, { threads: { value: 3, at: minute(23 * DAY - 1) } });
    const content = await visit(30);
    expect(content.tasks).toHaveLength(10);
    expect(content.current?.value).toEqual({ kind: 'interval', minutes: 47 });
  });

  test('also where it jumps while the page is open', async () => {
    let at = 20;
    const history = await open({ now: () => minute(at) });
    await history.add(given);
    at = 22 * DAY;
    await history.add({ nodes: { value: 2, at: minute(at) } });
    await history.add({ nodes: { value: 3, at: minute(at) } });
    at = 30;
    expect((await history.load()).tasks).toHaveLength(10);
    history.close();
    expect((await visit(40)).tasks).toHaveLength(10);
  });

  test('three weeks behind for one visit: what it dates ahead keeps its date, and is there again', async () => {
    const runs = [{ at: minute(5), minutes: 3 }, { at: minute(15), minutes: 4 }];
    const looks = [{ at: minute(16), dates: [minute(1)], requestMinutes: 1 }];
    await visit(20, { ...given, runDurations: runs, observations: looks });
    const behind = await visit(-22 * DAY);
    expect(behind.current?.at).toBe(minute(-22 * DAY));
    expect(behind).toMatchObject({ tasks: { length: 10 }, runDurations: [{ minutes: 3 }, { minutes: 4 }], observations: { length: 1 } });
    expect([...behind.runDurations, ...behind.observations].every(({ at }) => at < minute(-22 * DAY))).toBe(true);
    expect(await visit(30)).toMatchObject({ ...given, tasks: { length: 10 }, runDurations: runs, observations: looks });
  });

  test('what is imported with dates ahead is of now, each by itself and in its order', async () => {
    const runDurations = [{ at: minute(900), minutes: 5 }, { at: minute(50), minutes: 3 }, { at: minute(800), minutes: 4 }];
    const ahead = task('ahead', 890, 895, 899, { seenAt: minute(900) });
    await visit(100, { runDurations, tasks: [ahead], nodes: { value: 9, at: minute(900) } });
    const content = await visit(101, { runDurations: [{ at: minute(101), minutes: 6 }], nodes: { value: 2, at: minute(101) } });
    expect(content.runDurations.map(({ minutes }) => minutes)).toEqual([3, 4, 5, 6]);
    expect(content.runDurations.map(({ at }) => at)).toEqual([minute(50), minute(100) - 2, minute(100) - 1, minute(101)]);
    expect(content.tasks).toMatchObject([{ seenAt: minute(100), startedAt: minute(95), finishedAt: minute(99) }]);
    expect(content.nodes).toEqual({ value: 2, at: minute(101) });
  });

  test('a task that is seen now wins over what a clock that was ahead saw', async () => {
    const waiting = { id: 'one', operation: 'reindex', trigger: 'scheduled', status: 'queued' } as const;
    await visit(365 * DAY, { tasks: [{ ...waiting, node: 'old', seenAt: minute(365 * DAY) }] });
    await visit(100);
    expect((await visit(101, { tasks: [{ ...waiting, node: 'new', seenAt: minute(101) }] })).tasks).toMatchObject([{ node: 'new', seenAt: minute(101) }]);
  });

  test('three weeks that really went by, with evidence from then on', async () => {
    await visit(20, given);
    const [first, second] = [21, 22].map((day) => [task(`r${day}`, day * DAY - 3, day * DAY - 2, day * DAY - 1)]);
    await visit(21 * DAY, { tasks: first! });
    await visit(22 * DAY, { tasks: second! });
    expect((await visit(23 * DAY)).tasks).toHaveLength(2);
    expect((await visit(30)).tasks).toHaveLength(2);
  });
});
