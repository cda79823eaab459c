import fc from 'fast-check';

import type { QueueTask } from '../../../src/model/queue';
import { distinctInSteps, mergeTasks } from '../../../src/queue/merge/merge';
import { finish } from '../../../src/steps/steps';
import { minute, task } from '../../support/queue-task';

/** A task as it was, by minutes, and whether looks show its id. */
const truth = fc.record({
  waits: fc.integer({ min: 0, max: 20 }),
  runs: fc.integer({ min: 1, max: 20 }),
  queued: fc.integer({ min: 0, max: 60 }),
  hasId: fc.boolean(),
  repository: fc.constantFrom('a', 'b', 'c'),
});
type Truth = typeof truth extends fc.Arbitrary<infer One> ? One : never;

/** What a look shows of it, whatever it leaves out; nothing before it is put in. */
function seen({ queued, waits, runs, hasId, repository }: Truth, number: number, look: number, shown: number) {
  const [started, finished] = [queued + waits, queued + waits + runs];
  if (queued > look) return undefined;
  return task(
    repository,
    // Of two tasks of one repository none is put in at the same time: GIJ would make one of them.
    queued + number / 1000,
    started <= look ? started : undefined,
    finished <= look ? finished + number / 1000 : undefined,
    {
      id: hasId ? `id ${number}` : undefined,
      seenAt: minute(look),
      blurMinutes: 0,
      node: (shown & 1) === 0 ? undefined : `node of ${number}`,
      priority: (shown & 2) === 0 ? undefined : number,
      parentId: (shown & 4) === 0 ? undefined : `parent of ${number}`,
    },
  );
}

/** Without what is not known, in an order of their own. */
function sorted(tasks: readonly QueueTask[]): string[] {
  return tasks
    .map((one) =>
      JSON.stringify(
        Object.entries(one)
          .filter(([, value]) => value !== undefined)
          .sort(),
      ),
    )
    .sort();
}

test('looks make the same tasks in whatever order they are added', () => {
  fc.assert(
    fc.property(
      fc.array(truth, { maxLength: 8 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 4 }),
      fc.infiniteStream(fc.nat(7)),
      fc.infiniteStream(fc.nat(100)),
      (truths, looks, shown, dice) => {
        const views = looks.map((look) =>
          truths.flatMap((one, number) => seen(one, number, look, shown.next().value as number) ?? []),
        );
        const shuffled = views.map((view) => ({ view, at: dice.next().value as number })).sort((a, b) => a.at - b.at);
        const merged = mergeTasks(...views);
        expect(sorted(mergeTasks(...shuffled.map(({ view }) => view)))).toEqual(sorted(merged));
        const one = shuffled.reduce<QueueTask[]>((before, { view }) => mergeTasks(before, view), []);
        expect(sorted(one)).toEqual(sorted(merged));
        const last = Math.max(...looks);
        expect(merged).toHaveLength(truths.filter(({ queued }) => queued <= last).length);
        expect(sorted(mergeTasks(merged, merged))).toEqual(sorted(merged));
      },
    ),
  );
});

describe('pages of one look', () => {
  const page = (from: number, to: number, seenAt: number, outOf: number): QueueTask[] =>
    Array.from({ length: to - from + 1 }, (_, place) =>
      task(`r${from + place}`, 0, 1, 2, { outOf, row: from + place, seenAt: minute(seenAt) }),
    );
  const whole = (tasks: readonly QueueTask[]) =>
    tasks.every(({ outOf, row }) => outOf === undefined && row === undefined);

  test.each([
    ['all rows', page(1, 10, 0, 20), page(11, 20, 5, 20), true],
    ['nine of ten rows', page(1, 10, 0, 20), page(11, 18, 5, 20), true],
    ['fewer', page(1, 10, 0, 20), page(11, 17, 5, 20), false],
    ['ten minutes apart', page(1, 10, 0, 20), page(11, 20, 10, 20), true],
    ['longer apart', page(1, 10, 0, 20), page(11, 20, 10 + 1 / 60_000, 20), false],
    ['the same page twice', page(1, 10, 0, 20), page(1, 10, 5, 20), false],
    ['of the larger total', page(1, 10, 0, 20), page(11, 20, 5, 23), false],
  ])('%s', (_, first, second, isWhole) => {
    const merged = mergeTasks(first, second);
    expect(whole(merged)).toBe(isWhole);
    if (isWhole) expect(new Set(merged.map(({ seenAt }) => seenAt))).toEqual(new Set([second[0]?.seenAt]));
    expect(sorted(mergeTasks(second, first))).toEqual(sorted(merged));
  });

  test('a series that grows page by page', () => {
    const pages = [0, 8, 16, 24].map((at, place) => page(place * 5 + 1, place * 5 + 5, at, 20));
    expect(whole(mergeTasks(...pages))).toBe(true);
  });

  test('tasks beside them stay as they are', () => {
    const other = task('other', 0, 1, 2, { seenAt: minute(-60) });
    expect(mergeTasks(page(1, 10, 0, 10), [other])).toContain(other);
  });
});

