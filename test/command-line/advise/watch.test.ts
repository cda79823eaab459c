import { run } from '../../../src/command-line/run';
import type { Io } from '../../../src/command-line/io';
import { NOTHING_KEPT } from '../../../src/evidence/content';
import { exportInSteps } from '../../../src/evidence/evidence-file';
import { finish } from '../../../src/steps/steps';
import { createImports, type Imported } from '../../../src/ui/state/imports';
import { fakeIo } from '../../support/fake-io';
import { expectGolden } from '../../support/golden-file';
import { minute, task } from '../../support/queue-task';
import { jobRows, REINDEX_JOB, schedulerPage } from '../../support/scheduler-page';

const URL = 'https://jira.example.com/jira';
const FILE = 'evidence.json';
const MINUTE = 60_000;
const REPOSITORIES = 20;
/** Every 30 minutes a round of ten. */
const [EVERY, LASTS] = [30, 10];

/** When a repository was last indexed, by the time. */
function indexedAt(place: number, now: number): number {
  const within = ((place + 1) * LASTS * MINUTE) / REPOSITORIES;
  const rounds = Math.floor((now - within) / (EVERY * MINUTE));
  return rounds * EVERY * MINUTE + within;
}

const json = (body: unknown, status = 200, headers = {}) =>
  Response.json(body, { status, headers: { 'X-AUSERNAME': 'admin', ...headers } });

function repositories(now: number): Response {
  const rows = Array.from({ length: REPOSITORIES }, (_, place) => ({
    id: place + 1,
    lastIndexedDate: indexedAt(place, now),
  }));
  return json({ success: true, repositories: rows });
}

interface Around {
  readonly files?: Readonly<Record<string, string>>;
  /** The answer to each look; undefined for the usual one. */
  readonly answer?: (look: number, now: number) => Response | undefined;
  readonly schedule?: string;
  /** Stopped by somebody after so many looks. */
  readonly stopAfter?: number;
  readonly isTerminal?: boolean;
  readonly replace?: Io['files']['replace'];
}

/** A Jira whose repositories are indexed by the clock, which goes on only where the program sleeps. */
async function watching(args: readonly string[], around: Around = {}) {
  const { files = {}, answer, schedule, stopAfter, isTerminal = false, replace } = around;
  let now = minute(0);
  const looks: number[] = [];
  const slept: number[] = [];
  const stopped = new AbortController();
  const send: Io['send'] = (url) => {
    if (url.endsWith('/secure/admin/SchedulerAdmin.jspa'))
      return Promise.resolve(
        schedule === undefined
          ? json({}, 403)
          : new Response(schedulerPage(jobRows(1, REINDEX_JOB, schedule)), {
              headers: { 'Content-Type': 'text/html' },
            }),
      );
    if (url.endsWith('/rest/api/2/serverInfo')) return Promise.resolve(json({ version: '9.12.2' }));
    expect(url).toBe(`${URL}/rest/gitplugin/1.0/repository`);
    looks.push(now);
    return Promise.resolve(answer?.(looks.length, now) ?? repositories(now));
  };
  const { io, said } = fakeIo({
    files,
    isTerminal,
    env: { JIRA_TOKEN: 'token' },
    now: () => now,
    send,
    signal: stopped.signal,
    sleep(milliseconds) {
      slept.push(milliseconds / MINUTE);
      if (looks.length === stopAfter) {
        stopped.abort();
        return Promise.reject(stopped.signal.reason as Error);
      }
      now += milliseconds;
      return Promise.resolve();
    },
  });
  const used = replace ? { ...io, files: { ...io.files, replace } } : io;
  const code = await run(['watch', '--url', URL, '--evidence', FILE, ...args], used);
  const { stdout, stderr, files: written } = said();
  return { code, stdout, stderr, kept: written.get(FILE), looks, slept, now };
}

/** What `reindex` says of a file. */
async function reindexed(text: string, now: number) {
  const { io, said } = fakeIo({ files: { [FILE]: text }, now: () => now });
  const code = await run(['reindex', '--queue', FILE], io);
  return { code, stdout: said().stdout };
}

const lines = (stderr: string) =>
  stderr
    .trimEnd()
    .split('\n')
    .map((line) => line.replace('git-integration-checkup: ', ''));

test('three hours of measuring, and what comes of it', async () => {
  const { code, stdout, stderr, looks, slept } = await watching(['--for', '3h'], { schedule: '5 minutes' });
  expectGolden('command-line/watch.txt', stdout);
  expect(code).toBe(1);
  expect(looks).toHaveLength(91);
  expect(new Set(slept)).toEqual(new Set([2]));
  expect(lines(stderr)[0]).toBe(
    'Measuring at https://jira.example.com/jira for 3 hours, until Mar 2, 2026, 3:00 AM. Ctrl+C ends it and writes the advice.',
  );
  expect(lines(stderr).filter((line) => line.includes('rounds estimated')).length).toBeGreaterThan(2);
});

