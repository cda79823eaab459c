import { requireUserPat } from '../../src/checks/require-user-pat';
import { fixInShort, inFull, inShort, judge, type Case } from '../support/judging';
import type { ConfirmationChanges, EvidenceChanges, IntegrationChanges } from '../support/facts';

const own = 'check.require-user-pat.reason';
const confirmedOn = { generalRequireUserPat: true };
const GITHUB_APP = 'GITHUB_APP';

const cases: Case<EvidenceChanges>[] = [
  ['required, Repository Browser on', {}, 'pass'],
  ['not required', { integration: { requireUserPat: false } }, 'fail'],
  ['not required, Repository Browser off', { integration: { requireUserPat: false, gitViewerEnabled: false } }, 'fail'],
  ['required, but Repository Browser off', { integration: { gitViewerEnabled: false } }, `fail: ${own}.no-effect`],
  ['the setting is absent', { integration: { requireUserPat: 'absent' } }, 'unknown: reason.absent'],
  ['the setting is unreadable', { integration: { requireUserPat: 'unreadable' } }, 'unknown: reason.unreadable'],
  ['Repository Browser absent', { integration: { gitViewerEnabled: 'absent' } }, 'unknown: reason.absent'],
  ['Repository Browser unreadable', { integration: { gitViewerEnabled: 'unreadable' } }, 'unknown: reason.unreadable'],

  [
    'general on, own off',
    { integration: { requireUserPat: false }, confirmations: confirmedOn },
    `pass: ${own}.general`,
  ],
  [
    'general on, own absent',
    { integration: { requireUserPat: 'absent' }, confirmations: confirmedOn },
    `pass: ${own}.general`,
  ],
  [
    'general on, but Repository Browser off',
    { integration: { gitViewerEnabled: false }, confirmations: confirmedOn },
    `fail: ${own}.no-effect`,
  ],
  [
    'general on, Repository Browser absent',
    { integration: { gitViewerEnabled: 'absent' }, confirmations: confirmedOn },
    'unknown: reason.absent',
  ],
  ['general off, own on', { confirmations: { generalRequireUserPat: false } }, 'pass'],
  [
    'general off, own off',
    { integration: { requireUserPat: false }, confirmations: { generalRequireUserPat: false } },
    'fail',
  ],
  [
    'general unreadable, own off',
    { integration: { requireUserPat: false }, confirmations: { generalRequireUserPat: 'unreadable' } },
    'fail',
  ],

  ['unknown type, required', { integration: { integrationType: GITHUB_APP } }, 'pass'],
  [
    'unknown type, required, Browser absent',
    { integration: { integrationType: GITHUB_APP, gitViewerEnabled: 'absent' } },
    'unknown: reason.absent',
  ],
  [
    'unknown type, required, Browser off',
    { integration: { integrationType: GITHUB_APP, gitViewerEnabled: false } },
    'unknown: reason.unknown-type',
  ],
  [
    'unknown type, not required',
    { integration: { integrationType: GITHUB_APP, requireUserPat: false } },
    'unknown: reason.unknown-type',
  ],
  [
    'unknown type, absent',
    { integration: { integrationType: GITHUB_APP, requireUserPat: 'absent' } },
    'unknown: reason.unknown-type',
  ],
  [
    'type absent, not required',
    { integration: { integrationType: 'absent', requireUserPat: false } },
    'unknown: reason.absent',
  ],
  [
    'unknown type, general on',
    { integration: { integrationType: GITHUB_APP, requireUserPat: false }, confirmations: confirmedOn },
    `pass: ${own}.general`,
  ],
];

test.each(cases)('%s', (_, changes, expected) => {
  expect(inShort(judge(requireUserPat, changes))).toBe(expected);
});

const SUPPORTED = [
  'GITHUB',
  'GITHUB_SERVER',
  'GITLAB',
  'GITLAB_SERVER',
  'AZURE_DEVOPS',
  'AZURE',
  'VSTS',
  'TFS_SERVER',
  'AWS',
  'github',
];

