import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

import { scenarioById } from '../../src/demo/scenarios';
import { createVirtualJira } from '../../src/demo/virtual-jira';
import { loadIssueTypes, loadProperty } from '../../src/sources/entity-properties';
import { failureOf, ORIGIN, testClient } from '../support/client';
import { NOW } from '../support/facts';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const { signal } = new AbortController();
const PLACE = { of: 'issuetype', id: '10000' } as const;
const KEY = 'git-integration-checkup.decisions';

function virtual() {
  const jira = createVirtualJira(scenarioById('typical'), { base: `${ORIGIN}/jira`, now: () => NOW });
  server.use(...jira.handlers);
  return jira;
}

test('issue types come with the lowest id first, and say which are of sub-tasks', async () => {
  virtual();
  const types = await loadIssueTypes(testClient(), signal);
  expect(types.map(({ id }) => id)).toEqual(['10000', '10001', '10002', '10003']);
  expect(types[3]).toEqual({ id: '10003', name: 'Sub-task', isSubtask: true });
});

test.each([[{}], [[{ id: 'x', name: 'Bug', subtask: false }]], [[{ id: '1', name: 'Bug' }]]])(
  'other answers are not understood: %j',
  async (answer) => {
    server.use(http.get(`${ORIGIN}/jira/rest/api/2/issuetype`, () => HttpResponse.json(answer)));
    expect(await failureOf(loadIssueTypes(testClient(), signal))).toMatchObject({ kind: 'malformed' });
  },
);

test('a property is read; one that is not there is undefined', async () => {
  const jira = virtual();
  expect(await loadProperty(testClient(), PLACE, KEY, signal)).toBeUndefined();
  jira.properties.of(PLACE).set(KEY, { version: 1 });
  expect(await loadProperty(testClient(), PLACE, KEY, signal)).toEqual({ version: 1 });
});

test('what is not there is not asked for', async () => {
  const jira = virtual();
  const asked: string[] = [];
  jira.properties.onRequest(({ method, key }) => void asked.push(`${method} ${key}`));
  await loadProperty(testClient(), PLACE, KEY, signal);
  jira.properties.of(PLACE).set('other', 1);
  expect(await loadProperty(testClient(), PLACE, KEY, signal)).toBeUndefined();
  expect(asked).toEqual([]);
});

test('a place that is not there is a failure, and not that nothing is kept there', async () => {
  virtual();
  const reading = loadProperty(testClient(), { of: 'project', id: 'GONE' }, KEY, signal);
  expect(await failureOf(reading)).toMatchObject({ kind: 'missing', status: 404 });
});

test('nothing for nobody is a lost session, and not that there is none', async () => {
  server.use(
    http.get(`${ORIGIN}/jira/rest/api/2/issuetype/10000/properties`, () =>
      HttpResponse.json({ errorMessages: ['no'] }, { status: 404, headers: { 'X-AUSERNAME': 'anonymous' } }),
    ),
  );
  const reading = loadProperty(testClient({ signedIn: true }), PLACE, KEY, signal);
  expect(await failureOf(reading)).toMatchObject({ kind: 'unauthorised', status: 404 });
});

const KEYS = `${ORIGIN}/jira/rest/api/2/project/OPS/properties`;
const named = http.get(KEYS, () => HttpResponse.json({ keys: [{ key: KEY }] }));

test.each([
  [403, KEYS],
  [429, KEYS],
  [500, KEYS],
  [403, `${KEYS}/${KEY}`],
  [500, `${KEYS}/${KEY}`],
])('%i is a failure: %s', async (status, path) => {
  server.use(
    http.get(path, () => HttpResponse.json({}, { status })),
    named,
  );
  await expect(loadProperty(testClient(), { of: 'project', id: 'OPS' }, KEY, signal)).rejects.toThrow();
});

test('an answer without a value is not understood', async () => {
  server.use(
    named,
    http.get(`${KEYS}/${KEY}`, () => HttpResponse.json([])),
  );
  const reading = loadProperty(testClient(), { of: 'project', id: 'OPS' }, KEY, signal);
  expect(await failureOf(reading)).toMatchObject({ kind: 'malformed' });
});
