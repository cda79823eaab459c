import { setupServer } from 'msw/node';

import { known } from '../../../src/model/reading';
import type { Exported } from '../../../src/report/formats/exported';
import { METRICS, type MetricId } from '../../../src/report/formats/metrics';
import { lastSuccessOf, prometheusReport } from '../../../src/report/formats/prometheus';
import { SOURCE_IDS } from '../../../src/model/gathered';
import { commandLineTexts, exportedOf, exportedScenario } from '../../support/exported';
import { readExposition } from '../../support/exposition';
import { GOOD_INTERVAL, gathered, HOUR, integration, NOW, stampOf, type GatheredChanges } from '../../support/facts';
import { finding } from '../../support/finding';
import { expectGolden } from '../../support/golden-file';
import { hostileExport } from '../../support/hostile-exports';
import { subjectReport } from '../../support/subject-report';

const t = commandLineTexts();
const JIRA = 'https://jira.acme.example/jira';
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const written = (exported: Exported, lastSuccess?: number) => prometheusReport(exported, { lastSuccess }, t);
const exportedOn = (changes: GatheredChanges = {}) => exportedOf(gathered(changes));

/** The samples of one metric, such as `source=myself 0`. */
function samples(metric: MetricId, exported: Exported, lastSuccess?: number): readonly string[] {
  return readExposition(written(exported, lastSuccess))
    .filter(({ name }) => name === METRICS[metric].name)
    .map(({ labels, value }) =>
      [
        ...Object.entries(labels)
          .filter(([name]) => name !== 'jira')
          .map((pair) => pair.join('=')),
        value,
      ].join(' '),
    );
}

test.each(['typical', 'neglected', 'partly-failing', 'not-an-admin', 'empty'])('%s', async (id) => {
  expectGolden(`prometheus/${id}.prom`, written(await exportedScenario(id, server), NOW - HOUR));
});

test('all samples say of which Jira they are, and have the labels that their metric is said to have', () => {
  const all = readExposition(written(hostileExport()));
  const allowed = new Map(Object.values(METRICS).map(({ name, labels }) => [name, ['jira', ...labels]]));
  for (const { name, labels } of all) {
    expect(labels['jira']).toBe(JIRA);
    expect(Object.keys(labels).filter((label) => !allowed.get(name)?.includes(label))).toEqual([]);
  }
  expect(new Set(all.map(({ value }) => value)).size).toBeGreaterThan(2);
});

test('hostile names stand in one sample each, and name no other', () => {
  const all = readExposition(written(hostileExport()));
  const names = all.filter(({ name }) => name === METRICS.integrationInfo.name);
  expect(names).toHaveLength(hostileExport().subjects.length);
  expect(all.filter(({ name }) => name.includes('forged'))).toEqual([]);
});

test('of each source it says whether it could be read; of one that is still being read nothing', () => {
  const failed = exportedOn({ failed: { repositories: 'http', schedule: 'forbidden' } });
  expect(samples('sourceUp', failed)).toEqual(
    SOURCE_IDS.map((source) => `source=${source} ${source === 'repositories' || source === 'schedule' ? 0 : 1}`),
  );
  expect(samples('sourceFailure', failed)).toEqual([
    'source=repositories kind=http 1',
    'source=schedule kind=forbidden 1',
  ]);
  const given = { ...gathered(), myself: { state: 'pending', source: 'myself' } as const };
  expect(samples('sourceUp', exportedOf(given)).join()).not.toContain('myself');
});

test('a run that could not read the integrations hands on when it was possible last, and counts none', () => {
  const failed = exportedOn({ failed: { integrations: 'unauthorised' } });
  expect(samples('lastSuccess', failed, NOW - HOUR)).toEqual([String((NOW - HOUR) / 1000)]);
  expect(samples('lastSuccess', failed)).toEqual([]);
  expect(samples('checked', failed)).toEqual([String(NOW / 1000)]);
  expect(samples('integrations', failed)).toEqual([]);
  expect(samples('complete', failed)).toEqual([]);
  expect(samples('lastSuccess', exportedOn(), NOW - HOUR)).toEqual([String(NOW / 1000)]);
});

test.each<[string, GatheredChanges, string]>([
  ['all of it', {}, '1'],
  ['cut', { integrationsAtLeast: true }, '0'],
])('the list is complete, or not: %s', (_, changes, value) => {
  expect(samples('complete', exportedOn(changes))).toEqual([value]);
});

test('each health is counted, of integrations alone', () => {
  const exported = exportedOn({
    integrations: [integration(), integration({ id: '2', disableSslVerification: true })],
    repositories: { '1': {}, '2': {} },
    single: { total: 3 },
  });
  expect(samples('integrations', exported)).toEqual([
    'health=at-risk 1',
    'health=needs-attention 0',
    'health=partly-checked 0',
    'health=not-checked 0',
    'health=checking 0',
    'health=healthy 1',
    'health=disabled 0',
  ]);
  expect(samples('health', exported)).toEqual([
    'id=1 health=healthy 1',
    'id=2 health=at-risk 1',
    'id=single-repositories health=healthy 1',
  ]);
});

