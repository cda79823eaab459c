import type { Finding } from '../../src/model/finding';
import { SINGLE_REPOSITORIES } from '../../src/model/integration';
import type { Report } from '../../src/report/report';
import { newsSince, standingOf } from '../../src/snapshots/news';
import { NOW } from '../support/facts';
import { finding } from '../support/finding';
import { reportOn, subjectReport } from '../support/subject-report';

const ssl = (verdict: Finding['verdict'], changes: Partial<Finding> = {}) =>
  finding({ check: 'ssl-verification', verdict, ...changes });
const one = (...findings: Finding[]) => reportOn([subjectReport({ findings })]);

/** What is new in the last of some reports, each at its own check. */
function newsOf(...reports: Report[]) {
  let before = standingOf(reports[0]!, NOW, undefined);
  let news = newsSince(before, before, reports[0]!);
  for (const report of reports.slice(1)) {
    const now = standingOf(report, NOW, before);
    news = newsSince(before, now, report);
    before = now;
  }
  return news;
}

const of = (kind: string, check?: string, subject = 'integration:1') => ({ kind, subject, ...(check && { check }) });
const SSL = 'ssl-verification';

test.each([
  ['it failed before', ['fail', 'fail'], []],
  ['it fails now', ['pass', 'fail'], [of('found', SSL)]],
  ['it could not be checked before, and passes', ['unknown', 'pass'], []],
  ['it did not apply before, and fails', ['not-applicable', 'fail'], [of('found', SSL)]],
  ['it passes now', ['fail', 'pass'], [of('fixed', SSL)]],
  ['it does not apply any more', ['fail', 'not-applicable'], []],
  ['it cannot be checked now', ['fail', 'unknown'], []],
  ['it cannot be checked now, for a mistake', ['fail', 'error'], []],
  ['it fails again after it could not be checked', ['fail', 'unknown', 'fail'], []],
  ['it passes after it could not be checked', ['fail', 'unknown', 'pass'], [of('fixed', SSL)]],
  ['it was accepted', ['fail', 'accepted'], [of('accepted', SSL)]],
  ['it is accepted still', ['fail', 'accepted', 'accepted'], []],
  ['it was accepted, and could not be checked', ['fail', 'accepted', 'unknown', 'accepted'], []],
  ['it was accepted, and comes back', ['accepted', 'fail'], [of('found', SSL)]],
  ['it was accepted, and is fixed', ['accepted', 'pass'], [of('fixed', SSL)]],
] as [string, Finding['verdict'][], unknown[]][])('%s', (_, verdicts, expected) => {
  expect(newsOf(...verdicts.map((verdict) => one(ssl(verdict))))).toEqual(expected);
});

test('a check that was switched off is not fixed', () => {
  expect(newsOf(one(ssl('fail'), finding()), one(finding()))).toEqual([]);
});

test('advice is not worth a word', () => {
  expect(newsOf(one(ssl('pass', { severity: 'advisory' })), one(ssl('fail', { severity: 'advisory' })))).toEqual([]);
});

test('newly at risk stands first, and is said once', () => {
  const risky = one(ssl('fail', { severity: 'high' }), finding({ verdict: 'fail' }));
  expect(newsOf(one(ssl('pass', { severity: 'high' }), finding({ verdict: 'fail' })), risky)).toEqual([
    of('at-risk'),
    of('found', SSL),
  ]);
  expect(newsOf(risky, risky)).toEqual([]);
});

test('integrations come and go; of one that comes its findings are no news, but that it is at risk', () => {
  const [first, second] = ['1', '2'].map((id) =>
    subjectReport({ id, findings: [ssl('fail', { severity: 'high', subject: `integration:${id}` })] }),
  );
  expect(newsOf(reportOn([first!]), reportOn([first!, second!]))).toEqual([
    of('at-risk', undefined, 'integration:2'),
    of('came', undefined, 'integration:2'),
  ]);
  expect(newsOf(reportOn([first!, second!]), reportOn([first!]))).toEqual([of('gone', undefined, 'integration:2')]);
});

test('one that is disabled is not fixed, and one that is enabled has no new findings', () => {
  const disabled = reportOn([subjectReport({ health: 'disabled', findings: [ssl('not-applicable')] })]);
  expect(newsOf(one(ssl('fail')), disabled)).toEqual([of('disabled')]);
  expect(newsOf(disabled, one(ssl('fail')))).toEqual([of('enabled')]);
});

test('the row of the repositories without an integration neither comes nor goes', () => {
  const single = subjectReport({ key: SINGLE_REPOSITORIES, findings: [ssl('fail', { severity: 'high' })] });
  expect(newsOf(reportOn([]), reportOn([single]))).toEqual([]);
  expect(newsOf(reportOn([single]), reportOn([]))).toEqual([]);
});

test('what is about all integrations is told of the instance', () => {
  const webhooks = (verdict: Finding['verdict']) =>
    reportOn([], [finding({ check: 'webhooks', verdict, scope: 'instance', subject: 'instance' })]);
  expect(newsOf(webhooks('pass'), webhooks('fail'))).toEqual([of('found', 'webhooks', 'instance')]);
  expect(newsOf(webhooks('fail'), webhooks('unknown'), webhooks('pass'))).toEqual([
    of('fixed', 'webhooks', 'instance'),
  ]);
});
