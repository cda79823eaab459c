import 'fake-indexeddb/auto';

import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';

import type { EvidenceOptions } from '../../src/evidence/kept-evidence';
import { openEvidence } from '../../src/evidence/open-evidence';
import { MIGRATIONS, type Migration } from '../../src/evidence/migrations';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 2, 2, 12);

const TASK = {
  id: 'a6ae2a55-6e26-4b8e-9f6b-7f0c6d1c5a01',
  parentId: 'a6ae2a55-6e26-4b8e-9f6b-7f0c6d1c5a00',
  integration: 'GitHub: acme',
  repository: 'acme/web',
  repositoryId: '7',
  operation: 'reindex',
  trigger: 'scheduled',
  status: 'indexed',
  reset: false,
  node: 'node-1',
  priority: 21,
  queuedAt: NOW - 2 * HOUR,
  startedAt: NOW - HOUR,
  finishedAt: NOW - HOUR + 60_000,
  queuedMinutes: 60,
  processingMinutes: 1,
  blurMinutes: 0,
  seenAt: NOW - HOUR / 2,
};
const OPEN_TASK = {
  operation: 'removal',
  trigger: 'manual',
  status: 'queued',
  seenAt: NOW - HOUR / 2,
  outOf: 48,
  row: 7,
};
const RUN = { at: NOW - HOUR, minutes: 19 };
const ESTIMATED = { at: NOW - HOUR / 2, minutes: 4, estimated: true };
const LOOK = { at: NOW - HOUR, dates: [NOW - 3 * HOUR, NOW - 2 * HOUR], requestMinutes: 0.1 };
const CRON = { kind: 'cron', expression: '0 0 * * * ?' };

/** What each version of the panel wrote, byte for byte: never to be changed. */
const STORES = {
  1: [
    [['/jira', 'observation', LOOK.at], LOOK],
    [
      ['/jira', 'tasks', 0],
      [TASK, OPEN_TASK],
    ],
    [
      ['/jira', 'values', 0],
      { revision: 0.25, chunks: 1, runDurations: [RUN, ESTIMATED], current: CRON, nodes: 2, threads: 3 },
    ],
    [
      ['/other', 'values', 0],
      { revision: 0.5, chunks: 0, runDurations: [], current: { kind: 'interval', minutes: 30 } },
    ],
  ],
  2: [
    [['/jira', 'observation', LOOK.at], LOOK],
    [
      ['/jira', 'tasks', 0],
      [TASK, OPEN_TASK],
    ],
    [
      ['/jira', 'values', 0],
      {
        revision: 0.25,
        writtenAt: NOW - HOUR / 2,
        chunks: 1,
        runDurations: [RUN, ESTIMATED],
        current: { value: CRON, at: NOW - HOUR },
        nodes: { value: 2, at: NOW - HOUR },
        threads: { value: 3, at: NOW - HOUR },
      },
    ],
    [
      ['/other', 'values', 0],
      {
        revision: 0.5,
        writtenAt: NOW,
        chunks: 0,
        runDurations: [],
        current: { value: { kind: 'interval', minutes: 30 }, at: NOW },
      },
    ],
  ],
  3: [
    [['/jira', 'observation', LOOK.at], LOOK],
    [
      ['/jira', 'tasks', 0],
      [TASK, OPEN_TASK],
    ],
    [
      ['/jira', 'values', 0],
      {
        revision: 0.25,
        writtenAt: NOW - HOUR / 2,
        doubtedAt: NOW - HOUR,
        chunks: 1,
        runDurations: [RUN, ESTIMATED],
        current: { value: CRON, at: NOW - HOUR },
        nodes: { value: 2, at: NOW - HOUR },
        threads: { value: 3, at: NOW - HOUR },
      },
    ],
    [
      ['/other', 'values', 0],
      {
        revision: 0.5,
        writtenAt: NOW,
        chunks: 0,
        runDurations: [],
        current: { value: { kind: 'interval', minutes: 30 }, at: NOW },
      },
    ],
  ],
} as const;

/** What a panel of today reads from them; version 1 did not say from when its values were. */
const readFrom = (at: number) => ({
  tasks: [TASK, OPEN_TASK],
  runDurations: [RUN, ESTIMATED],
  observations: [LOOK],
  current: { value: CRON, at },
  nodes: { value: 2, at },
  threads: { value: 3, at },
});

const open = (more: Partial<EvidenceOptions> = {}) => openEvidence({ base: '/jira', now: () => NOW, ...more });

async function keep(version: keyof typeof STORES): Promise<void> {
  const database = await openDB('git-integration-checkup', version, {
    upgrade: (made) => void made.createObjectStore('history'),
  });
  for (const [key, value] of STORES[version]) await database.put('history', value, [...key]);
  database.close();
}

