import { SINGLE_REPOSITORIES } from '../../../src/model/integration';
import { message } from '../../../src/model/message';
import type { Finding } from '../../../src/model/finding';
import type { Health } from '../../../src/report/health';
import type { Report } from '../../../src/report/report';
import { isIntervalOpen, summaryText } from '../../../src/report/formats/summary';
import { finding } from '../../support/finding';
import { reportOn, subjectReport } from '../../support/subject-report';
import { textsIn } from '../../support/texts';

const t = textsIn('en_GB');

interface Given {
  readonly healths?: readonly Health[];
  readonly single?: Health;
  readonly instance?: readonly Finding[];
  readonly reindex?: ReturnType<typeof message>;
  readonly changes?: Partial<Report>;
}

function summary({ healths = [], single, instance = [], reindex, changes }: Given): string {
  const rows = healths.map((health, index) => subjectReport({ id: String(index), health }));
  const ofSingle = single === undefined ? [] : [subjectReport({ key: SINGLE_REPOSITORIES, health: single })];
  const report = reportOn([...rows, ...ofSingle], instance);
  return summaryText({ ...report, integrations: rows.length, ...changes }, reindex, t);
}

const ofInstance = (check: string, verdict: Finding['verdict']) =>
  finding({ check, verdict, scope: 'instance', subject: 'instance' });

test.each<[Given, string]>([
  [
    { healths: ['at-risk', 'needs-attention', 'partly-checked', 'not-checked', 'healthy', 'disabled'] },
    '4 of 6 integrations need something; 1 is at risk.',
  ],
  [{ healths: ['at-risk', 'at-risk'] }, '2 of 2 integrations need something; 2 are at risk.'],
  [{ healths: ['needs-attention', 'healthy'] }, '1 of 2 integrations needs something.'],
  [
    { healths: ['at-risk', 'checking', 'checking'] },
    '1 of 3 integrations needs something; 1 is at risk; 2 are still being checked.',
  ],
  [{ healths: ['checking', 'healthy'] }, '1 of 2 integrations is still being checked.'],
  [
    { healths: ['healthy', 'healthy', 'disabled'] },
    'All clear: 2 integrations are healthy; 1 integration is disabled.',
  ],
  [{ healths: ['healthy'] }, 'All clear: 1 integration is healthy.'],
  [{ healths: ['disabled'] }, '1 integration is disabled.'],
  [{}, 'No integration yet'],
])('%j: %s', (given, text) => {
  expect(summary(given)).toBe(text);
});

test('repositories without an integration are no integration, and are named where they need something', () => {
  expect(summary({ healths: ['healthy'], single: 'healthy' })).toBe('All clear: 1 integration is healthy.');
  expect(summary({ healths: ['at-risk', 'healthy'], single: 'at-risk' })).toBe(
    '1 of 2 integrations needs something; 1 is at risk; repositories without an integration: At risk.',
  );
  expect(summary({ healths: ['healthy'], single: 'at-risk' })).toBe(
    '1 integration is healthy; repositories without an integration: At risk.',
  );
});

test('an all-clear says what it does not cover', () => {
  const instance = [
    ofInstance('webhooks', 'to-confirm'),
    ofInstance('reindex-interval', 'unknown'),
    ofInstance('deleted-integration', 'pass'),
  ];
  expect(summary({ healths: ['healthy'], instance })).toBe(
    'All clear: 1 integration is healthy; not checked: Webhooks and Reindex interval.',
  );
  expect(summary({ healths: ['at-risk'], instance })).toBe('1 of 1 integrations needs something; 1 is at risk.');
});

test.each<Partial<Report>>([
  { atLeast: true },
  { problems: [{ kind: 'integration', id: '7', problem: 'not-an-object' }] },
])('where integrations may be missing it is no all-clear: %j', (changes) => {
  expect(summary({ healths: ['healthy'], changes })).toBe('1 integration is healthy.');
});

test('while integrations are still being checked, what may change with the next source is not said', () => {
  const instance = [ofInstance('webhooks', 'fail')];
  expect(summary({ healths: ['at-risk', 'checking'], single: 'at-risk', instance })).toBe(
    '1 of 2 integrations needs something; 1 is at risk; 1 is still being checked.',
  );
});

test('what fails for all integrations is named; what is advised on the reindex interval instead of that it fails', () => {
  const instance = [ofInstance('webhooks', 'fail'), ofInstance('reindex-interval', 'fail')];
  expect(summary({ healths: ['healthy'], instance })).toBe(
    '1 integration is healthy; also to fix: Webhooks and Reindex interval.',
  );
  expect(summary({ healths: ['healthy'], instance, reindex: message('reindex.head.change', 22) })).toBe(
    '1 integration is healthy; also to fix: Webhooks; set the reindex interval to 22 minutes.',
  );
});

test('an interval that is too short is no all-clear; one that fits is said in it', () => {
  const short = [ofInstance('reindex-interval', 'fail'), ofInstance('webhooks', 'to-confirm')];
  expect(summary({ healths: ['healthy'], instance: short, reindex: message('reindex.head.change', 22) })).toBe(
    '1 integration is healthy; set the reindex interval to 22 minutes; not checked: Webhooks.',
  );
  const fit = [ofInstance('reindex-interval', 'pass')];
  expect(summary({ healths: ['healthy'], instance: fit, reindex: message('reindex.head.good') })).toBe(
    'All clear: 1 integration is healthy; the reindex interval fits.',
  );
});

test('where nothing is wrong but what GIJ does not report, it is no all-clear', () => {
  const changes = { nothingElse: true };
  expect(summary({ healths: ['partly-checked'], single: 'partly-checked', changes })).toBe(
    'Nothing wrong in what Git Integration for Jira reports.',
  );
});

test('what is accepted is told apart', () => {
  const subjects = [
    subjectReport({ findings: [finding({ verdict: 'accepted', severity: 'high' }), finding({ check: 'webhooks' })] }),
    subjectReport({ id: '2', findings: [finding({ verdict: 'accepted', subject: 'integration:2' })] }),
  ];
  const report = { ...reportOn(subjects, [ofInstance('reindex-interval', 'pass')]), integrations: 2 };
  expect(summaryText(report, undefined, t)).toBe('All clear: 2 integrations are healthy; 2 accepted.');
});

test.each([
  ['fail', true],
  ['unknown', true],
  ['pass', true],
  ['accepted', false],
  ['not-applicable', false],
] as const)('of an interval that is %s the summary may speak: %s', (verdict, isOpen) => {
  expect(isIntervalOpen(reportOn([], [ofInstance('reindex-interval', verdict)]))).toBe(isOpen);
});
