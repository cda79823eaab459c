import 'fake-indexeddb/auto';

import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';

import type { EvidenceOptions } from '../../src/evidence/kept-evidence';
import { openEvidence } from '../../src/evidence/open-evidence';
import { minute, round, task } from '../support/queue-task';

const now = () => minute(100);
const open = (more: Partial<EvidenceOptions> = {}) => openEvidence({ base: '/jira', now, ...more });
const spoil = async (value: unknown) => {
  const database = await openDB('git-integration-checkup');
  await database.put('history', value, ['/jira', 'tasks', 0]);
  database.close();
};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('a store that holds what cannot be', () => {
  const good = task('good', 1, 2, 3);
  const run = { at: minute(4), minutes: 3 };
  const look = { at: minute(5), dates: [minute(1), minute(2)], requestMinutes: 0.1 };
  const content = {
    tasks: [good],
    runDurations: [run],
    current: { value: { kind: 'cron', expression: '0 0 * * * ?' }, at: minute(9) } as const,
    nodes: { value: 2, at: minute(9) },
    threads: { value: 3, at: minute(9) },
    observations: [look],
  };
  const [tasks, values, looks] = [
    ['tasks', 0],
    ['values', 0],
    ['observation', 7],
  ] as const;
  const stored = { revision: 1, chunks: 1, ...content };

  async function keepAndSpoil([kind, place]: readonly [string, number], value: unknown) {
    await (await open()).add(content);
    const database = await openDB('git-integration-checkup');
    await database.put('history', value, ['/jira', kind, place]);
    database.close();
  }

  test.each([
    [
      'an operation that is none',
      tasks,
      [good, { operation: 1 }, { ...good, id: 'x', operation: 'dance' }],
      2,
      { tasks: [good] },
    ],
    ['a time of nanoseconds', tasks, [good, { ...good, id: 'x', startedAt: 1.7e18 }], 1, { tasks: [good] }],
    ['a time before all', tasks, [good, { ...good, id: 'x', seenAt: 0 }], 1, { tasks: [good] }],
    ['a negative duration', tasks, [good, { ...good, id: 'x', processingMinutes: -1 }], 1, { tasks: [good] }],
    ['an endless duration', tasks, [good, { ...good, id: 'x', queuedMinutes: Infinity }], 1, { tasks: [good] }],
    ['a time off by a thousand years', tasks, [good, { ...good, id: 'x', blurMinutes: 1e9 }], 1, { tasks: [good] }],
    ['a priority that is no number', tasks, [good, { ...good, id: 'x', priority: '21' }], 1, { tasks: [good] }],
    ['half a row', tasks, [good, { ...good, id: 'x', outOf: 10, row: 1.5 }], 1, { tasks: [good] }],
    ['a name that is none', tasks, [good, { ...good, id: 'x', repository: {} }], 1, { tasks: [good] }],
    [
      'runs that cannot be',
      values,
      {
        ...stored,
        runDurations: [run, { at: 1e300, minutes: 5 }, { at: minute(7), minutes: -1 }, { at: 8, minutes: NaN }],
      },
      3,
      { runDurations: [run] },
    ],
    ['runs that are no list', values, { ...stored, runDurations: 'x' }, 1, { runDurations: [] }],
    [
      'every -1 minute',
      values,
      { ...stored, current: { at: minute(9), value: { kind: 'interval', minutes: -1 } } },
      1,
      { current: undefined },
    ],
    [
      'no cron expression',
      values,
      { ...stored, current: { at: minute(9), value: { kind: 'cron', expression: 'daily' } } },
      1,
      { current: undefined },
    ],
    ['half a node', values, { ...stored, nodes: { at: minute(9), value: 1.5 } }, 1, { nodes: undefined }],
    ['a million threads', values, { ...stored, threads: { at: minute(9), value: 1e6 } }, 1, { threads: undefined }],
    ['threads at no time', values, { ...stored, threads: { at: -5, value: 2 } }, 1, { threads: undefined }],
    [
      'a look with a date that cannot be',
      looks,
      { ...look, at: minute(7), dates: [minute(1), 1e300] },
      1,
      { observations: [look] },
    ],
    [
      'a look that took less than no time',
      looks,
      { ...look, at: minute(7), requestMinutes: -1 },
      1,
      { observations: [look] },
    ],
  ])('%s: it is left out, told and removed, and the rest is used', async (_, where, value, spoilt, changed) => {
    await keepAndSpoil(where, value);
    const kept = await open();
    expect(await kept.load()).toEqual({ ...content, ...changed });
    expect(kept).toMatchObject({ reason: undefined, spoilt });
    const later = await open();
    expect(await later.load()).toEqual({ ...content, ...changed });
    expect(later.spoilt).toBe(0);
  });

  test('chunks without end', async () => {
    await keepAndSpoil(values, { ...stored, chunks: 1e300 });
    const kept = await open();
    await kept.load();
    expect(kept.reason).toBe('corrupt');
  });
});

