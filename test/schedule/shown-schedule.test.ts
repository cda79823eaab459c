import { shownSchedule } from '../../src/schedule/shown-schedule';
import { stampOf } from '../support/facts';

test.each([
  ['5 minutes', { kind: 'interval', minutes: 5 }],
  ['1 hour', { kind: 'interval', minutes: 60 }],
  ['1 hour, 30 minutes', { kind: 'interval', minutes: 90 }],
  ['0 minutes', { kind: 'interval', minutes: 0 }],
  ['6,944 days, 10 hours, 39 minutes', { kind: 'interval', minutes: 9_999_999 }],
  ['0 0 6,20 * * ?', { kind: 'cron', expression: '0 0 6,20 * * ?' }],
  ['0 0/30 8-18 ? * MON-FRI 2030', { kind: 'cron', expression: '0 0/30 8-18 ? * MON-FRI 2030' }],
  ['alle 5 Minuten', undefined],
  ['300000', undefined],
  ['0 0 25 * * ?', undefined],
])('%j is %j', (words, schedule) => {
  expect(shownSchedule({ words, stamp: stampOf('schedule') })).toEqual(schedule);
});

test('a page that tells of no job tells no schedule', () => {
  expect(shownSchedule({ stamp: stampOf('schedule') })).toBeUndefined();
});
