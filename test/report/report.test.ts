import { buildReport } from '../../src/report/build-report';
import { HEALTHS } from '../../src/report/health';
import { mapOutcome, type Gathered } from '../../src/model/gathered';
import { SINGLE_REPOSITORIES } from '../../src/model/integration';
import { known, notAnswered, unreadable } from '../../src/model/reading';
import {
  DAY,
  gathered,
  integration,
  NOW,
  reportOptions,
  stampOf,
  type ConfirmationChanges,
  type GatheredChanges,
} from '../support/facts';

function report(changes: GatheredChanges = {}, confirmations: ConfirmationChanges = {}) {
  return buildReport(gathered(changes), reportOptions(confirmations));
}

const [atRisk, partly, healthy, disabled] = [
  integration({ id: '1', displayName: 'Zeta', requireUserPat: false }),
  integration({ id: '2', displayName: 'Beta', disableSslVerification: 'absent' }),
  integration({ id: '3', displayName: 'Gamma' }),
  integration({ id: '4', displayName: 'Alpha', disabled: true, requireUserPat: false }),
];

test('worst first, and one row for each integration', () => {
  const { subjects, healths } = report({ integrations: [disabled, healthy, partly, atRisk], repositories: {} });
  expect(subjects.map(({ name, health }) => [name, health])).toEqual([
    ['Zeta', 'at-risk'],
    ['Beta', 'partly-checked'],
    ['Gamma', 'healthy'],
    ['Alpha', 'disabled'],
  ]);
  expect(healths).toEqual({
    'at-risk': 1,
    'needs-attention': 0,
    'partly-checked': 1,
    'not-checked': 0,
    checking: 0,
    healthy: 1,
    disabled: 1,
  });
  expect(Object.keys(healths)).toEqual([...HEALTHS]);
});

test('with the same health the one with more to fix stands first, then by name', () => {
  const { subjects } = report({
    integrations: [
      integration({ id: '1', displayName: 'Beta' }),
      integration({ id: '2', displayName: 'alpha' }),
      integration({ id: '3', displayName: 'One', trustFolderStat: true }),
      integration({ id: '4', displayName: 'Two', trustFolderStat: true, projectMappingIds: 0 }),
      integration({ id: '5', displayName: 'absent', disabled: true }),
      integration({ id: '6', displayName: 'A', disabled: true }),
      integration({ id: '7', displayName: 'absent', disabled: true }),
    ],
  });
  expect(subjects.map(({ name }) => name)).toEqual(['Two', 'One', 'alpha', 'Beta', undefined, undefined, 'A']);
});

test('what could not be checked is never counted as passed', () => {
  const complete = report().subjects[0]?.counts;
  const partly = report({ failed: { repositories: 'http' } }).subjects[0]?.counts;
  expect(complete).toEqual({ fails: 0, passed: 13, advice: 0, accepted: 0, unread: 0 });
  expect(partly).toEqual({ fails: 0, passed: 7, advice: 0, accepted: 0, unread: 6 });
});

test('repositories: a number, "at least", none, or unread', () => {
  const repositories = (changes: GatheredChanges) => report(changes).subjects[0]?.repositories;
  expect(repositories({})).toEqual({ value: 10, atLeast: false });
  expect(repositories({ repositoriesAtLeast: true })).toEqual({ value: 10, atLeast: true });
  expect(repositories({ repositories: {} })).toEqual({ value: 0, atLeast: false });
  expect(repositories({ failed: { repositories: 'timeout' } })).toBeUndefined();
});

test('user PAT follows the general setting', () => {
  expect(report({ integrations: [atRisk] }).subjects[0]?.userPat).toBe('not-required');
  expect(report({ integrations: [atRisk] }, { generalRequireUserPat: true }).subjects[0]?.userPat).toBe('required');
});

test('a blank or unread name is none, and a host that cannot be told is none', () => {
  const { subjects } = report({
    integrations: [
      integration({ displayName: '  ', origin: '/mnt/git' }),
      integration({ id: '2', displayName: 'absent', origin: 'absent' }),
    ],
  });
  for (const { name, hostName } of subjects) expect([name, hostName]).toEqual([undefined, undefined]);
});

test('a name without space around it, the host of the origin and its product', () => {
  const [row] = report({
    integrations: [
      integration({ displayName: ' Payments ', origin: 'https://gitlab.com/acme', integrationType: 'absent' }),
    ],
  }).subjects;
  expect(row).toMatchObject({ id: '1', name: 'Payments', hostName: 'gitlab.com', product: 'gitlab' });
});

test('single repositories are one row, counted as the table shows it', () => {
  const { subjects, healths } = report({ single: { total: 3, oldestIndexed: NOW - 2 * DAY } });
  const row = subjects.find(({ key }) => key === SINGLE_REPOSITORIES);
  for (const name of ['id', 'name', 'hostName']) expect(row).not.toHaveProperty(name);
  expect(row).toMatchObject({
    product: 'git',
    health: 'needs-attention',
    userPat: 'not-applicable',
    repositories: { value: 3, atLeast: false },
  });
  expect(row?.lastIndexed).toEqual(known('lastIndexedDate', NOW - 2 * DAY, stampOf('repositories')));
  expect(Object.values(healths).reduce((sum, count) => sum + count)).toBe(2);
});

