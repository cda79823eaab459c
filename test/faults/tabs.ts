import type { Browser, BrowserContext, Page } from 'playwright-core';

import { launchBrowser } from '../support/browser';
import { OF_OTHERS } from '../support/jira-host/of-others';
import { isSettled, loadChecks, observe, type Seen } from './observe';
import { startFaultProxy, type FaultProxy } from './proxy';
import { CONTEXT_PATH, startStand, type Stand } from './stand';
import { TRUTH } from './truth';
import { consoleComplaints, unfold, until } from './visits';

let browser: Browser;
export let stand: Stand;
export let proxy: FaultProxy;
/** The context of the test that runs, and whatever it should not have said. */
export let context: BrowserContext;
let complaints: string[];

/** A browser, a Jira, and what spoils its answers, there while the tests of a file run. */
export function withTabs(): void {
  beforeAll(async () => {
    browser = await launchBrowser();
    stand = await startStand();
    proxy = await startFaultProxy(stand.url, CONTEXT_PATH);
  });

  afterAll(async () => {
    await browser.close();
    await proxy.close();
    await stand.close();
  });

  beforeEach(async () => {
    proxy.heal();
    stand.jira.setLoggedIn(true);
    complaints = [];
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const note = (text: string) => OF_OTHERS.test(text) || complaints.push(text);
    context.on('console', (message) => ['error', 'warning'].includes(message.type()) && note(message.text()));
    context.on('weberror', (error) => note(String(error.error())));
  });

  afterEach(async () => {
    await context.close();
    expect(consoleComplaints(complaints, proxy)).toEqual([]);
  });
}

export async function settled(page: Page): Promise<Seen> {
  const end = () => until('an end of the reading', () => isSettled(page));
  await end();
  await loadChecks(page);
  await end();
  return observe(page);
}

/** A tab with the page, on that tab of it. */
export async function openTab(hash = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(proxy.url + hash);
  if (hash !== '') await unfold(page);
  await settled(page);
  return page;
}

export const openReindex = () => openTab('#tab=reindex');

export async function enter(
  page: Page,
  label: 'Current reindex interval' | 'Last run duration',
  value: string,
): Promise<void> {
  const entries = page.getByText(/^Entered, /);
  const before = await entries.count();
  await unfold(page);
  await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel(label, { exact: true }).press('Enter');
  // It is in the list once it is in the store.
  await entries.nth(before).waitFor();
}

/** What the advice rests on, as a text. */
export async function evidenceOf(page: Page): Promise<string> {
  await page.getByText(/^Now: (?!is being read)/).waitFor();
  const parts = page.locator('.gic-now, .gic-fold:has(h3:text-is("Data used"))');
  return (await parts.allTextContents()).join(' ').replace(/\s+/g, ' ');
}

export async function checkAgain(page: Page): Promise<Seen> {
  await page.getByRole('button', { name: 'Check again' }).click();
  return settled(page);
}

/** The tab of the integrations, whichever was looked at before. */
export async function integrationsOn(page: Page): Promise<Seen> {
  await page.getByRole('tab', { name: 'Integrations' }).click();
  return observe(page);
}

export async function reload(page: Page): Promise<void> {
  await page.reload();
  await unfold(page);
  await settled(page);
}

export function healthsOf({ table }: Seen): Record<string, string> {
  return Object.fromEntries(table.flatMap(({ key, health }) => (key in TRUTH ? [[key, health]] : [])));
}
