import 'fake-indexeddb/auto';

import { waitFor } from '@testing-library/react';
import { IDBFactory } from 'fake-indexeddb';

import { KeptEvidence } from '../../../src/evidence/kept-evidence';
import { createEvidence } from '../../../src/ui/state/evidence';
import { round } from '../../support/queue-task';

const stops: (() => void)[] = [];

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(() => stops.splice(0).forEach((stop) => stop()));

const loading = () => {
  const evidence = createEvidence('/jira');
  stops.push(evidence.start());
  return evidence;
};

async function loaded() {
  const evidence = loading();
  await new Promise<void>((resolve) => {
    const leave = evidence.subscribe(() => {
      leave();
      resolve();
    });
  });
  return { evidence, now: evidence.snapshot };
}

const now = Date.now();
const reading = { runDurations: [{ at: now - 60_000, minutes: 19 }] };
const typed = { kind: 'typed', at: now, given: [], problems: [] } as const;

test('what is given is there at once with its entry, and an earlier visit’s is one of its own', async () => {
  const first = await loaded();
  expect(first.now()).toMatchObject({ isLoaded: true, entries: [], unstored: undefined });
  const changes: unknown[] = [];
  first.evidence.subscribe(() => changes.push(first.now()));
  await first.evidence.add(reading, typed);
  expect(first.now()).toMatchObject({ content: reading, entries: [typed] });
  expect(changes).toHaveLength(1);
  const second = await loaded();
  expect(second.now()).toMatchObject({ content: reading, entries: [{ kind: 'earlier', at: now - 60_000 }] });
});

test('what is given before it is known what is kept stands behind that', async () => {
  await (await loaded()).evidence.add(reading);
  const evidence = loading();
  await evidence.add({ nodes: { value: 2, at: now } }, typed);
  expect(evidence.snapshot().entries.map(({ kind }) => kind)).toEqual(['earlier', 'typed']);
  expect(evidence.snapshot().content).toMatchObject({ ...reading, nodes: { value: 2 } });
});

test('an export of the queue brings its tasks, and what the dashboard and the file say', async () => {
  const { evidence, now: known } = await loaded();
  const tasks = round((now - 3_600_000 - Date.UTC(2026, 2, 2)) / 60_000, 3);
  await evidence.addExport(
    { tasks, dashboard: { intervalMinutes: 30, lastRunMinutes: 2, nodes: 2, threads: 3 }, problems: [] },
    { kind: 'file', at: now, name: 'queue.csv', others: { threads: { value: 4, at: now } } },
  );
  expect(known().content).toMatchObject({
    runDurations: [{ at: now, minutes: 2 }],
    current: { value: { kind: 'interval', minutes: 30 }, at: now },
    nodes: { value: 2 },
    threads: { value: 4 },
  });
  expect(known().content.tasks).toHaveLength(tasks.length);
  expect(known().entries).toMatchObject([{ kind: 'file', name: 'queue.csv', problems: [] }]);
});

describe('what another page of this browser added', () => {
  const seen = () => document.dispatchEvent(new Event('visibilitychange'));

  test('is there once this one is seen again, with an entry of its own', async () => {
    const [here, other] = [await loaded(), await loaded()];
    await here.evidence.add(reading, typed);
    await other.evidence.add({ runDurations: [{ at: now - 30_000, minutes: 20 }] });
    seen();
    await waitFor(() => expect(here.now().content.runDurations).toHaveLength(2));
    const given = [{ key: 'reindex.evidence.readings', count: 1, args: [1] }];
    expect(here.now().entries).toMatchObject([typed, { kind: 'elsewhere', given }]);
  });

  test('is none where nothing came', async () => {
    const { evidence, now: state } = await loaded();
    await evidence.add(reading, typed);
    const changed = new Promise((resolve) => evidence.subscribe(() => resolve(undefined)));
    seen();
    await changed;
    expect(state().entries).toEqual([typed]);
  });
});

test('erased, nothing is known and nothing is kept', async () => {
  const { evidence, now: known } = await loaded();
  await evidence.add(reading, typed);
  expect(await evidence.exportJson()).toContain('19');
  expect(await evidence.erase()).toBe(true);
  expect(known()).toMatchObject({ content: { runDurations: [] }, entries: [] });
  expect((await loaded()).now().content.runDurations).toEqual([]);
});

describe('what was given last', () => {
  const reading2 = { runDurations: [{ at: now - 30_000, minutes: 4 }] };
  const file = { kind: 'file', at: now, name: 'a.csv', given: [], problems: [] } as const;

  test('is told, and can be taken back: alone, from the list and from the store', async () => {
    const { evidence, now: known } = await loaded();
    await evidence.add(reading, typed);
    await evidence.add(reading2, file);
    await evidence.add({ observations: [{ at: now - 10_000, dates: [1], requestMinutes: 0.1 }] });
    expect(known().given).toEqual({ entries: [file], isTakenBack: false });
    await evidence.undo();
    expect(known()).toMatchObject({ entries: [typed], given: { entries: [file], isTakenBack: true } });
    expect(known().content).toMatchObject({ ...reading, observations: [{ at: now - 10_000 }] });
    // Once.
    await evidence.undo();
    expect((await loaded()).now().content).toMatchObject(reading);
  });

  test('what came together is taken back together', async () => {
    const { evidence, now: known } = await loaded();
    const batch = {};
    await evidence.add({ nodes: { value: 2, at: now } }, typed);
    await evidence.add(reading, file, batch);
    await evidence.add({ nodes: { value: 3, at: now } }, { ...file, name: 'b.csv' }, batch);
    expect(known().given?.entries).toMatchObject([{ name: 'a.csv' }, { name: 'b.csv' }]);
    await evidence.undo();
    expect(known()).toMatchObject({ content: { nodes: { value: 2 }, runDurations: [] }, entries: [typed] });
  });

  test('is told no more once everything was erased, and nothing of it comes back', async () => {
    const { evidence, now: known } = await loaded();
    await evidence.add(reading, typed);
    await evidence.erase();
    expect(known().given).toBeUndefined();
    await evidence.undo();
    expect(known().content.runDurations).toEqual([]);
  });
});

test('a mistake of ours is told', async () => {
  const error = new RangeError('ours');
  jest.spyOn(KeptEvidence.prototype, 'load').mockRejectedValue(error);
  const { now: known } = await loaded();
  expect(known()).toMatchObject({ isLoaded: false, mistake: { error } });
});