test('reindex and the panel’s import say the same of what it keeps', async () => {
  const {
    code,
    stdout,
    kept = '',
    now,
  } = await watching(['--for', '90m', '--interval', '5', '--nodes', '2', '--threads', '2']);
  expect(await reindexed(kept, now)).toEqual({ code, stdout });
  expect(JSON.parse(kept)).toMatchObject({ version: 1, baseUrl: URL });
  const imported: Imported[] = [];
  await createImports((one) => void imported.push(one)).start([new File([kept], FILE)]);
  expect(imported[0]?.others).toMatchObject({
    current: { value: { kind: 'interval', minutes: 5 } },
    nodes: { value: 2 },
    threads: { value: 2 },
  });
  expect(imported[0]?.others.observations).toHaveLength(46);
});

test('somebody who stops it gets the advice by what was seen so far', async () => {
  const { code, stdout, kept = '' } = await watching(['--interval', '5'], { stopAfter: 40 });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^Set it to 13 minutes\n/);
  expect((JSON.parse(kept) as { observations: unknown[] }).observations).toHaveLength(40);
});

test('a file that is there is continued', async () => {
  const first = await watching(['--for', '1h', '--interval', '5']);
  const second = await watching(['--for', '0'], { files: { [FILE]: first.kept ?? '' } });
  const observations = ({ kept = '' }: typeof first) => (JSON.parse(kept) as { observations: unknown[] }).observations;
  expect(observations(first)).toHaveLength(31);
  expect(second.looks).toHaveLength(1);
  expect(second.slept).toEqual([]);
  expect(observations(second)).toHaveLength(31);
  expect(second.stderr).not.toContain('Scheduler details');
});

test('the history exported from the panel is continued, and of this Jira from then on', async () => {
  const tasks = [task('r1', 0, 1, 2, { seenAt: minute(0) })];
  const exported = finish(exportInSteps({ ...NOTHING_KEPT, tasks }, minute(0)));
  const { stderr, kept = '' } = await watching(['--for', '0'], { files: { [FILE]: exported } });
  expect(stderr).toContain(`evidence.json does not say which Jira it is of. From now on it is of ${URL}.`);
  expect(JSON.parse(kept)).toMatchObject({ baseUrl: URL, tasks: [{ repository: 'r1' }] });
  const empty = finish(exportInSteps(NOTHING_KEPT, minute(0), URL));
  const begun = await watching(['--for', '0'], { files: { [FILE]: empty } });
  expect(begun).toMatchObject({ code: 3, looks: [minute(0)] });
});

test.each([
  [
    'of another Jira',
    finish(exportInSteps(NOTHING_KEPT, 1, 'https://other')),
    'is evidence of another Jira: https://other.',
  ],
  ['of a newer version', '{"format":"git-integration-checkup-history","version":2}', 'exported by a newer version'],
  [
    'that is spoilt',
    '{"format":"git-integration-checkup-history","version":1,"nodes":7}',
    'Some of evidence.json cannot be used',
  ],
  ['that is cut off', finish(exportInSteps(NOTHING_KEPT, 1)).slice(0, -5), 'is no evidence that can be continued.'],
  ['of the queue', 'Repository,Trigger,Status,Finish time\nr,Scheduled,INDEXED,2026-03-02T00:00:00Z', 'is no evidence'],
  ['without anything', '', 'is no evidence that can be continued.'],
])('a file %s is refused and left as it is', async (_, text, said) => {
  const { code, stdout, stderr, kept, looks } = await watching(['--for', '0'], { files: { [FILE]: text } });
  expect({ code, stdout, kept, looks }).toEqual({ code: 2, stdout: '', kept: text, looks: [] });
  expect(stderr).toContain(said);
});

test('a Jira that is busy, starts or cannot be reached is told and waited out', async () => {
  const answers: Readonly<Record<number, () => Response>> = {
    2: () => json({}, 429, { 'Retry-After': '3600' }),
    3: () => json({}, 503, { 'Retry-After': '3600' }),
    4: () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
  };
  const { code, stderr, slept } = await watching(['--for', '30m', '--interval', '5'], {
    answer: (look) => answers[look]?.(),
  });
  expect(slept).toEqual([2, 4, 8, 15]);
  expect(lines(stderr).filter((line) => line.startsWith('It is tried again: '))).toHaveLength(3);
  expect(code).not.toBe(2);
});

