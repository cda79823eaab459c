import { http, HttpResponse } from 'msw';

import { hostProduct } from '../../src/model/host';
import { failureOf } from '../support/client';
import { COMPLETE, gijServer, readIntegrations, readRepositories } from '../support/gij';

/** Each test is named after a quirk of GIJ's REST API, by its number in the project's list. */
const gij = gijServer();

async function oneIntegration() {
  const [first] = (await readIntegrations()).integrations;
  if (!first) throw new Error('no integration was read');
  return first;
}

test('quirk 1: success is true in the list and "true" in get-one', async () => {
  gij.answer('/integration', { success: true, integrations: [{ id: 1, displayName: 'One' }] });
  gij.answer('/integration/1', { success: 'true', integration: [{ id: 1, ...COMPLETE }] });
  expect((await oneIntegration()).requireUserPat).toMatchObject({ kind: 'known', value: true });
});

test.each([
  ['a list, as get-one answers', [{ id: 1, ...COMPLETE }]],
  ['an object, as PUT answers', { id: 1, ...COMPLETE }],
])('quirk 2: the envelope of one integration may be %s', async (_, integration) => {
  gij.answer('/integration', { success: true, integrations: [{ id: 1 }] });
  gij.answer('/integration/1', { success: 'true', integration });
  expect((await oneIntegration()).displayName).toMatchObject({ value: 'GitHub: acme' });
});

test('quirk 2: one integration may come without an envelope', async () => {
  gij.answer('/integration', { success: true, integrations: [{ id: 1 }] });
  gij.answer('/integration/1', { id: 1, ...COMPLETE });
  expect((await oneIntegration()).displayName).toMatchObject({ value: 'GitHub: acme' });
});

test.each([false, 'false'])('quirk 3: success %j with HTTP 200 is a failure with error and advice', async (success) => {
  gij.answer('/integration', { success, error: 'License expired.', advice: 'Renew it.' });
  expect(await failureOf(readIntegrations())).toMatchObject({
    kind: 'http',
    status: 200,
    detail: 'License expired. Renew it.',
  });
});

test('quirk 4: reads name the type integrationType, and `type` is not taken for it', async () => {
  gij.integrations({ id: 1, ...COMPLETE, type: 'GITLAB' });
  expect((await oneIntegration()).integrationType).toMatchObject({ value: 'GITHUB' });
});

test('quirk 5: a field that the list leaves out is taken from get-one', async () => {
  gij.answer('/integration', { success: true, integrations: [{ id: 1, ...COMPLETE, requireUserPat: null }] });
  gij.answer('/integration/1', { success: 'true', integration: [{ id: 1, requireUserPat: false }] });
  expect((await oneIntegration()).requireUserPat).toMatchObject({
    kind: 'known',
    value: false,
    stamp: { request: 'GET /rest/gitplugin/1.0/integration/1' },
  });
});

test('quirk 5: a field that no answer has is absent, not false', async () => {
  gij.integrations({ id: 1, displayName: 'One' });
  expect((await oneIntegration()).requireUserPat.kind).toBe('absent');
});

test('quirk 5: where get-one fails, what the list leaves out is unreadable, and said', async () => {
  gij.answer('/integration', { success: true, integrations: [{ id: 1, displayName: 'One' }] });
  gij.answer('/integration/1', {}, { status: 500 });
  const { integrations, problems } = await readIntegrations();
  expect(integrations[0]?.lastIndexedDate.kind).toBe('unreadable');
  expect(problems).toEqual([{ kind: 'integration', id: '1', problem: 'details-failed' }]);
});

test.each([
  ['another integration', [{ id: 2, ...COMPLETE }]],
  [
    'two rows',
    [
      { id: 1, ...COMPLETE },
      { id: 1, ...COMPLETE, requireUserPat: false },
    ],
  ],
  ['no row', []],
])('quirk 5: an answer about one integration that holds %s is none', async (_, integration) => {
  gij.answer('/integration', { success: true, integrations: [{ id: 1, displayName: 'One' }] });
  gij.answer('/integration/1', { success: 'true', integration });
  const { integrations, problems } = await readIntegrations();
  expect(integrations[0]?.requireUserPat).toMatchObject({ kind: 'unreadable', failure: 'malformed' });
  expect(problems).toEqual([{ kind: 'integration', id: '1', problem: 'details-failed' }]);
});

