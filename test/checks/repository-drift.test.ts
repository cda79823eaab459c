import { repositoryDrift } from '../../src/checks/repository-drift';
import type { EvidenceChanges, IntegrationChanges, SummaryChanges } from '../support/facts';
import { inFull, inShort, judge, type Case } from '../support/judging';

const noneOn = 'unknown: check.repository-drift.reason.none-on';
const weaker = 'fail: check.repository-drift.reason.list';

function having(repositories: SummaryChanges, integration: IntegrationChanges = {}): EvidenceChanges {
  return { repositories, integration };
}

const userPatOff = { userPatOff: { yes: 2 } };
const sslOff = { sslVerificationOff: { yes: 2 } };
const everywhere = { everywhere: { yes: 2 } };
const some = { yes: 0, unknown: 1 };

const cases: Case<EvidenceChanges>[] = [
  ['all as strict', {}, 'pass'],
  ['no repository', having({ total: 0 }), 'pass'],
  ['Require User PAT off', having(userPatOff), weaker],
  ['one with Require User PAT off', having({ userPatOff: { yes: 1 } }), weaker],
  ['SSL verification off', having(sslOff), weaker],
  ['seen in every project', having(everywhere), weaker],

  ['Require User PAT off, as at the integration', having(userPatOff, { requireUserPat: false }), 'pass'],
  ['SSL verification off, as at the integration', having(sslOff, { disableSslVerification: true }), 'pass'],
  ['seen in every project, as the integration', having(everywhere, { global: true }), 'pass'],

  [
    'Require User PAT off, general setting confirmed on',
    { ...having(userPatOff), confirmations: { generalRequireUserPat: true } },
    'pass',
  ],
  [
    'Require User PAT off, general setting confirmed off',
    { ...having(userPatOff), confirmations: { generalRequireUserPat: false } },
    weaker,
  ],
  ['Require User PAT off, of a type without PATs', having(userPatOff, { integrationType: 'GERRIT' }), 'pass'],
  [
    'Require User PAT off, of an unknown type',
    having(userPatOff, { integrationType: 'GITHUB_APP' }),
    'unknown: reason.unknown-type',
  ],
  ['Require User PAT off, type absent', having(userPatOff, { integrationType: 'absent' }), 'unknown: reason.absent'],
  ['as strict, of an unknown type', having({}, { integrationType: 'GITHUB_APP' }), 'pass'],
  [
    'another weakness, of an unknown type',
    having({ ...userPatOff, ...sslOff }, { integrationType: 'GITHUB_APP' }),
    weaker,
  ],

  ['all but one with Require User PAT off', having({ userPatOff: { yes: 9 } }), weaker],
  ['all with Require User PAT off', having({ userPatOff: { yes: 10 } }), noneOn],
  ['the only one with Require User PAT off', having({ total: 1, userPatOff: { yes: 1 } }), noneOn],
  ['all enabled ones with Require User PAT off', having({ userPatOff: { yes: 7 }, disabled: 3 }), noneOn],
  ['all enabled ones but one with Require User PAT off', having({ userPatOff: { yes: 6 }, disabled: 3 }), weaker],
  ['none says that Require User PAT is on', having({ userPatOff: { yes: 9, unknown: 1 } }), noneOn],
  ['one says that Require User PAT is on, one does not say', having({ userPatOff: { yes: 8, unknown: 1 } }), weaker],
  [
    'all with Require User PAT off, in a list that may be cut',
    having({ userPatOff: { yes: 10 }, atLeast: true }),
    noneOn,
  ],
  [
    'all with Require User PAT off, as at the integration',
    having({ userPatOff: { yes: 10 } }, { requireUserPat: false }),
    'pass',
  ],
  [
    'all with Require User PAT off, general setting confirmed on',
    { ...having({ userPatOff: { yes: 10 } }), confirmations: { generalRequireUserPat: true } },
    'pass',
  ],
  [
    'all with Require User PAT off, of an unknown type',
    having({ userPatOff: { yes: 10 } }, { integrationType: 'GITHUB_APP' }),
    'unknown: reason.unknown-type',
  ],
  ['all with Require User PAT off, another weakness', having({ userPatOff: { yes: 10 }, ...sslOff }), weaker],
  ['SSL verification off at all', having({ sslVerificationOff: { yes: 10 } }), weaker],

  ['one does not say Require User PAT', having({ userPatOff: some }), 'unknown: reason.repositories-unread'],
  ['one does not say SSL verification', having({ sslVerificationOff: some }), 'unknown: reason.repositories-unread'],
  [
    'one does not say whether it is seen everywhere',
    having({ everywhere: some }),
    'unknown: reason.repositories-unread',
  ],
  ['one does not say, and it is of no matter', having({ userPatOff: some }, { requireUserPat: false }), 'pass'],
  ['one is weaker, one does not say', having({ ...sslOff, everywhere: some }), weaker],
  [
    'GIJ does not report it',
    having({ userPatOff: { unknown: 10 }, notReported: ['requireUserPat'] }),
    'unknown: reason.not-reported',
  ],
  [
    'GIJ does not report which are disabled',
    having({ everywhere: { unknown: 1 }, notReported: ['disabled'] }),
    'unknown: reason.not-reported',
  ],
  ['a row could not be used', having({ unusable: 1 }), 'unknown: reason.rows-unusable'],
  ['the list may be cut', having({ atLeast: true }), 'unknown: reason.list-cut'],
  ['weaker in a list that may be cut', having({ ...sslOff, atLeast: true }), weaker],
  [
    'Require User PAT of the integration absent',
    having(userPatOff, { requireUserPat: 'absent' }),
    'unknown: reason.absent',
  ],
  [
    'SSL verification of the integration unreadable',
    having(sslOff, { disableSslVerification: 'unreadable' }),
    'unknown: reason.unreadable',
  ],
  ['projects of the integration absent', having({}, { global: 'absent' }), 'unknown: reason.absent'],
  [
    'one setting of the integration absent, another is weaker',
    having(everywhere, { requireUserPat: 'absent' }),
    weaker,
  ],
];

