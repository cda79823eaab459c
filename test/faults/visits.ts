import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page, Request } from 'playwright-core';

import { watchedPage } from '../support/browser';
import { OF_OTHERS } from '../support/jira-host/of-others';
import type { FaultCase } from './case';
import { isOf } from './endpoints';
import { isSettled, loadChecks, observe, type Seen } from './observe';
import type { FaultProxy } from './proxy';

const LONGEST = 30_000;
/** Longer than any time limit of the panel, in milliseconds. */
const LEAP = 61_000;
/** Shorter than any: a pause may end, and a request begin, while the clock is moved on. */
const STEP = 9_000;

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

export const CHECK_AGAIN = 'Check again';

/** A click that does not wait until the button stands still: there are thousands of them. */
export function press(button: Locator): Promise<void> {
  return button.dispatchEvent('click');
}

/** Nobody looks at it, so little is painted. */
const SMALL: BrowserContextOptions = { viewport: { width: 400, height: 300 }, reducedMotion: 'reduce' };

/** A page of its own, with a clock that can be moved on. */
export async function openVisit(browser: Browser, proxy: FaultProxy): Promise<Visit> {
  const { page, complaints } = await watchedPage(browser, OF_OTHERS, SMALL);
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

export async function until(
  what: string,
  holds: () => Promise<boolean>,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
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
    () =>
      new Promise((resolve) => {
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
export async function letTimePass(
  { page, underWay, waits }: Visit,
  { family, endpoint, slow }: FaultCase,
): Promise<void> {
  if (slow !== true || underWay().others > 0) return;
  await idle(page);
  const said = await page.evaluate(() =>
    [...document.querySelectorAll('#git-integration-checkup section')].map(({ textContent }) => textContent ?? ''),
  );
  const pauses = said.filter((text) => /asks for a pause|is tried again after/.test(text));
  for (const text of pauses) waits.add(text);
  const { spoilt, others } = underWay();
  if (others > 0) return;
  const isPause = spoilt === 0 && (pauses.length > 0 || endpoint === 'scheduler' || endpoint === 'watch');
  if (isPause) await page.clock.fastForward(STEP);
  else if (spoilt > 0 && family === 'time') await page.clock.fastForward(LEAP);
}

/** Waits until nothing is read any more, and all of the page is there. */
export async function settled(visit: Visit, fault?: FaultCase): Promise<void> {
  const end = () =>
    until(
      'an end of the reading',
      () => isSettled(visit.page),
      () => (fault ? letTimePass(visit, fault) : Promise.resolve()),
    );
  await end();
  await loadChecks(visit.page);
  await end();
}

/** Makes the fault, does something, and waits for the end of it. */
export async function whileSpoilt<Result>(
  { page, proxy }: Visit,
  { endpoint, spoil }: FaultCase,
  work: () => Promise<Result>,
): Promise<Result> {
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

const FORMS = {
  'Paste here with Ctrl+V': 'typed, and not read yet',
  'Current reindex interval': '47',
  'Last run duration': '3 minutes',
} as const;
export const SEARCH = 'Search by name or host';

/** Opens everything on the tab of the reindex interval that is folded. */
export async function unfold(page: Page): Promise<void> {
  const interval = page.getByLabel('Current reindex interval', { exact: true });
  const change = page.getByRole('button', { name: 'Change', expanded: false });
  await page.getByRole('button', { name: 'Change' }).or(interval).first().waitFor();
  if (await change.isVisible()) await press(change);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('.gic-reindex details')) fold.open = true;
  });
}

/** Types into every form of the tab of the reindex interval, and sends none. */
export async function fillForms(page: Page): Promise<void> {
  await press(page.getByRole('tab', { name: 'Reindex interval' }));
  await unfold(page);
  for (const [label, text] of Object.entries(FORMS)) await page.getByLabel(label, { exact: true }).fill(text);
}

export function formComplaints({ typed }: Seen): string[] {
  return Object.entries(FORMS)
    .filter(([label, text]) => typed[label] !== text)
    .map(([label]) => `what was typed into "${label}" is gone`);
}

/**
 * What the browser says of the network itself is no complaint, nor is a redirect that it did not follow: whether it
 * did, the other host knows.
 */
export function consoleComplaints(complaints: readonly string[], { otherHost }: FaultProxy): string[] {
  const ofNetwork = ['Failed to load resource: ', `request to ${otherHost}`, `Unsafe attempt to load URL ${otherHost}`];
  return complaints
    .filter((text) => !ofNetwork.some((start) => text.startsWith(start)))
    .map((text) => `console: ${text}`);
}

/** The page without any fault. */
export async function undamagedPage(visit: Visit): Promise<Seen> {
  await visit.page.goto(visit.proxy.url);
  await settled(visit);
  return observe(visit.page);
}
