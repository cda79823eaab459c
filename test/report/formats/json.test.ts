import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { setupServer } from 'msw/node';

import { INSTANCE_CHECKS, INTEGRATION_CHECKS } from '../../../src/checks/registry';
import { acceptanceOf } from '../../../src/decisions/accept';
import { ACCEPTANCE_STATES } from '../../../src/decisions/acceptance';
import { NO_DECISIONS, withEntries, type Decisions } from '../../../src/decisions/decisions';
import { SCENARIOS } from '../../../src/demo/scenarios';
import { CONFIRMABLE_SETTINGS } from '../../../src/model/confirmation';
import { ACCEPTANCE_REASONS } from '../../../src/model/finding';
import { SOURCE_IDS, type Gathered } from '../../../src/model/gathered';
import { HOST_PRODUCTS } from '../../../src/model/host';
import { SEVERITY_ORDER } from '../../../src/model/verdict';
import { CHECK_STATES } from '../../../src/report/check-reports';
import type { Exported } from '../../../src/report/formats/exported';
import { jsonReport } from '../../../src/report/formats/json';
import { HEALTHS } from '../../../src/report/health';
import schema from '../../../src/report/schema.json';
import { damage } from '../../damage/damages';
import { answers } from '../../damage/instances';
import { readDamaged } from '../../damage/read-damaged';
import { exportTexts } from '../../support/export-texts';
import { exportedOf, exportedScenario } from '../../support/exported';
import { decisions, GOOD_INTERVAL, gathered, integration, NOW } from '../../support/facts';
import { expectGolden } from '../../support/golden-file';
import { failures, verdicts } from '../../support/text-patterns';

const t = exportTexts();
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const isValid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

interface Document {
  readonly [member: string]: unknown;
  readonly subjects: readonly { readonly [member: string]: unknown; readonly findings: readonly Finding[] }[];
  readonly instance: readonly Finding[];
}

type Finding = Readonly<Record<string, unknown>>;

function written(exported: Exported): Document {
  const document = JSON.parse(jsonReport(exported, t)) as Document;
  isValid(document);
  expect(isValid.errors ?? []).toEqual([]);
  return document;
}

const documentOf = (given: Gathered, decided?: Decisions) => written(exportedOf(given, decided));
const findingOf = (findings: readonly Finding[] | undefined, id: string) => findings?.find(({ check }) => check === id);

test.each(['typical', 'neglected', 'partly-failing'])('%s', async (id) => {
  expectGolden(`json/${id}.json`, jsonReport(await exportedScenario(id, server), t));
});

test.each(SCENARIOS.map(({ id }) => id).filter((id) => id !== 'many'))('%s is as the schema says', async (id) => {
  const { checks, subjects, instance } = written(await exportedScenario(id, server));
  expect(subjects.filter(({ findings }) => findings.length !== INTEGRATION_CHECKS.length)).toEqual([]);
  expect(instance).toHaveLength(INSTANCE_CHECKS.length);
  expect(checks).toHaveLength(INSTANCE_CHECKS.length + (subjects.length > 0 ? INTEGRATION_CHECKS.length : 0));
});

test('what comes of damaged answers is as the schema says', async () => {
  const some = fc.sample(fc.tuple(answers, damage), { numRuns: 60, seed: 3 });
  for (const [given, { apply }] of some) documentOf(await readDamaged(apply(given)));
});

test('what is still being read, answered, accepted, indexed or advised is as the schema says', () => {
  const pending: Gathered = { ...gathered(), repositories: { state: 'pending', source: 'repositories' } };
  expect(documentOf(pending)).toMatchObject({ unread: [{ state: 'pending', source: 'repositories' }] });
  const answered = documentOf(gathered(), decisions({ webhooks: true, enforceGitPermissions: false }));
  expect(answered['questions']).toContainEqual(
    expect.objectContaining({ setting: 'webhooks', state: 'answered', isOn: true }),
  );
  const { report, ...others } = exportedOf(gathered());
  const advised = { ...report, reindex: { ...report.reindex, status: GOOD_INTERVAL } };
  expect(written({ ...others, report: advised })['reindex']).toEqual({
    kind: 'advised',
    verdict: 'good',
    currentMinutes: 22,
    suggestedMinutes: 22,
    roundMinutes: 19,
  });
  expect(
    written({ ...others, report: { ...report, reindex: { ...report.reindex, status: 'pending' } } })['reindex'],
  ).toEqual({ kind: 'pending' });
});

