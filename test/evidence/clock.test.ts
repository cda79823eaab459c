import 'fake-indexeddb/auto';

import { IDBFactory } from 'fake-indexeddb';

import type { EvidenceOptions } from '../../src/evidence/kept-evidence';
import { openEvidence } from '../../src/evidence/open-evidence';
import { minute, round, task } from '../support/queue-task';

const now = () => minute(100);
const open = (more: Partial<EvidenceOptions> = {}) => openEvidence({ base: '/jira', now, ...more });

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('a clock that jumps', () => {
  const DAY = 1440;
  const given = { tasks: round(0, 10), current: { value: { kind: 'interval', minutes: 47 } as const, at: minute(10) } };
  const visit = async (at: number, changes: Parameters<Awaited<ReturnType<typeof open>>['add']>[0] = {}) => {
    const kept = await open({ now: () => minute(at) });
    const content = await kept.add(changes);
    kept.close();
    return content;
  };

  test('what is given now wins over what a clock that was ahead dated later', async () => {
    await visit(365 * DAY, { current: { value: { kind: 'interval', minutes: 5 }, at: minute(365 * DAY) } });
    expect((await visit(100)).current).toEqual({ value: { kind: 'interval', minutes: 5 }, at: minute(100) });
    expect(
      (await visit(101, { current: { value: { kind: 'interval', minutes: 47 }, at: minute(101) } })).current?.value,
    ).toEqual({ kind: 'interval', minutes: 47 });
    expect((await visit(102)).current?.value).toEqual({ kind: 'interval', minutes: 47 });
  });

  test('also where a moment goes by until it is kept', async () => {
    await visit(365 * DAY, { current: { value: { kind: 'interval', minutes: 5 }, at: minute(365 * DAY) } });
    expect(
      (await visit(101, { current: { value: { kind: 'interval', minutes: 47 }, at: minute(101) - 7 } })).current?.value,
    ).toEqual({ kind: 'interval', minutes: 47 });
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
    const kept = await open({ now: () => minute(22 * DAY) });
    await kept.load();
    await kept.add({ nodes: { value: 2, at: minute(22 * DAY) } });
    kept.close();
    await visit(22 * DAY + 10);
    await visit(23 * DAY - 1, { threads: { value: 3, at: minute(23 * DAY - 1) } });
    const content = await visit(30);
    expect(content.tasks).toHaveLength(10);
    expect(content.current?.value).toEqual({ kind: 'interval', minutes: 47 });
  });

  test('also where it jumps while the page is open', async () => {
    let at = 20;
    const kept = await open({ now: () => minute(at) });
    await kept.add(given);
    at = 22 * DAY;
    await kept.add({ nodes: { value: 2, at: minute(at) } });
    await kept.add({ nodes: { value: 3, at: minute(at) } });
    at = 30;
    expect((await kept.load()).tasks).toHaveLength(10);
    kept.close();
    expect((await visit(40)).tasks).toHaveLength(10);
  });

  test('three weeks behind for one visit: what it dates ahead keeps its date, and is there again', async () => {
    const runs = [
      { at: minute(5), minutes: 3 },
      { at: minute(15), minutes: 4 },
    ];
    const looks = [{ at: minute(16), dates: [minute(1)], requestMinutes: 1 }];
    await visit(20, { ...given, runDurations: runs, observations: looks });
    const behind = await visit(-22 * DAY);
    expect(behind.current?.at).toBe(minute(-22 * DAY));
    expect(behind).toMatchObject({
      tasks: { length: 10 },
      runDurations: [{ minutes: 3 }, { minutes: 4 }],
      observations: { length: 1 },
    });
    expect([...behind.runDurations, ...behind.observations].every(({ at }) => at < minute(-22 * DAY))).toBe(true);
    expect(await visit(30)).toMatchObject({ ...given, tasks: { length: 10 }, runDurations: runs, observations: looks });
  });

  test('what is imported with dates ahead is of now, each by itself and in its order', async () => {
    const runDurations = [
      { at: minute(900), minutes: 5 },
      { at: minute(50), minutes: 3 },
      { at: minute(800), minutes: 4 },
    ];
    const ahead = task('ahead', 890, 895, 899, { seenAt: minute(900) });
    await visit(100, { runDurations, tasks: [ahead], nodes: { value: 9, at: minute(900) } });
    const content = await visit(101, {
      runDurations: [{ at: minute(101), minutes: 6 }],
      nodes: { value: 2, at: minute(101) },
    });
    expect(content.runDurations.map(({ minutes }) => minutes)).toEqual([3, 4, 5, 6]);
    expect(content.runDurations.map(({ at }) => at)).toEqual([
      minute(50),
      minute(100) - 2,
      minute(100) - 1,
      minute(101),
    ]);
    expect(content.tasks).toMatchObject([{ seenAt: minute(100), startedAt: minute(95), finishedAt: minute(99) }]);
    expect(content.nodes).toEqual({ value: 2, at: minute(101) });
  });

  test('a task that is seen now wins over what a clock that was ahead saw', async () => {
    const waiting = { id: 'one', operation: 'reindex', trigger: 'scheduled', status: 'queued' } as const;
    await visit(365 * DAY, { tasks: [{ ...waiting, node: 'old', seenAt: minute(365 * DAY) }] });
    await visit(100);
    expect((await visit(101, { tasks: [{ ...waiting, node: 'new', seenAt: minute(101) }] })).tasks).toMatchObject([
      { node: 'new', seenAt: minute(101) },
    ]);
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
