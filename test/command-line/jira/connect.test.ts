import { connect } from '../../../src/command-line/jira/connect';
import { parseAddress } from '../../../src/command-line/jira/address';
import type { Io } from '../../../src/command-line/io';
import { fakeIo } from '../../support/fake-io';

const URL_OF_JIRA = 'https://jira.example.com/jira';
const HOW = { source: 'myself', signal: new AbortController().signal } as const;

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

/** A connection whose requests are answered by that. */
async function connected(
  answer: (sent: Sent, place: number) => Response | Error,
  around: Partial<Io> = {},
  url = URL_OF_JIRA,
  token = 'T0KEN',
) {
  const sent: Sent[] = [];
  const { io, said } = fakeIo();
  const send: Io['send'] = (address, init) => {
    sent.push({ url: address, init });
    const given = answer({ url: address, init }, sent.length - 1);
    return given instanceof Error ? Promise.reject(given) : Promise.resolve(given);
  };
  const connection = await connect(parseAddress(url), token, { ...io, send, ...around });
  return { ...connection, sent, said };
}

const json = (status: number, headers: Record<string, string> = {}) => new Response('{}', { status, headers });

test('each request is a GET below the address, with the token, and follows no redirect', async () => {
  const { client, sent } = await connected(() => json(200));
  await client.get('/rest/api/2/myself', HOW);
  await client.getPage('/secure/x.jspa', { ...HOW, holds: () => true });
  expect(sent.map(({ url }) => url)).toEqual([`${URL_OF_JIRA}/rest/api/2/myself`, `${URL_OF_JIRA}/secure/x.jspa`]);
  for (const { init } of sent) {
    expect(init).toMatchObject({ method: 'GET', redirect: 'manual' });
    expect(init.body).toBeUndefined();
    const headers = new Headers(init.headers);
    expect(headers.get('Authorization')).toBe('Bearer T0KEN');
    expect(headers.get('User-Agent')).toBe('git-integration-checkup/1.2.3');
  }
});

test('a redirect is not followed, whichever page was asked for, and where it leads is remembered without its query', async () => {
  const { client, sent, trace } = await connected(
    () => new Response('', { status: 302, headers: { Location: '/login?os_token=s3cret' } }),
  );
  await expect(client.getPage('/secure/x.jspa', { ...HOW, holds: () => true })).rejects.toThrow();
  expect(sent.map(({ init }) => init.redirect)).toEqual(['manual', 'manual']);
  expect([...trace.redirects]).toEqual([[`${URL_OF_JIRA}/secure/x.jspa`, 'https://jira.example.com/login']]);
});

test('the token goes to no other host, wherever a path leads', async () => {
  const { client, sent } = await connected(() => json(200), {}, 'https://jira.example.com');
  await expect(client.get('.evil.example/x', HOW)).rejects.toThrow();
  expect(sent).toEqual([]);
});

test.each([
  ['MDEyMzQ1Njc4', 'MDEyMzQ1Njc4'],
  ['MDEyMz/1Njc4', String.raw`MDEyMz\/1Njc4`],
])('an answer that repeats the token %s is read without it', async (token, written) => {
  const { client } = await connected(() => new Response(`{"is":"<${written}>"}`), {}, URL_OF_JIRA, token);
  expect((await client.get('/rest/x', HOW)).json).toEqual({ is: '<•••>' });
});

test('what is shorter than a token may be a word of the answer, and stays', async () => {
  const { client } = await connected(() => new Response('{"is":"id"}'), {}, URL_OF_JIRA, 'id');
  expect((await client.get('/rest/x', HOW)).json).toEqual({ is: 'id' });
});

test('a busy Jira is asked again, which is told', async () => {
  const { client, sent, said } = await connected((_, place) =>
    place === 0 ? json(429, { 'Retry-After': '7' }) : json(200),
  );
  await client.get('/rest/api/2/myself', HOW);
  expect(sent).toHaveLength(2);
  expect(said().stderr).toBe(
    'git-integration-checkup: Signed-in user: Jira asks for a pause of 7 seconds, because it gets too many requests. Then this is tried again.\n',
  );
});

test.each([
  [Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } }), 'ECONNREFUSED'],
  [Object.assign(new TypeError('fetch failed'), { cause: { errors: [{ code: 'ENOTFOUND' }] } }), 'ENOTFOUND'],
  [new TypeError('fetch failed'), undefined],
])('why a connection failed is remembered: %s', async (error, code) => {
  const { client, trace } = await connected(() => error);
  await expect(client.get('/rest/api/2/myself', HOW)).rejects.toThrow();
  expect(trace.code).toBe(code);
});

test('over http a warning says that the token can be read on its way; not on this machine', async () => {
  const far = await connected(() => json(200), {}, 'http://jira.example.com');
  expect(far.said().stderr).toMatch(/clear text/);
  const near = await connected(() => json(200), {}, 'http://localhost:2990/jira');
  expect(near.said().stderr).toBe('');
});

test('certificates are always checked', async () => {
  const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
  await expect(connected(() => json(200), { env })).rejects.toMatchObject({
    said: { key: 'command.fault.unverified' },
  });
});
