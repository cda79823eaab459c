import 'fake-indexeddb/auto';

import { IDBFactory } from 'fake-indexeddb';

import { NOTHING_KEPT, type EvidenceChanges, type EvidenceContent } from '../../src/evidence/content';
import { openEvidence } from '../../src/evidence/open-evidence';
import { withoutAddition } from '../../src/evidence/undo';
import type { QueueTask } from '../../src/model/queue';
import { minute, round, task } from '../support/queue-task';

const run = (at: number, minutes: number) => ({ at: minute(at), minutes });
const look = (at: number) => ({ at: minute(at), dates: [minute(at - 1)], requestMinutes: 0.1 });
const every = (minutes: number, at: number) => ({ value: { kind: 'interval', minutes } as const, at: minute(at) });
const nodes = (value: number, at: number) => ({ value, at: minute(at) });

const before: EvidenceContent = {
  ...NOTHING_KEPT,
  tasks: [task('a', 0, 1), task('b', 0, 1, 2)],
  runDurations: [run(1, 5), run(9, 5)],
  current: every(5, 1),
  observations: [look(2)],
};
const after: EvidenceContent = {
  tasks: [task('a', 0, 1, 3), task('b', 0, 1, 2), task('c', 0, 1, 4)],
  runDurations: [run(1, 5), run(4, 8), run(9, 6)],
  current: every(30, 4),
  nodes: nodes(2, 4),
  observations: [look(2), look(3)],
};

/** As it comes out of the store: other objects, whose members may stand in another order. */
const stored = (tasks: readonly QueueTask[]) =>
  tasks.map((one) => Object.fromEntries(Object.entries(one).reverse()) as unknown as QueueTask);

describe('without an addition', () => {
  test.each<[string, EvidenceContent, EvidenceContent]>([
    ['where nothing came since', after, before],
    ['where it was stored and read', { ...after, tasks: stored(after.tasks) }, before],
    [
      'where more came since',
      {
        ...after,
        tasks: [...after.tasks, task('d', 0, 1)],
        runDurations: [...after.runDurations, run(11, 7)],
        observations: [...after.observations, look(12)],
        current: every(60, 12),
        threads: nodes(4, 12),
      },
      {
        ...before,
        tasks: [...before.tasks, task('d', 0, 1)],
        runDurations: [...before.runDurations, run(11, 7)],
        observations: [look(2), look(12)],
        current: every(60, 12),
        threads: nodes(4, 12),
      },
    ],
    [
      'where some of it was taken back already',
      { ...after, runDurations: [run(1, 5), run(9, 6)] },
      { ...before, runDurations: [run(1, 5), run(9, 5)] },
    ],
  ])('%s', (_, content, left) => {
    const found = withoutAddition(content, { before, after });
    const named = ({ repository, status }: QueueTask) => `${repository} ${status}`;
    expect(found.tasks.map(named).sort()).toEqual(left.tasks.map(named).sort());
    expect(found).toMatchObject({ ...left, tasks: found.tasks });
    expect(found.nodes).toBeUndefined();
  });
});

describe('kept in this browser', () => {
  const open = () => openEvidence({ base: '/jira', now: () => minute(100) });
  const names = ({ tasks }: EvidenceContent) => tasks.map(({ repository }) => repository).sort();
  const page: EvidenceChanges = {
    tasks: [task('r0', 0, 1, 5), task('new', 0, 1, 5)],
    runDurations: [run(90, 8)],
    current: every(30, 90),
  };

  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });

  async function withRound() {
    const kept = await open();
    await kept.add({ tasks: round(20, 3, 3), current: every(5, 20) });
    return kept;
  }

  test('an addition that is taken back is gone from the page and from the store, and nothing else is', async () => {
    const kept = await withRound();
    const earlier = await kept.load();
    const addition = await kept.give(page);
    expect(names(addition.after)).toContain('new');
    const left = await kept.undo(addition);
    expect(left).toEqual(earlier);
    kept.close();
    expect(await (await open()).load()).toEqual(earlier);
  });

  test('what comes since stays', async () => {
    const kept = await withRound();
    const addition = await kept.give(page);
    await kept.add({ observations: [look(95)], runDurations: [run(96, 9)] });
    const left = await kept.undo(addition);
    expect(names(left)).toEqual(['r0', 'r1', 'r2']);
    expect(left).toMatchObject({ current: every(5, 20), runDurations: [run(96, 9)], observations: [look(95)] });
  });

  test.each(['before', 'after'])('what another tab adds %s it stays', async (when) => {
    const [kept, other] = [await withRound(), await open()];
    const others = { tasks: [task('other', 30, 31, 32)], runDurations: [run(70, 7)] };
    if (when === 'before') await other.add(others);
    const addition = await kept.give(page);
    if (when === 'after') await other.add(others);
    const left = await kept.undo(addition);
    expect(names(left)).toEqual(['other', 'r0', 'r1', 'r2']);
    expect(left).toMatchObject({ current: every(5, 20), runDurations: [run(70, 7)] });
    expect(names(await (await open()).load())).toEqual(['other', 'r0', 'r1', 'r2']);
  });

  test('what another tab erased does not come back', async () => {
    const [kept, other] = [await withRound(), await open()];
    const addition = await kept.give(page);
    await other.load();
    await other.erase();
    expect(await kept.undo(addition)).toEqual(NOTHING_KEPT);
    expect(names(await (await open()).load())).toEqual([]);
  });

  test('without a store it is taken back from the page', async () => {
    const kept = await open();
    kept.lose('blocked');
    await kept.add({ runDurations: [run(80, 4)] });
    expect((await kept.undo(await kept.give(page))).runDurations).toEqual([run(80, 4)]);
  });
});
