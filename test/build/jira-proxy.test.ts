/** @jest-environment node */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';

import { demoServer } from '../../build/demo-server';
import { PANEL_PATHS } from '../../build/panel-paths';
import { realJira } from '../../build/real-jira';
import { gather } from '../../src/sources/gather';
import { loadIndexingDates } from '../../src/sources/indexing-dates';
import { createJiraClient } from '../../src/sources/jira-client';
import { loadSchedule } from '../../src/sources/schedule';
import { COMPLETE } from '../support/gij';
import { filesBelow } from '../support/source-files';

const TOKEN = 'a-token-that-must-not-be-seen';
const INTEGRATION = '/jira/rest/gitplugin/1.0/integration';

/** What reached the Jira, and the other host that it leads to. */
const asked: IncomingMessage[] = [];
const elsewhere: IncomingMessage[] = [];
const bodies: string[] = [];
const said: string[] = [];

async function listen(server: Server, host = '127.0.0.1'): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return (server.address() as AddressInfo).port;
}

const other = createServer((request, response) => {
  elsewhere.push(request);
  response.end('the other host');
});

const jira = createServer((request, response) => {
  asked.push(request);
  if (request.method !== 'GET') void text(request).then((body) => bodies.push(body));
  const { url = '' } = request;
  response.setHeader('Set-Cookie', 'JSESSIONID=of-the-developer; Path=/');
  response.setHeader('X-AUSERNAME', 'admin');
  response.setHeader('X-Something', 'else');
  if (url.endsWith('/myself'))
    response.writeHead(302, { Location: `http://127.0.0.1:${otherPort}/jira/rest/gitplugin/1.0/repository` }).end();
  else if (url.endsWith('/serverInfo')) response.writeHead(302, { Location: '/jira/login.jsp?os_destination=x' }).end();
  else if (url.endsWith('.jspa') && !url.includes('WebSudo'))
    response.writeHead(302, { Location: 'WebSudoAuthenticate!default.jspa?webSudoDestination=x' }).end();
  else if (url.endsWith('/repository')) response.writeHead(429, { 'Retry-After': '7' }).end();
  else response.setHeader('Content-Type', 'application/json').end('{"success":true,"integrations":[]}');
});

let devServer: WebpackDevServer;
let otherPort = 0;
let port = 0;

beforeAll(async () => {
  otherPort = await listen(other);
  const probe = createServer();
  port = await listen(probe);
  await new Promise((resolve) => probe.close(resolve));
  process.env.PORT = String(port);
  const configuration = demoServer(
    realJira({ JIRA_URL: `http://127.0.0.1:${await listen(jira)}/jira`, JIRA_TOKEN: TOKEN }),
  );
  const compiler = webpack({
    mode: 'development',
    entry: 'data:text/javascript,1',
    output: { path: '/' },
    infrastructureLogging: { level: 'none' },
    stats: 'none',
  });
  if (!compiler) throw new Error('webpack did not start');
  devServer = new WebpackDevServer({ ...configuration, onListening: undefined, client: false }, compiler);
  await devServer.start();
});

afterAll(async () => {
  delete process.env.PORT;
  await devServer.stop();
  for (const server of [jira, other]) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

beforeEach(() => {
  for (const list of [asked, elsewhere, said, bodies]) list.length = 0;
  for (const level of ['error', 'log'] as const)
    jest.spyOn(console, level).mockImplementation((...words: unknown[]) => void said.push(words.join(' ')));
});

afterEach(() => expect(said.join()).not.toContain(TOKEN));

interface Answer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Sends the lines as they are: no client in between puts anything right. */
async function send(start: string, headers: Readonly<Record<string, string>> = {}, body = ''): Promise<Answer> {
  const lines = { Host: `localhost:${port}`, Connection: 'close', ...headers };
  const text = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, 'localhost');
    let received = '';
    socket.setEncoding('utf8');
    socket.on('data', (data) => (received += String(data)));
    socket.on('end', () => resolve(received));
    socket.on('error', reject);
    socket.write(
      `${start} HTTP/1.1\r\n${Object.entries(lines)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')}\r\n${body}`,
    );
  });
  expect(text).not.toContain(TOKEN);
  const end = text.indexOf('\r\n\r\n');
  return { status: Number(text.split(' ')[1]), head: text.slice(0, end), body: text.slice(end + 4) };
}

const own = () => ({ Origin: `http://localhost:${port}`, 'Sec-Fetch-Site': 'same-origin' });

