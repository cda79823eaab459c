import { acceptanceOf } from '../../src/decisions/accept';
import { acceptanceState, acceptedFinding, judgedDigest } from '../../src/decisions/acceptance';
import type { Finding } from '../../src/model/finding';
import { message } from '../../src/model/message';
import { DAY, NOW, reading } from '../support/facts';
import { finding as anyFinding } from '../support/finding';

function failing(changes: Partial<Finding> = {}): Finding {
  const found = [reading('displayName', 'GitHub'), reading('origin', 'https://github.acme.example')];
  return anyFinding({ verdict: 'fail', severity: 'medium', found, reason: message('reason.one'), ...changes });
}

const accepted = acceptanceOf(failing(), { reason: 'planned', note: 'In May', at: NOW, by: 'Ada' });

test.each<[string, Finding | undefined, number, string]>([
  ['as it was', failing(), NOW, 'holds'],
  ['a moment before its end', failing(), NOW + 180 * DAY - 1, 'holds'],
  ['at its end', failing(), NOW + 180 * DAY, 'expired'],
  ['of another value', failing({ found: [reading('displayName', 'GitLab')] }), NOW, 'changed'],
  ['of a weightier Fail', failing({ severity: 'high' }), NOW, 'weightier'],
  ['of a lighter Fail', failing({ severity: 'advisory' }), NOW, 'holds'],
  ['of what passes', failing({ verdict: 'pass' }), NOW, 'gone'],
  ['of what does not apply', failing({ verdict: 'not-applicable' }), NOW, 'gone'],
  ['of what is gone', undefined, NOW, 'gone'],
  ['of what cannot be read', failing({ verdict: 'unknown' }), NOW, 'unread'],
  ['of what could not be judged', failing({ verdict: 'error' }), NOW + 180 * DAY, 'unread'],
])('%s', (_, finding, now, state) => expect(acceptanceState(accepted, finding, now)).toBe(state));

const same = judgedDigest(failing());
const measured = [reading('reindexInterval', 5, 'admin'), reading('roundMinutes', 19, 'admin')];

test.each<[string, Partial<Finding>]>([
  ['a field less', { found: failing().found.slice(1) }],
  ['an absent one', { found: [reading('displayName', 'GitHub'), reading<string>('origin', 'absent')] }],
  ['an unreadable one', { found: [reading('displayName', 'GitHub'), reading<string>('origin', 'unreadable')] }],
  ['another reason', { reason: message('reason.two') }],
  ['what the reason names', { reason: message('reason.one', { list: ['alpha'] }) }],
  ['a number in the reason', { reason: message('reason.one', 3) }],
  ['a date in the reason', { reason: message('reason.one', { date: NOW }) }],
  ['a reason inside', { reason: message('reason.one', message('reason.two')) }],
  ['no reason', { reason: message('') }],
  ['a title', { title: message('title.one') }],
])('%s is another value', (_, changes) => expect(judgedDigest(failing(changes))).not.toBe(same));

test('durations, rounds, the moment of reading and what a Fail weighs are no values', () => {
  const after = (duration: number) => judgedDigest(failing({ reason: message('reason.one', { duration }) }));
  expect(after(1)).toBe(after(2));
  const round = (minutes: number, reason: string) =>
    judgedDigest(
      failing({ found: [measured[0]!, reading('roundMinutes', minutes, 'admin')], reason: message(reason) }),
    );
  expect(round(19, 'reason.one')).toBe(round(21, 'reason.two'));
  const later = failing().found.map((one) => ({ ...one, stamp: { ...one.stamp, readAt: NOW + DAY } }));
  expect(judgedDigest(failing({ found: later, severity: 'low' }))).toBe(same);
});

test('of what was measured the settings count', () => {
  const other = [reading('reindexInterval', 6, 'admin'), measured[1]!];
  expect(judgedDigest(failing({ found: other }))).not.toBe(judgedDigest(failing({ found: measured })));
});

test('the digest is short and tells no value', () => {
  expect(same).toMatch(/^[a-z\d]{5,11}$/);
});

test('an accepted Fail says by whom, why and until when', () => {
  expect(acceptedFinding(failing(), accepted)).toEqual({
    ...failing(),
    verdict: 'accepted',
    acceptance: { reason: 'planned', note: 'In May', at: NOW, until: NOW + 180 * DAY, by: 'Ada' },
  });
});