describe('tasks, each once', () => {
  const once = (tasks: readonly QueueTask[]) => finish(distinctInSteps(tasks));

  test('the same list where nothing comes twice', () => {
    const tasks = [task('a', 0, 1, 2), task('b', 0, 1, 2)];
    expect(once(tasks)).toBe(tasks);
    const merged = mergeTasks(tasks);
    expect(once(merged)).toBe(merged);
  });

  test.each<[string, QueueTask[]]>([
    ['an id twice', [task('a', 0, 1, 2), task('a', 0, 1, 2)]],
    ['rows without ids', [task('a', 0, 1, 2, { id: undefined }), task('a', 0, 1, 2, { id: undefined })]],
  ])('%s', (_, tasks) => {
    expect(once(tasks)).toHaveLength(1);
  });

  test('a page of all rows', () => {
    expect(once([task('a', 0, 1, 2, { outOf: 1, row: 1 })])).toMatchObject([{ outOf: undefined, row: undefined }]);
  });
});

describe('what two views tell of one task', () => {
  const view = (more: Partial<QueueTask>) => task('r', 0, 1, 2, { id: 'a', seenAt: minute(5), ...more });

  test('the same view stays as it is', () => {
    const one = view({ node: 'n' });
    expect(mergeTasks([one], [view({ node: undefined })])[0]).toEqual(one);
    expect(mergeTasks([one])[0]).toBe(one);
  });

  test.each([
    [5, 9, 9],
    [9, 5, 9],
    [undefined, 5, 5],
    [5, undefined, 5],
    [undefined, undefined, undefined],
  ])('seen at %p and %p: last at %p', (first, second, last) => {
    const at = (time: number | undefined) => view({ seenAt: time === undefined ? undefined : minute(time) });
    expect(mergeTasks([at(first)], [at(second)])[0]?.seenAt).toBe(last === undefined ? undefined : minute(last));
  });

  test('each thing that only the older view shows is kept', () => {
    const older = view({
      status: 'indexing',
      parentId: 'p',
      repositoryId: '7',
      reset: true,
      priority: 3,
      queuedMinutes: 1,
      processingMinutes: 2,
    });
    const bare: QueueTask = { id: 'a', operation: 'reindex', trigger: 'scheduled', status: 'indexed' };
    expect(mergeTasks([older], [bare])).toEqual([{ ...older, status: 'indexed' }]);
  });
});

describe('rows without ids', () => {
  const row = (finished: number, blurMinutes: number, seen: number, more: Partial<QueueTask> = {}) =>
    task('r', 0, undefined, finished, {
      id: undefined,
      queuedAt: undefined,
      blurMinutes,
      seenAt: minute(seen),
      ...more,
    });

  test('times that may be off by months reach over all drawers', () => {
    const [fine, coarse] = [row(0, 0, 10), row(40_000, 43_200, 90)];
    expect(mergeTasks([fine], [coarse])).toHaveLength(1);
    expect(mergeTasks([coarse], [fine])).toHaveLength(1);
    expect(mergeTasks([fine], [row(43_201, 43_200, 90)])).toHaveLength(2);
  });

  test('one with an id takes in one without, and two with ids never are one', () => {
    const known = (id: string) => row(10, 0, 20, { id });
    expect(mergeTasks([row(10, 0, 15)], [known('a')])).toMatchObject([{ id: 'a' }]);
    expect(mergeTasks([known('a')], [row(10, 0, 25)])).toMatchObject([{ id: 'a', seenAt: minute(25) }]);
    expect(mergeTasks([known('a')], [known('b')], [row(99, 0, 100)])).toHaveLength(3);
  });

  test('of another repository it is another', () => {
    expect(mergeTasks([row(10, 0, 15)], [row(10, 0, 20, { repository: 's' })])).toHaveLength(2);
  });

  test('of a task and minute two hundred are compared', () => {
    const many = Array.from({ length: 201 }, (_, place) => row(10 + place / 1000, 0, 20));
    expect(mergeTasks(many, [row(10.199, 0, 30)])).toHaveLength(201);
    expect(mergeTasks(many, [row(10.2, 0, 30)])).toHaveLength(202);
  });
});
