import { finish } from '../../../src/steps/steps';
import { datesSeen, sortInSteps, spansOf, without } from '../../../src/reindex/watch/watch-dates';
import { SeededRandom } from '../../support/seeded-random';

const look = (...dates: number[]) => ({ at: 1, dates, requestMinutes: 0 });

test.each([
  ['no look', [], []],
  ['one look', [look(3, 1, 2, 1)], [1, 1, 2, 3]],
  ['a date that stays', [look(1, 2), look(2, 3)], [1, 2, 3]],
  ['a date that more repositories share later', [look(5), look(5, 5), look(5)], [5, 5]],
  ['a look without dates', [look(1), look(), look(2)], [1, 2]],
])('dates seen in %s', (_, looks, dates) => {
  expect([...finish(datesSeen(looks))]).toEqual(dates);
});

test.each([
  [[1, 2, 2, 3], [2], [1, 3]],
  [[1, 2], [], [1, 2]],
  [[1, 2], [0, 1, 2, 9], []],
  [[], [1], []],
])('%j without %j', (dates, before, left) => {
  expect([...finish(without(Float64Array.from(dates), Float64Array.from(before)))]).toEqual(left);
});

test.each([
  [[1, 3, 7], 1, [2, 4]],
  [[1, 3, 7], 2, [6]],
  [[1, 3, 7], 3, []],
])('%j: how long until %d dates later', (dates, width, spans) => {
  expect([...finish(spansOf(Float64Array.from(dates), width))]).toEqual(spans);
});

test.each([0, 1, 49_999, 50_000, 50_001, 260_000])('%d numbers are sorted as by sorting', (length) => {
  const random = new SeededRandom(1);
  const values = Float64Array.from({ length }, () => random.whole(-1000, 1000) * (random.chance(0.5) ? 1 : 0.1));
  expect([...finish(sortInSteps(values.slice()))]).toEqual([...values.sort()]);
});
