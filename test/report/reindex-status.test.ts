import type { Outcome } from '../../src/model/gathered';
import { absent, known, valueOf, type Stamp } from '../../src/model/reading';
import { isScheduleOff, type CurrentSchedule } from '../../src/model/schedule';
import { adviseReindexInterval } from '../../src/reindex/advise';
import { intervalForFreshness, reindexFacts, reindexStatus, scheduleOf } from '../../src/report/reindex-status';
import { gathered, stampOf } from '../support/facts';
import { minute, round } from '../support/queue-task';
import { suggest } from '../support/suggestion';

const NOW = minute(600);
const admin: Stamp = { source: 'admin', request: '', readAt: NOW };
const advise = (minutes: number, current?: CurrentSchedule, estimated?: true) =>
  adviseReindexInterval({ tasks: [], runDurations: [{ at: minute(590), minutes, estimated }], current, now: NOW });

const interval = (current: CurrentSchedule | undefined, now = NOW) =>
  intervalForFreshness({ current, stamp: stampOf('admin') }, now);

test('a suggestion as the check needs it, to a tenth of a minute', () => {
  const advice = suggest({
    tasks: [-60, -30, 0].flatMap((tick) => round(tick, 18.64)),
    now: minute(30),
    current: { kind: 'interval', minutes: 5 },
  });
  expect(reindexStatus(advice, NOW)).toEqual({
    kind: 'advised',
    verdict: 'too-short',
    isSure: true,
    suggested: 22,
    round: known('roundMinutes', 18.6, admin),
    current: known('reindexInterval', 5, admin),
  });
});

test.each([
  [[0], false],
  [[-60, -30, 0], true],
])('sure from medium confidence on: rounds at %j: %s', (ticks, isSure) => {
  const tasks = ticks.flatMap((tick) => round(tick, 18.64));
  expect(reindexStatus(suggest({ tasks, now: minute(30) }), NOW)).toMatchObject({ isSure });
});

test.each([
  [5, 'too-short'],
  [18, 'too-short'],
  [19, 'not-proven'],
  [60, 'not-proven'],
])('the last run duration alone, and an interval of %d minutes: %s', (minutes, verdict) => {
  expect(reindexStatus(advise(18.64, { kind: 'interval', minutes }), NOW)).toEqual({
    kind: 'at-least',
    verdict,
    suggested: 22,
    isProbable: false,
    atLeast: 18.64,
    bound: known('atLeastMinutes', 18.6, admin),
    current: known('reindexInterval', minutes, admin),
  });
});

test('an interval that nobody told is absent, not 0', () => {
  expect(reindexStatus(advise(19), NOW)).toMatchObject({
    verdict: 'current-unknown',
    current: absent('reindexInterval', admin),
  });
});

test.each([
  [0, 'off'],
  [1, 'too-short'],
  [44_640, 'longer-than-needed'],
  [44_641, 'off'],
  [9_999_999, 'off'],
])('an interval of %d minutes is %s', (minutes, verdict) => {
  expect(reindexStatus(advise(19, { kind: 'interval', minutes }, true), NOW)).toMatchObject({
    verdict,
    current: { kind: 'known', value: minutes },
    suggested: 22,
  });
});

test.each([
  ['0 0 2 ? * SUN', 'longer-than-needed'],
  ['0 0 2 1 * ?', 'longer-than-needed'],
  ['0 0 0 1 6 ? 2090', 'off'],
])('the cron expression %s is %s', (expression, verdict) => {
  expect(reindexStatus(advise(19, { kind: 'cron', expression }, true), NOW)).toMatchObject({ verdict });
});

test.each<[CurrentSchedule, number | undefined]>([
  [{ kind: 'interval', minutes: 0 }, 0],
  [{ kind: 'interval', minutes: 9_999_999 }, 9_999_999],
  [{ kind: 'interval', minutes: 44_641 }, 44_641],
  [{ kind: 'interval', minutes: 44_640 }, undefined],
  [{ kind: 'interval', minutes: 30 }, undefined],
  [{ kind: 'cron', expression: '0 0 0 1 6 ? 2090' }, 0],
  [{ kind: 'cron', expression: '0 0 2 ? * SUN' }, undefined],
  [{ kind: 'cron', expression: 'every day' }, undefined],
])('a schedule needs no history to be off: %j', (current, off) => {
  const status = reindexStatus(adviseReindexInterval({ tasks: [], current, now: NOW }), NOW);
  expect(status).toMatchObject({ kind: 'not-enough-history' });
  expect('off' in status ? status.off : undefined).toEqual(
    off === undefined ? undefined : known('reindexInterval', off, admin),
  );
});

test('too little history is no advice', () => {
  expect(reindexStatus(adviseReindexInterval({ tasks: [], now: NOW }), NOW)).toEqual({ kind: 'not-enough-history' });
});

