import { unusedFeatures } from '../../src/checks/unused-features';
import type { IntegrationChanges } from '../support/facts';
import { inShort, judge, type Case } from '../support/judging';

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

test('lists what is on', () => {
  const { reason } = judge(unusedFeatures, {
    integration: { smartCommitsEnabled: true, sendCommitEmails: true, showAllTags: true },
  });
  expect(reason?.args).toEqual([
    { list: [{ key: 'feature.smart-commits' }, { key: 'feature.commit-emails' }, { key: 'feature.tags' }] },
  ]);
});

test('is advice', () => expect(unusedFeatures.severity).toBe('advisory'));
