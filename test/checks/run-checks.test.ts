import { INSTANCE_CHECKS, INTEGRATION_CHECKS } from '../../src/checks/registry';
import { requireUserPat } from '../../src/checks/require-user-pat';
import { repositoriesOf, runChecks } from '../../src/checks/run-checks';
import type { CheckSettings } from '../../src/model/check-settings';
import type { Finding } from '../../src/model/finding';
import type { Gathered, Outcome } from '../../src/model/gathered';
import { SINGLE_REPOSITORIES } from '../../src/model/integration';
import type { Severity } from '../../src/model/verdict';
import {
  gathered,
  integration,
  NOW,
  reading,
  runOptions,
  stampOf,
  summary,
  type GatheredChanges,
  type IntegrationChanges,
} from '../support/facts';

const ids = INTEGRATION_CHECKS.map(({ id }) => id);
const instanceIds = INSTANCE_CHECKS.map(({ id }) => id);

function run(changes: GatheredChanges = {}) {
  return runChecks(gathered(changes), runOptions());
}

function checksOf(findings: readonly Finding[] = []): string[] {
  return findings.map(({ check }) => check);
}

function having(findings: readonly Finding[] = [], verdict: Finding['verdict']): string[] {
  return checksOf(findings.filter((finding) => finding.verdict === verdict));
}

function needing(
  checks: readonly { readonly id: string; readonly needs: readonly string[] }[],
  evidence: string,
): string[] {
  return checks.filter(({ needs }) => needs.includes(evidence)).map(({ id }) => id);
}

function throwing(thrown: unknown): () => never {
  return () => {
    throw thrown;
  };
}

function judgesSingle(check: object): boolean {
  return 'judgeSingleRepositories' in check;
}

function first<Check>(checks: readonly Check[]): Check {
  const [check] = checks;
  if (!check) throw new Error('no check is registered');
  return check;
}

afterEach(() => jest.restoreAllMocks());

const nothingKnown = Object.fromEntries(Object.keys(integration()).map((field) => [field, 'absent']));

const integrations = [
  integration({ id: '1' }),
  integration({ id: '2', integrationType: 'FILESPACE' }),
  integration({ id: '3', disabled: true }),
  integration({ ...nothingKnown, id: '4', integrationType: 'GITHUB_APP' }),
];

test('every registered check gives one finding for every integration, in their order', () => {
  const { byIntegration, instance } = run({ integrations, repositories: {} });
  expect([...byIntegration.keys()]).toEqual(['integration:1', 'integration:2', 'integration:3', 'integration:4']);
  for (const [key, findings] of byIntegration) {
    expect(checksOf(findings)).toEqual(ids);
    for (const finding of findings) expect(finding).toMatchObject({ subject: key, scope: 'integration' });
  }
  expect(checksOf(instance)).toEqual(instanceIds);
  for (const finding of instance) expect(finding).toMatchObject({ subject: 'instance', scope: 'instance' });
});

test('a disabled integration gets no verdict, and says why', () => {
  const findings = run({ integrations: [integration({ disabled: true, requireUserPat: false })] }).byIntegration.get(
    'integration:1',
  );
  expect(having(findings, 'not-applicable')).toEqual(ids);
  expect(new Set(findings?.map(({ reason }) => reason?.key))).toEqual(new Set(['reason.disabled']));
  expect(findings?.[0]?.found).toMatchObject([{ field: 'disabled', value: true }]);
});

test('an enabled one is judged', () => {
  expect(
    having(run({ integrations: [integration({ disabled: false })] }).byIntegration.get('integration:1'), 'pass'),
  ).toContain('require-user-pat');
});

test.each(['absent', 'unreadable'] as const)('disabled: %s: what fails fails, and nothing passes', (disabled) => {
  const findings = run({ integrations: [integration({ disabled, requireUserPat: false })] }).byIntegration.get(
    'integration:1',
  );
  expect(having(findings, 'fail')).toEqual(['require-user-pat']);
  expect(having(findings, 'pass')).toEqual([]);
  expect(findings?.find(({ check }) => check === 'ssl-verification')).toMatchObject({
    verdict: 'unknown',
    found: [{ field: 'disabled' }],
  });
});

