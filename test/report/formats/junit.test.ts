import { setupServer } from 'msw/node';

import { acceptanceOf } from '../../../src/decisions/accept';
import { NO_DECISIONS, withEntries } from '../../../src/decisions/decisions';
import type { Finding } from '../../../src/model/finding';
import { message } from '../../../src/model/message';
import type { FailOn } from '../../../src/report/fail-on';
import type { Exported } from '../../../src/report/formats/exported';
import { junitReport } from '../../../src/report/formats/junit';
import { commandLineTexts, exportedOf, exportedScenario } from '../../support/exported';
import { gathered, integration, NOW } from '../../support/facts';
import { finding } from '../../support/finding';
import { expectGolden } from '../../support/golden-file';
import { subjectReport } from '../../support/subject-report';

const t = commandLineTexts();
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const written = (exported: Exported, failOn: FailOn = 'high') => junitReport(exported, { failOn }, t);

/** The elements of one case, such as `failure high`. */
function caseOf(changes: Partial<Finding>, failOn?: FailOn): string {
  const exported = exportedOf(gathered());
  const subjects = [subjectReport({ findings: [finding({ check: 'ssl-verification', ...changes })] })];
  const text = written({ ...exported, subjects }, failOn);
  const inside = /name="SSL verification" time="0"(?:\/>|>(.*?)<\/testcase>)/s.exec(text)?.[1]?.trim() ?? '';
  return inside.replace(/^<([\w-]+)(?: type="([\w-]+)")?.*$/s, '$1 $2').trim();
}

test.each(['typical', 'neglected', 'partly-failing', 'not-an-admin', 'empty'])('%s', async (id) => {
  expectGolden(`junit/${id}.xml`, written(await exportedScenario(id, server)));
});

test.each<[string, Partial<Finding>, FailOn, string]>([
  ['a Pass passes', { verdict: 'pass' }, 'low', ''],
  ['a Fail that weighs enough', { verdict: 'fail', severity: 'medium' }, 'medium', 'failure medium'],
  ['a Fail of less weight passes with its words', { verdict: 'fail', severity: 'low' }, 'medium', 'system-out'],
  ['advice passes with its words', { verdict: 'fail', severity: 'advisory' }, 'low', 'system-out'],
  ['where nothing is to fail', { verdict: 'fail', severity: 'high' }, 'never', 'system-out'],
  ['an Unknown that would weigh enough', { verdict: 'unknown', severity: 'high' }, 'high', 'error unknown'],
  ['an Error that would weigh enough', { verdict: 'error', severity: 'low' }, 'low', 'error error'],
  ['an Unknown of less weight does not pass', { verdict: 'unknown', severity: 'low' }, 'high', 'skipped unknown'],
  ['an Unknown where nothing is to fail', { verdict: 'unknown', severity: 'high' }, 'never', 'skipped unknown'],
  ['what waits for data', { verdict: 'unknown', severity: 'high', needsData: true }, 'low', 'skipped unknown'],
  ['a question', { verdict: 'to-confirm' }, 'low', 'skipped to-confirm'],
  ['what does not apply', { verdict: 'not-applicable' }, 'low', 'skipped not-applicable'],
  ['what is accepted', { verdict: 'accepted', severity: 'high' }, 'low', 'skipped accepted'],
])('%s: %j with %s is %j', (_, changes, failOn, expected) => {
  expect(caseOf(changes, failOn)).toBe(expected);
});

test('what is skipped says why', () => {
  const exported = exportedOf(gathered());
  const reason = message('reason.disabled');
  const subjects = [subjectReport({ findings: [finding({ verdict: 'not-applicable', reason })] })];
  expect(written({ ...exported, subjects })).toContain(
    'message="Not applicable: Display name – The integration is disabled: it is not indexed."',
  );
});

test('who accepted it, why and until when stands there', () => {
  const given = gathered({ integrations: [integration({ disableSslVerification: true })] });
  const failing = exportedOf(given).subjects[0]!.findings.find(({ verdict }) => verdict === 'fail')!;
  const entry = acceptanceOf(failing, { reason: 'planned', note: 'ticket 7', at: NOW, by: 'Ada' });
  expect(written(exportedOf(given, withEntries(NO_DECISIONS, [entry])))).toMatch(
    /<skipped type="accepted" message="Accepted: SSL certificates are not verified">.*\nPlanned\. Accepted by Ada until .*\nticket 7<\/skipped>/,
  );
});

test('counts are those of the cases', () => {
  const text = written(exportedOf(gathered({ failed: { repositories: 'http' } })), 'low');
  const suites = [...text.matchAll(/<testsuite .*?<\/testsuite>/gs)].map(([suite]) => suite);
  const counted = (suite: string, element: string) => suite.split(`<${element}`).length - 1;
  for (const suite of suites)
    expect(/ tests="(\d+)" failures="(\d+)" errors="(\d+)" skipped="(\d+)"/.exec(suite)?.slice(1).map(Number)).toEqual(
      ['testcase', 'failure', 'error', 'skipped'].map((element) => counted(suite, element)),
    );
  const [root = ''] = /<testsuites [^>]*>/.exec(text) ?? [];
  expect(root).toContain(` tests="${counted(text, 'testcase')}"`);
  expect(root).toContain(` errors="${counted(text, 'error')}"`);
});

test.each([
  ['integrations', 'error type="forbidden"'],
  ['schedule', 'skipped type="forbidden"'],
] as const)('a source that could not be read is a case of its own: %s', (source, element) => {
  expect(written(exportedOf(gathered({ failed: { [source]: 'forbidden' } })), 'never')).toContain(
    `<${element} message=`,
  );
});

test('what is still being read is no pass', () => {
  const given = { ...gathered(), myself: { state: 'pending', source: 'myself' } as const };
  expect(written(exportedOf(given))).toContain('<error type="pending" message="Signed-in user: still being read."');
});

test('rows that are missing are an error', () => {
  expect(written(exportedOf(gathered({ integrationsAtLeast: true })))).toContain('<error type="rows" message=');
  expect(written(exportedOf(gathered()))).not.toContain('type="rows"');
});

test('two integrations of one name are two suites, and no full stop makes a folder of a name', () => {
  const name = 'https://git.acme.example';
  const text = written(
    exportedOf(gathered({ integrations: ['1', '2'].map((id) => integration({ id, displayName: name })) })),
  );
  expect(text).toContain('<testsuite name="https://git.acme.example (1)"');
  expect(text).toContain('<testsuite name="https://git.acme.example (2)"');
  expect(text).toContain('classname="Git Integration Checkup.https://git_acme_example (2)"');
});
