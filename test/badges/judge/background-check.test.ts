import { HttpResponse, http, type HttpHandler } from 'msw';
import { setupServer } from 'msw/node';

import { checkInBackground } from '../../../src/badges/judge/background-check';
import { lastAttempt } from '../../../src/badges/judge/due';
import { acceptanceOf } from '../../../src/decisions/accept';
import { withEntries, NO_DECISIONS, type Entry } from '../../../src/decisions/decisions';
import { scenarioById, type Scenario } from '../../../src/demo/scenarios';
import { createVirtualJira } from '../../../src/demo/virtual-jira';
import { keptCheckKey, LAST_CHECK_EVENT, type KeptCheck } from '../../../src/last-check/kept-check';
import { readKeptCheck } from '../../../src/last-check/read-kept-check';
import { buildReport } from '../../../src/report/build-report';
import { ORIGIN } from '../../support/client';
import { DAY, HOUR, NOW } from '../../support/facts';
import { gatherScenario } from '../../support/gather-scenario';
import { COMPLETE } from '../../support/gij';
import { giveLocks, takeLocks } from '../../support/locks';

const JIRA = `${ORIGIN}/jira`;
const GIJ = `${JIRA}/rest/gitplugin/1.0`;
const LIST = 'GET /jira/rest/gitplugin/1.0/integration';
const server = setupServer();
/** What was asked, in its order. */
let asked: string[] = [];

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => {
  localStorage.clear();
  giveLocks();
  asked = [];
  server.events.on('request:start', ({ request }) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
  });
});
afterEach(() => {
  takeLocks();
  server.resetHandlers();
  server.events.removeAllListeners();
});
afterAll(() => server.close());

const send = (path: string, init: RequestInit) => fetch(ORIGIN + path, init);
const check = (at = NOW) => checkInBackground({ contextPath: '/jira', now: () => at, send });
const kept = () => readKeptCheck('/jira');

/** A Jira of the demo, with other answers in the place of some of its own. */
function jira(scenario: Partial<Scenario> & { id: string } = { id: 'typical' }, ...instead: HttpHandler[]): void {
  const full = { ...scenarioById(scenario.id), ...scenario };
  server.use(...instead, ...createVirtualJira(full, { base: JIRA, now: () => NOW }).handlers);
}

function keep(changes: Partial<KeptCheck> = {}): void {
  const earlier: KeptCheck = { version: 1, at: NOW - DAY, badges: 'on', subjects: [], ...changes };
  localStorage.setItem(keptCheckKey('/jira'), JSON.stringify(earlier));
}

function decide(...entries: Entry[]): void {
  localStorage.setItem('git-integration-checkup decisions /jira', JSON.stringify(withEntries(NO_DECISIONS, entries)));
}

describe('where it is due', () => {
  test('it reads the integrations, and then all that the panel judges by, each once and with GET alone', async () => {
    jira();
    await check();
    expect(asked[0]).toBe(LIST);
    expect([...asked].sort()).toEqual([
      'GET /jira/rest/api/2/serverInfo',
      LIST,
      // The only one of which the list lacks something.
      `${LIST}/6`,
      'GET /jira/rest/gitplugin/1.0/repository',
      'GET /jira/rest/plugins/1.0/com.xiplink.jira.git.jira_git_plugin-key',
      'GET /jira/secure/admin/SchedulerAdmin.jspa',
    ]);
  });

  test('it keeps what it found, and the page hears of it', async () => {
    const heard = jest.fn();
    window.addEventListener(LAST_CHECK_EVENT, heard, { once: true });
    jira();
    await check();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(kept()).toMatchObject({ at: NOW, badges: 'on' });
    expect(kept()?.repositories).toBeGreaterThan(100);
    expect(kept()?.subjects[0]).toMatchObject({ health: 'at-risk' });
  });

  test('what an admin accepted, or switched off, is no fail', async () => {
    const { gathered } = await gatherScenario(scenarioById('typical'), server, NOW);
    const findings = buildReport(gathered, { now: NOW }).subjects.flatMap((subject) => subject.findings);
    const insecure = findings.find((one) => one.check === 'ssl-verification' && one.verdict === 'fail');
    if (!insecure) throw new Error('all are secure');
    const failsNow = () => kept()?.subjects.flatMap(({ fails }) => fails) ?? [];
    jira();
    await check();
    expect(failsNow()).toEqual(expect.arrayContaining(['display-name', 'ssl-verification']));
    localStorage.clear();
    decide(acceptanceOf(insecure, { reason: 'planned', note: '', at: NOW }), {
      kind: 'setting',
      name: 'check.display-name.off',
      value: true,
      at: NOW,
    });
    await check();
    expect(failsNow().length).toBeGreaterThan(0);
    expect(failsNow().filter((one) => one === 'display-name' || one === 'ssl-verification')).toEqual([]);
  });
});

