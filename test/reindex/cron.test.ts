/** @jest-environment node */
import { cronGaps } from '../../src/reindex';

/** A Sunday. */
const NOW = Date.UTC(2026, 10, 22, 10);

describe('cronGaps', () => {
  test.each([
    ['0 0/30 * * * ?', 30], ['0 */15 * * * ?', 15], ['0 5/7 * * * ?', 7], ['0 0 6,7,20 * * ?', 60], ['0 0 22-2 ? * *', 60], ['0 0 22-4/2 * * ?', 120],
    ['0 0 2 ? * SAT-TUE', 1440], ['0 0 2 ? * MON-FRI', 1440], ['0 0 2 ? * 2,6', 3 * 1440], ['0 0 0/6 ? * * 2026-2027', 360], ['0 * * * * ?', 1],
    ['*/10 * * * * ?', 1 / 6], ['0 0 2 ? * 1', 7 * 1440], ['0 0 23,0 * * ?', 60], ['0 0 0-23 ? * *', 60],
  ])('%s: %d minutes', (expression, minutes) => {
    expect(cronGaps(expression, NOW)?.smallestGapMinutes).toBeCloseTo(minutes, 9);
  });

  test.each([
    ['last day of the month', '0 0 2 L * ?', '2026-11-30'],
    ['last day, from November to February', '0 0 2 L NOV-FEB ?', '2026-11-30'],
    ['the first, from December to February', '0 0 2 1 DEC-FEB ?', '2026-12-01'],
    ['the first, in every second month from December on', '0 0 2 1 DEC-MAR/2 ?', '2026-12-01'],
    ['Friday to Monday', '0 0 2 ? * FRI-MON', '2026-11-27'],
    ['working day nearest to the third last, a Friday', '0 0 2 L-3W * ?', '2026-11-27'],
    ['working day nearest to the second last, a Sunday', '0 0 2 L-1W * ?', '2026-11-30'],
    ['working day nearest to the second last, a Saturday', '0 0 2 L-2W * ?', '2026-11-27'],
    ['third last day', '0 0 2 L-3 * ?', '2026-11-27'],
    ['last working day', '0 0 2 LW * ?', '2026-11-30'],
    ['working day nearest to the 28th, a Saturday', '0 0 2 28W * ?', '2026-11-27'],
    ['last Friday', '0 0 2 ? * 6L', '2026-11-27'],
    ['last Friday by name', '0 0 2 ? * FRIL', '2026-11-27'],
    ['third Friday', '0 0 2 ? * 6#3', '2026-12-18'],
    ['Saturday', '0 0 2 ? * L', '2026-11-28'],
    ['Sunday is 1', '0 0 2 ? * 1', '2026-11-29'],
    ['Saturday is 7', '0 0 2 ? * 7', '2026-11-28'],
  ])('%s', (_, expression, day) => {
    expect(cronGaps(expression, NOW)?.from).toEqual({ day, time: '02:00:00' });
  });

  test.each([
    ['0 * * * * ?', 1], ['*/10 * * * * ?', 1 / 6], ['0 0 6,7,20 * * ?', 780], ['0 0 8-20 * * ?', 720], ['0 0 2 ? * MON-FRI', 3 * 1440], ['0 0/5 8-17 ? * MON-FRI', 3725], ['0 0 0 1,2 * ?', 43_200],
  ])('%s: at most %d minutes', (expression, minutes) => {
    expect(cronGaps(expression, NOW)?.largestGapMinutes).toBeCloseTo(minutes, 9);
  });

  test('counts all fires, quickly', () => {
    const started = performance.now();
    expect(cronGaps('0 * * * * ?', Date.UTC(2026, 10, 22))).toMatchObject({ fires: 31 * 1440 });
    expect(cronGaps('* * * * * ?', Date.UTC(2026, 10, 22))).toMatchObject({ fires: 31 * 86_400, largestGapMinutes: 1 / 60 });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('names the hours', () => {
    expect(cronGaps('0 0 6,7,20 * * ?', NOW)).toMatchObject({
      hours: [6, 7, 20], from: { day: '2026-11-23', time: '06:00:00' }, to: { day: '2026-11-23', time: '07:00:00' },
    });
  });

  test('a schedule that never fires again is none', () => {
    expect(cronGaps('0 0 2 1 1 ? 2020', NOW)).toBeUndefined();
    expect(cronGaps('0 0 2 30 2 ?', NOW)).toBeUndefined();
    expect(cronGaps('0 0 2 1 1 ? 2030', NOW)).toMatchObject({ fires: 0, hours: [] });
  });

  test.each([
    '', 'daily', '*/5 * * * *', '0 0 25 * * ?', '0 0 2 * * * * *', '0 0/0 * * * ?', '0 0 2 ? * FOO', '0 0 2 ? * 8', '0 0 2 ? * 0', '0 0 2 ? * 1-8',
    '0 0 2 ? * MON,8', '0 0 2 ? * 8L', '0 0 2 ? * 8#1', '0 0 2 1 13 ?', '0 0 2 L-30 * ?', '0 0 2 L-30W * ?', '0 0 2 * * ? 2027-2020', '0 0 2 1-5-7 * ?',
  ])('refuses %s', (expression) => {
    expect(cronGaps(expression, NOW)).toBeUndefined();
  });

  test('no clock, no answer', () => {
    expect(cronGaps('0 0 2 * * ?', NaN)).toBeUndefined();
  });
});