test('quirk 14: a name that lost a byte on its way is no name', async () => {
  gij.integrations({ id: 1, ...COMPLETE, displayName: 'https://gi\uFFFDhub.com/*' });
  expect((await oneIntegration()).displayName.kind).toBe('unreadable');
});

test.each([
  ['true', true],
  ['false', false],
  [' True ', true],
])('quirk 6: %j is a boolean', async (written, value) => {
  gij.integrations({ id: '7', ...COMPLETE, requireUserPat: written });
  const integration = await oneIntegration();
  expect(integration.requireUserPat).toMatchObject({ kind: 'known', value });
  expect(integration.key).toBe('integration:7');
});

test.each(['yes', 1, {}])('quirk 6: %j is no boolean, and not taken for one', async (written) => {
  gij.integrations({ id: 1, ...COMPLETE, requireUserPat: written });
  expect((await oneIntegration()).requireUserPat.kind).toBe('unreadable');
});

test.each([
  ['', 'known'],
  [null, 'absent'],
  [undefined, 'absent'],
] as const)('quirk 6: tagsFilter may be %j', async (tagsFilter, kind) => {
  const row = { id: 1, ...COMPLETE };
  gij.integrations(tagsFilter === undefined ? { id: 1, ...COMPLETE, tagsFilter: null } : { ...row, tagsFilter });
  expect((await oneIntegration()).tagsFilter.kind).toBe(kind);
});

test('quirk 7: no lastIndexedDate in any answer is absent; a date in the future is kept', async () => {
  const future = Date.now() + 3_600_000;
  gij.integrations({ id: 1, ...COMPLETE, lastIndexedDate: null }, { id: 2, ...COMPLETE, lastIndexedDate: future });
  const { integrations } = await readIntegrations();
  expect(integrations[0]?.lastIndexedDate.kind).toBe('absent');
  expect(integrations[1]?.lastIndexedDate).toMatchObject({ kind: 'known', value: future });
});

test.each([
  ['https://dev.azure.com/acme', 'AZURE', 'azure'],
  ['https://dev.azure.com/acme', 'AZURE_DEVOPS', 'azure'],
  ['https://api.github.com', 'GITHUB_APP_NEW', 'github'],
  ['https://git.example.com', 'SOMETHING_NEW', 'unknown'],
])('quirk 8: %s of type %s is labelled by its origin', async (origin, type, product) => {
  gij.integrations({ id: 1, ...COMPLETE, origin, integrationType: type });
  const { integrationType } = await oneIntegration();
  expect(integrationType).toMatchObject({ kind: 'known', value: type });
  expect(hostProduct(origin, type)).toBe(product);
});

test('quirk 9: ids of integrations and repositories do not mix, and a parent may be gone', async () => {
  gij.repositories(
    { id: 1, trackedFolderId: 1 },
    { id: 2, trackedFolderId: '1' },
    { id: 3, trackedFolderId: 99 },
    { id: 4 },
  );
  const { byIntegration, single } = await readRepositories();
  expect(byIntegration['1']?.total).toBe(2);
  expect(byIntegration['99']?.total).toBe(1);
  expect(single.total).toBe(1);
});

test('quirk 10: reading changes nothing: every request is a GET', async () => {
  const methods: string[] = [];
  gij.use(
    http.all(gij.url('/*'), ({ request }) => {
      methods.push(request.method);
      return HttpResponse.json({ success: true, integrations: [{ id: 1 }], repositories: [] });
    }),
  );
  await readIntegrations();
  await readRepositories();
  expect(new Set(methods)).toEqual(new Set(['GET']));
});

test.each([
  [99, undefined, false],
  [100, undefined, true],
  [101, undefined, false],
  [3, 7, true],
  [100, 100, false],
  [3, 3, false],
  [3, '3', false],
  [3, 2, true],
  [3, 'many', true],
  [3, {}, true],
  [0, false, true],
  [0, '', true],
  [1, true, true],
  [3, null, false],
])('quirk 11: %d rows with total %j: at least = %j', async (count, total, atLeast) => {
  const rows = Array.from({ length: count }, (_, index) => ({ id: index + 1 }));
  gij.answer('/repository', { success: true, repositories: rows, ...(total !== undefined && { total }) });
  expect(await readRepositories()).toMatchObject({ total: count, atLeast });
});

