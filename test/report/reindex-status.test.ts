import { adviseReindexInterval, type CurrentSchedule } from '../../src/reindex';
import { intervalForFreshness, reindexStatus } from '../../src/report/reindex-status';
import { minute } from '../support/queue-task';

const NOW = minute(600);
const advise = (minutes: number, current?: CurrentSchedule) =>
  adviseReindexInterval({ tasks: [], runDurations: [{ at: minute(590), minutes }], current, now: NOW });

test('the advice as the check needs it, to a tenth of a minute', () => {
  expect(reindexStatus(advise(18.64, { kind: 'interval', minutes: 5 }), NOW)).toMatchObject({
    kind: 'advised',
    verdict: 'too-short',
    suggested: 22,
    pass: { kind: 'known', value: 18.6 },
    current: { kind: 'known', value: 5 },
  });
});

test('an interval that nobody told is absent, not 0', () => {
  expect(reindexStatus(advise(19), NOW)).toMatchObject({ verdict: 'current-unknown', current: { kind: 'absent' } });
});

test.each([[5, false], [20, false], [22, true], [60, true]])('the last run duration alone, and an interval of %d minutes: unproven %s', (minutes, isUnproven) => {
  expect(reindexStatus(advise(19, { kind: 'interval', minutes }), NOW)).toMatchObject({ isUnproven });
});

test('too little history is no advice', () => {
  expect(reindexStatus(adviseReindexInterval({ tasks: [], now: NOW }), NOW)).toEqual({ kind: 'not-enough-history' });
});

test.each<[CurrentSchedule | undefined, object]>([
  [{ kind: 'interval', minutes: 30 }, { kind: 'known', value: 30 }],
  // By night there are twelve hours without a run: an integration is not stale for that.
  [{ kind: 'cron', expression: '0 0 8-20 * * ?' }, { kind: 'known', value: 720 }],
  [{ kind: 'cron', expression: 'every day' }, { kind: 'absent' }],
  [undefined, { kind: 'absent' }],
])('freshness is judged by %j as %j', (current, reading) => {
  expect(intervalForFreshness(current, NOW)).toMatchObject(reading);
});
