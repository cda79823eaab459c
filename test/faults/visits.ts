import type { Browser, BrowserContext, Page } from 'playwright-core';

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
  /** Requests that are under way, apart from the spoilt one. */
  readonly underWay: () => number;
  /** Said while it was waited. */
  readonly waits: Set<string>;
}

const CHECK_AGAIN = 'Check again';

/** A page of its own, with a clock that can be moved on. */
export async function openVisit(browser: Browser, proxy: FaultProxy): Promise<Visit> {
  const { page, complaints } = await watchedPage(browser);
  const context = page.context();
  await page.clock.install();
  const open = new Set<unknown>();
  page.on('request', (request) => proxy.isSpoilt(request.url()) || open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return { page, context, proxy, complaints, underWay: () => open.size, waits: new Set() };
}

export async function until(what: string, holds: () => Promise<boolean>, meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  const end = Date.now() + LONGEST;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`never came: ${what}`);
    await meanwhile();
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

/** Lets time limits and pauses pass, once nothing else is under way. */
export async function letTimePass({ page, underWay, waits }: Visit): Promise<void> {
  if (underWay() > 0) return;
  // What has just arrived is read.
  await new Promise((resolve) => setTimeout(resolve, 60));
  const said = await page.evaluate(() => [...document.querySelectorAll('#git-integration-checkup section')].map(({ textContent }) => textContent ?? ''));
  for (const text of said) if (/asks for a pause|is tried again after/.test(text)) waits.add(text);
  if (underWay() === 0) await page.clock.fastForward(LEAP);
}

function settled(visit: Visit, slow: boolean): Promise<void> {
  return until('an end of the reading', () => isSettled(visit.page), () => (slow ? letTimePass(visit) : Promise.resolve()));
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

/** What the browser says of the network itself is no complaint. */
export function consoleComplaints(complaints: readonly string[]): string[] {
  return complaints.filter((text) => !/^Failed to load resource: /.test(text)).map((text) => `console: ${text}`);
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
    await settled(visit, fault.slow === true);
    const now = await observe(page);
    const dialog = fault.endpoint === 'details' ? await checklistOf(page) : '';
    return [...requestComplaints(visit, fault), ...complaintsAbout(now, before, { ...fault, kept }, dialog), ...(kept ? formComplaints(now) : [])];
  });
  const search = page.getByLabel(SEARCH);
  const isSearchable = await search.isVisible();
  if (isSearchable) await search.fill('git');
  await tryAgain(visit);
  await settled(visit, false);
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
  await settled(visit, false);
  return observe(visit.page);
}

/** Runs one case after the other, each with a page that none before it has changed. */
export interface Runner {
  readonly browser: Browser;
  readonly proxy: FaultProxy;
  /** Left by a case that went well and moved no clock; what it loaded need not be loaded again. */
  visit: Visit | undefined;
}

/** The fault at the first visit, and again once everything was read; answers what was wrong. */
export async function complaintsOf(runner: Runner, fault: FaultCase, before: Seen): Promise<string[]> {
  const { browser, proxy } = runner;
  const visit = runner.visit ?? (await openVisit(browser, proxy));
  const { page, complaints } = visit;
  const wrong: string[] = [];
  try {
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
  }
  if (proxy.elsewhere.length > 0) wrong.push(`went to another host: ${proxy.elsewhere.splice(0).join(', ')}`);
  wrong.push(...consoleComplaints(complaints.splice(0)));
  const isAsBefore = wrong.length === 0 && fault.slow !== true && isOfPage(fault);
  runner.visit = isAsBefore ? visit : undefined;
  if (!isAsBefore) await visit.context.close();
  return wrong;
}