test.each<[string, () => Record<string, string>]>([
  ['no page, such as curl', () => ({})],
  ['the page', () => ({ 'Sec-Fetch-Site': 'same-origin' })],
  ['the page, with its Origin', own],
  ['the line of the address', () => ({ 'Sec-Fetch-Site': 'none' })],
  [
    'the page under the number of this machine',
    () => ({ Host: `127.0.0.1:${port}`, Origin: `http://127.0.0.1:${port}`, 'Sec-Fetch-Site': 'same-origin' }),
  ],
  ['the page under its number of IPv6', () => ({ Host: `[::1]:${port}`, 'Sec-Fetch-Site': 'same-origin' })],
])('%s may ask', async (_, headers) => {
  expect(await send(`GET ${INTEGRATION}`, headers())).toMatchObject({
    status: 200,
    body: expect.stringContaining('"integrations"') as string,
  });
  expect(asked).toHaveLength(1);
});

const FOREIGN: readonly [string, () => Record<string, string>][] = [
  ['a foreign Host', () => ({ Host: 'attacker.example' })],
  ['a foreign Host with the port', () => ({ Host: `attacker.example:${port}`, 'Sec-Fetch-Site': 'same-origin' })],
  ['a Host that begins like this one', () => ({ Host: `localhost.attacker.example:${port}` })],
  ['a Host below localhost', () => ({ Host: `x.localhost:${port}` })],
  ['a Host with another number', () => ({ Host: `192.168.0.1:${port}` })],
  ['another port', () => ({ Host: 'localhost:1' })],
  ['no port', () => ({ Host: 'localhost' })],
  ['a foreign Origin without Sec-Fetch-Site', () => ({ Origin: 'https://attacker.example' })],
  [
    'a foreign Origin that says to be the same',
    () => ({ Origin: 'https://attacker.example', 'Sec-Fetch-Site': 'same-origin' }),
  ],
  ['the Origin of another server here', () => ({ Origin: 'http://localhost:1', 'Sec-Fetch-Site': 'same-site' })],
  ['Origin null', () => ({ Origin: 'null' })],
  ['Origin null of the same site', () => ({ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' })],
  ['the own Origin without Sec-Fetch-Site', () => ({ Origin: `http://localhost:${port}` })],
  ['the own Origin under another name', () => ({ ...own(), Host: `127.0.0.1:${port}` })],
  ['another site', () => ({ 'Sec-Fetch-Site': 'cross-site' })],
  ['another server here', () => ({ 'Sec-Fetch-Site': 'same-site' })],
];

test.each(FOREIGN)('%s is refused, whatever it asks for', async (_, headers) => {
  for (const path of [INTEGRATION, '/__checkup/status', '/', '/main.js', '/webpack-dev-server']) {
    expect(await send(`GET ${path}`, headers())).toMatchObject({ status: 403 });
  }
  expect(asked).toEqual([]);
});

test('a form of another site is refused', async () => {
  const headers = {
    Origin: 'https://attacker.example',
    'Sec-Fetch-Site': 'cross-site',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': '3',
  };
  expect(await send(`POST ${INTEGRATION}`, headers, 'a=b')).toMatchObject({ status: 403 });
  expect(asked).toEqual([]);
});

const PROPERTY = 'properties/git-integration-checkup.decisions-1';
const OF_TYPE = `/jira/rest/api/2/issuetype/10001/${PROPERTY}`;
const OF_PROJECT = `/jira/rest/api/2/project/ADMIN_1/${PROPERTY}`;
const WRITES: readonly (readonly [method: string, path: string])[] = [
  ['PUT', `${INTEGRATION}/12`],
  ['PUT', OF_TYPE],
  ['DELETE', OF_TYPE],
  ['PUT', OF_PROJECT],
  ['DELETE', OF_PROJECT],
];

describe.each(WRITES)('%s %s', (method, path) => {
  const content = method === 'PUT' ? '{"ä":1}' : '';
  const length = String(Buffer.byteLength(content));
  const write = (headers: Record<string, string> = {}, body = content) =>
    send(`${method} ${path}`, { ...own(), 'Content-Length': length, ...headers }, body);

  test('is passed on from the own page, with the body as it is and nothing else of the browser', async () => {
    const others = {
      Cookie: 'a=b',
      'X-Other': '1',
      'X-Atlassian-Token': 'yes',
      'Content-Type': 'text/plain',
      Authorization: 'x',
    };
    expect(await write(others)).toMatchObject({ status: 200 });
    expect(asked).toMatchObject([
      { method, url: path, headers: { authorization: `Bearer ${TOKEN}`, 'x-atlassian-token': 'no-check' } },
    ]);
    expect(asked[0]?.headers['content-type']).toBe(method === 'PUT' ? 'application/json' : undefined);
    for (const name of ['cookie', 'origin', 'x-other', 'sec-fetch-site'])
      expect(asked[0]?.headers).not.toHaveProperty(name);
    expect(bodies).toEqual([content]);
  });

  test.each<[string, Record<string, string>]>([
    ['no page', { Origin: '', 'Sec-Fetch-Site': '' }],
    ['a page that does not say so', { 'Sec-Fetch-Site': '' }],
    ['the line of the address', { Origin: '', 'Sec-Fetch-Site': 'none' }],
    ['a page without Origin', { Origin: '' }],
    ['a foreign page', { Origin: 'https://attacker.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['another server here', { Origin: 'http://localhost:1', 'Sec-Fetch-Site': 'same-site' }],
    ['a foreign name of this machine', { Host: 'attacker.example' }],
  ])('is refused from %s', async (_, changed) => {
    const headers = Object.fromEntries(
      Object.entries({ ...own(), 'Content-Length': length, ...changed }).filter(([, value]) => value !== ''),
    );
    expect(await send(`${method} ${path}`, headers, content)).toMatchObject({ status: 403 });
    expect(asked).toEqual([]);
  });

  test.each(['?x=1', '/', '/..', ';x', '%2e'])('is refused with %s after it', async (end) => {
    expect(await send(`${method} ${path}${end}`, { ...own(), 'Content-Length': '0' })).toMatchObject({ status: 405 });
    expect(asked).toEqual([]);
  });

  test('is refused where it is too long, or does not say how long it is', async () => {
    expect(await write({ 'Content-Length': String(64 * 1024 + 1) }, '')).toMatchObject({ status: 413 });
    const chunks = '1\r\nx\r\n0\r\n\r\n';
    const chunked = await send(`${method} ${path}`, { ...own(), 'Transfer-Encoding': 'chunked' }, chunks);
    expect([chunked.status, asked]).toEqual([413, []]);
  });
});

test('a body of the most that is passed on', async () => {
  const longest = 'x'.repeat(64 * 1024);
  expect(await send(`PUT ${OF_TYPE}`, { ...own(), 'Content-Length': String(longest.length) }, longest)).toMatchObject({
    status: 200,
  });
  expect(bodies).toEqual([longest]);
});

test('what is kept for all admins may be read', async () => {
  for (const path of [OF_TYPE, OF_PROJECT]) expect(await send(`GET ${path}`, own())).toMatchObject({ status: 200 });
  expect(asked.map(({ url }) => url)).toEqual([OF_TYPE, OF_PROJECT]);
});

test('which properties there are may be read, and nothing is written there', async () => {
  const path = '/jira/rest/api/2/issuetype/10001/properties';
  expect(await send(`GET ${path}`, own())).toMatchObject({ status: 200 });
  for (const method of ['PUT', 'DELETE'])
    expect(await send(`${method} ${path}`, { ...own(), 'Content-Length': '0' })).toMatchObject({ status: 405 });
  expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([`GET ${path}`]);
});

test.each([
  `/jira/rest/api/2/issuetype/10001/properties/other`,
  `/jira/rest/api/2/issuetype/x/${PROPERTY}`,
  `/jira/rest/api/2/issuetype/0/${PROPERTY}`,
  `/jira/rest/api/2/issuetype/1/../2/${PROPERTY}`,
  `/jira/rest/api/2/issue/1/${PROPERTY}`,
  `/jira/rest/api/2/project/A-B/${PROPERTY}`,
  `/jira/rest/api/2/project/ADMIN/properties/x-git-integration-checkup`,
  `/jira/rest/api/2/project/ADMIN/properties/git-integration-checkup/x`,
  `/jira/rest/api/2/project/ADMIN/properties/git-integration-checkup%2f`,
])('%s is neither read nor written', async (path) => {
  expect(await send(`GET ${path}`, own())).toMatchObject({ status: 404 });
  for (const method of ['PUT', 'DELETE'])
    expect(await send(`${method} ${path}`, { ...own(), 'Content-Length': '0' })).toMatchObject({ status: 405 });
  expect(asked).toEqual([]);
});

test.each(['PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE'])(
  '%s of anything else is refused, from the own page too',
  async (method) => {
    const [ofIntegration, ofProperty] = [[`${INTEGRATION}/1`], [OF_TYPE, OF_PROJECT]];
    for (const path of [
      INTEGRATION,
      ...(method === 'PUT' ? [] : ofIntegration),
      ...(method === 'PUT' || method === 'DELETE' ? [] : ofProperty),
      '/jira/rest/gitplugin/1.0/global-settings',
      '/jira/rest/gitplugin/1.0/repository/1',
      '/jira/rest/gitplugin/2.0/reindex',
      '/__checkup/status',
      '/',
    ]) {
      expect(await send(`${method} ${path}`, { ...own(), 'Content-Length': '0' })).toMatchObject({
        status: 405,
        head: expect.stringContaining('Allow: GET') as string,
      });
    }
    expect(asked).toEqual([]);
  },
);

test.each([
  '/jira/rest/../secure/admin/ViewApplicationProperties.jspa',
  '/jira/rest/gitplugin/1.0/integration/../../../../secure/admin/SchedulerAdmin.jspa',
  '/jira/rest/%2e%2e/secure/admin/SchedulerAdmin.jspa',
  '/jira/rest/gitplugin/1.0/integration/%2e%2e/repository',
  '/jira/rest/gitplugin/1.0/./integration',
  '/jira//rest/gitplugin/1.0/integration',
  '//jira/rest/gitplugin/1.0/integration',
  '/jira\\rest\\gitplugin\\1.0\\integration',
  '/jira/rest\\..\\secure\\admin\\SchedulerAdmin.jspa',
  '/jira/rest%2fgitplugin/1.0/integration',
  '/jira/rest/gitplugin/1.0/integration;x=1',
  '/jira/rest/gitplugin/1.0/integration?x=1',
  '/jira/rest/gitplugin/1.0/integration/',
  '/jira/rest/gitplugin/1.0/integration/{id}',
  '/jira/rest/gitplugin/1.0/integration/x',
  '/jira/rest/gitplugin/1.0/integration/1/2',
  '/jira/rest/gitplugin/1.0/global-settings',
  '/jira/rest/gitplugin/2.0/reindex',
  '/jira/rest/api/2/user?username=admin',
  '/jira/secure/admin/ViewApplicationProperties.jspa',
  '/rest/gitplugin/1.0/integration',
  '/other/rest/gitplugin/1.0/integration',
  '/jirarest/gitplugin/1.0/integration',
])('%s is not passed on', async (path) => {
  expect(await send(`GET ${path}`, own())).toMatchObject({ status: 404 });
  expect(asked).toEqual([]);
});

test('a target with a host of its own is not passed on', async () => {
  await send(`GET http://localhost:${port}${INTEGRATION}`, own());
  await send(`GET http://attacker.example${INTEGRATION}`, own());
  expect(asked).toEqual([]);
});

test('Jira gets the token and nothing of the browser; the page gets nothing but what it needs', async () => {
  const headers = {
    ...own(),
    Cookie: 'a=b',
    Referer: `http://localhost:${port}/`,
    Authorization: 'Basic eDp5',
    'X-Forwarded-For': '1.2.3.4',
    'X-Other': '1',
  };
  const { head } = await send(`GET ${INTEGRATION}/12`, headers);
  const [request] = asked;
  expect(request).toMatchObject({
    method: 'GET',
    url: `${INTEGRATION}/12`,
    headers: { authorization: `Bearer ${TOKEN}`, accept: 'application/json' },
  });
  for (const name of ['cookie', 'origin', 'referer', 'x-forwarded-for', 'x-other', 'sec-fetch-site'])
    expect(request?.headers).not.toHaveProperty(name);
  expect(head).toMatch(/^X-AUSERNAME: admin\r$/im);
  expect(head).toMatch(/^Content-Type: application\/json\r$/im);
  expect(head).toMatch(/^Cross-Origin-Resource-Policy: same-origin\r$/im);
  expect(head).not.toMatch(/Set-Cookie|JSESSIONID|X-Something|Access-Control/i);
});

test('a pause that Jira asks for comes through', async () => {
  expect(await send('GET /jira/rest/gitplugin/1.0/repository', own())).toMatchObject({
    status: 429,
    head: expect.stringMatching(/^Retry-After: 7\r$/im) as string,
  });
});

test.each([
  ['another host', '/jira/rest/api/2/myself'],
  ['a page that the panel does not read', '/jira/rest/api/2/serverInfo'],
])('a redirect to %s is told, and neither followed nor passed back', async (_, path) => {
  const { status, head, body } = await send(`GET ${path}`, own());
  expect(status).toBe(302);
  expect(head).not.toMatch(/Location|Set-Cookie/i);
  expect(body).not.toContain('the other host');
  expect(asked).toHaveLength(1);
  expect(elsewhere).toEqual([]);
});

test('the password form that Jira leads to from its page is passed back, under this server', async () => {
  const { status, head } = await send('GET /jira/secure/admin/SchedulerAdmin.jspa', own());
  expect(status).toBe(302);
  const [, location] = /^Location: (.*)\r$/im.exec(`${head}\r`) ?? [];
  expect(location).toBe('/jira/secure/admin/WebSudoAuthenticate!default.jspa');
  expect(await send(`GET ${location}`, own())).toMatchObject({ status: 200 });
});

test('the status says whether Jira answers, not with what', async () => {
  expect(await send('GET /__checkup/status', own())).toMatchObject({
    status: 200,
    body: expect.stringContaining('"ok":false') as string,
  });
});

test('a Jira that ends the connection is told, without the token', async () => {
  jira.once('connection', (socket) => socket.destroy());
  jira.closeAllConnections();
  expect(await send(`GET ${INTEGRATION}`, own())).toMatchObject({
    status: 502,
    body: expect.stringContaining('could not be reached') as string,
  });
  expect(said.join()).toContain('could not be reached');
});

test.each<[string, boolean, Record<string, string>]>([
  ['its own page', true, {}],
  ['no page', false, { Origin: '' }],
  ['a foreign page', false, { Origin: 'https://attacker.example' }],
  ['another server here', false, { Origin: 'http://localhost:1' }],
  ['a page of a file', false, { Origin: 'file://' }],
  ['an extension', false, { Origin: 'chrome-extension://abc' }],
  ['a foreign name of this machine', false, { Host: 'attacker.example:1', Origin: 'http://attacker.example:1' }],
])('the web socket opens for %s: %s', async (_, isOpen, headers) => {
  const upgrade = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    Origin: `http://localhost:${port}`,
  };
  const head = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, 'localhost');
    socket.once('data', (data) => {
      resolve(String(data));
      socket.destroy();
    });
    socket.on('error', reject);
    const lines = Object.entries({ Host: `localhost:${port}`, ...upgrade, ...headers }).filter(
      ([, value]) => value !== '',
    );
    socket.write(`GET /ws HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
  });
  expect(head.split('\r\n')[0]).toContain(isOpen ? '101' : '401');
});

test('each path in the sources is one that is passed on, and no other is', () => {
  const written = filesBelow('src/sources', /\.ts$/).flatMap(({ text }) =>
    [...text.matchAll(/['"`](\/(?:rest|secure|plugins|s|download)\/[^'"`$]*)/g)].map(([, path]) => path),
  );
  // Of those with more than one variable part, what is before the first one is written.
  const begun = ['/rest/api/2/'];
  const whole = [...new Set(written)].filter((path) => path !== undefined && !begun.includes(path));
  const withoutParts = PANEL_PATHS.filter((path) => !path.includes('{id}'));
  expect(whole.sort()).toEqual(withoutParts);
});

/** Asked for only where an admin chooses to share decisions. */
const OF_SHARING = '/rest/api/2/issuetype';

test('everything that the sources ask for is passed on', async () => {
  const paths: string[] = [];
  const row = { ...COMPLETE, id: 12, origin: undefined };
  const client = createJiraClient({
    contextPath: '/jira',
    send: (path) => {
      paths.push(path);
      return Promise.resolve(
        new Response(
          JSON.stringify({ success: true, integrations: [row], repositories: [], version: '10', name: 'a' }),
        ),
      );
    },
  });
  const { signal } = new AbortController();
  await gather(client, { signal });
  await loadIndexingDates(client, signal);
  await loadSchedule(client, signal).catch(() => undefined);
  expect(new Set(paths.map((path) => path.slice('/jira'.length).replace(/\/12$/, '/{id}')))).toEqual(
    new Set(PANEL_PATHS.filter((path) => path !== OF_SHARING)),
  );
  for (const path of new Set(paths)) await send(`GET ${path}`, own());
  expect(asked.map(({ url }) => url).sort()).toEqual([...new Set(paths)].sort());
});