test('an accepted one says by whom, why and until when, and what holds no more is told, too', () => {
  const given = gathered({ integrations: [integration({ disableSslVerification: true })] });
  const failing = exportedOf(given).report.subjects[0]!.findings.find(({ verdict }) => verdict === 'fail')!;
  const entry = acceptanceOf(failing, { reason: 'planned', note: '', at: NOW, by: 'Ada' });
  const gone = { ...entry, check: 'display-name' };
  const { subjects, acceptances } = documentOf(given, withEntries(NO_DECISIONS, [entry, gone]));
  const acceptance = { by: 'Ada', reason: 'planned', reasonText: 'Planned', at: '2026-03-02T09:15:00.000Z' };
  expect(findingOf(subjects[0]?.findings, 'ssl-verification')).toMatchObject({ verdict: 'accepted', acceptance });
  expect(acceptances).toMatchObject([
    { subject: 'integration:1', check: 'ssl-verification', state: 'holds', ...acceptance },
    { check: 'display-name', state: 'gone' },
  ]);
  expect(JSON.stringify(acceptances)).not.toContain('"note"');
});

test('what is not known is absent, and says why: it is no number, and not false', () => {
  const { subjects, ...document } = documentOf(
    gathered({
      integrations: [
        integration({
          displayName: 'absent',
          origin: 'absent',
          requireUserPat: 'absent',
          lastIndexedDate: 'unreadable',
        }),
      ],
      failed: { repositories: 'forbidden', 'server-info': 'timeout', 'gij-version': 'missing', myself: 'http' },
    }),
  );
  const [subject] = subjects;
  expect(subject).toMatchObject({ lastIndexed: { state: 'unreadable' }, title: 'Integration 1 (no display name)' });
  expect(['name', 'hostName', 'repositories'].filter((name) => name in (subject ?? {}))).toEqual([]);
  expect(findingOf(subject?.findings, 'require-user-pat')).toMatchObject({
    verdict: 'unknown',
    reason: { key: 'reason.absent' },
    read: [{ field: 'requireUserPat', state: 'absent', text: 'not in the answer' }],
  });
  expect(findingOf(document.instance, 'webhooks')?.['read']).toEqual([
    { field: 'webhooks', label: 'Webhooks set up', state: 'absent', text: 'not answered yet', source: 'admin' },
  ]);
  expect(document['jira']).toEqual({ baseUrl: 'https://jira.acme.example/jira' });
  expect(document['gitIntegration']).toEqual({});
  expect(document['gaps']).toContain('Repositories could not be read: the permission is missing.');
  const judged = [...(subject?.findings ?? []), ...document.instance];
  const unexplained = judged.filter(({ verdict, reason }) =>
    ['unknown', 'error', 'not-applicable'].includes(String(verdict)) ? reason === undefined : false,
  );
  expect(unexplained).toEqual([]);
});

test('integrations that could not be read are not none, and of a list that may be cut it says so', () => {
  const unread = documentOf(gathered({ failed: { integrations: 'forbidden' } }));
  expect(unread).not.toHaveProperty('checkedAt');
  expect(unread['shown']).toMatchObject({ text: 'The integrations could not be read', integrations: 0 });
  expect(unread['shown']).not.toHaveProperty('of');
  const cut = documentOf(gathered({ integrationsAtLeast: true, repositoriesAtLeast: true }));
  expect(cut['shown']).toMatchObject({ of: { value: 1, atLeast: true } });
  expect(cut.subjects[0]).toMatchObject({ repositories: { value: 10, atLeast: true } });
});

