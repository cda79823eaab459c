import { parseSchedule, shownSchedule } from '../../src/schedule/parse-schedule';
import { stampOf } from '../support/facts';

const NOW = Date.UTC(2026, 2, 2);

test.each([
  ['30', { kind: 'interval', minutes: 30 }],
  [' 76861433640456 ', { kind: 'interval', minutes: 76_861_433_640_456 }],
  ['1,440', { kind: 'interval', minutes: 1440 }],
  ['30 minutes', { kind: 'interval', minutes: 30 }],
  ['1 hour, 30 minutes', { kind: 'interval', minutes: 90 }],
  ['1 day, 2 hours, 30 minutes', { kind: 'interval', minutes: 1590 }],
  ['0 0 6 1 1 ? 2020', { problem: 'cron' }],
  ['0 0/30 * * * ?', { kind: 'cron', expression: '0 0/30 * * * ?' }],
  ['0 0 2 ? * MON-FRI', { kind: 'cron', expression: '0 0 2 ? * MON-FRI' }],
  ['0 0 0 L * ? 2030', { kind: 'cron', expression: '0 0 0 L * ? 2030' }],
  ['', { problem: 'empty' }],
  ['0', { kind: 'interval', minutes: 0 }],
  ['0 minutes', { kind: 'interval', minutes: 0 }],
  ['9,999,999', { kind: 'interval', minutes: 9_999_999 }],
  ['-3', { problem: 'too-small' }],
  ['1.5', { problem: 'not-a-whole-number' }],
  ['90 seconds', { problem: 'not-a-whole-number' }],
  ['soon', { problem: 'not-a-whole-number' }],
  ['76861433640457', { problem: 'too-large' }],
  ['* * * * *', { problem: 'cron' }],
  ['0 0 25 * * ?', { problem: 'cron' }],
])('“%s” is %j', (text, expected) => {
  expect(parseSchedule(text, NOW)).toEqual(expected);
});

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
])('Jira’s page shows %j, which is %j', (words, schedule) => {
  expect(shownSchedule({ words, stamp: stampOf('schedule') })).toEqual(schedule);
});

test('a page that tells of no job tells no schedule', () => {
  expect(shownSchedule({ stamp: stampOf('schedule') })).toBeUndefined();
});
