import type { Send } from '../../src/sources/jira-client';
import { createJiraWriter, PROPERTY_KEY, type JiraWriter, type WriteOutcome } from '../../src/sources/writer';
import { NOW } from '../support/facts';

const { signal } = new AbortController();
const OF_TYPE = { of: 'issuetype', id: '10001' } as const;
const settings = { requireUserPat: true, disabled: false };

function writerWith(answer: () => Response | Promise<Response>) {
  const send = jest.fn<Promise<Response>, Parameters<Send>>(() => Promise.resolve(answer()));
  return { send, writer: createJiraWriter({ contextPath: '/jira', signedIn: true, send, now: () => NOW }) };
}

const KINDS: readonly [string, (writer: JiraWriter) => Promise<WriteOutcome>, method: string, path: string][] = [
  [
    'integration',
    (writer) => writer.putIntegration('7', settings, { signal }),
    'PUT',
    '/rest/gitplugin/1.0/integration/7',
  ],
  [
    'property of an issue type',
    (writer) => writer.putProperty(OF_TYPE, `${PROPERTY_KEY}.1`, { a: 1 }, { signal }),
    'PUT',
    `/rest/api/2/issuetype/10001/properties/${PROPERTY_KEY}.1`,
  ],
  [
    'property of a project',
    (writer) => writer.deleteProperty({ of: 'project', id: 'ADMIN_1' }, PROPERTY_KEY, { signal }),
    'DELETE',
    `/rest/api/2/project/ADMIN_1/properties/${PROPERTY_KEY}`,
  ],
];

test.each(KINDS)(
  '%s: one request, with the session and the header against forged ones',
  async (_, write, method, path) => {
    const { send, writer } = writerWith(() => new Response(null, { status: 204 }));
    expect(await write(writer)).toEqual({ kind: 'accepted' });
    expect(send).toHaveBeenCalledTimes(1);
    const [url, init] = send.mock.calls[0] ?? [];
    expect(url).toBe(`/jira${path}`);
    expect(init).toMatchObject({
      method,
      credentials: 'same-origin',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      headers: { 'X-Atlassian-Token': 'no-check', ...(method === 'PUT' && { 'Content-Type': 'application/json' }) },
    });
  },
);

test('no setting is sent but those that may be, and disabled always is', async () => {
  const { send, writer } = writerWith(() => new Response());
  await writer.putIntegration('7', { ...settings, ...{ pat: 'x', apiFilter: 'y', displayName: undefined } } as never, {
    signal,
  });
  expect(JSON.parse(send.mock.calls[0]?.[1].body as string)).toEqual({ requireUserPat: true, disabled: false });
});

test('a value is sent as it is', async () => {
  const { send, writer } = writerWith(() => new Response());
  await writer.putProperty(OF_TYPE, PROPERTY_KEY, { entries: ['ä'] }, { signal });
  expect(send.mock.calls[0]?.[1].body).toBe('{"entries":["ä"]}');
});

test.each(['', '0', '../1', '1/2', 'x', '1?a', '%31', '12345678901234567'])(
  'nothing is sent for the id %j',
  async (id) => {
    const { send, writer } = writerWith(() => new Response());
    await expect(writer.putIntegration(id, settings, { signal })).rejects.toThrow('not written');
    await expect(writer.putProperty({ of: 'issuetype', id }, PROPERTY_KEY, 1, { signal })).rejects.toThrow(
      'not written',
    );
    expect(send).not.toHaveBeenCalled();
  },
);

test.each([
  'other',
  `x${PROPERTY_KEY}`,
  `${PROPERTY_KEY}/../x`,
  `${PROPERTY_KEY}?x`,
  `${PROPERTY_KEY}.${'1'.repeat(250)}`,
])('nothing is sent for the key %j', async (key) => {
  const { send, writer } = writerWith(() => new Response());
  await expect(writer.putProperty(OF_TYPE, key, 1, { signal })).rejects.toThrow('not written');
  await expect(writer.deleteProperty(OF_TYPE, key, { signal })).rejects.toThrow('not written');
  expect(send).not.toHaveBeenCalled();
});

test.each(['', '.', 'A-B', 'A/B', '1A'])('nothing is sent for the project %j', async (id) => {
  const { send, writer } = writerWith(() => new Response());
  await expect(writer.putProperty({ of: 'project', id }, PROPERTY_KEY, 1, { signal })).rejects.toThrow('not written');
  expect(send).not.toHaveBeenCalled();
});

const LOGIN = '<html><form id="login-form"><input name="os_username"></form></html>';
const PASSWORD = '<html><form action="WebSudoAuthenticate.jspa"><input name="webSudoPassword"></form></html>';
const anonymous = { headers: { 'X-AUSERNAME': 'anonymous' } };
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