const LOGIN = '<!DOCTYPE html><form id="login-form"><input name="os_username"></form>';

test('quirk 12: a login page with HTTP 200 is a lost session, never an empty list', async () => {
  gij.page('/integration', LOGIN, { 'X-AUSERNAME': 'anonymous' });
  expect((await failureOf(readIntegrations())).kind).toBe('unauthorised');
});

test('quirk 12: a redirect is a lost session', async () => {
  gij.use(
    http.get(
      gij.url('/repository'),
      () => new HttpResponse(null, { status: 302, headers: { Location: '/login.jsp' } }),
    ),
  );
  expect((await failureOf(readRepositories())).kind).toBe('unauthorised');
});

test.each([
  [401, { message: 'Client must be authenticated' }, 'unauthorised'],
  [401, { message: 'This resource requires WebSudo.', 'status-code': 401 }, 'websudo'],
  [403, {}, 'forbidden'],
  [404, {}, 'missing'],
  [503, {}, 'starting'],
  [429, {}, 'rate-limited'],
  [500, {}, 'http'],
  [300, {}, 'http'],
])('quirk 12: HTTP %d with %j is %s', async (status, body, kind) => {
  gij.answer('/integration', body, { status });
  expect(await failureOf(readIntegrations())).toMatchObject({ kind, status });
});

test('quirk 12: another page, half a JSON and JSON without rows are malformed', async () => {
  gij.page('/integration', '<html><body>Welcome to the proxy</body></html>');
  expect((await failureOf(readIntegrations())).kind).toBe('malformed');
  gij.page('/integration', '{"success": true, "integrations": [');
  expect((await failureOf(readIntegrations())).kind).toBe('malformed');
  gij.answer('/integration', { success: true });
  expect((await failureOf(readIntegrations())).kind).toBe('malformed');
});

test.each([
  [[]],
  [[[[]]]],
  [{ success: true, integrations: {} }],
  [{ success: true, integrations: [null, null] }],
  [null],
  [0],
  [''],
])('quirk 12: %j is no list of anything, and never an empty one', async (body) => {
  gij.answer('/integration', body);
  expect((await failureOf(readIntegrations())).kind).toBe('malformed');
  gij.answer(
    '/repository',
    Array.isArray(body) || typeof body !== 'object' || body === null
      ? body
      : { success: true, repositories: body.integrations },
  );
  expect((await failureOf(readRepositories())).kind).toBe('malformed');
});

test('quirk 13: no credential of an origin is kept, and no field that is not needed', async () => {
  const secret = 'glpat-0123456789';
  gij.integrations({
    id: 1,
    ...COMPLETE,
    origin: `https://svc:${secret}@gitlab.example.com/acme`,
    pat: secret,
    password: secret,
  });
  const integration = await oneIntegration();
  expect(integration.origin).toMatchObject({ value: 'https://•••@gitlab.example.com/acme' });
  expect(JSON.stringify(integration)).not.toContain(secret);
});

test('quirk 14: a name is free text and is kept as it is', async () => {
  const names = ['😀 team', 'صندوق', 'x'.repeat(300), '<img src=x onerror=alert(1)>', '=1+1', '\tTab'];
  gij.integrations(...names.map((displayName, index) => ({ id: index + 1, ...COMPLETE, displayName })));
  const { integrations } = await readIntegrations();
  expect(integrations.map(({ displayName }) => displayName)).toMatchObject(
    names.map((value) => ({ kind: 'known', value })),
  );
});

test('quirk 15: the context path comes before every address', async () => {
  const paths: string[] = [];
  gij.use(
    http.get('*', ({ request }) => {
      paths.push(new URL(request.url).pathname);
      return HttpResponse.json({ success: true, integrations: [] });
    }),
  );
  await readIntegrations();
  expect(paths).toEqual(['/jira/rest/gitplugin/1.0/integration']);
});
