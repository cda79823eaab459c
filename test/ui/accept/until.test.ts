import { dayAfter, dayProblem, endOf } from '../../../src/ui/accept/until';

const NOW = new Date(2026, 10, 26, 14, 5).getTime();

test.each([
  [0, '2026-11-26'],
  [30, '2026-12-26'],
  [180, '2027-05-25'],
  [365, '2027-11-26'],
])('%s days later it is %s', (days, day) => expect(dayAfter(NOW, days)).toBe(day));

test('a day is over at its end, by the calendar of the browser', () => {
  expect(endOf('2026-11-26')).toBe(new Date(2026, 10, 27).getTime() - 1);
  expect(endOf('26.11.2026')).toBeUndefined();
});

test.each([
  ['', 'day'],
  ['2026-11', 'day'],
  ['2026-11-25', 'over'],
  ['2026-11-26', undefined],
  ['2027-11-26', undefined],
  ['2027-11-27', 'too-far'],
])('until “%s”: %s', (day, problem) => expect(dayProblem(day, NOW)).toBe(problem));