test('what a filter shows is in it, and how much that is', async () => {
  const { subjects, ...others } = await exportedScenario('typical', server);
  const document = written({ ...others, subjects: subjects.slice(0, 2) });
  expect(document.subjects).toHaveLength(2);
  expect(document['shown']).toEqual({
    text: '2 of 8 integrations, as filtered; the repositories without an integration are left out',
    isFiltered: true,
    integrations: 2,
    of: { value: 8, atLeast: false },
    singleRepositories: 'left-out',
  });
  const some = written({ ...others, subjects, checks: ['display-name'] });
  expect(some['shown']).toMatchObject({ isFiltered: true, integrations: 8, checks: ['display-name'] });
});

type Schema = Readonly<Record<string, unknown>>;

/** Each schema of a member, by its path. */
function membersOf(one: Schema, path = ''): (readonly [path: string, member: Schema])[] {
  const of = (name: string) => Object.entries((one[name] ?? {}) as Record<string, Schema>);
  return [
    ...of('properties').flatMap(([name, member]): (readonly [string, Schema])[] => [
      [`${path}.${name}`, member],
      ...membersOf(member, `${path}.${name}`),
    ]),
    ...of('$defs').flatMap(([name, member]) => membersOf(member, name)),
    ...((one['oneOf'] ?? []) as Schema[]).flatMap((member) => membersOf(member, path)),
    ...('items' in one ? membersOf(one['items'] as Schema, path) : []),
  ];
}

const members = membersOf(schema);
const memberAt = (path: string) => Object.fromEntries(members)[path];
const enumOf = (path: string) => memberAt(path)?.['enum'];
const definitions: Readonly<Record<string, Schema>> = schema.$defs;

test('each member is described, and none else may be there', () => {
  expect(members.length).toBeGreaterThan(100);
  expect(members.filter(([, { description }]) => typeof description !== 'string' || description === '')).toEqual([]);
  const objects = [schema, ...members.map(([, member]) => member), ...Object.values(definitions)].filter(
    (one: Schema) => one['type'] === 'object',
  );
  expect(objects.length).toBeGreaterThan(15);
  expect(objects.filter((one: Schema) => one['additionalProperties'] !== false)).toEqual([]);
  const numbers = members.filter(([path]) => /Minutes$/.test(path));
  expect(numbers.filter(([, { description }]) => !/Minutes\.$/.test(String(description)))).toEqual([]);
});

test('its words are those of the code', () => {
  expect(enumOf('finding.verdict')).toEqual(verdicts);
  expect(definitions['severity']?.['enum']).toEqual(Object.keys(SEVERITY_ORDER));
  expect(definitions['health']?.['enum']).toEqual(HEALTHS);
  expect(definitions['failure']?.['enum']).toEqual(failures);
  expect(definitions['setting']?.['enum']).toEqual(CONFIRMABLE_SETTINGS);
  expect(enumOf('acceptance.reason')).toEqual(ACCEPTANCE_REASONS);
  expect(enumOf('.acceptances.state')).toEqual(ACCEPTANCE_STATES);
  expect(enumOf('.subjects.product')).toEqual(HOST_PRODUCTS);
  expect(enumOf('.checks.state')).toEqual(CHECK_STATES);
  expect(enumOf('reading.source')).toEqual([...SOURCE_IDS, 'admin']);
});

test.each<[string, (document: Document) => object]>([
  ['of another version', (document) => ({ ...document, version: 2 })],
  ['with a member that nobody knows', (document) => ({ ...document, more: 1 })],
  ['without its findings', (document) => ({ ...document, instance: undefined })],
  ['with a time that is a number', (document) => ({ ...document, judgedAt: NOW })],
  [
    'with a verdict that there is not',
    ({ instance: [first, ...others], ...document }) => ({
      ...document,
      instance: [{ ...first, verdict: 'ok' }, ...others],
    }),
  ],
  ['with null where nothing is known', (document) => ({ ...document, exportedBy: null })],
])('a document %s is refused', (_, deviate) => {
  expect(isValid(deviate(documentOf(gathered())))).toBe(false);
});
