import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';

import { loadMyself } from '../../src/sources/jira';
import { failureOf, ORIGIN, testClient } from '../support/client';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

function myself(answer: JsonBodyType) {
  server.use(http.get(`${ORIGIN}/jira/rest/api/2/myself`, () => HttpResponse.json(answer)));
  return loadMyself(testClient(), new AbortController().signal);
}

test('who is signed in, with the time zone of the profile', async () => {
  const read = await myself({ name: 'ada', displayName: 'Ada Admin', timeZone: 'Europe/Berlin' });
  expect(read).toMatchObject({ displayName: 'Ada Admin', timeZone: 'Europe/Berlin' });
});

test('an old Jira tells neither the full name nor a time zone', async () => {
  const read = await myself({ name: 'ada' });
  expect(read).toMatchObject({ displayName: 'ada' });
  expect(read).not.toHaveProperty('timeZone');
});

test('an answer without a name is not understood', async () => {
  expect(await failureOf(myself({ timeZone: 'UTC' }))).toMatchObject({ kind: 'malformed', source: 'myself' });
});