/** Everything in the store, and its version. */
async function stored() {
  const database = await openDB('git-integration-checkup');
  const [keys, records] = [await database.getAllKeys('history'), await database.getAll('history')];
  database.close();
  return { version: database.version, records: keys.map((key, place) => [key, records[place] as unknown]) };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('the version of today is the newest that stands here', () => {
  expect(1 + MIGRATIONS.length).toBe(Math.max(...Object.keys(STORES).map(Number)));
});

test.each([
  [1, NOW],
  [2, NOW - HOUR],
  [3, NOW - HOUR],
] as const)('what version %d kept is read, and stays for both Jiras of the browser', async (version, at) => {
  await keep(version);
  const kept = await open();
  expect(await kept.load()).toEqual(readFrom(at));
  expect(kept).toMatchObject({ reason: undefined, spoilt: 0 });
  kept.close();
  expect(await (await open()).load()).toEqual(readFrom(at));
  expect((await (await open({ base: '/other' })).load()).current?.value).toEqual({ kind: 'interval', minutes: 30 });
});

test('credentials that version 2 kept are gone from the store, and from what is exported', async () => {
  await keep(2);
  const names = ['https://bot:pa/SECRET@host/*', 'bot:SECRET@host:group', 'https://host/?private_token=SECRET'];
  const database = await openDB('git-integration-checkup');
  await database.put(
    'history',
    names.map((integration) => ({ ...OPEN_TASK, integration, repository: 'acme/web', node: integration })),
    ['/jira', 'tasks', 0],
  );
  database.close();
  const kept = await open();
  const { tasks } = await kept.load();
  expect(tasks.map(({ integration }) => integration)).toEqual([
    'https://•••@host/*',
    '•••@host:group',
    'https://host/?private_token=•••',
  ]);
  expect(kept).toMatchObject({ reason: undefined, spoilt: 0 });
  expect(await kept.exportJson()).not.toContain('SECRET');
  kept.close();
  const written = JSON.stringify(await stored());
  expect(written).toContain('•••@host:group');
  expect(written).not.toContain('SECRET');
});

describe('a version to come', () => {
  test('that changes nothing reads what today’s kept, unchanged', async () => {
    await keep(3);
    const kept = await open({ migrations: [...MIGRATIONS, {}] });
    expect(await kept.load()).toEqual(readFrom(NOW - HOUR));
    kept.close();
    expect(await stored()).toEqual({ version: 4, records: [...STORES[3]] });
  });

  test('migrations are applied one after the other, from the version that is there', async () => {
    const add = (name: string): Migration => ({
      values: (value, at) => ({
        ...(value as object),
        trace: `${(value as { trace?: string }).trace ?? ''}${name}${at === NOW ? '' : '!'}`,
      }),
    });
    const forget: Migration = { observation: (look) => ({ ...(look as object), dates: [] }) };
    await keep(2);
    const kept = await open({ migrations: [add('1'), add('2'), forget, add('4')] });
    expect((await kept.load()).observations).toMatchObject([{ dates: [] }]);
    kept.close();
    const { version, records } = await stored();
    expect(version).toBe(5);
    expect(records.filter(([key]) => (key as string[])[1] === 'values')).toMatchObject([
      [['/jira', 'values', 0], { trace: '24' }],
      [['/other', 'values', 0], { trace: '24' }],
    ]);
  });

  test('one that fails changes nothing, and that is told', async () => {
    await keep(2);
    let calls = 0;
    const failing: Migration = {
      values: (value) => {
        calls += 1;
        if (calls > 1) throw new Error('a mistake of ours');
        return { ...(value as object), runDurations: [] };
      },
    };
    const kept = await open({ migrations: [...MIGRATIONS, failing] });
    expect(kept.reason).toBe('corrupt');
    expect((await kept.add({ runDurations: [{ at: NOW, minutes: 5 }] })).runDurations).toHaveLength(1);
    expect(await stored()).toEqual({ version: 2, records: [...STORES[2]] });
  });

  test('its store is left alone by the panel of today, and said to be newer', async () => {
    await keep(3);
    (await open({ migrations: [...MIGRATIONS, {}] })).close();
    const kept = await open();
    expect(kept.reason).toBe('newer');
    await kept.add({ runDurations: [{ at: NOW, minutes: 5 }] });
    expect(await kept.erase()).toBe(false);
    expect(await stored()).toEqual({ version: 4, records: [...STORES[3]] });
  });
});

test('what version 1 cannot have written is left to the reader, which tells it', async () => {
  await keep(1);
  const database = await openDB('git-integration-checkup', 1);
  await database.put('history', 'nonsense', ['/jira', 'values', 0]);
  database.close();
  const kept = await open();
  await kept.load();
  expect(kept.reason).toBe('corrupt');
});
