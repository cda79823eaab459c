import type { Browser, BrowserContext, Page, Request } from 'playwright-core';

import { watchedPage } from '../support/browser';
import type { FaultCase } from './case';
import { isOf, type PageEndpoint } from './endpoints';
import { isSettled, observe, type Seen } from './observe';
import { asUndamaged, complaintsAbout } from './oracle';
import type { FaultProxy } from './proxy';
import { tabComplaints } from './tab-visits';

const LONGEST = 30_000;
/** Longer than any time limit or pause of the panel, in milliseconds. */
const LEAP = 61_000;

/** A page, and what the case at hand wants to know of it. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly proxy: FaultProxy;
  /** What the console said, and requests to other machines. */
  readonly complaints: string[];
  /** Requests that are under way: to the spoilt endpoint, and all others. */
  readonly underWay: () => { readonly spoilt: number; readonly others: number };
  /** Said while it was waited. */
  readonly waits: Set<string>;
}

const CHECK_AGAIN = 'Check again';

/** A page of its own, with a clock that can be moved on. */
export async function openVisit(browser: Browser, proxy: FaultProxy): Promise<Visit> {
  const { page, complaints } = await watchedPage(browser);
  const context = page.context();
  await page.clock.install();
  const open = new Set<Request>();
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  const underWay = () => {
    const spoilt = [...open].filter((request) => proxy.isSpoilt(request.url())).length;
    return { spoilt, others: open.size - spoilt };
  };
  return { page, context, proxy, complaints, underWay, waits: new Set() };
}

export async function until(what: string, holds: () => Promise<boolean>, meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  const end = Date.now() + LONGEST;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`never came: ${what}`);
    await meanwhile();
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

/** Everything that has arrived is worked off: many turns of the page's own loop. */
function idle(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      let turns = 100;
      port1.onmessage = () => ((turns -= 1) > 0 ? port2.postMessage(0) : resolve());
      port2.postMessage(0);
    }),
  );
}

/**
 * Moves the clock on where the page does nothing but wait: for an answer that does not come, or until it may ask
 * again. The tab of the reindex interval does not say that it waits.
 */
export async function letTimePass({ page, underWay, waits }: Visit, { family, endpoint, slow }: FaultCase): Promise<void> {
  if (slow !== true || underWay().others > 0) return;
  await idle(page);
  const said = await page.evaluate(() => [...document.querySelectorAll('#git-integration-checkup section')].map(({ textContent }) => textContent ?? ''));
  const pauses = said.filter((text) => /asks for a pause|is tried again after/.test(text));
  for (const text of pauses) waits.add(text);
  const { spoilt, others } = underWay();
  const isPause = spoilt === 0 && (pauses.length > 0 || endpoint === 'scheduler' || endpoint === 'watch');
  if (others === 0 && (isPause || (spoilt > 0 && family === 'time'))) await page.clock.fastForward(LEAP);
}

function settled(visit: Visit, fault?: FaultCase): Promise<void> {
  return until('an end of the reading', () => isSettled(visit.page), () => (fault ? letTimePass(visit, fault) : Promise.resolve()));
}

/** Clicks the button that the page offers for what failed. */
async function tryAgain({ page }: Visit): Promise<void> {
  const own = page.getByRole('button', { name: /^Try again/ });
  await ((await own.count()) > 0 ? own.first() : page.getByRole('button', { name: CHECK_AGAIN })).click();
}

/** The checklist of the integration that is asked for by itself. */
async function checklistOf(page: Page): Promise<string> {
  await page.evaluate(() => (location.hash = '#open=integration:6'));
  const dialog = page.locator('dialog.gic-dialog');
  await dialog.waitFor({ timeout: 3_000 }).catch(() => undefined);
  const text = (await dialog.count()) > 0 ? await dialog.textContent() : '';
  await page.evaluate(() => (location.hash = ''));
  return text ?? '';
}

/** Makes the fault, does something, and waits for the end of it. */
export async function whileSpoilt<Result>({ page, proxy }: Visit, { endpoint, spoil }: FaultCase, work: () => Promise<Result>): Promise<Result> {
  if (typeof spoil === 'function') proxy.spoil(endpoint, spoil);
  const contextPath = new URL(proxy.url).pathname.split('/secure/')[0] ?? '';
  const isIt = (url: URL) => isOf(endpoint, url.pathname.slice(contextPath.length));
  if (typeof spoil !== 'function') await page.route(isIt, (route) => route.abort(spoil.inBrowser));
  try {
    return await work();
  } finally {
    proxy.heal();
    if (typeof spoil !== 'function') await page.unroute(isIt);
  }
}

const FORMS = { 'Copied page': 'pasted, and not read yet', 'Current reindex interval': '47', 'Last run duration': '3 minutes' } as const;
const SEARCH = 'Search by name or host';

