import { gitlabLegacy } from '../../src/checks/gitlab-legacy';
import { inShort, judge } from '../support/judging';

const inapplicable = 'not-applicable: check.gitlab-legacy.reason.type';

test.each([
  ['GITLAB', 'pass'],
  ['GITLAB_SERVER', 'pass'],
  ['GITLAB_SERVER_LEGACY', 'fail'],
  ['gitlab_server_legacy', 'fail'],
  ['GITHUB', inapplicable],
  ['GERRIT', inapplicable],
  ['GITHUB_APP', inapplicable],
  ['', inapplicable],
  ['absent', 'unknown: reason.absent'],
  ['unreadable', 'unknown: reason.unreadable'],
])('type %s: %s', (integrationType, expected) => {
  expect(inShort(judge(gitlabLegacy, { integration: { integrationType } }))).toBe(expected);
});

test('weighs high', () => expect(gitlabLegacy.severity).toBe('high'));
