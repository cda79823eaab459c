import { acceptanceOf } from '../../src/decisions/accept';
import { withEntries, type Decisions } from '../../src/decisions/decisions';
import type { Finding } from '../../src/model/finding';
import { SINGLE_REPOSITORIES } from '../../src/model/integration';
import { buildReport } from '../../src/report/build-report';
import type { Report } from '../../src/report/report';
import { DAY, gathered, integration, NOW, reportOptions, type GatheredChanges } from '../support/facts';

const { decisions, now } = reportOptions({ generalRequireUserPat: false, webhooks: false });
const none = decisions as Decisions;

const given: GatheredChanges = {
  integrations: [
    integration({ disableSslVerification: true }),
    integration({ id: '2', tagsFilter: '', showAllTags: true }),
  ],
  repositories: { '1': {}, '2': {} },
  single: { total: 3, disabled: 0, sslVerificationOff: { yes: 2 } },
};

function report(changes: GatheredChanges = {}, decided = none, later = 0): Report {
  return buildReport(gathered({ ...given, ...changes }), { decisions: decided, now: now + later });
}

const findingsOf = ({ subjects, instance }: Report) => [...subjects.flatMap(({ findings }) => findings), ...instance];

function findingOf(whole: Report, subject: string, check: string): Finding {
  const found = findingsOf(whole).find((one) => one.subject === subject && one.check === check);
  if (!found) throw new Error(`${check} says nothing of ${subject}`);
  return found;
}

function accepting(...places: readonly (readonly [subject: string, check: string])[]): Decisions {
  const before = report();
  const details = { reason: 'planned', note: 'In May', at: NOW, by: 'Ada' } as const;
  return withEntries(
    none,
    places.map(([subject, check]) => acceptanceOf(findingOf(before, subject, check), details)),
  );
}

const SSL = ['integration:1', 'ssl-verification'] as const;

test.each([
  SSL,
  ['integration:2', 'unused-features'],
  [SINGLE_REPOSITORIES, 'ssl-verification'],
  ['instance', 'webhooks'],
] as const)('a Fail of %s that is accepted leaves health and counts: %s', (subject, check) => {
  const before = report();
  expect(findingOf(before, subject, check).verdict).toBe('fail');
  const after = report({}, accepting([subject, check]));
  expect(findingOf(after, subject, check)).toMatchObject({
    verdict: 'accepted',
    acceptance: { by: 'Ada', note: 'In May' },
  });
  const fails = (whole: Report) => findingsOf(whole).filter(({ verdict }) => verdict === 'fail').length;
  expect(fails(after)).toBe(fails(before) - 1);
  expect(after.acceptances).toMatchObject([{ state: 'holds', finding: { verdict: 'accepted' } }]);
});

test('an integration whose Fails are accepted is healthy, and its row says how many there are', () => {
  const rowOf = (whole: Report) => whole.subjects.find(({ key }) => key === 'integration:1');
  expect(rowOf(report())).toMatchObject({ health: 'at-risk', counts: { fails: 1, accepted: 0 } });
  expect(rowOf(report({}, accepting(SSL)))).toMatchObject({ health: 'healthy', counts: { fails: 0, accepted: 1 } });
});

test.each<[string, GatheredChanges, number, string]>([
  ['as it was', {}, 0, 'holds'],
  ['over', {}, 180 * DAY, 'expired'],
  ['fixed', { integrations: [integration(), integration({ id: '2' })] }, 0, 'gone'],
  [
    'of another address',
    { integrations: [integration({ disableSslVerification: true, origin: 'https://other.example' })] },
    0,
    'changed',
  ],
  ['deleted', { integrations: [integration({ id: '2' })] }, 0, 'gone'],
  [
    'deleted, in a list that may be cut',
    { integrations: [integration({ id: '2' })], integrationsAtLeast: true },
    0,
    'unread',
  ],
  [
    'deleted, in a list with an unusable row',
    { integrations: [integration({ id: '2' })], integrationsUnusable: 1 },
    0,
    'unread',
  ],
  ['of a list that could not be read', { failed: { integrations: 'http' } }, 0, 'unread'],
  ['unreadable', { integrations: [integration({ disableSslVerification: 'unreadable' })] }, 0, 'unread'],
])('%s', (_, changes, later, state) => {
  const after = report(changes, accepting(SSL), later);
  expect(after.acceptances).toMatchObject([{ state, entry: { check: 'ssl-verification' } }]);
  expect(findingsOf(after).filter(({ verdict }) => verdict === 'accepted')).toHaveLength(state === 'holds' ? 1 : 0);
});

test('single repositories are gone where the list of repositories says so', () => {
  const accepted = accepting([SINGLE_REPOSITORIES, 'ssl-verification']);
  expect(report({ single: { total: 0 } }, accepted).acceptances).toMatchObject([{ state: 'gone' }]);
  expect(report({ failed: { repositories: 'http' } }, accepted).acceptances).toMatchObject([{ state: 'unread' }]);
  const nothing = { integrations: 'http', repositories: 'http' } as const;
  expect(report({ failed: nothing }, accepted).acceptances).toMatchObject([{ state: 'unread' }]);
});

test('a check that weighs more than when it was accepted fails again', () => {
  const lighter = withEntries(none, [
    { kind: 'setting', name: 'check.ssl-verification.severity', value: 'low', at: NOW },
  ]);
  const finding = findingOf(report({}, lighter), ...SSL);
  expect(finding.severity).toBe('low');
  const accepted = withEntries(none, [acceptanceOf(finding, { reason: 'mitigated', note: '', at: NOW })]);
  expect(report({}, accepted).acceptances).toMatchObject([{ state: 'weightier' }]);
});

test('the end is by the browser’s clock', () => {
  const all = gathered(given);
  const ahead = {
    state: 'read',
    value: { version: '10.3.2', clockOffset: DAY, stamp: { source: 'server-info', request: '', readAt: NOW } },
  } as const;
  const options = { decisions: accepting(SSL), now: now + 180 * DAY };
  expect(buildReport({ ...all, 'server-info': ahead }, options).acceptances).toMatchObject([{ state: 'holds' }]);
});

test('the report is JSON, with what is accepted', () => {
  const whole = report({}, accepting(SSL, ['instance', 'webhooks']));
  expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
});
