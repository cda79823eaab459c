/** @jest-environment node */
import { isDeepStrictEqual } from 'node:util';

import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { setupServer } from 'msw/node';

import * as core from '../src/core';
import { SCENARIOS } from '../src/demo/scenarios';
import type { Gathered } from '../src/model/gathered';
import { damage } from './damage/damages';
import { answers } from './damage/instances';
import { readDamaged } from './damage/read-damaged';
import { NOW } from './support/facts';
import { gatherScenario } from './support/gather-scenario';
import { ROOT } from './support/source-files';

const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const asJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** jest takes seconds to compare 10,000 findings that are the same; of others it says where they differ. */
function expectSame(one: unknown, other: unknown): void {
  if (!isDeepStrictEqual(one, other)) expect(one).toStrictEqual(other);
}

function expectJson(gathered: Gathered): void {
  const report = core.buildReport(gathered, { now: NOW });
  expectSame(asJson(gathered), gathered);
  expectSame(asJson(report), report);
  expectSame(core.buildReport(asJson(gathered), { now: NOW }), report);
}

test('there is no page', () => {
  expect(['window', 'document', 'navigator', 'DOMParser'].filter((name) => name in globalThis)).toEqual([]);
});

test.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
  'what is gathered of a Jira is JSON, and judged alike when it was: %s',
  async (_, scenario) => {
    expectJson((await gatherScenario(scenario, server, NOW)).gathered);
  },
);

test('what is gathered of damaged answers is JSON, and judged alike when it was', async () => {
  const some = fc.sample(fc.tuple(answers, damage), { numRuns: 200, seed: 7 });
  for (const [given, { apply }] of some) expectJson(await readDamaged(apply(given)));
});

test('while sources are still read, what there is is JSON, too', async () => {
  const client = core.createJiraClient({ contextPath: '', send: () => Promise.reject(new Error('nothing')) });
  const gathered = await core.gather(client, { signal: new AbortController().signal, sources: ['integrations'] });
  expect(gathered).toMatchObject({ integrations: { state: 'failed' }, repositories: { state: 'pending' } });
  expectJson(gathered);
});

test('the chain from texts to an advice works without a page', () => {
  const rows = ['repository,trigger,status,start time,processing time'];
  for (let number = 0; number < 3; number += 1)
    rows.push(`r${number},Scheduled,INDEXED,2026-03-02T08:0${number}:00Z,60`);
  const { tasks } = core.parseQueueExport(rows.join('\n'), { capturedAt: NOW });
  expect(core.mergeTasks([], tasks)).toHaveLength(3);
  const current = core.parseSchedule('30', NOW);
  expect(current).toEqual({ kind: 'interval', minutes: 30 });
  const advice = core.adviseReindexInterval({ tasks, now: NOW });
  expect(asJson(advice).kind).toBe(advice.kind);
  expect(core.roundsOfWatch([])).toEqual([]);
});

test('its bundle holds neither React nor anything of the page', () => {
  const { metafile, outputFiles } = buildSync({
    entryPoints: [`${ROOT}/src/core.ts`],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs).toContain('src/core.ts');
  expect(
    inputs.filter((name) => /\/(react|react-dom|@atlaskit|@emotion|msw)\/|^src\/(ui|entries|demo)\//.test(name)),
  ).toEqual([]);
  const libraries = inputs
    .filter((name) => !name.startsWith('src/'))
    .map((name) => /node_modules\/((@[^/]+\/)?[^/]+)/.exec(name)?.[1]);
  expect([...new Set(libraries)].sort()).toEqual(['@streamparser/json', 'croner', 'papaparse', 'valibot']);
  expect(outputFiles[0]?.text).toContain('buildReport');
});
