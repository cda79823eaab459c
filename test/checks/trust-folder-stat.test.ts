import { trustFolderStat } from '../../src/checks/trust-folder-stat';
import { inShort, judge, judgeSingle, type Case } from '../support/judging';
import type { EvidenceChanges, SummaryChanges } from '../support/facts';

const onIntegration = 'fail: check.trust-folder-stat.reason.integration';

const cases: Case<EvidenceChanges>[] = [
  ['off everywhere', {}, 'pass'],
  ['on at the integration', { integration: { trustFolderStat: true } }, onIntegration],
  [
    'on at the integration, repositories unread',
    { integration: { trustFolderStat: true }, repositories: { trustFolderStat: { unknown: 3 } } },
    onIntegration,
  ],
  ['on at repositories', { repositories: { trustFolderStat: { yes: 3 } } }, 'fail: reason.repositories'],
  [
    'on at both',
    { integration: { trustFolderStat: true }, repositories: { trustFolderStat: { yes: 3 } } },
    'fail: reason.repositories',
  ],
  [
    'on at repositories, integration absent',
    { integration: { trustFolderStat: 'absent' }, repositories: { trustFolderStat: { yes: 1 } } },
    'fail: reason.repositories',
  ],
  [
    'on at repositories of a cut list',
    { repositories: { trustFolderStat: { yes: 1 }, atLeast: true } },
    'fail: reason.repositories-at-least',
  ],
  ['absent', { integration: { trustFolderStat: 'absent' } }, 'unknown: reason.absent'],
  ['unreadable', { integration: { trustFolderStat: 'unreadable' } }, 'unknown: reason.unreadable'],
  [
    'a repository does not say',
    { repositories: { trustFolderStat: { unknown: 1 } } },
    'unknown: reason.repositories-unread',
  ],
  ['the list may be cut', { repositories: { atLeast: true } }, 'unknown: reason.list-cut'],
  ['no repository', { repositories: { total: 0 } }, 'pass'],
];

test.each(cases)('%s', (_, changes, expected) => {
  expect(inShort(judge(trustFolderStat, changes))).toBe(expected);
});

test('says how many repositories have it on, and names a few', () => {
  const { reason } = judge(trustFolderStat, { repositories: { trustFolderStat: { yes: 3 } } });
  expect(reason).toEqual({ key: 'reason.repositories', count: 3, args: [3, { list: ['one', 'two', 'three'] }] });
});

const single: Case<SummaryChanges>[] = [
  ['off', {}, 'pass'],
  ['on at one', { trustFolderStat: { yes: 1 } }, 'fail: reason.repositories'],
  ['one does not say', { trustFolderStat: { unknown: 1 } }, 'unknown: reason.repositories-unread'],
  ['the list may be cut', { atLeast: true }, 'unknown: reason.list-cut'],
];

test.each(single)('single repositories: %s', (_, repositories, expected) => {
  expect(inShort(judgeSingle(trustFolderStat, { repositories }))).toBe(expected);
});

test('weighs medium', () => expect(trustFolderStat.severity).toBe('medium'));