test.each<[CurrentSchedule | undefined, object]>([
  [
    { kind: 'interval', minutes: 30 },
    { kind: 'known', value: 30 },
  ],
  // By night there are twelve hours without a run: an integration is not stale for that.
  [
    { kind: 'cron', expression: '0 0 8-20 * * ?' },
    { kind: 'known', value: 720 },
  ],
  [
    { kind: 'interval', minutes: 0 },
    { kind: 'known', value: 0 },
  ],
  [
    { kind: 'interval', minutes: 9_999_999 },
    { kind: 'known', value: 9_999_999 },
  ],
  [
    { kind: 'cron', expression: '0 0 2 ? * SUN' },
    { kind: 'known', value: 10_080 },
  ],
  // Once a year, and never again after that: off.
  [
    { kind: 'cron', expression: '0 0 0 1 6 ? 2090' },
    { kind: 'known', value: 0 },
  ],
  [{ kind: 'cron', expression: 'every day' }, absent('reindexInterval', stampOf('admin'))],
  [undefined, absent('reindexInterval', stampOf('admin'))],
])('freshness is judged by %j as %j', (current, reading) => {
  expect(interval(current)).toMatchObject(reading);
});

test.each([
  '0 0 2 ? * 6L',
  '0 0 2 ? * 6#3',
  '0 0 2 15W * ?',
  '0 0 2 1W * ?',
  '0 0 2 1 * ?',
  '0 0 2 31 * ?',
  '0 0 2 ? * SUN',
])('the cron expression %s is off on no day', (expression) => {
  for (let day = 0; day < 400; day += 1) {
    const minutes = valueOf(interval({ kind: 'cron', expression }, NOW + day * 86_400_000)) ?? 0;
    expect({ day, minutes, isOff: isScheduleOff(minutes) }).toEqual({ day, minutes, isOff: false });
  }
});

test.each(['0 0 2 1 1/3 ?', '0 0 0 1 6 ?'])('the cron expression %s is off', (expression) => {
  expect(valueOf(interval({ kind: 'cron', expression }))).toBe(0);
});

const GIVEN: CurrentSchedule = { kind: 'interval', minutes: 30 };
const READ: CurrentSchedule = { kind: 'interval', minutes: 0 };
const pending: Outcome<never> = { state: 'pending', source: 'schedule' };

test.each([
  ['given, and read', GIVEN, gathered({ schedule: '0 minutes' }), { current: GIVEN, stamp: admin }],
  ['given, and still read', GIVEN, { schedule: pending }, { current: GIVEN, stamp: admin }],
  [
    'given, and not allowed to read',
    GIVEN,
    gathered({ failed: { schedule: 'websudo' } }),
    { current: GIVEN, stamp: admin },
  ],
  ['read', undefined, gathered({ schedule: '0 minutes' }), { current: READ, stamp: stampOf('schedule') }],
  [
    'read, and not understood',
    undefined,
    gathered({ schedule: 'alle 5 Minuten' }),
    { current: undefined, stamp: admin },
  ],
  ['read, and not told', undefined, gathered(), { current: undefined, stamp: admin }],
  [
    'not allowed to read',
    undefined,
    gathered({ failed: { schedule: 'forbidden' } }),
    { current: undefined, stamp: admin },
  ],
])('the schedule is what an admin gave, else what was read: %s', (_, given, all, value) => {
  expect(scheduleOf(given, all, NOW)).toEqual({ state: 'read', value });
});

test('while the schedule is still read, and nobody gave it, nothing is judged by it', () => {
  expect(scheduleOf(undefined, { schedule: pending }, NOW)).toEqual(pending);
  expect(reindexFacts({ schedule: pending }, { now: NOW })).toEqual({
    reindexInterval: pending,
    reindex: { kind: 'not-enough-history' },
  });
});

test('an advice does not wait for the schedule', () => {
  const { reindex } = reindexFacts({ schedule: pending }, { advice: advise(19), now: NOW });
  expect(reindex).toMatchObject({ kind: 'at-least', current: absent('reindexInterval', admin) });
});

test('a schedule that was read tells without any advice that it is off, and says where it is from', () => {
  const off = known('reindexInterval', 0, stampOf('schedule'));
  expect(reindexFacts(gathered({ schedule: '0 minutes' }), { now: NOW }).reindex).toEqual({
    kind: 'not-enough-history',
    off,
  });
  const advice = advise(19, READ);
  expect(reindexFacts(gathered({ schedule: '0 minutes' }), { advice, now: NOW }).reindex).toMatchObject({
    current: off,
  });
  expect(reindexFacts(gathered({ schedule: '30 minutes' }), { now: NOW }).reindex).toEqual({
    kind: 'not-enough-history',
  });
});
