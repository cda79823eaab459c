import type { BadgesSetting } from '../../src/decisions/settings';
import { keepCheck } from '../../src/last-check/keep-check';
import type { KeptSubject } from '../../src/last-check/kept-check';
import { parseKeptCheck } from '../../src/last-check/read-kept-check';
import type { Finding } from '../../src/model/finding';
import type { Gathered } from '../../src/model/gathered';
import { SINGLE_REPOSITORIES } from '../../src/model/integration';
import { buildReport } from '../../src/report/build-report';
import type { Report } from '../../src/report/report';
import { gathered, integration, NOW, reportOptions } from '../support/facts';
import { finding } from '../support/finding';
import { reportOn, subjectReport, type SubjectChanges } from '../support/subject-report';

function keep(report: Report, all: Gathered = gathered(), badges: BadgesSetting = 'on') {
  return keepCheck({ gathered: all, report, badges });
}

function keptOf(changes: SubjectChanges): KeptSubject | undefined {
  return keep(reportOn([subjectReport(changes)]))?.subjects[0];
}

const fail = (check: string, severity: Finding['severity']) => finding({ check, verdict: 'fail', severity });

test('a check is kept with when it was made, how much there is, and what admins set', () => {
  expect(keep(reportOn([subjectReport()]), gathered({ repositories: { '1': { total: 7 } } }), 'last-check')).toEqual({
    version: 1,
    at: NOW,
    repositories: 7,
    badges: 'last-check',
    subjects: [{ id: '1', name: 'GitHub: team 1', health: 'healthy', fails: [], unread: [] }],
  });
});

test('fails come worst first; what is advice, accepted or as it should be is none', () => {
  const findings = [
    fail('display-name', 'low'),
    fail('trust-folder-stat', 'medium'),
    fail('ssl-verification', 'high'),
    fail('unused-features', 'advisory'),
    finding({ check: 'repository-drift', verdict: 'accepted' }),
    finding({ check: 'webhooks', verdict: 'to-confirm' }),
  ];
  expect(keptOf({ findings })).toMatchObject({
    health: 'at-risk',
    fails: ['ssl-verification', 'trust-folder-stat', 'display-name'],
    unread: [],
  });
});

test('what applies and could not be judged is told; advice is not', () => {
  const findings = [
    finding(),
    finding({ check: 'repository-drift', verdict: 'unknown' }),
    finding({ check: 'repository-errors', verdict: 'error' }),
    finding({ check: 'unused-features', verdict: 'unknown', severity: 'advisory' }),
    finding({ check: 'gitlab-legacy', verdict: 'not-applicable' }),
  ];
  expect(keptOf({ findings })).toMatchObject({
    health: 'partly-checked',
    fails: [],
    unread: ['repository-drift', 'repository-errors'],
  });
});

test('single repositories are no integration, and a name that nobody knows is none', () => {
  const all = gathered({ integrations: [integration({ id: '2', displayName: 'absent' })], single: { total: 3 } });
  const report = buildReport(all, reportOptions());
  expect(report.subjects.map(({ key }) => key)).toContain(SINGLE_REPOSITORIES);
  expect(keep(report, all)?.subjects).toEqual([
    { id: '2', health: 'partly-checked', fails: [], unread: ['display-name'] },
  ]);
});

test.each<[string, Gathered, boolean]>([
  ['repositories failed', gathered({ failed: { repositories: 'http' } }), true],
  ['the list is cut', gathered({ integrationsAtLeast: true }), true],
  ['integrations failed', gathered({ failed: { integrations: 'http' } }), false],
  ['integrations are being read', { ...gathered(), integrations: { state: 'pending', source: 'integrations' } }, false],
  ['repositories are being read', { ...gathered(), repositories: { state: 'pending', source: 'repositories' } }, false],
  ['the schedule is being read', { ...gathered(), schedule: { state: 'pending', source: 'schedule' } }, false],
  ['the version is being read', { ...gathered(), 'gij-version': { state: 'pending', source: 'gij-version' } }, true],
])('where %s, it is kept: %s', (_what, all, isKept) => {
  expect(keep(buildReport(all, reportOptions()), all) !== undefined).toBe(isKept);
});

test('while a disabled integration is all there is, its repositories are waited for, too', () => {
  const disabled = gathered({ integrations: [integration({ disabled: true })] });
  const pending = { ...disabled, repositories: { state: 'pending', source: 'repositories' } } as const;
  expect(keep(buildReport(pending, reportOptions()), pending)).toBeUndefined();
});

test('of repositories that could not be read no number is kept, and nobody is healthy', () => {
  const all = gathered({ failed: { repositories: 'timeout' } });
  const kept = keep(buildReport(all, reportOptions()), all);
  expect(kept).not.toHaveProperty('repositories');
  expect(kept?.subjects).toMatchObject([{ health: 'partly-checked' }]);
});

test('what is kept is read back as it was', () => {
  const findings = [fail('ssl-verification', 'high'), finding({ check: 'repository-drift', verdict: 'unknown' })];
  const checks = [
    keep(reportOn([])),
    keep(reportOn([subjectReport({ findings }), subjectReport({ id: '2', health: 'disabled', findings: [] })])),
    keep(reportOn([subjectReport()]), gathered({ failed: { repositories: 'http' } }), 'off'),
  ];
  for (const check of checks) {
    expect(check).toBeDefined();
    expect(parseKeptCheck(JSON.stringify(check))).toEqual(check);
  }
});
