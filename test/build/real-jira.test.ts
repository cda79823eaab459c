import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

import { checkRealJira, realJira } from '../../build/real-jira';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const TOKEN = 'a-token-that-must-not-be-seen';
const jira = realJira({ JIRA_URL: 'https://jira.example.com/jira/', JIRA_TOKEN: TOKEN })!;

function answer(path: string, status: number, body: Record<string, unknown> = {}) {
  server.use(http.get(`https://jira.example.com/jira/rest/api/2/${path}`, () => HttpResponse.json(body, { status })));
}

test('without JIRA_URL there is no real Jira', () => {
  expect(realJira({})).toBeUndefined();
});

test('keeps the context path, without a slash at its end', () => {
  expect(jira).toEqual({
    url: 'https://jira.example.com/jira',
    origin: 'https://jira.example.com',
    contextPath: '/jira',
    token: TOKEN,
  });
});

test.each(['jira.example.com', 'ftp://jira.example.com', 'https://me:secret@jira.example.com'])(
  'refuses %s',
  (JIRA_URL) => {
    expect(() => realJira({ JIRA_URL })).toThrow('JIRA_URL must look like https://jira.example.com/jira');
  },
);

test.each(['two words', 'a\nb', 'tökén'])(
  'refuses the token %j without repeating it: an error of the network would',
  (JIRA_TOKEN) => {
    const make = () => realJira({ JIRA_URL: 'https://jira.example.com', JIRA_TOKEN });
    expect(make).toThrow('JIRA_TOKEN holds signs that no token has.');
    expect(make).not.toThrow(JIRA_TOKEN);
  },
);

test.each([
  [`${TOKEN}\r\n`, TOKEN],
  ['  ', undefined],
  ['', undefined],
])('of the token %j is used %j', (JIRA_TOKEN, token) => {
  expect(realJira({ JIRA_URL: 'https://jira.example.com', JIRA_TOKEN })).toMatchObject({ token });
});

test('asks with the token as bearer', async () => {
  const seen: (string | null)[] = [];
  server.use(
    http.get('https://jira.example.com/*', ({ request }) => {
      seen.push(request.headers.get('Authorization'));
      return HttpResponse.json({ version: '10.3.2' });
    }),
  );
  expect(await checkRealJira(jira)).toEqual({
    ok: true,
    message: 'Connected to Jira 10.3.2 at https://jira.example.com/jira.',
  });
  expect(new Set(seen)).toEqual(new Set([`Bearer ${TOKEN}`]));
});

test.each([
  ['a refused token', 401, {}, /refused the token in JIRA_TOKEN \(401\)/],
  ['no Jira there', 404, {}, /does not answer as a Jira \(HTTP 404\). Check JIRA_URL and its context path/],
  ['something else there', 200, { hello: 1 }, /does not answer as a Jira/],
])('%s is told, without the token', async (_, status, body, expected) => {
  answer('serverInfo', status, body);
  const { ok, message } = await checkRealJira(jira);
  expect(ok).toBe(false);
  expect(message).toMatch(expected);
  expect(message).not.toContain(TOKEN);
});

test('a redirect to another host is not followed', async () => {
  const elsewhere = jest.fn(() => HttpResponse.json({ version: '10.3.2' }));
  server.use(
    http.get('https://jira.example.com/*', () =>
      HttpResponse.redirect('https://sso.example.com/rest/api/2/serverInfo'),
    ),
    http.get('https://sso.example.com/*', elsewhere),
  );
  expect(await checkRealJira(jira)).toMatchObject({ ok: false });
  expect(elsewhere).not.toHaveBeenCalled();
});

test('a host that cannot be reached is told', async () => {
  server.use(http.get('https://jira.example.com/*', () => HttpResponse.error()));
  const { ok, message } = await checkRealJira(jira);
  expect(ok).toBe(false);
  expect(message).toMatch(/could not be reached/);
});

test('without a token a Jira that needs none works', async () => {
  answer('serverInfo', 200, { version: '10.3.2' });
  answer('myself', 401);
  const { ok, message } = await checkRealJira({ ...jira, token: undefined });
  expect(ok).toBe(true);
  expect(message).toMatch(/without a token/);
});
