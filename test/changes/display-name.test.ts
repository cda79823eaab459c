import { judgeDisplayName, suggestDisplayName } from '../../src/changes/display-name';
import { evidence, type EvidenceChanges, type IntegrationChanges } from '../support/facts';
import { inShort } from '../support/judging';

const GITHUB: IntegrationChanges = {
  displayName: 'GitHub',
  origin: 'https://api.github.com',
  integrationType: 'GITHUB',
};
const GITLAB: IntegrationChanges = {
  displayName: 'GitLab',
  origin: 'https://gitlab.acme.example',
  integrationType: 'GITLAB_SERVER',
};

test.each<[string, IntegrationChanges, readonly string[], string | undefined]>([
  ['one organisation', GITHUB, ['acme'], 'GitHub: acme'],
  ['several groups', GITLAB, ['payments', 'search'], 'GitLab: payments, search'],
  ['many groups', GITLAB, ['a', 'b', 'c', 'd'], 'GitLab: a, b, c'],
  [
    'no groups, the organisation is in the address',
    { origin: 'https://dev.azure.com/acme', integrationType: 'AZURE_DEVOPS' },
    [],
    'Azure DevOps: acme',
  ],
  ['no groups, and nothing in the address', GITHUB, [], undefined],
  [
    'no groups, and a path that may be anything',
    { origin: 'https://tfs.acme.example:8080/tfs', integrationType: 'TFS_SERVER' },
    [],
    undefined,
  ],
  [
    'a host of an unknown product',
    { origin: 'https://code.acme.example', integrationType: 'NEW' },
    ['shop'],
    'code.acme.example: shop',
  ],
  ['neither product nor host', { origin: '/mnt/git', integrationType: 'FILESPACE' }, ['shop'], undefined],
  ['nothing is known', { origin: 'absent', integrationType: 'unreadable' }, ['shop'], undefined],
])('%s', (_, integration, groups, expected) => {
  expect(suggestDisplayName(evidence({ integration }), groups)).toBe(expected);
});

test('a name that another one has gets the host, and none is suggested where that is taken, too', () => {
  const facts = (...names: string[]) =>
    evidence({ integration: GITLAB, others: names.map((displayName) => ({ displayName })) });
  expect(suggestDisplayName(facts('gitlab: Payments'), ['payments'])).toBe('GitLab gitlab.acme.example: payments');
  expect(
    suggestDisplayName(facts('GitLab: payments', 'GitLab gitlab.acme.example: payments'), ['payments']),
  ).toBeUndefined();
});

test.each<[string, string, EvidenceChanges, string]>([
  ['good', 'GitHub: payments', {}, 'pass'],
  ['good, with blanks around it', ' GitHub: payments ', {}, 'pass'],
  ['its own name', 'GitHub', {}, 'fail: check.display-name.reason.product'],
  ['blank', ' ', {}, 'fail: check.display-name.reason.blank'],
  ['the address', 'https://api.github.com/*', {}, 'fail: check.display-name.reason.origin'],
  [
    'the name of another one',
    'GitHub: mobile',
    { others: [{ displayName: 'GitHub: mobile' }] },
    'fail: check.display-name.reason.duplicate',
  ],
  [
    'good, but there may be others',
    'GitHub: payments',
    { unusable: 1 },
    'unknown: check.display-name.reason.others-unread',
  ],
])('judges what is typed as the check would: %s', (_, name, changes, expected) => {
  expect(inShort(judgeDisplayName(name, evidence({ integration: GITHUB, ...changes })))).toBe(expected);
});
