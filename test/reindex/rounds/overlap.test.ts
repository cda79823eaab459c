/** @jest-environment node */
import { completePolicy } from '../../../src/reindex/policy';
import { roundsOverlap, type IndexingRound, type RoundState } from '../../../src/reindex/rounds/rounds';
import { measuresOf, spanOf } from '../../../src/reindex/rounds/measures';
import { minute } from '../../support/queue-task';

/** A round by the minutes of its begin and its end. */
const round = (start: number, end: number, state: RoundState = 'whole'): IndexingRound => ({
  start: minute(start),
  end: minute(end),
  minutes: end - start,
  repositories: 10,
  state,
});
const numbers = completePolicy();

test.each<[string, IndexingRound[], number | undefined, boolean]>([
  ['none', [], 5, false],
  ['one, and a longer interval', [round(0, 10)], 10, false],
  ['one, and a shorter interval', [round(0, 10)], 9.9, true],
  ['one, and no interval', [round(0, 10)], undefined, false],
  ['one that ends when the next begins', [round(0, 10), round(10, 20)], 5, false],
  ['one that ends later', [round(0, 10.1), round(10, 20)], 50, true],
  ['half of them', [round(0, 11), round(10, 19), round(20, 29)], undefined, true],
  ['less than half', [round(0, 11), round(10, 19), round(20, 29), round(30, 31)], undefined, false],
  ['one that still runs though the next has begun', [round(0, 5, 'running'), round(10, 20)], undefined, true],
  ['a part that ends later', [round(0, 11, 'cut-off'), round(10, 20)], undefined, true],
  ['a part that ends before says nothing', [round(0, 5, 'cut-off'), round(10, 21), round(20, 30)], undefined, true],
  ['rounds that cannot be told apart say nothing', [round(0, 50, 'unclear'), round(10, 20)], undefined, false],
  ['nor do those beside a stuck task', [round(0, 50, 'beside-stuck'), round(10, 20)], undefined, false],
  ['nor beside initial indexing', [round(0, 50, 'initial-indexing'), round(10, 20)], undefined, false],
])('overlap: %s', (_, rounds, interval, expected) => {
  expect(roundsOverlap(rounds, interval, numbers)).toBe(expected);
});

const watched = (at: number, minutes: number) => ({ at: minute(at), minutes, estimated: true }) as const;

test.each<[string, IndexingRound[], ReturnType<typeof watched>[], [number, string][]]>([
  ['nothing', [], [], []],
  [
    'whole rounds only',
    [round(0, 10), round(20, 25, 'cut-off'), round(40, 52)],
    [],
    [
      [10, 'tasks'],
      [12, 'tasks'],
    ],
  ],
  [
    'those of a watch at other times',
    [round(20, 30)],
    [watched(15, 9), watched(50, 8)],
    [
      [9, 'watch'],
      [10, 'tasks'],
      [8, 'watch'],
    ],
  ],
  ['those that both saw by their tasks', [round(20, 30)], [watched(29.9, 9.5)], [[10, 'tasks']]],
  [
    'one that ends when the other begins',
    [round(20, 30)],
    [watched(20, 5)],
    [
      [5, 'watch'],
      [10, 'tasks'],
    ],
  ],
])('rounds that count: %s', (_, rounds, watch, expected) => {
  expect(measuresOf(rounds, watch).map(({ minutes, source }) => [minutes, source])).toEqual(expected);
});

test('from the first begin to the last end', () => {
  expect(spanOf([])).toBe(0);
  expect(spanOf(measuresOf([round(5, 10), round(0, 70)], []))).toBe(70);
});