test.each(cases)('%s', (_, changes, expected) => {
  expect(inShort(judge(repositoryDrift, changes))).toBe(expected);
});

test('says in what, how many and which', () => {
  const { reason, found } = judge(repositoryDrift, having({ ...sslOff, everywhere: { yes: 5 } }));
  expect(reason?.args).toEqual([
    {
      list: [
        {
          key: 'check.repository-drift.reason.weaker',
          args: [
            { key: 'drift.disableSslVerification' },
            { key: 'reason.repositories', count: 2, args: [2, { list: ['one', 'two'] }] },
          ],
        },
        {
          key: 'check.repository-drift.reason.weaker',
          args: [
            { key: 'drift.global' },
            { key: 'reason.repositories', count: 5, args: [5, { list: ['one', 'two', 'three'] }] },
          ],
        },
      ],
    },
  ]);
  expect(found.map(({ field }) => field)).toEqual([
    ...[
      'requireUserPat',
      'repositoriesUserPatOff',
      'disableSslVerification',
      'repositoriesSslOff',
      'global',
      'repositoriesEverywhere',
    ],
  ]);
});

test.each<Case<EvidenceChanges>>([
  [
    'all as strict, PATs of no matter',
    having({}, { integrationType: 'GERRIT' }),
    'pass <- disableSslVerification=false, repositoriesSslOff=0, global=false, repositoriesEverywhere=0',
  ],
  [
    'all with Require User PAT off',
    having({ userPatOff: { yes: 10 } }),
    `${noneOn} <- requireUserPat=true, repositoriesUserPatOff=10`,
  ],
  [
    'type absent',
    having(userPatOff, { integrationType: 'absent' }),
    'unknown: reason.absent(field.integrationType) <- integrationType absent',
  ],
  [
    'unknown type',
    having(userPatOff, { integrationType: 'NEW' }),
    'unknown: reason.unknown-type(NEW) <- integrationType=NEW',
  ],
  [
    'a setting of the integration absent',
    having({}, { global: 'absent' }),
    'unknown: reason.absent(field.global) <- global absent',
  ],
  [
    'a setting is reported of none',
    having({ everywhere: { unknown: 10 }, notReported: ['disabled', 'global'] }),
    'unknown: reason.not-reported(field.global) <- global absent',
  ],
  [
    'which are disabled is reported of none',
    having({ everywhere: { unknown: 10 }, notReported: ['disabled'] }),
    'unknown: reason.not-reported(field.disabled) <- disabled absent',
  ],
])('shows what it was judged on: %s', (_, changes, expected) => {
  expect(inFull(judge(repositoryDrift, changes))).toBe(expected);
});

test('says what is wanted', () => {
  expect(judge(repositoryDrift, having(sslOff)).wanted).toEqual({ key: 'check.repository-drift.wanted' });
});

test('says of Require User PAT that all are off, and names no drift of it beside another', () => {
  const { found } = judge(repositoryDrift, having({ userPatOff: { yes: 10 } }));
  expect(found).toMatchObject([
    { field: 'requireUserPat', value: true },
    { field: 'repositoriesUserPatOff', value: 10 },
  ]);
  const { reason } = judge(repositoryDrift, having({ userPatOff: { yes: 10 }, ...sslOff }));
  expect(reason?.args).toMatchObject([{ list: [{ args: [{ key: 'drift.disableSslVerification' }, {}] }] }]);
});

test('weighs medium', () => expect(repositoryDrift.severity).toBe('medium'));