test('failed repositories make exactly the checks that need them Unknown, and say which source and why', () => {
  const { byIntegration, instance, singleRepositories } = run({ failed: { repositories: 'http' } });
  const findings = byIntegration.get('integration:1');
  expect(having(findings, 'unknown')).toEqual(needing(INTEGRATION_CHECKS, 'repositories'));
  expect(having(findings, 'unknown')).toEqual([
    'initial-indexing',
    'repository-errors',
    'project-association',
    'repository-drift',
    'repository-count',
    'trust-folder-stat',
  ]);
  expect(having(instance, 'unknown')).toEqual(needing(INSTANCE_CHECKS, 'repositories'));
  expect(having(singleRepositories, 'unknown')).toEqual(INTEGRATION_CHECKS.filter(judgesSingle).map(({ id }) => id));
  expect(findings?.find(({ verdict }) => verdict === 'unknown')?.reason).toEqual({
    key: 'reason.source-failed',
    args: [{ key: 'source.repositories' }, { key: 'failure.http.short' }],
  });
});

test('a check that does not apply stays so when its source failed', () => {
  const { byIntegration } = run({ integrations: [integration({ disabled: true })], failed: { repositories: 'http' } });
  expect(having(byIntegration.get('integration:1'), 'not-applicable')).toEqual(ids);
});

test('failed integrations leave the instance and the single repositories to be judged', () => {
  const { byIntegration, instance, singleRepositories } = run({
    failed: { integrations: 'timeout' },
    single: { total: 2, oldestIndexed: NOW },
  });
  expect(byIntegration.size).toBe(0);
  expect(having(instance, 'unknown')).toEqual(needing(INSTANCE_CHECKS, 'integrations'));
  expect(having(singleRepositories, 'pass')).toContain('ssl-verification');
});

test('nothing is judged on who is signed in', () => {
  expect(run({ failed: { myself: 'network' } })).toEqual(run());
});

test('without Jira’s clock, exactly what is judged by the time is Unknown', () => {
  const single = { total: 2, oldestIndexed: NOW, newestIndexed: NOW };
  const { byIntegration, singleRepositories } = run({ failed: { 'server-info': 'network' }, single });
  expect(having(byIntegration.get('integration:1'), 'unknown')).toEqual(needing(INTEGRATION_CHECKS, 'now'));
  expect(having(singleRepositories, 'unknown')).toEqual(['initial-indexing', 'indexing-freshness']);
  const info = {
    state: 'read',
    value: { version: '10.3.2', stamp: stampOf('server-info') },
  } as const;
  const timeless = runChecks({ ...gathered(), 'server-info': info }, runOptions());
  const findings = timeless.byIntegration.get('integration:1') ?? [];
  expect(having(findings, 'unknown')).toEqual(['initial-indexing', 'indexing-freshness']);
  expect(findings.find(({ verdict }) => verdict === 'unknown')?.reason).toEqual({
    key: 'reason.source-failed',
    args: [{ key: 'source.server-info' }, { key: 'failure.malformed.short' }],
  });
});

test('an integration that the repositories do not mention has none, as far as rows tell', () => {
  const nothing = summary({ total: 0, oldestIndexed: undefined, newestIndexed: undefined });
  const of = (changes: GatheredChanges) => repositoriesOf(gathered({ repositories: {}, ...changes }), '1');
  expect(of({})).toEqual({ state: 'read', value: nothing });
  expect(of({ repositoriesAtLeast: true, unplaced: 2, notReported: { repositories: ['state'] } })).toEqual({
    state: 'read',
    value: { ...nothing, atLeast: true, unusable: 2, notReported: ['state'] },
  });
});

test('those of one that they mention are its own', () => {
  const outcome = repositoriesOf(gathered({ repositories: { '1': { total: 3 }, '2': { total: 4 } } }), '2');
  expect(outcome).toMatchObject({ state: 'read', value: { total: 4 } });
});

