import { acceptanceOf } from '../../src/decisions/accept';
import type { AcceptanceState } from '../../src/decisions/acceptance';
import type { Finding } from '../../src/model/finding';
import type { Severity, Verdict } from '../../src/model/verdict';
import { SINGLE_REPOSITORIES } from '../../src/model/integration';
import { changesBetween } from '../../src/report/changes';
import { buildReport } from '../../src/report/build-report';
import type { Report, SubjectReport } from '../../src/report/report';
import { gathered, integration, NOW, reportOptions } from '../support/facts';
import { finding } from '../support/finding';

const base = buildReport(gathered(), reportOptions());
const [subject] = base.subjects as readonly [SubjectReport];

interface Given {
  readonly verdict: Verdict;
  readonly severity?: Severity;
  readonly pending?: true;
}

const findings = (given: Given): readonly Finding[] => [finding({ check: 'ssl-verification', ...given })];

function reportWith(given: Given, where: 'subject' | 'instance' = 'subject'): Report {
  return where === 'subject'
    ? { ...base, instance: [], subjects: [{ ...subject, findings: findings(given) }] }
    : { ...base, subjects: [], instance: findings(given) };
}

const kinds = (before: Report, after: Report) => changesBetween(before, after).map(({ kind }) => kind);

test.each<[Given, Given, readonly string[]]>([
  [{ verdict: 'fail' }, { verdict: 'pass' }, ['fixed']],
  [{ verdict: 'pass' }, { verdict: 'fail' }, ['found']],
  [{ verdict: 'unknown' }, { verdict: 'fail' }, ['found']],
  [{ verdict: 'pass' }, { verdict: 'unknown' }, ['unread']],
  [{ verdict: 'fail' }, { verdict: 'error' }, ['unread']],
  [{ verdict: 'error' }, { verdict: 'pass' }, ['readable']],
  [{ verdict: 'unknown' }, { verdict: 'error' }, []],
  [{ verdict: 'fail' }, { verdict: 'fail' }, []],
  [{ verdict: 'to-confirm' }, { verdict: 'pass' }, []],
  [{ verdict: 'fail' }, { verdict: 'not-applicable' }, []],
  [{ verdict: 'fail' }, { verdict: 'accepted' }, ['accepted']],
  [{ verdict: 'unknown' }, { verdict: 'accepted' }, ['accepted']],
  [{ verdict: 'accepted' }, { verdict: 'accepted' }, []],
  [{ verdict: 'accepted' }, { verdict: 'pass' }, ['fixed']],
  [{ verdict: 'accepted' }, { verdict: 'fail' }, ['found']],
  [{ verdict: 'accepted' }, { verdict: 'unknown' }, ['unread']],
  [{ verdict: 'unknown', pending: true }, { verdict: 'fail' }, []],
  [{ verdict: 'fail' }, { verdict: 'unknown', pending: true }, []],
  [{ verdict: 'pass', severity: 'advisory' }, { verdict: 'fail', severity: 'advisory' }, []],
])('from %j to %j: %j', (before, after, changes) => {
  expect(kinds(reportWith(before), reportWith(after))).toEqual(changes);
  expect(kinds(reportWith(before, 'instance'), reportWith(after, 'instance'))).toEqual(changes);
});

test('what fails again because its acceptance is over says so', () => {
  const failing = reportWith({ verdict: 'fail' });
  const [finding] = failing.subjects[0]?.findings ?? [];
  const entry = finding && acceptanceOf(finding, { reason: 'planned', note: '', at: NOW });
  const after = (state: AcceptanceState): Report => ({ ...failing, acceptances: entry ? [{ entry, state }] : [] });
  const kindsAfter = (state: AcceptanceState) => kinds(reportWith({ verdict: 'accepted' }), after(state));
  expect(kindsAfter('expired')).toEqual(['expired']);
  expect(kindsAfter('changed')).toEqual(['found']);
  expect(kinds(reportWith({ verdict: 'pass' }), after('expired'))).toEqual(['found']);
});

test('a change says which check and which integration; none where it is about all of them', () => {
  const ofSubject = changesBetween(reportWith({ verdict: 'fail' }), reportWith({ verdict: 'pass' }));
  expect(ofSubject).toMatchObject([{ check: 'ssl-verification', subject: { key: subject.key } }]);
  const ofAll = changesBetween(
    reportWith({ verdict: 'fail' }, 'instance'),
    reportWith({ verdict: 'pass' }, 'instance'),
  );
  expect(ofAll).toEqual([{ kind: 'fixed', check: 'ssl-verification' }]);
});

test('integrations come and go', () => {
  const two = buildReport(gathered({ integrations: [integration(), integration({ id: '2' })] }), reportOptions());
  const names = (before: Report, after: Report) =>
    changesBetween(before, after).map(({ kind, subject: one }) => `${one?.name} ${kind}`);
  expect(names(base, two)).toEqual(['GitHub: team 2 came']);
  expect(names(two, base)).toEqual(['GitHub: team 2 went']);
  expect(names(two, two)).toEqual([]);
});

test('that there may be repositories without an integration is no change', () => {
  const single = { ...base, subjects: [...base.subjects, { ...subject, key: SINGLE_REPOSITORIES }] };
  expect(changesBetween(base, single)).toEqual([]);
  expect(changesBetween(single, base)).toEqual([]);
});

test('an integration that was disabled or enabled is told as that, and not check by check', () => {
  const of = (disabled: boolean) =>
    buildReport(gathered({ integrations: [integration({ disabled, disableSslVerification: true })] }), reportOptions());
  expect(kinds(of(false), of(true))).toEqual(['disabled']);
  expect(kinds(of(true), of(false))).toEqual(['enabled']);
});
