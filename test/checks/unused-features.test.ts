import { unusedFeatures } from '../../src/checks/unused-features';
import type { IntegrationChanges } from '../support/facts';
import { fixInShort, inFull, inShort, judge, type Case } from '../support/judging';

const on = 'fail: check.unused-features.reason.on';

const cases: Case<IntegrationChanges>[] = [
  ['all off', {}, 'pass'],
  ['smart commits', { smartCommitsEnabled: true }, on],
  ['commit e-mails', { sendCommitEmails: true }, on],
  ['all tags', { showAllTags: true }, on],
  ['all tags absent, filter blank', { showAllTags: 'absent', tagsFilter: ' ' }, on],
  ['all tags absent, filter set', { showAllTags: 'absent' }, 'unknown: reason.absent'],
  ['all tags off, filter blank', { tagsFilter: '' }, 'pass'],
  ['all tags off, filter absent', { tagsFilter: 'absent' }, 'pass'],
  ['nothing says about tags', { showAllTags: 'absent', tagsFilter: 'absent' }, 'unknown: reason.absent'],
  ['tags unreadable', { showAllTags: 'unreadable' }, 'unknown: reason.unreadable'],
  ['smart commits absent', { smartCommitsEnabled: 'absent' }, 'unknown: reason.absent'],
  ['e-mails unreadable', { sendCommitEmails: 'unreadable' }, 'unknown: reason.unreadable'],
  ['one on, one absent', { smartCommitsEnabled: true, sendCommitEmails: 'absent' }, on],
];

test.each(cases)('%s', (_, integration, expected) => {
  expect(inShort(judge(unusedFeatures, { integration }))).toBe(expected);
});

test.each<Case<IntegrationChanges>>([
  ['all off', {}, 'pass <- smartCommitsEnabled=false, sendCommitEmails=false, showAllTags=false'],
  [
    'all on',
    { smartCommitsEnabled: true, sendCommitEmails: true, showAllTags: true },
    `${on}([feature.smart-commits, feature.commit-emails, feature.tags]) <- smartCommitsEnabled=true, ` +
      'sendCommitEmails=true, showAllTags=true -> check.unused-features.wanted',
  ],
  [
    'all tags absent, filter blank',
    { showAllTags: 'absent', tagsFilter: ' ' },
    `${on}([feature.tags]) <- smartCommitsEnabled=false, sendCommitEmails=false, tagsFilter=  ` +
      '-> check.unused-features.wanted',
  ],
  [
    'one absent',
    { sendCommitEmails: 'absent' },
    'unknown: reason.absent(field.sendCommitEmails) <- sendCommitEmails absent',
  ],
  [
    'all tags absent, filter set',
    { showAllTags: 'absent' },
    'unknown: reason.absent(field.showAllTags) <- showAllTags absent',
  ],
])('lists what is on: %s', (_, integration, expected) => {
  expect(inFull(judge(unusedFeatures, { integration }))).toBe(expected);
});

test('is advice', () => expect(unusedFeatures.severity).toBe('advisory'));

test.each<[IntegrationChanges, string]>([
  [{ smartCommitsEnabled: true }, 'smartCommitsEnabled=false'],
  [{ sendCommitEmails: true, smartCommitsEnabled: 'absent' }, 'sendCommitEmails=false'],
  [{ showAllTags: true }, 'tagsFilter=?'],
  [{ showAllTags: 'absent', tagsFilter: '' }, 'tagsFilter=?'],
  [
    { smartCommitsEnabled: true, sendCommitEmails: true, showAllTags: true },
    'smartCommitsEnabled=false or sendCommitEmails=false or tagsFilter=?',
  ],
])('fix: what is on, each by itself: %j', (changes, expected) => {
  expect(fixInShort(unusedFeatures, changes)).toBe(expected);
});