test('the repositories of a failed list are its failure', () => {
  expect(repositoriesOf(gathered({ failed: { repositories: 'timeout' } }), '1')).toMatchObject({ state: 'failed' });
});

describe('single repositories', () => {
  test('every check gives one finding; those about integrations do not apply', () => {
    const { singleRepositories } = run({ single: { total: 2, oldestIndexed: NOW } });
    const judging = INTEGRATION_CHECKS.filter(judgesSingle).map(({ id }) => id);
    expect(checksOf(singleRepositories)).toEqual(ids);
    expect(having(singleRepositories, 'pass')).toEqual(judging);
    expect(having(singleRepositories, 'not-applicable')).toHaveLength(ids.length - judging.length);
    for (const { subject } of singleRepositories) expect(subject).toBe(SINGLE_REPOSITORIES);
  });

  const unread: Outcome<never> = { state: 'pending', source: 'repositories' };

  test.each<[string, Gathered, boolean]>([
    ['none', gathered(), false],
    ['one', gathered({ single: { total: 1 } }), true],
    ['a row that may be one', gathered({ single: { unusable: 1 } }), true],
    ['a list that may be cut', gathered({ repositoriesAtLeast: true }), true],
    ['a list that failed', gathered({ failed: { repositories: 'http' } }), true],
    [
      'a list that failed, as that of integrations',
      gathered({ failed: { repositories: 'http', integrations: 'http' } }),
      false,
    ],
    ['a list that is still read', { ...gathered(), repositories: unread }, false],
  ])('%s: findings, or none at all', (_, all, isJudged) => {
    expect(runChecks(all, runOptions()).singleRepositories).toHaveLength(isJudged ? ids.length : 0);
  });

  test('while the schedule is still read, just what is judged by it waits', () => {
    const options = { ...runOptions(), reindexInterval: { state: 'pending', source: 'schedule' } } as const;
    const { singleRepositories } = runChecks(gathered({ single: { total: 2, oldestIndexed: NOW } }), options);
    expect(checksOf(singleRepositories.filter(({ pending }) => pending))).toEqual(['indexing-freshness']);
    expect(having(singleRepositories, 'unknown')).toEqual(['indexing-freshness']);
  });

  test('what is about integrations says that it does not apply to them', () => {
    const { singleRepositories } = run({ single: { total: 2 } });
    const inapplicable = singleRepositories.filter(({ check }) => check === 'require-user-pat');
    expect(inapplicable).toMatchObject([{ verdict: 'not-applicable', reason: { key: 'reason.single-repositories' } }]);
  });

  test('a judge that throws is an Error in its row', () => {
    const check = first(INTEGRATION_CHECKS.filter(judgesSingle));
    jest
      .spyOn(check as Required<typeof check>, 'judgeSingleRepositories')
      .mockImplementation(throwing(new Error('broken')));
    expect(having(run({ single: { total: 2 } }).singleRepositories, 'error')).toEqual([check.id]);
  });
});

describe.each(['judge', 'appliesTo'] as const)('%s throws', (method) => {
  test.each([
    [new Error('broken'), 'broken'],
    ['a text', ''],
    [undefined, ''],
  ])('%s: an Error in its own row, and the others are judged', (thrown, detail) => {
    const before = run({ integrations });
    const check = first(INTEGRATION_CHECKS);
    jest.spyOn(check, method).mockImplementation(throwing(thrown));
    const after = run({ integrations });
    const [broken, ...others] = after.byIntegration.get('integration:1') ?? [];
    expect(broken).toMatchObject({
      check: check.id,
      verdict: 'error',
      reason: { key: 'reason.threw', args: [detail] },
    });
    expect(others).toEqual(before.byIntegration.get('integration:1')?.slice(1));
    expect(after.instance).toEqual(before.instance);
  });
});

