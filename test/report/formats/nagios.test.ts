import { setupServer } from 'msw/node';

import type { Finding } from '../../../src/model/finding';
import { SINGLE_REPOSITORIES } from '../../../src/model/integration';
import type { Health } from '../../../src/report/health';
import type { Exported } from '../../../src/report/formats/exported';
import { nagiosReport, nagiosState, nagiosUnknown } from '../../../src/report/formats/nagios';
import { commandLineTexts, exportedOf, exportedScenario } from '../../support/exported';
import { gathered, type GatheredChanges } from '../../support/facts';
import { finding } from '../../support/finding';
import { expectGolden } from '../../support/golden-file';
import { hostileExport } from '../../support/hostile-exports';
import { subjectReport } from '../../support/subject-report';

const t = commandLineTexts();
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

interface Given {
  readonly healths?: readonly Health[];
  readonly single?: Health;
  readonly instance?: Partial<Finding>;
  readonly changes?: GatheredChanges;
}

function exported({ healths = [], single, instance = {}, changes = {} }: Given): Exported {
  const whole = exportedOf(gathered(changes));
  const rows = healths.map((health, place) => subjectReport({ id: String(place + 1), health }));
  const ofSingle = single === undefined ? [] : [subjectReport({ key: SINGLE_REPOSITORIES, health: single })];
  const of = finding({ check: 'reindex-interval', scope: 'instance', subject: 'instance', ...instance });
  return { ...whole, subjects: [...rows, ...ofSingle], report: { ...whole.report, instance: [of] } };
}

test.each(['typical', 'neglected', 'partly-failing', 'not-an-admin', 'empty', 'all-healthy'])('%s', async (id) => {
  expectGolden(`nagios/${id}.txt`, nagiosReport(await exportedScenario(id, server), t));
});

test.each<[string, Given, string]>([
  ['one at risk', { healths: ['healthy', 'at-risk', 'partly-checked'] }, 'CRITICAL 2'],
  ['repositories without an integration at risk', { healths: ['healthy'], single: 'at-risk' }, 'CRITICAL 2'],
  ['the instance fails at high severity', { instance: { verdict: 'fail', severity: 'high' } }, 'CRITICAL 2'],
  [
    'what is wrong comes before what is not known',
    { healths: ['at-risk', 'not-checked'], changes: { integrationsAtLeast: true } },
    'CRITICAL 2',
  ],
  ['one needs attention', { healths: ['healthy', 'needs-attention', 'not-checked'] }, 'WARNING 1'],
  ['the instance fails at medium severity', { instance: { verdict: 'fail', severity: 'medium' } }, 'WARNING 1'],
  ['the instance fails at low severity', { instance: { verdict: 'fail', severity: 'low' } }, 'WARNING 1'],
  ['one could not be judged fully', { healths: ['healthy', 'partly-checked'] }, 'UNKNOWN 3'],
  ['one could not be judged', { healths: ['not-checked'] }, 'UNKNOWN 3'],
  ['one is still being checked', { healths: ['checking'] }, 'UNKNOWN 3'],
  ['some may be missing', { healths: ['healthy'], changes: { integrationsAtLeast: true } }, 'UNKNOWN 3'],
  ['the list could not be read', { changes: { failed: { integrations: 'forbidden' } } }, 'UNKNOWN 3'],
  ['the instance could not be judged', { instance: { verdict: 'unknown', severity: 'low' } }, 'UNKNOWN 3'],
  ['data that nobody gave', { instance: { verdict: 'unknown', severity: 'high', needsData: true } }, 'OK 0'],
  ['advice', { healths: ['healthy'], instance: { verdict: 'fail', severity: 'advisory' } }, 'OK 0'],
  ['advice that could not be judged', { instance: { verdict: 'unknown', severity: 'advisory' } }, 'OK 0'],
  ['a question', { healths: ['healthy'], instance: { verdict: 'to-confirm', severity: 'high' } }, 'OK 0'],
  ['what is accepted', { healths: ['healthy'], instance: { verdict: 'accepted', severity: 'high' } }, 'OK 0'],
  ['disabled', { healths: ['disabled'] }, 'OK 0'],
  ['none', {}, 'OK 0'],
])('%s: %j is %s', (_, given, expected) => {
  const { word, code } = nagiosState(exported(given));
  expect(`${word} ${code}`).toBe(expected);
});

test.each<[Given, string]>([
  [
    { healths: ['at-risk', 'needs-attention', 'not-checked', 'partly-checked', 'healthy', 'disabled'] },
    'CRITICAL: 1 at risk, 1 needs attention, 2 could not be judged, 1 healthy, 1 disabled. GitHub: team 1, GitHub: team 2, GitHub: team 3, GitHub: team 4 | at_risk=1;;;0 needs_attention=1;;;0 partly_checked=1;;;0 not_checked=1;;;0 healthy=1;;;0 disabled=1;;;0 integrations=6;;;0\n',
  ],
  [
    { healths: ['healthy'], instance: { verdict: 'fail', severity: 'high' } },
    'CRITICAL: 1 healthy, also to fix: Reindex interval. | at_risk=0;;;0 needs_attention=0;;;0 partly_checked=0;;;0 not_checked=0;;;0 healthy=1;;;0 disabled=0;;;0 integrations=1;;;0\n',
  ],
  [
    { healths: ['healthy'], changes: { integrationsAtLeast: true } },
    'UNKNOWN: 1 healthy. Integrations may be missing from the list. | at_risk=0;;;0 needs_attention=0;;;0 partly_checked=0;;;0 not_checked=0;;;0 healthy=1;;;0 disabled=0;;;0\n',
  ],
  [
    { changes: { failed: { integrations: 'unauthorised' } } },
    'UNKNOWN: Integrations could not be read: Jira did not accept the token. It is wrong, has expired or was revoked. Make a new one in Jira: profile, Personal Access Tokens, Create token.\n',
  ],
])('%j: %s', (given, line) => {
  expect(nagiosReport(exported(given), t)).toBe(line);
});

test('a source that is not needed is not told of', () => {
  const line = nagiosReport(exported({ healths: ['healthy'], changes: { failed: { schedule: 'forbidden' } } }), t);
  expect(line).toMatch(/^OK: 1 healthy\. \|/);
});

test('whatever names hold, it is one line with one bar, and not a long one', () => {
  const line = nagiosReport(hostileExport(), t);
  expect(line.split('\n')).toEqual([expect.stringMatching(/^CRITICAL: /), '']);
  expect(line.split('|')).toHaveLength(2);
  expect(line).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(line).toMatch(/and \d+ more \|/);
  expect(line.length).toBeLessThan(700);
});

test('a name that is too long is counted', () => {
  const long = { ...exported({}), subjects: [subjectReport({ name: 'x'.repeat(400), health: 'at-risk' })] };
  expect(nagiosReport(long, t)).toMatch(/^CRITICAL: 1 at risk\. and 1 more \|/);
});

test('performance data is as the guidelines say', () => {
  const [, data = ''] = nagiosReport(hostileExport(), t).trim().split(' | ');
  for (const datum of data.split(' ')) expect(datum).toMatch(/^[a-z_]{1,19}=\d+;;;0$/);
});

test('a run that came to nothing says why in one line', () => {
  expect(nagiosUnknown('No token | given\nat all')).toBe('UNKNOWN: No token ¦ given at all\n');
});
