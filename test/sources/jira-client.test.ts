import { SOURCE_IDS } from '../../src/model/gathered';
import { gather } from '../../src/sources/gather';
import { loadIndexingDates } from '../../src/sources/indexing-dates';
import { createJiraClient, retryAfter, type Send } from '../../src/sources/jira-client';
import { loadSchedule } from '../../src/sources/schedule';
import { failureOf } from '../support/client';

function answers(...responses: (() => Response | Promise<Response>)[]) {
  let calls = 0;
  const send = jest.fn<Promise<Response>, Parameters<Send>>(() =>
    Promise.resolve((responses[calls++] ?? responses.at(-1)!)()),
  );
  return send;
}

const busy =
  (headers: Record<string, string> = {}) =>
  () =>
    new Response('{}', { status: 429, headers });
const fine = () => new Response('{"ok":1}');

function client(send: Send, extra: Partial<Parameters<typeof createJiraClient>[0]> = {}) {
  const pauses: number[] = [];
  const sleep = (milliseconds: number) => {
    pauses.push(milliseconds);
    return Promise.resolve();
  };
  const jira = createJiraClient({ contextPath: '/jira', send, now: () => 1_000, sleep, ...extra });
  return {
    get: (signal = new AbortController().signal) => jira.get('/rest/x', { source: 'myself', signal, timeout: 50 }),
    pauses,
  };
}

test('asks with the session, without cache, and follows no redirect', async () => {
  const send = answers(fine);
  await client(send).get();
  expect(send).toHaveBeenCalledWith(
    '/jira/rest/x',
    expect.objectContaining({ credentials: 'same-origin', cache: 'no-store', redirect: 'manual' }),
  );
});

test('no request says which page it comes from, and none can follow a redirect to another origin', async () => {
  const send = answers(() => new Response('', { status: 302, headers: { Location: 'https://sso.example/' } }));
  const jira = createJiraClient({ contextPath: '/jira', send });
  const { signal } = new AbortController();
  await gather(jira, { signal });
  await failureOf(loadIndexingDates(jira, signal));
  await failureOf(loadSchedule(jira, signal));
  // On demand the page of the scheduler is asked for twice: Jira may lead to its own password form.
  expect(send).toHaveBeenCalledTimes(SOURCE_IDS.length + 3);
  for (const [url, { referrerPolicy, redirect, mode }] of send.mock.calls) {
    expect([url, referrerPolicy, redirect === 'manual' || mode === 'same-origin']).toEqual([url, 'no-referrer', true]);
  }
});

test('stamps an answer with request and time', async () => {
  expect(await client(answers(fine)).get()).toEqual({
    json: { ok: 1 },
    stamp: { source: 'myself', request: 'GET /rest/x', readAt: 1_000 },
  });
});

test('a busy Jira is asked again after Retry-After, and the page is told', async () => {
  const waits: unknown[] = [];
  const { get, pauses } = client(answers(busy({ 'Retry-After': '7' }), fine), { onWait: (wait) => waits.push(wait) });
  await expect(get()).resolves.toMatchObject({ json: { ok: 1 } });
  expect(pauses).toEqual([7_000]);
  expect(waits).toEqual([{ source: 'myself', kind: 'rate-limited', pause: 7_000 }]);
});

test('without Retry-After the pauses grow, and after three retries it gives up', async () => {
  const send = answers(busy());
  const { get, pauses } = client(send);
  expect(await failureOf(get())).toMatchObject({ kind: 'rate-limited', status: 429 });
  expect(pauses).toEqual([1_000, 2_000, 4_000]);
  expect(send).toHaveBeenCalledTimes(4);
});

test('who does not wait asks once', async () => {
  const send = answers(busy({ 'Retry-After': '1' }));
  const { get, pauses } = client(send, { mostRetries: 0 });
  expect((await failureOf(get())).kind).toBe('rate-limited');
  expect([pauses, send.mock.calls.length]).toEqual([[], 1]);
});

test('a pause of more than a minute is not waited for', async () => {
  const { get, pauses } = client(answers(busy({ 'Retry-After': '3600' })));
  expect((await failureOf(get())).kind).toBe('rate-limited');
  expect(pauses).toEqual([]);
});

test.each([500, 404, 403])('HTTP %d is not asked again', async (status) => {
  const send = answers(() => new Response('{}', { status }));
  await failureOf(client(send).get());
  expect(send).toHaveBeenCalledTimes(1);
});

test('403 of an anonymous user is a lost session', async () => {
  const send = answers(() => new Response('{}', { status: 403, headers: { 'X-AUSERNAME': 'anonymous' } }));
  expect((await failureOf(client(send).get())).kind).toBe('unauthorised');
});

function never(_url: unknown, init?: RequestInit): Promise<Response> {
  return new Promise((_, reject) => {
    const stop = () => reject(new DOMException('aborted', 'AbortError'));
    if (init?.signal?.aborted) stop();
    init?.signal?.addEventListener('abort', stop);
  });
}

test('no answer in time is a timeout', async () => {
  const { get } = client(never);
  expect((await failureOf(get())).kind).toBe('timeout');
});

test('leaving the page ends the request, and is no failure of the source', async () => {
  const leaving = new AbortController();
  const reading = client(never).get(leaving.signal);
  leaving.abort(new Error('left'));
  await expect(reading).rejects.toThrow('left');
});

test('leaving the page ends a pause', async () => {
  const leaving = new AbortController();
  const jira = createJiraClient({ contextPath: '', send: answers(busy()) });
  const reading = jira.get('/rest/x', { source: 'myself', signal: leaving.signal });
  setTimeout(() => leaving.abort(new Error('left')), 20);
  await expect(reading).rejects.toThrow('left');
});

test('no connection is a network failure', async () => {
  const send = answers(() => Promise.reject(new TypeError('Failed to fetch')));
  expect((await failureOf(client(send).get())).kind).toBe('network');
});

test.each([
  ['5', 5_000],
  ['Thu, 01 Jan 1970 00:00:11 GMT', 10_000],
  ['soon', undefined],
  [null, undefined],
  ['', undefined],
])('Retry-After %j is %j milliseconds', (header, expected) => {
  expect(retryAfter(header, 1_000)).toBe(expected);
});