test.each<[string, () => Response]>([
  ['a token that is not accepted', () => json({ message: 'no' }, 401)],
  ['an account that may not', () => json({}, 403)],
])('%s ends it, after what was seen is kept', async (_, refuse) => {
  const {
    code,
    stdout,
    stderr,
    kept = '',
  } = await watching(['--interval', '5'], {
    answer: (look) => (look > 5 ? refuse() : undefined),
  });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/Jira at https:\/\/jira\.example\.com\/jira: the (token|account)/);
  expect((JSON.parse(kept) as { observations: unknown[] }).observations).toHaveLength(5);
});

test('an address that is wrong ends it at once, and is waited out once it was right', async () => {
  const missing = () => new Response('<html>Not found</html>', { status: 404 });
  const wrong = await watching(['--for', '24h'], { answer: missing });
  expect(wrong).toMatchObject({ code: 2, stdout: '', slept: [] });
  const later = await watching(['--for', '1h'], { answer: (look) => (look === 3 ? missing() : undefined) });
  expect(later.looks.length).toBeGreaterThan(20);
});

test('one measurement that fails is a fault; so is a day of them', async () => {
  const down = () => json({}, 503, { 'Retry-After': '3600' });
  expect(await watching(['--for', '0'], { answer: down })).toMatchObject({ code: 2, stdout: '' });
  const day = await watching(['--for', '24h'], { answer: down });
  expect(day).toMatchObject({ code: 2, stdout: '' });
  expect(day.slept.slice(0, 4)).toEqual([4, 8, 15, 15]);
});

test('a list that may be cut is no measurement', async () => {
  const cut = (_: number, now: number) =>
    json({
      success: true,
      total: 385,
      repositories: Array.from({ length: 100 }, (__, place) => ({ id: place + 1, lastIndexedDate: now })),
    });
  const { code, stderr } = await watching(['--for', '10m', '--interval', '5'], { answer: cut });
  expect(code).toBe(3);
  expect(stderr).toContain('Jira’s list of repositories may be cut, so nothing can be measured by it.');
});

test('what is set is read from Scheduler details, unless it is typed; where neither is, that is told', async () => {
  const read = await watching(['--for', '0'], { schedule: '5 minutes' });
  expect(JSON.parse(read.kept ?? '')).toMatchObject({ current: { value: { kind: 'interval', minutes: 5 } } });
  const typed = await watching(['--for', '0', '--interval', '0 0/30 * * * ?'], { schedule: '5 minutes' });
  expect(JSON.parse(typed.kept ?? '')).toMatchObject({ current: { value: { kind: 'cron' } } });
  const neither = await watching(['--for', '0']);
  expect(neither.stderr).toContain('Say it with --interval');
});

test('a file that cannot be written ends it before the first measurement', async () => {
  const full = () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' }));
  const { code, stderr, looks } = await watching([], { replace: full });
  expect({ code, looks }).toEqual({ code: 2, looks: [] });
  expect(stderr).toContain('could not be written into the file evidence.json');
});

test('where there is no room for a while it goes on; where there is none at the end, that is a fault beside the advice', async () => {
  let writes = 0;
  const fullFrom = (from: number, to: number) => () => {
    writes += 1;
    const isFull = writes >= from && writes < to;
    return isFull ? Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' })) : Promise.resolve();
  };
  expect(await watching(['--for', '80m', '--interval', '5'], { replace: fullFrom(3, 6) })).toMatchObject({ code: 1 });
  writes = 0;
  const full = await watching(['--for', '80m', '--interval', '5'], { replace: fullFrom(3, Infinity) });
  expect(full.code).toBe(2);
  expect(full.stdout).toMatch(/^Set it to 13 minutes\n/);
});

test('on a terminal a line tells how far it is, and is gone at the end', async () => {
  const { stderr } = await watching(['--for', '10m', '--interval', '5'], { isTerminal: true });
  expect(stderr).toContain('\r\u001b[K3 measurements and 0 rounds estimated. Next measurement: Mar 2, 2026, 12:06');
  expect(stderr.split('\n').at(-1)).toMatch(/\r\u001b\[K$|^$/);
});

test.each([
  [['watch', '--evidence', FILE], 'Say where Jira is'],
  [['watch', '--url', URL], 'Name the file that keeps what is measured'],
  [['watch', '--url', URL, '--evidence', FILE, '--for', '1y'], '--for has to be minutes, hours or days'],
  [['watch', '--url', URL, '--evidence', FILE, '--interval', 'x'], '--interval is no reindex interval.'],
  [['watch', '--url', URL, '--evidence', FILE], 'There is no token.'],
])('%j is a fault of usage', async (args, expected) => {
  const { io, said } = fakeIo();
  expect(await run(args, io)).toBe(2);
  expect(said().stderr).toContain(expected);
});
