import type { Browser } from 'playwright-core';

import { launchBrowser } from '../support/browser';
import { FAMILIES } from './case';
import { chosenCases } from './cases/chosen-cases';
import { ENDPOINTS } from './endpoints';
import type { Seen } from './observe';
import { inTurns } from './in-turns';
import { startFaultProxy, type FaultProxy } from './proxy';
import { complaintsOf, type Runner } from './run-case';
import { CONTEXT_PATH, startStand, type Stand } from './stand';
import { TRUTH } from './truth';
import { openVisit, undamagedPage } from './visits';

/** All cases run one after the other, so the last one waits for all. */
jest.setTimeout(900_000);

const PAGES_AT_ONCE = 3;

const cases = chosenCases(process.env);

let browser: Browser;
let stand: Stand;
let proxies: FaultProxy[];
let undamaged: Seen;
/** What was wrong in each case, in the order of the cases. */
let results: readonly Promise<string[]>[];

beforeAll(async () => {
  stand = await startStand();
  browser = await launchBrowser();
  proxies = await Promise.all(Array.from({ length: PAGES_AT_ONCE }, () => startFaultProxy(stand.url, CONTEXT_PATH)));
  const visit = await openVisit(browser, proxies[0] as FaultProxy);
  undamaged = await undamagedPage(visit);
  await visit.context.close();
  results = inTurns(
    cases,
    proxies.map((proxy): Runner => ({ browser, proxy })),
    (one, runner) => complaintsOf(runner, one, undamaged),
  );
});

afterAll(async () => {
  await browser.close();
  await Promise.all(proxies.map((proxy) => proxy.close()));
  await stand.close();
  const of = <T>(all: readonly T[], used: ReadonlySet<T>) => `${used.size} of ${all.length}`;
  console.log(
    `${cases.length} cases, ${of(FAMILIES, new Set(cases.map(({ family }) => family)))} families, ${of(ENDPOINTS, new Set(cases.map(({ endpoint }) => endpoint)))} endpoints`,
  );
});

test('the undamaged page tells the truth', () => {
  expect(
    Object.fromEntries(
      undamaged.table.flatMap(({ key, health }) => (key === 'single-repositories' ? [] : [[key, health]])),
    ),
  ).toEqual(TRUTH);
});

test.each(cases.map(({ name }, place) => [name, place] as const))('%s', async (_name, place) => {
  expect(await results[place]).toEqual([]);
});
