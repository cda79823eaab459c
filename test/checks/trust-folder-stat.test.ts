import { trustFolderStat } from '../../src/checks/trust-folder-stat';
import { fixInShort, inFull, inShort, judge, judgeSingle, type Case } from '../support/judging';
import { integration, type EvidenceChanges, type IntegrationChanges, type SummaryChanges } from '../support/facts';

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

const wanted = 'check.trust-folder-stat.wanted';

test.each<Case<EvidenceChanges>>([
  ['off everywhere', {}, 'pass <- trustFolderStat=false, repositoriesTrustFolderStat=0'],
  [
    'on at repositories: how many, and a few of their names',
    { repositories: { trustFolderStat: { yes: 5 } } },
    'fail: reason.repositories#5(5, [one, two, three]) <- trustFolderStat=false, repositoriesTrustFolderStat=5 ' +
      `-> ${wanted}`,
  ],
  [
    'on at the integration',
    { integration: { trustFolderStat: true } },
    `${onIntegration} <- trustFolderStat=true -> ${wanted}`,
  ],
  [
    'absent',
    { integration: { trustFolderStat: 'absent' } },
    'unknown: reason.absent(field.trustFolderStat) <- trustFolderStat absent',
  ],
  [
    'a repository does not say',
    { repositories: { trustFolderStat: { unknown: 1 } } },
    'unknown: reason.repositories-unread#1(1) <- repositories=10',
  ],
  [
    'no repository says',
    { repositories: { trustFolderStat: { unknown: 10 }, notReported: ['trustFolderStat'] } },
    'unknown: reason.not-reported(field.trustFolderStat) <- trustFolderStat absent',
  ],
])('shows what it was judged on: %s', (_, changes, expected) => {
  expect(inFull(judge(trustFolderStat, changes))).toBe(expected);
});

test.each<[IntegrationChanges, boolean]>([
  [{ trustFolderStat: true }, true],
  [{}, false],
  [{ trustFolderStat: 'absent' }, false],
])('without its repositories, %j is a certain Fail: %s', (changes, isCertain) => {
  expect(trustFolderStat.certainFail?.(integration(changes))?.verdict).toBe(isCertain ? 'fail' : undefined);
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

test('single repositories: shows how many, and what is wanted', () => {
  expect(inFull(judgeSingle(trustFolderStat, { repositories: { trustFolderStat: { yes: 1 } } }))).toBe(
    `fail: reason.repositories#1(1, [one]) <- repositoriesTrustFolderStat=1 -> ${wanted}`,
  );
});

test('weighs medium', () => expect(trustFolderStat.severity).toBe('medium'));

test.each([
  [true, 'trustFolderStat=false'],
  [false, 'none'],
  ['absent', 'none'],
  ['unreadable', 'none'],
] as const)(
  'fix: only where the integration has it on, for its repositories keep their own: %s',
  (setting, expected) => {
    expect(fixInShort(trustFolderStat, { trustFolderStat: setting })).toBe(expected);
  },
);
