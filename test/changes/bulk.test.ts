import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

import { createBulk, type Bulk, type BulkItem } from '../../src/changes/bulk';
import { planChange } from '../../src/changes/plan';
import type { OnWrite, WriteTrouble } from '../../src/demo/writes';
import { BASE, startWriting, type Writing } from '../support/writing';

const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const ALL = ['1', '2', '3'];

let writing: Writing;
let applied: string[];
let leaving: AbortController;

beforeEach(() => {
  writing = startWriting(server);
  applied = [];
  leaving = new AbortController();
});

/** Requires PATs on these integrations. */
async function bulk(onApplied: (key: string) => void = () => undefined): Promise<Bulk> {
  const items: BulkItem[] = [];
  for (const id of ALL) {
    const plan = planChange(await writing.snapshot(id), { requireUserPat: true });
    if (plan.kind === 'change') items.push({ key: `integration:${id}`, plan });
  }
  return createBulk({
    ...writing,
    items,
    signal: leaving.signal,
    onApplied({ key }) {
      applied.push(key.slice('integration:'.length));
      onApplied(key);
    },
  });
}

const states = (run: Bulk) => run.snapshot().rows.map(({ state }) => state.kind);
const sent = () => writing.jira.writes.map(({ id }) => id);
const only =
  (which: string, trouble: WriteTrouble): OnWrite =>
  ({ id }) =>
    id === which ? trouble : undefined;

test('of a change that is kept in part, what was made is told', async () => {
  const plan = planChange(await writing.snapshot('1'), { requireUserPat: true, smartCommitsEnabled: true });
  if (plan.kind !== 'change') throw new Error(plan.kind);
  const made: string[][] = [];
  const { putIntegration } = writing.writer;
  const run = createBulk({
    ...writing,
    writer: {
      ...writing.writer,
      putIntegration: (id, { disabled }, how) => putIntegration(id, { requireUserPat: true, disabled }, how),
    },
    items: [{ key: 'integration:1', plan }],
    signal: leaving.signal,
    onApplied: (_, { fields }) => made.push(fields.map(({ field }) => field)),
  });
  await run.start();
  expect(states(run)).toEqual(['not-kept']);
  expect(made).toEqual([['requireUserPat']]);
});

test('one after the other; nothing before the start, and nothing at a second one', async () => {
  const run = await bulk();
  expect(run.snapshot()).toMatchObject({ phase: 'ready', stoppedBy: undefined });
  expect(new Set(states(run))).toEqual(new Set(['waiting']));
  const running: string[] = [];
  run.subscribe(() => running.push(states(run).join(' ')));
  await Promise.all([run.start(), run.start()]);
  expect(running.every((line) => line.split('running').length <= 2)).toBe(true);
  expect(running).toContain('applied running waiting');
  expect([run.snapshot().phase, states(run), sent(), applied]).toEqual(['done', ALL.map(() => 'applied'), ALL, ALL]);
  await run.start();
  expect(sent()).toEqual(ALL);
});

