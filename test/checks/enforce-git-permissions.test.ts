import { enforceGitPermissions } from '../../src/checks/enforce-git-permissions';
import { inFull, inShort, judge, type Case } from '../support/judging';
import type { ConfirmationChanges, EvidenceChanges } from '../support/facts';

const own = 'check.enforce-git-permissions.reason';

const cases: Case<ConfirmationChanges>[] = [
  ['nobody confirmed anything', {}, 'to-confirm'],
  ['unreadable', { enforceGitPermissions: 'unreadable' }, 'to-confirm'],
  ['only the general Require User PAT confirmed on', { generalRequireUserPat: true }, 'to-confirm'],
  ['only the general Require User PAT confirmed off', { generalRequireUserPat: false }, 'to-confirm'],
  ['confirmed off', { enforceGitPermissions: false }, 'fail'],
  ['confirmed off, PAT on', { enforceGitPermissions: false, generalRequireUserPat: true }, 'fail'],
  ['confirmed off, PAT off', { enforceGitPermissions: false, generalRequireUserPat: false }, 'fail'],
  ['confirmed on, PAT on', { enforceGitPermissions: true, generalRequireUserPat: true }, 'pass'],
  ['confirmed on, PAT not confirmed', { enforceGitPermissions: true }, 'to-confirm'],
  ['confirmed on, PAT unreadable', { enforceGitPermissions: true, generalRequireUserPat: 'unreadable' }, 'to-confirm'],
  ['confirmed on, PAT off', { enforceGitPermissions: true, generalRequireUserPat: false }, `fail: ${own}.general-off`],
];

test.each(cases)('%s', (_, confirmations, expected) => {
  expect(inShort(judge(enforceGitPermissions, { confirmations }))).toBe(expected);
});

test.each(['GITHUB', 'GITHUB_SERVER', 'GITLAB', 'GITLAB_SERVER', 'AZURE', 'AZURE_DEVOPS', 'VSTS', 'TFS_SERVER'])(
  'applies to %s',
  (integrationType) => {
    const changes = { integration: { integrationType }, confirmations: { enforceGitPermissions: false } };
    expect(inShort(judge(enforceGitPermissions, changes))).toBe('fail');
  },
);

test.each<Case<EvidenceChanges>>([
  ['off at the integration', { integration: { requireUserPat: false } }, `not-applicable: ${own}.not-required`],
  ['on without effect', { integration: { gitViewerEnabled: false } }, `not-applicable: ${own}.no-effect`],
  [
    'off at the integration, on in general',
    { integration: { requireUserPat: false }, confirmations: { generalRequireUserPat: true } },
    'to-confirm',
  ],
  [
    'off at the integration, on in general, answered off',
    {
      integration: { requireUserPat: false },
      confirmations: { generalRequireUserPat: true, enforceGitPermissions: false },
    },
    'fail',
  ],
  [
    'nobody can tell, answered off',
    { integration: { requireUserPat: 'absent' }, confirmations: { enforceGitPermissions: false } },
    'unknown: reason.absent',
  ],
  [
    'on in general, and nobody can tell whether it has an effect',
    {
      integration: { requireUserPat: true, gitViewerEnabled: 'absent' },
      confirmations: { generalRequireUserPat: true, enforceGitPermissions: true },
    },
    'unknown: reason.absent',
  ],
])('applies where users are asked for their PAT: %s', (_, changes, expected) => {
  expect(inShort(judge(enforceGitPermissions, changes))).toBe(expected);
});

test.each(['AWS', 'GERRIT', 'FILESPACE', 'GIT', 'EXTERNAL', 'HOSTED'])('does not apply to %s', (integrationType) => {
  const changes = { integration: { integrationType }, confirmations: { enforceGitPermissions: false } };
  expect(inShort(judge(enforceGitPermissions, changes))).toBe(`not-applicable: ${own}.type`);
});

test.each([
  ['GITHUB_APP', 'reason.unknown-type'],
  ['absent', 'reason.absent'],
  ['unreadable', 'reason.unreadable'],
])('an unknown type (%s) is to confirm, then unknown', (integrationType, reason) => {
  const integration = { integrationType };
  expect(inShort(judge(enforceGitPermissions, { integration }))).toBe('to-confirm');
  for (const value of [true, false]) {
    const confirmations = { enforceGitPermissions: value };
    expect(inShort(judge(enforceGitPermissions, { integration, confirmations }))).toBe(`unknown: ${reason}`);
  }
});

const wanted = 'check.enforce-git-permissions.wanted';

test.each<Case<EvidenceChanges>>([
  ['nobody confirmed it', {}, `to-confirm <- enforceGitPermissions absent -> ${wanted}`],
  ['off', { confirmations: { enforceGitPermissions: false } }, `fail <- enforceGitPermissions=false -> ${wanted}`],
  [
    'on, PAT off',
    { confirmations: { enforceGitPermissions: true, generalRequireUserPat: false } },
    `fail: ${own}.general-off <- enforceGitPermissions=true, generalRequireUserPat=false -> ${wanted}`,
  ],
  [
    'on, PAT on',
    { confirmations: { enforceGitPermissions: true, generalRequireUserPat: true } },
    'pass <- enforceGitPermissions=true, generalRequireUserPat=true',
  ],
  [
    'on, PAT not confirmed: that stands first',
    { confirmations: { enforceGitPermissions: true } },
    `to-confirm <- generalRequireUserPat absent, enforceGitPermissions=true -> ${wanted}`,
  ],
  [
    'a type without it',
    { integration: { integrationType: 'AWS' } },
    `not-applicable: ${own}.type(AWS) <- integrationType=AWS`,
  ],
  [
    'an unknown type',
    { integration: { integrationType: 'NEW' }, confirmations: { enforceGitPermissions: true } },
    'unknown: reason.unknown-type(NEW) <- integrationType=NEW',
  ],
])('shows what it was judged on: %s', (_, changes, expected) => {
  expect(inFull(judge(enforceGitPermissions, changes))).toBe(expected);
});

test('weighs high', () => expect(enforceGitPermissions.severity).toBe('high'));

test.each([[{ enforceGitPermissions: false }], [{ enforceGitPermissions: true, generalRequireUserPat: false }]])(
  'warns where the server may be one without PATs: %j',
  (confirmations) => {
    const integration = { integrationType: 'TFS_SERVER' };
    expect(judge(enforceGitPermissions, { integration, confirmations }).caution?.key).toBe(
      'check.require-user-pat.caution.tfs',
    );
    expect(judge(enforceGitPermissions, { confirmations }).caution).toBeUndefined();
  },
);