describe('it is not begun', () => {
  test.each<[string, () => void]>([
    ['within the hour after the last check', () => keep({ at: NOW - HOUR + 1 })],
    ['above 5,000 repositories', () => keep({ repositories: 5_001 })],
    ['where the last check says that badges are off', () => keep({ badges: 'off' })],
    [
      'where only the last check is wanted',
      () => decide({ kind: 'setting', name: 'badges', value: 'last-check', at: NOW }),
    ],
    ['where none are wanted', () => decide({ kind: 'setting', name: 'badges', value: 'off', at: NOW })],
    [
      'where a newer version decided',
      () => localStorage.setItem('git-integration-checkup decisions /jira', JSON.stringify({ version: 99 })),
    ],
    ['where decisions cannot be read', () => localStorage.setItem('git-integration-checkup decisions /jira', '{')],
  ])('%s', async (_what, given) => {
    given();
    await check();
    expect(asked).toEqual([]);
    expect(lastAttempt('/jira')).toBeUndefined();
  });

  test.each(['getItem', 'setItem'] as const)('in a browser that forbids %s', async (method) => {
    jest.spyOn(Storage.prototype, method).mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    await check();
    expect(asked).toEqual([]);
  });

  test.each([
    ['Web Locks', giveLocks],
    ['a lease', takeLocks],
  ])('where another tab does it already: %s', async (_what, prepare) => {
    prepare();
    jira();
    await Promise.all([check(), check()]);
    expect(asked.filter((one) => one === LIST)).toHaveLength(1);
    expect(kept()).toBeDefined();
  });
});

