import { cronGaps, type CronGaps } from '../../src/schedule/cron';
import { DAY, firesBetween, readQuartz } from '../../src/schedule/quartz';
import { SeededRandom } from '../support/seeded-random';

const SECONDS = ['0', '0', '30', '1,2,59', '0/15', '58-3'] as const;
const MINUTES = ['0', '0/7', '5,10,59', '1-20/9', '50-10'] as const;
const HOURS = ['0', '6,7,20', '22-2', '0/6', '9-17/2', '*'] as const;
const DAYS = ['*', '?', '1', 'L', 'L-3', '15W', 'LW', '1,15', 'L-2W', '31'] as const;
const MONTHS = ['*', '*', '1', 'NOV-FEB', '2', '*/3'] as const;
const WEEKDAYS = ['?', '?', 'MON-FRI', 'SAT-TUE', '6#3', '6L', '2,6'] as const;

/** Every fire of the coming 31 days written down, and the first one of the day after. */
function byAllFires(expression: string, now: number): CronGaps | undefined {
  const quartz = readQuartz(expression);
  const today = Math.floor(now / DAY) * DAY;
  const days = quartz ? firesBetween(quartz.days, today, today + 31 * DAY) : [];
  const next = quartz?.days.nextRun(new Date(today + 31 * DAY - 1))?.getTime();
  if (!quartz || (days.length === 0 && next === undefined)) return undefined;
  const of = (from: number) => quartz.times.map((time) => from + time).filter((time) => time >= now);
  const fires = days.flatMap(of);
  const nearest = next === undefined ? fires : [...fires, ...of(next)];
  const later = next === undefined || nearest.length > 1 ? undefined : quartz.days.nextRun(new Date(next))?.getTime();
  const all = later === undefined ? nearest : [...of(next ?? 0), ...of(later)];
  const hours = days.length === 0 ? [] : [...new Set(quartz.times.map((time) => Math.floor(time / 3_600_000)))];
  const gaps = all
    .slice(1)
    .map((time, place) => ({ from: all[place] ?? 0, minutes: (time - (all[place] ?? 0)) / 60_000 }));
  if (gaps.length === 0) return { fires: fires.length, hours };
  const smallest = gaps.reduce((a, b) => (b.minutes < a.minutes ? b : a));
  const largest = gaps.reduce((a, b) => (b.minutes > a.minutes ? b : a));
  const shown = (at: number) => ({
    day: new Date(at).toISOString().slice(0, 10),
    time: new Date(at).toISOString().slice(11, 19),
  });
  return {
    smallestGapMinutes: smallest.minutes,
    largestGapMinutes: largest.minutes,
    from: shown(smallest.from),
    to: shown(smallest.from + smallest.minutes * 60_000),
    fires: fires.length,
    hours,
  };
}

/** The day of a month that is Monday to Friday and nearest to so many days before its last, without leaving the month. */
function nearestWorkingDay(day: Date, before: number): number {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
  const wanted = Date.UTC(year, month + 1, -before);
  const candidates = [0, -1, 1, -2, 2].map((shift) => new Date(wanted + shift * DAY));
  const isIt = (one: Date) => one.getUTCDay() % 6 !== 0 && one.getUTCMonth() === month;
  return candidates.find(isIt)?.getTime() ?? NaN;
}

/** A Sunday. */
const NOW = Date.UTC(2026, 10, 22, 10);

