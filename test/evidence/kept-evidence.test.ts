import 'fake-indexeddb/auto';

import { IDBFactory } from 'fake-indexeddb';

import type { EvidenceOptions } from '../../src/evidence/kept-evidence';
import { openEvidence } from '../../src/evidence/open-evidence';
import { parseQueueExport } from '../../src/queue/read-queue';
import { minute, round, T0, task } from '../support/queue-task';

const now = () => minute(100);
const open = (more: Partial<EvidenceOptions> = {}) => openEvidence({ base: '/jira', now, ...more });

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('a new page finds what an earlier one kept', async () => {
  const first = await open();
  await first.add({
    tasks: round(0, 10),
    runDurations: [
      { at: minute(10), minutes: 10 },
      { at: minute(5), minutes: 4, estimated: true },
    ],
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
    runDurations: [
      { at: minute(5), minutes: 4, estimated: true },
      { at: minute(10), minutes: 10 },
    ],
    current: { value: { kind: 'cron', expression: '0 0 * * * ?' }, at: minute(9) },
    nodes: { value: 2, at: minute(9) },
    threads: { value: 3, at: minute(9) },
    observations: [{ at: minute(20), dates: [1, 2], requestMinutes: 0.1 }],
  });
});

test('the same task twice counts once, of two values the newer wins, and old ones are forgotten', async () => {
  const kept = await open();
  const interval = (minutes: number) => ({ kind: 'interval', minutes }) as const;
  await kept.add({
    tasks: [task('a', 0, 1)],
    nodes: { value: 2, at: minute(5) },
    current: { value: interval(30), at: minute(50) },
  });
  const content = await kept.add({
    tasks: [task('a', 0, 1, 3)],
    nodes: { value: 3, at: minute(6) },
    current: { value: interval(5), at: minute(10) },
  });
  expect(content.tasks).toMatchObject([{ status: 'indexed' }]);
  expect(content).toMatchObject({ nodes: { value: 3 }, current: { value: interval(30) } });
  expect(await (await open({ now: () => minute(20 * 1440) })).load()).toMatchObject({
    nodes: undefined,
    current: undefined,
  });
});

test('a reading that is taken back is gone, also from the store and for other tabs', async () => {
  const [one, two] = [await open(), await open()];
  await one.add({
    runDurations: [
      { at: minute(1), minutes: 65 },
      { at: minute(2), minutes: 19 },
    ],
  });
  await two.load();
  await one.add({ tasks: [task('a', 0, 1, 2)] });
  expect((await two.add({ forgottenRuns: [minute(1)] })).runDurations).toEqual([{ at: minute(2), minutes: 19 }]);
  expect((await one.add({ tasks: [task('b', 0, 1, 2)] })).runDurations).toEqual([{ at: minute(2), minutes: 19 }]);
  expect((await (await open()).load()).runDurations).toEqual([{ at: minute(2), minutes: 19 }]);
});

test('two Jiras behind one host do not mix', async () => {
  await (await open()).add({ tasks: round(0, 10) });
  const other = await open({ base: '/other' });
  expect((await other.load()).tasks).toEqual([]);
  await other.add({ tasks: [task('x', 0, 1, 2)] });
  await other.erase();
  expect((await (await open()).load()).tasks).toHaveLength(10);
});

test('two tabs add to the same evidence', async () => {
  const [one, two] = [await open(), await open()];
  await one.add({ tasks: [task('a', 0, 1, 2)] });
  await two.add({ tasks: [task('b', 0, 1, 2)] });
  const { tasks } = await one.add({ tasks: [task('c', 0, 1, 2)] });
  expect(tasks.map(({ repository }) => repository)).toEqual(['a', 'b', 'c']);
});

test('fourteen days are kept, the oldest finished tasks go first, and the page goes on with all', async () => {
  const bounds = { days: 14, tasks: 3, runDurations: 2, dates: 3 };
  const kept = await open({ bounds });
  const old = -15 * 1440;
  const look = (at: number) => ({ at: minute(at), dates: [at, at], requestMinutes: 1 });
  const content = await kept.add({
    tasks: [
      task('old', old, old, old),
      task('waits', 0, undefined, undefined, { seenAt: T0 }),
      ...[4, 2, 3].map((at) => task(`r${at}`, at, at, at)),
    ],
    runDurations: [1, 2, 3].map((at) => ({ at: minute(at), minutes: at })),
    observations: [look(1), look(2), look(3)],
  });
  expect(content.tasks).toHaveLength(5);
  expect(kept.unstoredTasks).toBe(2);
  expect(content.runDurations.map(({ minutes }) => minutes)).toEqual([2, 3]);
  expect(content.observations.map(({ at }) => at)).toEqual([minute(3)]);
  const later = await (await open({ bounds })).load();
  expect(later.tasks.map(({ repository }) => repository)).toEqual(['waits', 'r4', 'r3']);
  expect(later.observations).toHaveLength(1);
  const other = await open({ bounds });
  expect((await other.add({ tasks: [task('r9', 9, 9, 9)] })).tasks.map(({ repository }) => repository)).toEqual([
    'waits',
    'r4',
    'r3',
    'r9',
  ]);
  // What another tab left in the store, and what was never in it.
  const { tasks } = await kept.add({});
  expect(tasks.map(({ repository }) => repository).sort()).toEqual(['old', 'r2', 'r4', 'r9', 'waits']);
  expect((await (await open({ bounds, now: () => minute(20 * 1440) })).load()).tasks).toEqual([]);
});