test.each(SUPPORTED)('%s can ask for PATs', (integrationType) => {
  expect(inShort(judge(requireUserPat, { integration: { integrationType, requireUserPat: false } }))).toBe('fail');
});

test.each(['GERRIT', 'FILESPACE', 'GIT', 'EXTERNAL', 'HOSTED', 'GITLAB_SERVER_LEGACY'])(
  '%s cannot',
  (integrationType) => {
    const changes = { integration: { integrationType, requireUserPat: false }, confirmations: confirmedOn };
    expect(inShort(judge(requireUserPat, changes))).toBe(`not-applicable: ${own}.type`);
  },
);

const wanted = 'check.require-user-pat.wanted';

test.each<Case<EvidenceChanges>>([
  ['required', {}, 'pass <- requireUserPat=true, gitViewerEnabled=true'],
  [
    'required by the general setting',
    { integration: { requireUserPat: false }, confirmations: confirmedOn },
    `pass: ${own}.general <- generalRequireUserPat=true, requireUserPat=false, gitViewerEnabled=true`,
  ],
  [
    'not required',
    { integration: { requireUserPat: false } },
    `fail <- requireUserPat=false, generalRequireUserPat absent -> ${wanted}`,
  ],
  [
    'of no effect',
    { integration: { gitViewerEnabled: false } },
    `fail: ${own}.no-effect <- gitViewerEnabled=false, requireUserPat=true -> ${wanted}`,
  ],
  [
    'a type without PATs',
    { integration: { integrationType: 'GERRIT' } },
    `not-applicable: ${own}.type(GERRIT) <- integrationType=GERRIT`,
  ],
  [
    'an unknown type',
    { integration: { integrationType: 'NEW', requireUserPat: false } },
    'unknown: reason.unknown-type(NEW) <- integrationType=NEW, requireUserPat=false, gitViewerEnabled=true',
  ],
  [
    'absent',
    { integration: { requireUserPat: 'absent' } },
    'unknown: reason.absent(field.requireUserPat) <- requireUserPat absent',
  ],
  [
    'type absent',
    { integration: { integrationType: 'absent', requireUserPat: false } },
    'unknown: reason.absent(field.integrationType) <- integrationType absent',
  ],
])('shows the deciding field first: %s', (_, changes, expected) => {
  expect(inFull(judge(requireUserPat, changes))).toBe(expected);
});

test('weighs high', () => expect(requireUserPat.severity).toBe('high'));

test('a Fail warns before it is fixed, and nothing else does', () => {
  const caution = (changes: IntegrationChanges) =>
    judge(requireUserPat, { integration: { integrationType: 'AWS', ...changes } }).caution?.key;
  expect(caution({ requireUserPat: false })).toBe('check.require-user-pat.caution.aws');
  expect(caution({ gitViewerEnabled: false })).toBe('check.require-user-pat.caution.aws');
  expect(caution({})).toBeUndefined();
});

test.each<[string, IntegrationChanges, ConfirmationChanges, string]>([
  ['not required', { requireUserPat: false }, {}, 'requireUserPat=true'],
  [
    'not required, confirmed by the general setting',
    { requireUserPat: false },
    { generalRequireUserPat: false },
    'requireUserPat=true',
  ],
  [
    'not required, Repository Browser off',
    { requireUserPat: false, gitViewerEnabled: false },
    {},
    'requireUserPat=true, gitViewerEnabled=true',
  ],
  [
    'not required, Repository Browser unread',
    { requireUserPat: false, gitViewerEnabled: 'absent' },
    {},
    'requireUserPat=true',
  ],
  ['required, but Repository Browser off', { gitViewerEnabled: false }, {}, 'gitViewerEnabled=true'],
  [
    'required by the general setting, Repository Browser off',
    { requireUserPat: false, gitViewerEnabled: false },
    confirmedOn,
    'gitViewerEnabled=true',
  ],
])('fix: %s', (_, changes, confirmed, expected) => {
  expect(fixInShort(requireUserPat, changes, confirmed)).toBe(expected);
});
