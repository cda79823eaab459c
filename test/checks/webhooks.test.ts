import { webhooks } from '../../src/checks/webhooks';
import type { ConfirmationChanges } from '../support/facts';
import { inShort, judgeInstance, type Case } from '../support/judging';

const cases: Case<ConfirmationChanges>[] = [
  ['nobody confirmed it', {}, 'to-confirm'],
  ['unreadable', { webhooks: 'unreadable' }, 'to-confirm'],
  ['another setting confirmed', { generalRequireUserPat: true }, 'to-confirm'],
  ['confirmed on', { webhooks: true }, 'pass'],
  ['confirmed off', { webhooks: false }, 'fail'],
];

test.each(cases)('%s', (_, confirmations, expected) => {
  expect(inShort(judgeInstance(webhooks, { confirmations }))).toBe(expected);
});

test('shows the setting, and weighs low', () => {
  expect(judgeInstance(webhooks).found.map(({ field }) => field)).toEqual(['webhooks']);
  expect(webhooks.severity).toBe('low');
});
