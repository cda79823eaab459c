import { setupServer } from 'msw/node';

import { createProperties } from '../../src/demo/properties';
import { ORIGIN } from '../support/client';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const WRITE = { 'X-Atlassian-Token': 'no-check', 'Content-Type': 'application/json' };

function started() {
  const properties = createProperties({ base: ORIGIN, instead: () => Promise.resolve(undefined) });
  server.use(...properties.handlers);
  const ask = (method: string, path: string, body?: string, headers: Record<string, string> = WRITE) =>
    fetch(`${ORIGIN}/rest/api/2/${path}`, { method, headers, ...(body !== undefined && { body }) });
  return { properties, ask };
}

const PATH = 'issuetype/10000/properties/k';

test('a property is created, changed, read and removed', async () => {
  const { ask } = started();
  expect((await ask('GET', PATH)).status).toBe(404);
  expect((await ask('PUT', PATH, '{"a":1}')).status).toBe(201);
  expect((await ask('PUT', PATH, '{"a":2}')).status).toBe(200);
  expect(await (await ask('GET', PATH)).json()).toEqual({ key: 'k', value: { a: 2 } });
  expect((await ask('DELETE', PATH)).status).toBe(204);
  expect((await ask('DELETE', PATH)).status).toBe(404);
});

test.each([
  ['without a token against forgery', PATH, '1', { 'Content-Type': 'application/json' }, 403],
  ['of another type', PATH, '1', { ...WRITE, 'Content-Type': 'text/plain' }, 415],
  ['that is no JSON', PATH, '{', WRITE, 400],
  ['of 32,769 characters', PATH, JSON.stringify('a'.repeat(32_767)), WRITE, 400],
  ['under a key of 256 letters', `issuetype/10000/properties/${'k'.repeat(256)}`, '1', WRITE, 400],
  ['of an issue type that is not there', 'issuetype/7/properties/k', '1', WRITE, 404],
  ['of a project that is not there', 'project/NONE/properties/k', '1', WRITE, 404],
  ['of a project of others', 'project/LOCKED/properties/k', '1', WRITE, 403],
])('a value %s is refused', async (_, path, body, headers: Record<string, string>, status) => {
  expect((await started().ask('PUT', path, body, headers)).status).toBe(status);
});

test('32,768 characters are taken, where writing is not forbidden', async () => {
  const { properties, ask } = started();
  const value = JSON.stringify('a'.repeat(32_766));
  expect((await ask('PUT', PATH, value)).status).toBe(201);
  properties.forbid(true);
  expect((await ask('PUT', PATH, value)).status).toBe(403);
  expect((await ask('DELETE', PATH)).status).toBe(403);
});

test('a test hears of what was done, and may lose the answer', async () => {
  const { properties, ask } = started();
  properties.onRequest(({ method }) => (method === 'PUT' ? Response.error() : undefined));
  await expect(ask('PUT', PATH, '1')).rejects.toThrow();
  expect(properties.of({ of: 'issuetype', id: '10000' }).get('k')).toBe(1);
});
