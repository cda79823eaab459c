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
