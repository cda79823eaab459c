import {
  isCount,
  isDuration,
  isInterval,
  isMoment,
  isPriority,
  LATEST_MOMENT,
  LONGEST_DURATION,
  LONGEST_INTERVAL,
} from '../../src/model/limits';

test.each([
  [isMoment, [1, 1.5, LATEST_MOMENT], [0, -1, LATEST_MOMENT + 1, 8.64e15, 1e300, NaN, Infinity, -Infinity]],
  [isDuration, [0, 0.1, LONGEST_DURATION], [-1, -0.001, LONGEST_DURATION + 1, NaN, Infinity]],
  [isInterval, [0, 0.5, 1, LONGEST_INTERVAL], [-1, LONGEST_INTERVAL + 1, NaN, Infinity]],
  [isPriority, [0, -5, 24, 2_147_483_647], [21.5, 2_147_483_648, NaN, Infinity]],
  [(value: number) => isCount(value, 9), [1, 9], [0, -1, 1.5, 10, NaN, Infinity]],
])('%p', (isInRange, inside, outside) => {
  expect(inside.filter((value) => !isInRange(value))).toEqual([]);
  expect(outside.filter(isInRange)).toEqual([]);
});

test('what is within the ranges can be shown, also when it is added up', () => {
  const longest = LONGEST_DURATION * 60_000;
  const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
  for (const time of [1, LATEST_MOMENT, 1 - 2 * longest, LATEST_MOMENT + 2 * longest]) {
    expect(() => [new Date(time).toISOString(), dates.format(time)]).not.toThrow();
  }
});
