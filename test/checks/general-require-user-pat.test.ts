import { generalRequireUserPat } from '../../src/checks/general-require-user-pat';
import type { ConfirmationChanges } from '../support/facts';
import { inFull, judgeInstance, type Case } from '../support/judging';

const wanted = 'check.general-require-user-pat.wanted';

const cases: Case<ConfirmationChanges>[] = [
  ['nobody confirmed it', {}, `to-confirm <- generalRequireUserPat absent -> ${wanted}`],
  [
    'unreadable',
    { generalRequireUserPat: 'unreadable' },
    `to-confirm <- generalRequireUserPat unreadable -> ${wanted}`,
  ],
  [
    'another setting confirmed',
    { enforceGitPermissions: true },
    `to-confirm <- generalRequireUserPat absent -> ${wanted}`,
  ],
  ['confirmed on', { generalRequireUserPat: true }, 'pass <- generalRequireUserPat=true'],
  ['confirmed off', { generalRequireUserPat: false }, `fail <- generalRequireUserPat=false -> ${wanted}`],
];

test.each(cases)('%s', (_, confirmations, expected) => {
  expect(inFull(judgeInstance(generalRequireUserPat, { confirmations }))).toBe(expected);
});

test('weighs medium', () => expect(generalRequireUserPat.severity).toBe('medium'));
