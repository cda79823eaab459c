import { generalRequireUserPat } from '../../src/checks/general-require-user-pat';
import type { ConfirmationChanges } from '../support/facts';
import { inShort, judgeInstance, type Case } from '../support/judging';

const cases: Case<ConfirmationChanges>[] = [
  ['nobody confirmed it', {}, 'to-confirm'],
  ['unreadable', { generalRequireUserPat: 'unreadable' }, 'to-confirm'],
  ['another setting confirmed', { enforceGitPermissions: true }, 'to-confirm'],
  ['confirmed on', { generalRequireUserPat: true }, 'pass'],
  ['confirmed off', { generalRequireUserPat: false }, 'fail'],
];

test.each(cases)('%s', (_, confirmations, expected) => {
  expect(inShort(judgeInstance(generalRequireUserPat, { confirmations }))).toBe(expected);
});

test('shows the setting, and weighs medium', () => {
  expect(judgeInstance(generalRequireUserPat).found.map(({ field }) => field)).toEqual(['generalRequireUserPat']);
  expect(generalRequireUserPat.severity).toBe('medium');
});