/** Types into every form of the tab of the reindex interval, and sends none. */
export async function fillForms(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Reindex interval' }).click();
  for (const [label, text] of Object.entries(FORMS)) await page.getByLabel(label, { exact: true }).fill(text);
}

export function formComplaints({ typed }: Seen): string[] {
  return Object.entries(FORMS).filter(([label, text]) => typed[label] !== text).map(([label]) => `what was typed into "${label}" is gone`);
}

/**
 * What the browser says of the network itself is no complaint, nor is a redirect that it did not follow: whether it
 * did, the other host knows.
 */
export function consoleComplaints(complaints: readonly string[], { otherHost }: FaultProxy): string[] {
  return complaints.filter((text) => !/^Failed to load resource: /.test(text) && !text.startsWith(`request to ${otherHost}`)).map((text) => `console: ${text}`);
}

function requestComplaints({ proxy, waits }: Visit, { tries, waits: isToWait, endpoint }: FaultCase): string[] {
  const wrong = tries !== undefined && proxy.asked() !== tries ? [`asked ${proxy.asked()} times instead of ${tries}`] : [];
  return isToWait && waits.size === 0 && endpoint !== 'watch' && endpoint !== 'scheduler' ? [...wrong, 'does not say that it waits'] : wrong;
}

/** Fault, look, typed text, another try: the page recovers, and the text is still there. */
async function spoiltAndHealed(visit: Visit, fault: FaultCase & { readonly endpoint: PageEndpoint }, before: Seen, kept: boolean): Promise<string[]> {
  const { page, proxy } = visit;
  const wrong = await whileSpoilt(visit, fault, async () => {
    await (kept ? page.getByRole('button', { name: CHECK_AGAIN }).click() : page.goto(proxy.url));
    await settled(visit, fault);
    const now = await observe(page);
    const dialog = fault.endpoint === 'details' ? await checklistOf(page) : '';
    return [...requestComplaints(visit, fault), ...complaintsAbout(now, before, { ...fault, kept }, dialog), ...(kept ? formComplaints(now) : [])];
  });
  const search = page.getByLabel(SEARCH);
  const isSearchable = await search.isVisible();
  if (isSearchable) await search.fill('git');
  await tryAgain(visit);
  await settled(visit);
  if (isSearchable && (await search.inputValue()) !== 'git') wrong.push('what was typed into the search is gone');
  await search.fill('');
  const after = await observe(page);
  return [...wrong, ...asUndamaged(after, before).map((text) => `after another try: ${text}`), ...(kept ? formComplaints(after) : [])];
}

function isOfPage(fault: FaultCase): fault is FaultCase & { readonly endpoint: PageEndpoint } {
  return fault.endpoint !== 'scheduler' && fault.endpoint !== 'watch';
}

/** The page without any fault. */
export async function undamagedPage(visit: Visit): Promise<Seen> {
  await visit.page.goto(visit.proxy.url);
  await settled(visit);
  return observe(visit.page);
}

/** Runs one case after the other, in one page: to open another one takes longer than a case. */
export interface Runner {
  readonly browser: Browser;
  readonly proxy: FaultProxy;
  visit: Visit | undefined;
}

/** Nothing of the case before is left: its clock, what it stored, what was said. */
async function asNew({ page, context, proxy, complaints, waits }: Visit): Promise<void> {
  await page.goto('about:blank');
  await page.clock.setSystemTime(Date.now());
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(proxy.url).origin, storageTypes: 'indexeddb,local_storage' });
  await session.detach();
  complaints.length = 0;
  waits.clear();
}

/** The fault at the first visit, and again once everything was read; answers what was wrong. */
export async function complaintsOf(runner: Runner, fault: FaultCase, before: Seen): Promise<string[]> {
  const { browser, proxy } = runner;
  const visit = runner.visit ?? (await openVisit(browser, proxy));
  runner.visit = visit;
  const { page, complaints } = visit;
  const wrong: string[] = [];
  try {
    await asNew(visit);
    if (isOfPage(fault)) {
      wrong.push(...(await spoiltAndHealed(visit, fault, before, false)).map((text) => `at first: ${text}`));
      await fillForms(page);
      await page.getByRole('tab', { name: 'Integrations' }).click();
      wrong.push(...(await spoiltAndHealed(visit, fault, before, true)).map((text) => `later: ${text}`));
    } else {
      wrong.push(...(await tabComplaints(visit, fault)));
    }
  } catch (error) {
    wrong.push(error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error));
    runner.visit = undefined;
    await visit.context.close();
  }
  if (proxy.elsewhere.length > 0) wrong.push(`went to another host: ${proxy.elsewhere.splice(0).join(', ')}`);
  return [...wrong, ...consoleComplaints(complaints, proxy)];
}