describe.each(ALL)('at the change %s', (place) => {
  const before = ALL.slice(0, ALL.indexOf(place));
  const after = ALL.slice(ALL.indexOf(place) + 1);

  test.each<[WriteTrouble, string]>([
    ['refused', 'refused'],
    ['conflict', 'refused'],
    ['lost', 'not-kept'],
    ['server-error', 'not-kept'],
    ['not-kept', 'not-kept'],
    ['lost-applied', 'applied'],
    ['moves', 'applied'],
    ['empty', 'applied'],
  ])('%s: %s, and the others are made', async (trouble, ended) => {
    writing.jira.onWrite(only(place, trouble));
    const run = await bulk();
    await run.start();
    expect(states(run)).toEqual([...before.map(() => 'applied'), ended, ...after.map(() => 'applied')]);
    expect(applied).toEqual(ended === 'applied' ? ALL : [...before, ...after]);
    expect(run.snapshot().stoppedBy).toBeUndefined();
  });

  test.each<[WriteTrouble, string]>([
    ['websudo', 'websudo'],
    ['rate-limited', 'rate-limited'],
    ['forbidden', 'forbidden'],
  ])('%s: the rest is not tried, and may be tried again', async (trouble, kind) => {
    writing.jira.onWrite(only(place, trouble));
    const run = await bulk();
    await run.start();
    expect(states(run)).toEqual([...before.map(() => 'applied'), 'refused', ...after.map(() => 'not-tried')]);
    expect(run.snapshot()).toMatchObject({ phase: 'done', stoppedBy: { kind } });
    expect(sent()).toEqual([...before, place]);
    writing.jira.onWrite(() => undefined);
    await run.tryFailedAgain();
    expect([states(run), applied]).toEqual([ALL.map(() => 'applied'), ALL]);
    expect(run.snapshot().stoppedBy).toBeUndefined();
  });

  test('the session ends: the rest is not tried', async () => {
    writing.jira.onWrite(({ id }) => {
      if (id === place) writing.jira.setLoggedIn(false);
      return undefined;
    });
    const run = await bulk();
    await run.start();
    expect(states(run)).toEqual([...before.map(() => 'applied'), 'refused', ...after.map(() => 'not-tried')]);
    expect(run.snapshot().stoppedBy).toMatchObject({ kind: 'unauthorised' });
  });

  test('GIJ is switched off: the rest is not tried', async () => {
    const run = await bulk();
    const off = () => HttpResponse.text('', { status: 404 });
    writing.jira.onWrite(({ id }) => {
      if (id === place) server.use(http.get(`${BASE}/rest/gitplugin/1.0/*`, off));
      return undefined;
    });
    await run.start();
    expect(states(run)).toEqual([...before.map(() => 'applied'), 'unknown', ...after.map(() => 'not-tried')]);
    expect(run.snapshot().stoppedBy).toMatchObject({ kind: 'missing' });
  });

  test('nobody can tell how it ended: the rest is not tried; trying again reads, and sends it no second time', async () => {
    const run = await bulk();
    const broken = () => HttpResponse.error();
    writing.jira.onWrite(({ id }) => {
      if (id === place) server.use(http.get(`${BASE}/rest/gitplugin/1.0/*`, broken));
      return id === place ? 'lost-applied' : undefined;
    });
    await run.start();
    expect(states(run)).toEqual([...before.map(() => 'applied'), 'unknown', ...after.map(() => 'not-tried')]);
    expect(run.snapshot().stoppedBy).toMatchObject({ kind: 'network' });
    server.resetHandlers(...writing.jira.handlers);
    writing.jira.onWrite(() => undefined);
    await run.tryFailedAgain();
    expect([states(run), applied, sent()]).toEqual([ALL.map(() => 'applied'), ALL, ALL]);
  });

  test('changed by somebody else: the others are made, and trying again leaves it alone', async () => {
    const run = await bulk();
    writing.jira.edit(Number(place), { apiFilter: 'x' });
    await run.start();
    const ended = [...before.map(() => 'applied'), 'changed-meanwhile', ...after.map(() => 'applied')];
    expect(states(run)).toEqual(ended);
    await run.tryFailedAgain();
    expect([states(run), sent()]).toEqual([ended, [...before, ...after]]);
  });

  test('deleted: the others are made', async () => {
    const run = await bulk();
    writing.jira.edit(Number(place), 'delete');
    await run.start();
    expect(states(run)).toEqual([...before.map(() => 'applied'), 'gone', ...after.map(() => 'applied')]);
  });

  test('stop: this one ends, the rest is not tried', async () => {
    const run = await bulk((key) => {
      if (key === `integration:${place}`) run.stop();
    });
    await run.start();
    expect(states(run)).toEqual([...before, place].map((): string => 'applied').concat(after.map(() => 'not-tried')));
    expect(run.snapshot().stoppedBy).toBe(after.length > 0 ? 'admin' : undefined);
    await run.tryFailedAgain();
    expect([states(run), sent()]).toEqual([ALL.map(() => 'applied'), ALL]);
  });

  test('the page is left: what was made was told, and nothing more is sent', async () => {
    const run = await bulk((key) => {
      if (key === `integration:${place}`) leaving.abort(new Error('left'));
    });
    await run.start();
    expect(states(run)).toEqual([...before, place].map((): string => 'applied').concat(after.map(() => 'not-tried')));
    expect([applied, sent(), run.snapshot().phase]).toEqual([[...before, place], [...before, place], 'done']);
  });
});

test('a change that was lost and did not arrive is sent again, and one that GIJ did not keep is not', async () => {
  writing.jira.onWrite(({ id }) => (id === '2' ? 'lost' : id === '3' ? 'not-kept' : undefined));
  const run = await bulk();
  await run.start();
  writing.jira.onWrite(() => undefined);
  await run.tryFailedAgain();
  expect(states(run)).toEqual(['applied', 'applied', 'not-kept']);
  expect(sent()).toEqual([...ALL, '2']);
});

test('a mistake in what hears of it ends the run, and leaves no row as if it were running', async () => {
  const run = await bulk(() => {
    throw new Error('a mistake');
  });
  await expect(run.start()).rejects.toThrow('a mistake');
  expect([run.snapshot().phase, states(run)]).toEqual(['done', ['applied', 'not-tried', 'not-tried']]);
});

test('nothing is tried again before it ended', async () => {
  const run = await bulk();
  await run.tryFailedAgain();
  expect(sent()).toEqual([]);
});
