import { setupServer } from 'msw/node';

import type { WriteTrouble } from '../../src/demo/writes';
import { BASE, startWriting, type Writing } from '../support/writing';

const server = setupServer();
const HEADERS = { 'X-Atlassian-Token': 'no-check', 'Content-Type': 'application/json' };

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

let writing: Writing;
beforeEach(() => (writing = startWriting(server)));

const put = (body: unknown, id = 1, headers: Record<string, string> = HEADERS) =>
  fetch(`${BASE}/rest/gitplugin/1.0/integration/${id}`, { method: 'PUT', headers, body: JSON.stringify(body) });
const row = (id = 1) => writing.jira.integration(id);
const repositoriesOf = async (id: number) => {
  const answer = await fetch(`${BASE}/rest/gitplugin/1.0/repository`);
  const { repositories } = (await answer.json()) as { repositories: Record<string, unknown>[] };
  return repositories.filter(({ trackedFolderId }) => trackedFolderId === id);
};

test('a change is made, and the answer leaves out requireUserPat', async () => {
  const answer = (await (await put({ requireUserPat: true, disabled: false })).json()) as Record<string, object>;
  expect(answer).toMatchObject({ success: 'true', integration: { id: 1, gitViewerEnabled: true } });
  expect(answer['integration']).not.toHaveProperty('requireUserPat');
  expect(row()).toMatchObject({ requireUserPat: true, disabled: false });
  expect(writing.jira.writes).toEqual([{ id: '1', body: { requireUserPat: true, disabled: false } }]);
});

test('a PUT that leaves out disabled enables the integration', async () => {
  writing.jira.edit(1, { disabled: true });
  await put({ displayName: 'GitHub: x' });
  expect(row()).toMatchObject({ disabled: false, displayName: 'GitHub: x' });
});

test.each<[string, Record<string, string>, number]>([
  ['no token against forged requests', { 'Content-Type': 'application/json' }, 403],
  ['another value of it', { ...HEADERS, 'X-Atlassian-Token': 'yes' }, 403],
  ['no JSON', { 'X-Atlassian-Token': 'no-check', 'Content-Type': 'text/plain' }, 415],
])('%s: refused, and nothing is changed', async (_, headers, status) => {
  expect((await put({ requireUserPat: true }, 1, headers)).status).toBe(status);
  expect([row()?.['requireUserPat'], writing.jira.writes]).toEqual([false, []]);
});

test.each([{ type: 'GITHUB' }, { pat: 'x' }, { global: true }, { requireUserPat: 'true' }, { displayName: 1 }])(
  'what this app never sends is refused with error and advice: %j',
  async (body) => {
    expect(await (await put({ ...body, trustFolderStat: true, disabled: false })).json()).toEqual({
      success: false,
      error: `Unrecognized value of the field "${Object.keys(body)[0]}".`,
      advice: 'Check the request body.',
    });
    expect(row()).toMatchObject({ trustFolderStat: false });
  },
);

test('a list is no body, and an integration that is not there is not found', async () => {
  expect((await put([1])).status).toBe(400);
  expect((await put({ requireUserPat: true }, 99)).status).toBe(404);
});

test('a pattern of tags ends that all are shown, and a blank one begins it', async () => {
  writing.jira.edit(1, { showAllTags: true });
  await put({ tagsFilter: 'v.*', disabled: false });
  expect(row()).toMatchObject({ tagsFilter: 'v.*', showAllTags: false });
  await put({ tagsFilter: '', disabled: false });
  expect(row()).toMatchObject({ showAllTags: true });
});

test('two settings go on to the repositories of the integration, trustFolderStat does not', async () => {
  await put({ requireUserPat: true, disableSslVerification: true, trustFolderStat: true, disabled: false });
  const [own] = await repositoriesOf(1);
  expect(own).toMatchObject({ requireUserPat: true, disableSslVerification: true, trustFolderStat: false });
  expect((await repositoriesOf(2))[0]).toMatchObject({ requireUserPat: false, disableSslVerification: false });
});

test('what only the answer about the one integration shows is changed there', async () => {
  writing = startWriting(server, 'typical');
  await put({ requireUserPat: false, disabled: false }, 6);
  const { integration } = await writing.snapshot('6');
  expect(integration.requireUserPat).toMatchObject({ kind: 'known', value: false });
});

test.each<[WriteTrouble, number, boolean]>([
  ['refused', 200, false],
  ['not-kept', 200, false],
  ['conflict', 409, false],
  ['rate-limited', 429, false],
  ['websudo', 401, false],
  ['forbidden', 403, false],
  ['server-error', 500, false],
  ['empty', 204, true],
  ['moves', 200, true],
])('%s: answers %d; changed: %s', async (trouble, status, isChanged) => {
  writing.jira.onWrite(() => trouble);
  expect((await put({ requireUserPat: true, disabled: false })).status).toBe(status);
  expect(row()).toMatchObject({ requireUserPat: isChanged, maxMinsToCommitEmail: trouble === 'moves' ? 60 : 1440 });
});

test.each([
  ['lost', false],
  ['lost-applied', true],
] as const)('%s: no answer; changed: %s', async (trouble, isChanged) => {
  writing.jira.onWrite(() => trouble);
  await expect(put({ requireUserPat: true, disabled: false })).rejects.toThrow();
  expect(row()).toMatchObject({ requireUserPat: isChanged });
});

test('somebody else deletes an integration, and a session ends: nothing is changed', async () => {
  writing.jira.edit(2, 'delete');
  expect((await put({ requireUserPat: true }, 2)).status).toBe(404);
  writing.jira.onWrite(() => {
    writing.jira.setLoggedIn(false);
    return undefined;
  });
  expect(await (await put({ requireUserPat: true })).text()).toContain('login-form');
  expect(row()).toMatchObject({ requireUserPat: false });
});
