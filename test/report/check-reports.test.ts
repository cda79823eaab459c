import { CHECK_STATES, checkReports } from '../../src/report/check-reports';
import type { Finding } from '../../src/model/finding';
import { finding } from '../support/finding';

const of = (check: string, ...findings: readonly Partial<Finding>[]) =>
  findings.map((one, place) => finding({ check, subject: `integration:${place + 1}`, ...one }));

test.each<[string, readonly Partial<Finding>[], string]>([
  ['a Fail', [{ verdict: 'pass' }, { verdict: 'fail' }, { verdict: 'unknown' }], 'failing'],
  ['a question', [{ verdict: 'to-confirm' }, { verdict: 'unknown' }, { verdict: 'pass' }], 'question'],
  ['something is still read', [{ verdict: 'unknown', pending: true }, { verdict: 'unknown' }], 'checking'],
  ['unknown', [{ verdict: 'unknown' }, { verdict: 'pass' }], 'unread'],
  ['an error', [{ verdict: 'error' }, { verdict: 'pass' }], 'unread'],
  [
    'advice',
    [
      { verdict: 'fail', severity: 'advisory' },
      { verdict: 'pass', severity: 'advisory' },
    ],
    'advice',
  ],
  ['only accepted Fails', [{ verdict: 'accepted' }, { verdict: 'pass' }], 'accepted'],
  ['advice beside accepted Fails', [{ verdict: 'accepted' }, { verdict: 'fail', severity: 'advisory' }], 'advice'],
  ['passed', [{ verdict: 'pass' }, { verdict: 'not-applicable' }], 'passed'],
  ['applies nowhere', [{ verdict: 'not-applicable' }], 'not-applicable'],
])('the worst of its findings tells: %s', (_, findings, state) => {
  expect(checkReports(of('a', ...findings))).toMatchObject([{ check: 'a', state }]);
});

test('the most severe of its Fails counts; where none fails, its own severity', () => {
  const [failing] = checkReports(
    of(
      'a',
      { verdict: 'fail', severity: 'low' },
      { verdict: 'fail', severity: 'medium' },
      { verdict: 'pass', severity: 'high' },
    ),
  );
  expect(failing).toMatchObject({ severity: 'medium', fails: 2 });
  expect(checkReports(of('b', { verdict: 'pass', severity: 'high' }))).toMatchObject([{ severity: 'high', fails: 0 }]);
});

test('worst first: by state, by severity, by how many they fail on', () => {
  const checks = checkReports([
    ...of('passed', { verdict: 'pass', severity: 'high' }),
    ...of('low', { verdict: 'fail', severity: 'low' }, { verdict: 'fail', severity: 'low' }),
    ...of('once', { verdict: 'fail', severity: 'high' }, { verdict: 'pass', severity: 'high' }),
    ...of('question', { verdict: 'to-confirm', severity: 'high' }),
    ...of('twice', { verdict: 'fail', severity: 'high' }, { verdict: 'fail', severity: 'high' }),
  ]);
  expect(checks.map(({ check }) => check)).toEqual(['twice', 'once', 'low', 'question', 'passed']);
});

test('accepted Fails are counted apart', () => {
  const [check] = checkReports(of('a', { verdict: 'fail' }, { verdict: 'accepted' }, { verdict: 'accepted' }));
  expect(check).toMatchObject({ fails: 1, accepted: 2 });
});

test('no finding is dropped, and each state can be', () => {
  const findings = [...of('a', { verdict: 'pass' }, { verdict: 'fail' }), ...of('b', { verdict: 'pass' })];
  expect(checkReports(findings).flatMap((one) => one.findings)).toHaveLength(findings.length);
  expect(CHECK_STATES).toHaveLength(8);
});