describe('it is given up without a word', () => {
  const answers = (path: string, body: object | string, init?: ResponseInit) =>
    http.get(path, () => new Response(typeof body === 'string' ? body : JSON.stringify(body), init));
  const busy = { status: 429, headers: { 'Retry-After': '1' } };
  const login = { headers: { 'Content-Type': 'text/html', 'X-AUSERNAME': 'anonymous' } };
  const nobody = { headers: { 'X-AUSERNAME': 'anonymous' } };
  const redirect = { status: 302, headers: { Location: '/jira/login.jsp' } };
  const webSudo = { message: 'This resource requires WebSudo.', 'status-code': 401 };

  test.each<[string, HttpHandler]>([
    ['401', answers(`${GIJ}/integration`, {}, { status: 401 })],
    ['403', answers(`${GIJ}/integration`, {}, { status: 403 })],
    ['a login page', answers(`${GIJ}/integration`, '<html><form id="login-form">', login)],
    ['a redirect', answers(`${GIJ}/integration`, '', redirect)],
    ['a list for nobody in particular', answers(`${GIJ}/integration`, { success: true, integrations: [] }, nobody)],
    ['WebSudo', answers(`${GIJ}/integration`, webSudo, { status: 401 })],
    ['429', answers(`${GIJ}/integration`, {}, busy)],
    ['503', answers(`${GIJ}/integration`, {}, { status: 503 })],
    ['404', answers(`${GIJ}/integration`, {}, { status: 404 })],
    ['no connection', http.get(`${GIJ}/integration`, () => HttpResponse.error())],
  ])(
    'where the first answer is %s: nothing more is asked, for an hour, and the last check stays',
    async (_, handler) => {
      keep();
      jira({ id: 'typical' }, handler);
      await check();
      await check(NOW + HOUR - 1);
      expect(asked).toEqual([LIST]);
      expect(kept()).toMatchObject({ at: NOW - DAY });
      await check(NOW + HOUR);
      expect(asked).toEqual([LIST, LIST]);
    },
  );

  test.each<[string, ResponseInit]>([
    ['429', busy],
    ['503', { status: 503 }],
    ['401', { status: 401 }],
  ])('where repositories answer %s: Jira is not asked again', async (_, init) => {
    keep();
    jira({ id: 'typical' }, answers(`${GIJ}/repository`, {}, init));
    await check();
    expect(asked.filter((one) => one.endsWith('/repository'))).toHaveLength(1);
    expect(kept()).toMatchObject({ at: NOW - DAY });
  });

  test('what of GIJ’s list fails otherwise is judged as the panel does: nobody is healthy for it', async () => {
    jira({ id: 'all-healthy', repositories: 'server-error' });
    await check();
    expect(new Set(kept()?.subjects.map(({ health }) => health))).toEqual(new Set(['partly-checked']));
    expect(kept()).not.toHaveProperty('repositories');
  });

  test('where evidence that this browser keeps cannot be had', async () => {
    keep();
    jira();
    const open = () => {
      throw new DOMException('newer', 'VersionError');
    };
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: { open } });
    try {
      await check();
    } finally {
      Reflect.deleteProperty(globalThis, 'indexedDB');
    }
    expect(kept()).toMatchObject({ at: NOW - DAY });
  });

  test('where the page is left', async () => {
    keep();
    jira(
      { id: 'typical' },
      http.get(`${GIJ}/repository`, () => new Promise<never>(() => undefined)),
    );
    const checking = check();
    server.events.on('request:start', ({ request }) => {
      if (request.url.endsWith('/repository')) window.dispatchEvent(new Event('pagehide'));
    });
    await checking;
    expect(kept()).toMatchObject({ at: NOW - DAY });
    expect(lastAttempt('/jira')).toEqual({ at: NOW, isTooMuch: false });
  });
});

describe('of very many repositories', () => {
  const row = { ...COMPLETE, trackedFolderId: 1, filler: 'x'.repeat(1_200) };
  const repositories = (count: number, filler = '') => {
    const text = JSON.stringify({ ...row, filler: row.filler + filler });
    const rows = Array.from({ length: count }, (_, place) => text.replace('{', `{"id":${place + 1},`));
    return http.get(`${GIJ}/repository`, () => new Response(`{"success":true,"repositories":[${rows.join(',')}]}`));
  };

  test('5,000 of the usual size are read, and no more after more were seen', async () => {
    jira({ id: 'typical' }, repositories(5_001));
    await check();
    expect(kept()?.repositories).toBe(5_001);
    asked = [];
    await check(NOW + HOUR);
    expect(asked).toEqual([]);
  });

  test('an answer that is longer than those can be is given up, and not tried again until the panel checked', async () => {
    jira({ id: 'typical' }, repositories(5_000, 'x'.repeat(1_000)));
    await check();
    expect(kept()).toBeUndefined();
    expect(lastAttempt('/jira')).toEqual({ at: NOW, isTooMuch: true });
    asked = [];
    await check(NOW + 30 * DAY);
    expect(asked).toEqual([]);
    keep({ at: NOW + 31 * DAY, repositories: 4_000 });
    await check(NOW + 32 * DAY);
    expect(asked[0]).toBe(LIST);
  });
});