test('what one tab erases, another does not bring back', async () => {
  const [one, two] = [await open(), await open()];
  await one.add({ tasks: round(0, 10) });
  await two.load();
  expect(await one.erase()).toBe(true);
  expect((await two.add({ tasks: [task('new', 1, 2, 3)] })).tasks).toHaveLength(1);
  await one.erase();
  await one.add({ tasks: [task('newer', 1, 2, 3)] });
  expect((await two.add({ tasks: [task('newest', 1, 2, 3)] })).tasks.map(({ repository }) => repository)).toEqual([
    'newer',
    'newest',
  ]);
});

test('what is exported can be imported', async () => {
  const kept = await open();
  const tasks = [
    task('group/one', 1, 2, 4, { parentId: 'p', node: 'n1', priority: 20, processingMinutes: 2, repositoryId: '7' }),
    task('two', 1, 2, 3, { reset: true, operation: 'garbage-collection', trigger: 'app-activity', status: 'error' }),
    task('three', 1, undefined, undefined, {
      blurMinutes: 1,
      seenAt: minute(5),
      queuedMinutes: 3.5,
      outOf: 48,
      row: 7,
    }),
  ];
  await kept.add({ tasks, runDurations: [{ at: minute(4), minutes: 3 }] });
  const text = await kept.exportJson();
  const read = parseQueueExport(text, { capturedAt: now() });
  expect(read.problems).toEqual([]);
  expect(read.tasks).toMatchObject([
    {
      id: 'group/one@1/',
      parentId: 'p',
      repository: 'group/one',
      repositoryId: '7',
      node: 'n1',
      priority: 20,
      queuedAt: minute(1),
      startedAt: minute(2),
      finishedAt: minute(4),
      processingMinutes: 2,
      reset: false,
    },
    { reset: true, operation: 'garbage-collection', trigger: 'app-activity', status: 'error' },
    { repository: 'three', status: 'queued', blurMinutes: 1, seenAt: minute(5), queuedMinutes: 3.5, outOf: 48, row: 7 },
  ]);
  expect(JSON.parse(text)).toMatchObject({
    version: 1,
    exportedAt: now(),
    runDurations: [{ at: minute(4), minutes: 3 }],
  });
});

test('many tasks and looks are found again, and exported in order', async () => {
  const tasks = Array.from({ length: 1_201 }, (_, place) => task(`r${place}`, 0, 1, 2));
  const observations = Array.from({ length: 25 }, (_, place) => ({
    at: minute(place),
    dates: [minute(place), minute(place + 1)],
    requestMinutes: 0.1,
  }));
  await (await open()).add({ tasks, observations });
  const later = await open();
  expect((await later.load()).observations).toEqual(observations);
  const text = await later.exportJson();
  expect(parseQueueExport(text, { capturedAt: now() }).tasks.map(({ repository }) => repository)).toEqual(
    tasks.map(({ repository }) => repository),
  );
  expect(JSON.parse(text)).toMatchObject({ observations });
});

test('erased evidence is empty', async () => {
  const kept = await open();
  await kept.add({ tasks: round(0, 10) });
  await kept.erase();
  expect((await kept.load()).tasks).toEqual([]);
  expect((await (await open()).load()).tasks).toEqual([]);
});

test('a store that was lost cannot be erased, and that is told', async () => {
  const kept = await open();
  await kept.add({ tasks: round(0, 10) });
  Object.assign(kept, { database: undefined });
  expect(await kept.erase()).toBe(false);
  expect((await kept.load()).tasks).toEqual([]);
});

test('looking changes nothing for other tabs', async () => {
  const kept = await open();
  await kept.add({ tasks: round(0, 10) });
  const put = jest.spyOn(IDBObjectStore.prototype, 'put');
  await kept.load();
  await (await open()).load();
  expect(put).not.toHaveBeenCalled();
});

test('a small change of much evidence writes little', async () => {
  const kept = await open();
  const many = Array.from({ length: 20_000 }, (_, place) => task(`r${place}`, 0, 1, 2));
  await kept.add({ tasks: many });
  const put = jest.spyOn(IDBObjectStore.prototype, 'put');
  const { tasks } = await kept.add({ tasks: [task('one more', 1, 2, 3)] });
  expect(tasks).toHaveLength(20_001);
  expect(put).toHaveBeenCalledTimes(2);
});