test('single repositories: disabled when all are, never indexed when none was', () => {
  const row = (single: GatheredChanges['single'] & object) =>
    report({ single }).subjects.find(({ key }) => key === SINGLE_REPOSITORIES);
  expect(row({ total: 3, disabled: 3 })?.health).toBe('disabled');
  expect(row({ total: 3, disabled: 2 })?.health).not.toBe('disabled');
  expect(row({ total: 3, oldestIndexed: undefined })?.lastIndexed.kind).toBe('absent');
  expect(row({ total: 0 })).toBeUndefined();
  expect(row({ total: 3, disabled: 3, unusable: 1 })?.health).not.toBe('disabled');
  expect(row({ total: 3, disabled: 3, atLeast: true })?.health).not.toBe('disabled');
  expect(row({ total: 3, oldestIndexed: undefined, neverIndexed: { unknown: 1 } })?.lastIndexed).toEqual(
    unreadable('lastIndexedDate', '', stampOf('repositories')),
  );
  expect(row({ total: 3, oldestIndexed: undefined, oldestUnlinked: NOW })?.lastIndexed).toMatchObject({ value: NOW });
  expect(row({ total: 3, oldestIndexed: undefined, atLeast: true })?.lastIndexed.kind).toBe('unreadable');
  expect(row({ total: 3, oldestIndexed: undefined, unusable: 1 })?.lastIndexed.kind).toBe('unreadable');
});

test('single repositories keep their row when their list fails, and while rows may belong to them', () => {
  const row = (changes: GatheredChanges) => report(changes).subjects.find(({ key }) => key === SINGLE_REPOSITORIES);
  const failed = row({ failed: { repositories: 'http' } });
  expect(failed).not.toHaveProperty('repositories');
  expect(failed).toMatchObject({
    health: 'not-checked',
    lastIndexed: notAnswered('lastIndexedDate', 'http', stampOf('repositories')),
  });
  expect(row({ single: { total: 0, unusable: 1 } })).toMatchObject({
    health: 'not-checked',
    repositories: { value: 0, atLeast: true },
  });
  expect(row({ failed: { repositories: 'http', integrations: 'http' } })).toBeUndefined();
});

test('rows that could not be used are told of both lists, where they were read', () => {
  const ofIntegration = { kind: 'integration', id: '#2', problem: 'no-id' } as const;
  const ofRepository = { kind: 'repository', id: '7', problem: 'no-parent' } as const;
  const { integrations, repositories, ...others } = gathered();
  const all: Gathered = {
    ...others,
    integrations: mapOutcome(integrations, (list) => ({ ...list, problems: [ofIntegration] })),
    repositories: mapOutcome(repositories, (list) => ({ ...list, problems: [ofRepository] })),
  };
  const failed = gathered({ failed: { integrations: 'http' } });
  expect(buildReport(all, reportOptions()).problems).toEqual([ofIntegration, ofRepository]);
  expect(buildReport({ ...all, integrations: failed.integrations }, reportOptions()).problems).toEqual([ofRepository]);
});

describe('a field that this version of GIJ does not report', () => {
  const lacking = [
    // Tags are advice only.
    integration({ id: '1', gitViewerEnabled: 'absent', showAllTags: 'absent' }),
    integration({ id: '2', gitViewerEnabled: 'absent' }),
  ];
  const ofRepositories = { '1': { trustFolderStat: { unknown: 10 }, notReported: ['trustFolderStat'] }, '2': {} };
  const both = {
    integrations: lacking,
    repositories: ofRepositories,
    notReported: { integrations: ['gitViewerEnabled', 'showAllTags'], repositories: ['trustFolderStat'] },
  };

  test('is named once, and only where a check lacks it; nothing else is wrong', () => {
    const { notReported, nothingElse, healths } = report(both);
    expect(notReported).toEqual([
      { source: 'integrations', field: 'gitViewerEnabled' },
      { source: 'repositories', field: 'trustFolderStat' },
    ]);
    expect(nothingElse).toBe(true);
    expect(healths).toMatchObject({ 'partly-checked': 2, healthy: 0 });
  });

  test.each<[string, GatheredChanges]>([
    ['a Fail', { ...both, integrations: [...lacking, atRisk] }],
    ['another Unknown', { ...both, integrations: [...lacking, partly] }],
    ['a list that failed', { ...both, failed: { 'server-info': 'http' } }],
    ['a Fail of the whole instance', { ...both, repositories: { ...ofRepositories, '99': {} } }],
  ])('with %s there is something else', (_, changes) => {
    expect(report(changes).nothingElse).toBe(false);
  });

  test('advice for the whole instance is nothing else', () => {
    const { nothingElse, instance } = report({ ...both, schedule: '0 minutes' });
    expect(instance.filter(({ verdict }) => verdict === 'fail')).toMatchObject([{ severity: 'advisory' }]);
    expect(nothingElse).toBe(true);
  });

  test('what one row lacks is not lacking in this version', () => {
    expect(report({ integrations: [partly] })).toMatchObject({ notReported: [], nothingElse: false });
  });

  test('nothing lacking is not “nothing else”', () => {
    expect(report()).toMatchObject({ notReported: [], nothingElse: false });
  });
});

test('a failed list of integrations leaves the instance and the single repositories', () => {
  const result = report({ failed: { integrations: 'forbidden' }, single: { total: 3, oldestIndexed: NOW } });
  expect(result.subjects.map(({ key }) => key)).toEqual([SINGLE_REPOSITORIES]);
  expect(result.instance.length).toBeGreaterThan(0);
  expect(result.atLeast).toBe(false);
});

test('a list that may be cut is said to be', () => {
  expect(report().atLeast).toBe(false);
  expect(report({ integrationsAtLeast: true }).atLeast).toBe(true);
});

test('the same input gives the same report', () => {
  expect(report({ integrations: [atRisk, healthy] })).toEqual(report({ integrations: [atRisk, healthy] }));
});

test('it says what its checks were told of the reindex job', () => {
  expect(report({ schedule: '30 minutes' }).reindex).toMatchObject({
    interval: { state: 'read', value: { kind: 'known', value: 30 } },
    status: { kind: 'not-enough-history' },
  });
});
