import { gitlabLegacy } from '../../src/checks/gitlab-legacy';
import { inFull, judge } from '../support/judging';

const inapplicable = 'not-applicable: check.gitlab-legacy.reason.type <- integrationType=';
const fails = (type: string) => `fail <- integrationType=${type} -> check.gitlab-legacy.wanted`;

test.each([
  ['GITLAB', 'pass <- integrationType=GITLAB'],
  ['GITLAB_SERVER', 'pass <- integrationType=GITLAB_SERVER'],
  ['GITLAB_SERVER_LEGACY', fails('GITLAB_SERVER_LEGACY')],
  ['gitlab_server_legacy', fails('gitlab_server_legacy')],
  ['GITHUB', `${inapplicable}GITHUB`],
  ['GERRIT', `${inapplicable}GERRIT`],
  ['GITHUB_APP', `${inapplicable}GITHUB_APP`],
  ['', inapplicable],
  ['absent', 'unknown: reason.absent(field.integrationType) <- integrationType absent'],
  ['unreadable', 'unknown: reason.unreadable(field.integrationType, {…}) <- integrationType unreadable'],
])('type %s: %s', (integrationType, expected) => {
  expect(inFull(judge(gitlabLegacy, { integration: { integrationType } }))).toBe(expected);
});

test('weighs high', () => expect(gitlabLegacy.severity).toBe('high'));