describe('cronGaps', () => {
  test.each([
    ['0 0/30 * * * ?', 30],
    ['0 */15 * * * ?', 15],
    ['0 5/7 * * * ?', 7],
    ['0 0 6,7,20 * * ?', 60],
    ['0 0 22-2 ? * *', 60],
    ['0 0 22-4/2 * * ?', 120],
    ['0 0 2 ? * SAT-TUE', 1440],
    ['0 0 2 ? * MON-FRI', 1440],
    ['0 0 2 ? * 2,6', 3 * 1440],
    ['0 0 0/6 ? * * 2026-2027', 360],
    ['0 * * * * ?', 1],
    ['*/10 * * * * ?', 1 / 6],
    ['0 0 2 ? * 1', 7 * 1440],
    ['0 0 23,0 * * ?', 60],
    ['0 0 0-23 ? * *', 60],
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
    ['0 * * * * ?', 1],
    ['*/10 * * * * ?', 1 / 6],
    ['0 0 6,7,20 * * ?', 780],
    ['0 0 8-20 * * ?', 720],
    ['0 0 2 ? * MON-FRI', 3 * 1440],
    ['0 0/5 8-17 ? * MON-FRI', 3725],
    ['0 0 0 1,2 * ?', 43_200],
  ])('%s: at most %d minutes', (expression, minutes) => {
    expect(cronGaps(expression, NOW)?.largestGapMinutes).toBeCloseTo(minutes, 9);
  });

  test('counts all fires', () => {
    expect(cronGaps('0 * * * * ?', Date.UTC(2026, 10, 22))).toMatchObject({ fires: 31 * 1440 });
    expect(cronGaps('* * * * * ?', Date.UTC(2026, 10, 22))).toMatchObject({
      fires: 31 * 86_400,
      largestGapMinutes: 1 / 60,
    });
  });

  test('of any expression it says what all its fires say, one after the other', () => {
    const random = new SeededRandom(5);
    let read = 0;
    for (let round = 0; round < 400; round += 1) {
      const expression = [SECONDS, MINUTES, HOURS, DAYS, MONTHS, WEEKDAYS].map((field) => random.pick(field)).join(' ');
      const now = NOW + random.whole(0, 400 * DAY);
      const found = cronGaps(expression, now);
      expect({ expression, now, ...found }).toEqual({ expression, now, ...byAllFires(expression, now) });
      if (found) read += 1;
    }
    expect(read).toBeGreaterThan(100);
  });

  test('a working day before the end of the month is the nearest, whatever else the expression says', () => {
    // In 2025 the first of February is a Saturday.
    const from = Date.UTC(2025, 0, 1);
    for (const [before, others] of [
      [0, '* ?'],
      [1, '* ?'],
      [3, '2,5 ?'],
      [27, '* ?'],
    ] as const) {
      const all = firesBetween(readQuartz(`0 0 0 * ${others}`)!.days, from, from + 1100 * DAY);
      const wanted = all.filter((day) => day === nearestWorkingDay(new Date(day), before));
      expect(wanted.length).toBeGreaterThan(2);
      expect(firesBetween(readQuartz(`0 0 0 L-${before}W ${others}`)!.days, from, from + 1100 * DAY)).toEqual(wanted);
    }
  });

  test('names the hours', () => {
    expect(cronGaps('0 0 6,7,20 * * ?', NOW)).toMatchObject({
      hours: [6, 7, 20],
      from: { day: '2026-11-23', time: '06:00:00' },
      to: { day: '2026-11-23', time: '07:00:00' },
    });
  });

  test('a schedule that never fires again is none', () => {
    expect(cronGaps('0 0 2 1 1 ? 2020', NOW)).toBeUndefined();
    expect(cronGaps('0 0 2 30 2 ?', NOW)).toBeUndefined();
    expect(cronGaps('0 0 2 1 1 ? 2030', NOW)).toMatchObject({ fires: 0, hours: [] });
  });

  test.each([
    '',
    'daily',
    '*/5 * * * *',
    '0 0 2 * * *',
    '0 0 2 1 * MON',
    '0 0 2 ? * ?',
    '0 0 2 ?/2 * MON',
    '0 ? 2 1 * *',
    '0 ? 2 * * ?',
    '0 0 ? * * ?',
    '0 0 25 * * ?',
    '0 0 2 * * * * *',
    '0 0/0 * * * ?',
    '0 0 2 ? * FOO',
    '0 0 2 ? * 8',
    '0 0 2 ? * 0',
    '0 0 2 ? * 1-8',
    '0 0 2 ? * MON,8',
    '0 0 2 ? * 8L',
    '0 0 2 ? * 8#1',
    '0 0 2 1 13 ?',
    '0 0 2 L-30 * ?',
    '0 0 2 L-30W * ?',
    '0 0 2 * * ? 2027-2020',
    '0 0 2 1-5-7 * ?',
  ])('refuses %s', (expression) => {
    expect(cronGaps(expression, NOW)).toBeUndefined();
  });

  test('no clock, no answer', () => {
    expect(cronGaps('0 0 2 * * ?', NaN)).toBeUndefined();
  });
});