test.each<[string, () => Response, string]>([
  ['200 with data', () => json({ success: 'true' }), 'accepted'],
  ['200 with nothing', () => new Response(''), 'accepted'],
  ['201 with nothing', () => new Response('', { status: 201 }), 'accepted'],
  ['204', () => new Response(null, { status: 204 }), 'accepted'],
  ['success false', () => json({ success: false, error: 'No.', advice: 'Ask.' }), 'refused http 200 No. Ask.'],
  ['success "false"', () => json({ success: 'false' }), 'refused http 200'],
  ['a login page', () => new Response(LOGIN, anonymous), 'refused unauthorised 200'],
  ['a password form', () => new Response(PASSWORD), 'refused websudo 200'],
  ['a redirect', () => new Response(null, { status: 302 }), 'refused unauthorised 302'],
  ['400', () => json({ errorMessages: ['Bad.'] }, 400), 'refused http 400 Bad.'],
  ['401', () => new Response('', { status: 401 }), 'refused unauthorised 401'],
  [
    'WebSudo',
    () => json({ message: 'This resource requires WebSudo.' }, 401),
    'refused websudo 401 This resource requires WebSudo.',
  ],
  ['403', () => new Response('XSRF check failed', { status: 403 }), 'refused forbidden 403'],
  ['403 of nobody', () => new Response('', { status: 403, ...anonymous }), 'refused unauthorised 403'],
  ['404', () => new Response('', { status: 404 }), 'refused missing 404'],
  ['409', () => json({}, 409), 'refused http 409'],
  ['429', () => json({}, 429), 'refused rate-limited 429'],
  ['500', () => json({ message: 'Oops' }, 500), 'unknown http 500 Oops'],
  ['502 of a proxy', () => new Response('<html>', { status: 502 }), 'unknown http 502'],
  ['503', () => new Response('', { status: 503 }), 'unknown starting 503'],
  ['202, which promises nothing', () => json({}, 202), 'unknown malformed 202'],
  ['another page', () => new Response('<html>Hello</html>'), 'unknown malformed 200'],
  ['half a JSON', () => new Response('{"success":'), 'unknown malformed 200'],
  ['data for nobody', () => new Response('{}', anonymous), 'unknown unauthorised 200'],
  ['nothing for nobody', () => new Response('', anonymous), 'unknown unauthorised 200'],
  [
    'no connection',
    () => {
      throw new TypeError('Failed to fetch');
    },
    'unknown network',
  ],
])('%s', async (_, answer, expected) => {
  const { send, writer } = writerWith(answer);
  const outcome = await writer.putIntegration('7', settings, { signal });
  const failure = outcome.kind === 'accepted' ? undefined : outcome.failure;
  expect(
    [outcome.kind, failure?.kind, failure?.status, failure?.detail].filter((part) => part !== undefined).join(' '),
  ).toBe(expected);
  if (failure) expect(failure).toMatchObject({ request: 'PUT /rest/gitplugin/1.0/integration/7', at: NOW });
  expect(send).toHaveBeenCalledTimes(1);
});

test('a credential in the words of a refusal is not kept', async () => {
  const { writer } = writerWith(() => json({ success: false, error: 'https://me:secret-word@git.example refused' }));
  expect(JSON.stringify(await writer.putIntegration('7', settings, { signal }))).not.toContain('secret-word');
});

test('left before it is sent: nothing is sent', async () => {
  const left = AbortSignal.abort(new Error('left'));
  const { send, writer } = writerWith(() => new Response());
  await expect(writer.putIntegration('7', settings, { signal: left })).rejects.toThrow('left');
  expect(send).not.toHaveBeenCalled();
});

test('left after it was sent: nobody knows', async () => {
  const leaving = new AbortController();
  const { writer } = writerWith(() => {
    leaving.abort(new Error('left'));
    return Promise.reject(new DOMException('aborted', 'AbortError'));
  });
  expect(await writer.putIntegration('7', settings, { signal: leaving.signal })).toMatchObject({
    kind: 'unknown',
    failure: { kind: 'network' },
  });
});

test('no answer in time: nobody knows', async () => {
  jest.useFakeTimers();
  const send: Send = (_, init) =>
    new Promise((_resolve, reject) =>
      init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
    );
  const writer = createJiraWriter({ contextPath: '', send, now: () => NOW });
  const outcome = writer.putIntegration('7', settings, { signal });
  await jest.advanceTimersByTimeAsync(20_000);
  jest.useRealTimers();
  expect(await outcome).toMatchObject({ kind: 'unknown', failure: { kind: 'timeout' } });
});
