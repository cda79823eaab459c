/** @jest-environment node */
import { finish } from '../../../src/steps/steps';
import type { QueueTask } from '../../../src/model/queue';
import { gatherFacts } from '../../../src/reindex/facts/facts';
import { completePolicy } from '../../../src/reindex/policy';
import { findSlots } from '../../../src/reindex/work/slots';
import { minute, task } from '../../support/queue-task';

function slots(tasks: readonly QueueTask[], nodes?: number, threads?: number) {
  const numbers = completePolicy();
  return findSlots(finish(gatherFacts(tasks, minute(200), numbers)), nodes, threads, numbers);
}

/** Two at once for 100 minutes, and a third one beside them for so many. */
const beside = (minutes: number) => [task('a', 0, 0, 100), task('b', 0, 0, 100), task('c', 0, 10, 10 + minutes)];

test.each<[string, QueueTask[], number | undefined, number | undefined, object]>([
  ['nothing is known', [], undefined, undefined, { count: 1, source: 'assumed', seen: 0 }],
  ['the dashboard says it', [], 2, 3, { count: 6, source: 'declared', seen: 0 }],
  ['numbers that are none', [], NaN, -1, { count: 1, source: 'assumed' }],
  ['a part of a thread is none', [], 2, 0.5, { count: 1, source: 'assumed' }],
  ['no cluster has so many', [], 1000, 101, { count: 1, source: 'assumed' }],
  ['a huge one', [], 1000, 100, { count: 100_000, source: 'declared' }],
  ['a node alone says nothing', beside(50), 2, undefined, { count: 3, source: 'seen' }],
  ['more for a twentieth of the time overrules it', beside(5), 1, 2, { count: 3, source: 'seen', seen: 3 }],
  ['more for less does not', beside(4.9), 1, 2, { count: 2, source: 'declared', seen: 2 }],
  [
    'the next begins when one ends',
    [task('a', 0, 0, 10), task('b', 0, 10, 20)],
    undefined,
    undefined,
    { count: 1, source: 'seen' },
  ],
])('%s', (_, tasks, nodes, threads, expected) => {
  expect(slots(tasks, nodes, threads)).toMatchObject(expected);
});

describe('rows that run at one look', () => {
  const coarse = (running: number, waiting: number) => [
    ...Array.from({ length: running }, (_, place) => task(`r${place}`, 0, 1, undefined, { blurMinutes: 1 })),
    ...Array.from({ length: waiting }, (_, place) => task(`w${place}`, 0, undefined, undefined, { blurMinutes: 1 })),
  ];

  test.each([
    [4, 1, { count: 4, source: 'seen' }],
    [4, 0, { count: 1, source: 'assumed' }],
    [0, 4, { count: 1, source: 'assumed' }],
  ])('%d run and %d wait', (running, waiting, expected) => {
    expect(slots(coarse(running, waiting))).toMatchObject(expected);
  });

  test('do not overrule the dashboard', () => {
    expect(slots(coarse(4, 1), 1, 2)).toMatchObject({ count: 2, source: 'declared' });
  });

  test('the integration itself is none of them', () => {
    const scan = task('', 0, 1, undefined, { repository: undefined, id: 'scan', blurMinutes: 1 });
    expect(slots([...coarse(2, 1), scan])).toMatchObject({ count: 2 });
  });
});