test('a judge of the instance that throws is an Error in its own row', () => {
  const check = first(INSTANCE_CHECKS);
  jest.spyOn(check, 'judge').mockImplementation(throwing(new TypeError('broken')));
  const { instance } = run();
  expect(having(instance, 'error')).toEqual([check.id]);
  expect(checksOf(instance)).toEqual(instanceIds);
});

test('a finding weighs what the check does, unless its verdict weighs less', () => {
  const { byIntegration } = run({
    integrations: [integration({ global: true })],
    repositories: { '1': { total: 250 } },
  });
  const findings = byIntegration.get('integration:1') ?? [];
  for (const { check, severity } of findings) {
    const own = INTEGRATION_CHECKS.find(({ id }) => id === check)?.severity;
    expect([check, severity]).toEqual([check, check === 'project-association' ? 'advisory' : own]);
  }
});

test('a judge gets just the evidence that it asked for', () => {
  const spies = INTEGRATION_CHECKS.map((check) => ({ check, judge: jest.spyOn(check, 'judge') }));
  run({ integrations: [integration({ integrationType: 'GITLAB' })] });
  for (const { check, judge } of spies) {
    expect(Object.keys(judge.mock.calls[0]?.[0] ?? {}).sort()).toEqual([...check.needs].sort());
  }
});

test('what the integration alone makes certain fails even where its repositories could not be read', () => {
  const bad = integration({ trustFolderStat: true, global: false, projectMappingIds: 0 });
  const findings = run({ integrations: [bad], failed: { repositories: 'http' } }).byIntegration.get('integration:1');
  expect(having(findings, 'fail')).toEqual(['project-association', 'trust-folder-stat']);
});

test('what is still being read is Unknown, and so is the advice, which looks at the repositories', () => {
  const pending = { ...gathered(), repositories: { state: 'pending', source: 'repositories' } } as const;
  const { byIntegration, instance } = runChecks(pending, runOptions());
  const waiting = [...(byIntegration.get('integration:1') ?? []), ...instance].filter((finding) => finding.pending);
  expect(checksOf(waiting)).toEqual([
    ...needing(INTEGRATION_CHECKS, 'repositories'),
    'reindex-interval',
    'deleted-integration',
  ]);
  for (const finding of waiting) {
    expect(finding).toMatchObject({
      verdict: 'unknown',
      reason: { key: 'reason.source-pending', args: [{ key: 'source.repositories' }] },
    });
  }
});

test('while the advice is worked out, exactly what is judged by it waits', () => {
  const single = { total: 2, oldestIndexed: NOW };
  const options = { ...runOptions(), reindex: 'pending' } as const;
  const { byIntegration, singleRepositories, instance } = runChecks(gathered({ single }), options);
  expect(checksOf(instance.filter(({ pending }) => pending))).toEqual(['reindex-interval']);
  expect(checksOf(singleRepositories.filter(({ pending }) => pending))).toEqual(['indexing-freshness']);
  const waiting = byIntegration.get('integration:1')?.filter(({ pending }) => pending);
  expect(waiting).toMatchObject([
    { check: 'indexing-freshness', verdict: 'unknown', reason: { key: 'reason.advice-pending' } },
  ]);
});

describe('a finding holds what the check says, and nothing that is undefined', () => {
  const { byIntegration } = run({ integrations: [integration({ integrationType: 'AWS', requireUserPat: false })] });
  const of = (id: string) => byIntegration.get('integration:1')?.find(({ check }) => check === id);

  test('a Fail with a caution', () => {
    expect(of('require-user-pat')).toStrictEqual({
      check: 'require-user-pat',
      scope: 'integration',
      subject: 'integration:1',
      fix: { set: { requireUserPat: true } },
      verdict: 'fail',
      severity: 'high',
      docs: requireUserPat.docs,
      found: [reading('requireUserPat', false), reading('generalRequireUserPat', 'absent', 'admin')],
      wanted: { key: 'check.require-user-pat.wanted' },
      caution: { key: 'check.require-user-pat.caution.aws' },
      undoneBy: 'generalRequireUserPat',
    });
  });

  test('a Pass of a rule of our own', () => {
    expect(of('clear-text-origin')).toStrictEqual({
      check: 'clear-text-origin',
      scope: 'integration',
      subject: 'integration:1',
      verdict: 'pass',
      severity: 'high',
      found: [reading('origin', 'https://github.acme.example')],
    });
  });
});