describe('degrades to memory', () => {
  test('a corrupt store; erasing fixes it', async () => {
    await (await open()).add({ tasks: round(0, 10) });
    await spoil('nonsense');
    const kept = await open();
    expect((await kept.load()).tasks).toEqual([]);
    expect(kept).toMatchObject({ reason: 'corrupt' });
    expect((await kept.add({ tasks: round(0, 10) })).tasks).toHaveLength(10);
    await kept.erase();
    expect(kept.reason).toBeUndefined();
    await kept.add({ tasks: round(20, 10, 3) });
    expect((await (await open()).load()).tasks).toHaveLength(3);
  });

  test('a browser without a store', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    const kept = await open();
    expect(kept).toMatchObject({ reason: 'unavailable' });
    await kept.add({ tasks: round(0, 10) });
    expect((await kept.load()).tasks).toHaveLength(10);
    expect(await kept.exportJson()).toContain('"r9"');
  });

  test('a newer version of the store', async () => {
    const openNewer = () =>
      openDB('git-integration-checkup', 9, { upgrade: (database) => void database.createObjectStore('other') });
    const made = await openNewer();
    await made.put('other', 'precious', 'key');
    made.close();
    const kept = await open();
    expect(kept.reason).toBe('newer');
    expect((await kept.add({ tasks: round(0, 10) })).tasks).toHaveLength(10);
    // Erasing forgets what the page has, and says that the store is left alone.
    expect(await kept.erase()).toBe(false);
    expect(kept.reason).toBe('newer');
    expect((await kept.load()).tasks).toEqual([]);
    const later = await openNewer();
    expect(await later.get('other', 'key')).toBe('precious');
    later.close();
  });

  test.each([
    ['of a newer version takes', () => openDB('git-integration-checkup', 9), 'newer'],
    ['removes', () => deleteDB('git-integration-checkup'), 'blocked'],
  ])('another tab %s the store', async (_, act, reason) => {
    const kept = await open();
    await kept.add({ tasks: round(0, 10) });
    await act();
    expect(kept.reason).toBe(reason);
    expect((await kept.add({ tasks: [task('new', 1, 2, 3)] })).tasks).toHaveLength(11);
  });

  test('a store that does not open', async () => {
    jest.spyOn(indexedDB, 'open').mockReturnValue(new IDBOpenDBRequest());
    expect(await open({ patience: 10 })).toMatchObject({ reason: 'blocked' });
  });

  test('a write that the browser breaks off is no reason to erase anything', async () => {
    const kept = await open();
    await kept.add({ tasks: round(0, 10) });
    jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function put(this: IDBObjectStore) {
      this.transaction.abort();
      throw new DOMException('', 'AbortError');
    });
    expect((await kept.add({ tasks: [task('new', 1, 2, 3)] })).tasks).toHaveLength(11);
    expect(kept.reason).toBe('rejected');
    jest.restoreAllMocks();
    expect((await (await open()).load()).tasks).toHaveLength(10);
  });

  test('a store that was closed is no rejected write', async () => {
    const kept = await open();
    kept.close();
    expect((await kept.add({ tasks: round(0, 10) })).tasks).toHaveLength(10);
    expect(kept.reason).toBe('blocked');
  });

  test('a full disk keeps what was there and what comes', async () => {
    const kept = await open();
    await kept.add({ tasks: round(0, 10) });
    jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    expect((await kept.add({ tasks: [task('new', 1, 2, 3)] })).tasks).toHaveLength(11);
    expect(kept).toMatchObject({ reason: 'full' });
    await kept.add({
      runDurations: [{ at: minute(3), minutes: 19 }],
      observations: [{ at: minute(4), dates: [minute(1)], requestMinutes: 1 }],
    });
    expect(JSON.parse(await kept.exportJson())).toMatchObject({
      tasks: { length: 11 },
      runDurations: { length: 1 },
      observations: { length: 1 },
    });
    jest.restoreAllMocks();
    expect((await (await open()).load()).tasks).toHaveLength(10);
  });
});