const row = (changes: Parameters<typeof subjectReport>[0]): Exported => ({
  ...exportedOn(),
  subjects: [subjectReport(changes)],
});

test('a check stands at an integration only where it neither passes nor does not apply', () => {
  const verdicts = ['pass', 'not-applicable', 'fail', 'accepted', 'to-confirm', 'unknown', 'error'] as const;
  const findings = verdicts.map((verdict) => finding({ check: verdict, verdict, severity: 'low' }));
  const waiting = finding({ check: 'waiting', verdict: 'unknown', pending: true });
  const exported = row({ findings: [...findings, waiting] });
  const ofRow = samples('finding', exported).filter((sample) => sample.startsWith('id=1 '));
  expect(ofRow).toEqual(verdicts.slice(2).map((verdict) => `id=1 check=${verdict} severity=low verdict=${verdict} 1`));
  expect(samples('findings', exported)).toEqual(
    expect.arrayContaining(verdicts.map((verdict) => `check=${verdict} severity=low verdict=${verdict} 1`)),
  );
  expect(samples('findings', exported).join()).not.toContain('waiting');
});

test('what is not known has no sample', () => {
  const unknown = row({
    health: 'checking',
    repositories: 'unread',
    lastIndexed: { kind: 'unreadable', field: 'lastIndexedDate', raw: '', stamp: stampOf('integrations') },
  });
  for (const metric of ['health', 'repositories', 'lastIndexed', 'initialIndexing'] as const)
    expect(samples(metric, unknown)).toEqual([]);
  expect(samples('repositories', row({ repositories: { value: 3, atLeast: true } }))).toEqual([]);
});

test('what is known has one', () => {
  const full = row({ repositories: { value: 0, atLeast: false }, initialIndexing: { isMoving: true } });
  expect(samples('repositories', full)).toEqual(['id=1 0']);
  expect(samples('lastIndexed', full)).toEqual([`id=1 ${(NOW - HOUR) / 1000}`]);
  expect(samples('initialIndexing', full)).toEqual(['id=1 1']);
});

test('dates of Jira are given by the clock of whoever checks', () => {
  const { provenance, ...others } = row({ lastIndexed: known('lastIndexedDate', NOW + HOUR, stampOf('integrations')) });
  const ahead = { ...others, provenance: { ...provenance, judgedAt: NOW + 2 * HOUR } };
  expect(samples('lastIndexed', ahead)).toEqual([`id=1 ${(NOW - HOUR) / 1000}`]);
});

test('integrations stand by their numbers, whatever their health is', () => {
  const ids = ['10', '9', '100'];
  const exported = { ...exportedOn(), subjects: ids.map((id) => subjectReport({ id })) };
  expect(samples('integrationInfo', exported).map((sample) => sample.split(' ')[0])).toEqual([
    'id=9',
    'id=10',
    'id=100',
  ]);
});

test.each([
  ['22 minutes', ['1320']],
  ['0 minutes', ['0']],
  ['9999999 minutes', ['0']],
  [undefined, []],
])('the interval is given in seconds, 0 where it is off: %s', (schedule, expected) => {
  expect(samples('interval', exportedOn(schedule === undefined ? {} : { schedule }))).toEqual(expected);
});

test('what is advised is told apart from what is needed at least', () => {
  const exported = exportedOn();
  const advised = {
    ...exported,
    report: { ...exported.report, reindex: { ...exported.report.reindex, status: GOOD_INTERVAL } },
  };
  expect([samples('suggested', advised), samples('atLeast', advised)]).toEqual([['1320'], []]);
  const bound = {
    kind: 'at-least',
    verdict: 'not-proven',
    suggested: 18,
    isProbable: true,
    atLeast: 14.8,
    bound: known('atLeastMinutes', 14.8, stampOf('admin')),
    current: known('reindexInterval', 22, stampOf('admin')),
  } as const;
  const least = { ...exported, report: { ...exported.report, reindex: { ...exported.report.reindex, status: bound } } };
  expect([samples('suggested', least), samples('atLeast', least)]).toEqual([[], ['1080']]);
});

describe('when it was possible last', () => {
  const text = prometheusReport(exportedOf(gathered()), {}, t);

  test('is read from what a run before wrote', () => {
    expect(lastSuccessOf(text, JIRA)).toBe(NOW);
  });

  test.each([
    ['of another Jira', text, 'https://other.example'],
    ['of no text', '', JIRA],
    ['of another text', 'OK: all is well', JIRA],
    ['where it is no number', text.replace(/(last_success\S+) \d+/g, '$1 soon'), JIRA],
    ['where it is no moment', text.replace(/(last_success\S+\}) \d+/g, '$1 -1'), JIRA],
  ])('%s nobody knows', (_, before, jira) => {
    expect(lastSuccessOf(before, jira)).toBeUndefined();
  });
});