describe('what a PUT can put right', () => {
  const wrong = { requireUserPat: false, trustFolderStat: true, disableSslVerification: true, displayName: 'GitHub' };
  const fixesOf = (findings: readonly Finding[] = []) => checksOf(findings.filter(({ fix }) => fix !== undefined));
  const fixesWith = (changes: IntegrationChanges) =>
    fixesOf(run({ integrations: [integration(changes)] }).byIntegration.get('integration:1'));

  test('Fails carry their fix, and nothing else does', () => {
    expect(fixesWith(wrong)).toEqual(['require-user-pat', 'ssl-verification', 'trust-folder-stat', 'display-name']);
    expect(fixesWith({})).toEqual([]);
    expect(fixesWith({ requireUserPat: 'absent', smartCommitsEnabled: 'absent' })).toEqual([]);
  });

  test.each([true, 'absent', 'unreadable'] as const)('none where disabled is %s', (disabled) => {
    expect(fixesWith({ ...wrong, disabled })).toEqual([]);
  });

  test('none on single repositories', () => {
    const { singleRepositories } = run({ single: { total: 3, trustFolderStat: { yes: 3 } } });
    expect(having(singleRepositories, 'fail')).toContain('trust-folder-stat');
    expect(fixesOf(singleRepositories)).toEqual([]);
  });
});

function runWith(settings: Partial<CheckSettings>, changes: GatheredChanges = {}) {
  const options = runOptions();
  return runChecks(gathered(changes), { ...options, settings: { ...options.settings, ...settings } });
}

test('a check that is switched off applies nowhere, and is not even tried', () => {
  const { webhooks } = { webhooks: INSTANCE_CHECKS.find(({ id }) => id === 'webhooks') };
  const tried = [jest.spyOn(requireUserPat, 'judge'), ...(webhooks ? [jest.spyOn(webhooks, 'judge')] : [])];
  const changes = { integrations: [integration(), integration({ id: '2', disabled: true })], single: { total: 1 } };
  const { byIntegration, singleRepositories, instance } = runWith({ off: [requireUserPat.id, 'webhooks'] }, changes);
  const all = [...byIntegration.values(), singleRepositories, instance].flat();
  const off = all.filter(({ reason }) => reason?.key === 'reason.switched-off');
  expect(off.map(({ subject, check, verdict }) => [subject, check, verdict])).toEqual([
    ['integration:1', requireUserPat.id, 'not-applicable'],
    ['integration:2', requireUserPat.id, 'not-applicable'],
    [SINGLE_REPOSITORIES, requireUserPat.id, 'not-applicable'],
    ['instance', 'webhooks', 'not-applicable'],
  ]);
  for (const judge of tried) expect(judge).not.toHaveBeenCalled();
});

test.each<[Severity, Severity | undefined, Severity | undefined, Severity]>([
  ['low', undefined, undefined, 'low'],
  ['low', 'high', undefined, 'high'],
  ['low', 'advisory', undefined, 'advisory'],
  ['high', undefined, 'low', 'low'],
  ['low', undefined, 'high', 'high'],
  ['high', 'medium', 'low', 'low'],
  ['high', 'low', 'high', 'low'],
])('a check of %s, set to %s, with a verdict of %s, weighs %s', (severity, set, own, expected) => {
  const check = first(INTEGRATION_CHECKS.filter(({ id }) => id === 'display-name'));
  jest.replaceProperty(check, 'severity', severity);
  jest.spyOn(check, 'judge').mockReturnValue({ verdict: 'fail', found: [], ...(own && { severity: own }) });
  const { byIntegration } = runWith({ severities: set ? { 'display-name': set } : {} });
  expect(byIntegration.get('integration:1')?.find((one) => one.check === 'display-name')?.severity).toBe(expected);
});
