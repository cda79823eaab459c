import type { Browser, Page } from 'playwright-core';

import type { FaultCase } from './case';
import { SHARED_ENDPOINTS, type PageEndpoint } from './endpoints';
import { observe, type Seen } from './observe';
import { asUndamaged, complaintsAbout } from './oracle';
import type { FaultProxy } from './proxy';
import { quietComplaints, sharedComplaints, tabComplaints } from './tab-visits';
import {
  CHECK_AGAIN,
  consoleComplaints,
  fillForms,
  formComplaints,
  openVisit,
  press,
  SEARCH,
  settled,
  undamagedPage,
  until,
  whileSpoilt,
  type Visit,
} from './visits';

/** Clicks the button that the page offers for what failed. */
async function tryAgain({ page }: Visit): Promise<void> {
  const own = page.getByRole('button', { name: /^Try again/ });
  await press((await own.count()) > 0 ? own.first() : page.getByRole('button', { name: CHECK_AGAIN }));
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

const rowsOf = (page: Page) => page.locator('tbody tr[data-key]');

function requestComplaints({ proxy, waits }: Visit, { tries, waits: isToWait }: FaultCase): string[] {
  const wrong =
    tries !== undefined && proxy.asked() !== tries ? [`asked ${proxy.asked()} times instead of ${tries}`] : [];
  return isToWait && waits.size === 0 ? [...wrong, 'does not say that it waits'] : wrong;
}

/** Fault, look, typed text, another try: the page recovers, and the text is still there. */
async function spoiltAndHealed(
  visit: Visit,
  fault: FaultCase & { readonly endpoint: PageEndpoint },
  before: Seen,
  kept: boolean,
): Promise<string[]> {
  const { page, proxy } = visit;
  const wrong = await whileSpoilt(visit, fault, async () => {
    await (kept ? press(page.getByRole('button', { name: CHECK_AGAIN })) : page.goto(proxy.url));
    await settled(visit, fault);
    const now = await observe(page);
    const dialog = fault.endpoint === 'details' ? await checklistOf(page) : '';
    return [
      ...requestComplaints(visit, fault),
      ...complaintsAbout(now, before, { ...fault, kept }, dialog),
      ...(kept ? formComplaints(now) : []),
    ];
  });
  const search = page.getByLabel(SEARCH);
  const isSearchable = await search.isVisible();
  if (isSearchable) await search.fill('git');
  await tryAgain(visit);
  await settled(visit);
  if (isSearchable && (await search.inputValue()) !== 'git') wrong.push('what was typed into the search is gone');
  await search.fill('');
  // Rows follow a little later than what is typed.
  if (isSearchable) await until('all rows', async () => (await rowsOf(page).count()) === before.table.length);
  const after = await observe(page);
  return [
    ...wrong,
    ...asUndamaged(after, before).map((text) => `after another try: ${text}`),
    ...(kept ? formComplaints(after) : []),
  ];
}

function isOfShared({ endpoint }: FaultCase): boolean {
  return SHARED_ENDPOINTS.some((one) => one === endpoint);
}

function isOfPage(fault: FaultCase): fault is FaultCase & { readonly endpoint: PageEndpoint } {
  return !isOfShared(fault) && !['scheduler', 'watch', 'gij-version'].includes(fault.endpoint);
}

function firstComplaints(visit: Visit, fault: FaultCase, before: Seen): Promise<string[]> {
  if (isOfPage(fault)) return spoiltAndHealed(visit, fault, before, false);
  if (isOfShared(fault)) return sharedComplaints(visit, fault, before);
  return fault.endpoint === 'gij-version' ? quietComplaints(visit, fault, before) : tabComplaints(visit, fault, before);
}

/** Runs one case after the other; to open a page takes longer than a case, so two of them stay. */
export interface Runner {
  readonly browser: Browser;
  readonly proxy: FaultProxy;
  /** Loaded anew for each case. */
  fresh?: Visit | undefined;
  /** Everything was read, and something was typed into each form. It stays as long as all is well. */
  kept?: Visit | undefined;
}

/** Nothing of the case before is left: its clock, what it stored, what was said. */
async function asNew({ page, context, proxy, complaints, waits }: Visit): Promise<void> {
  await page.goto('about:blank');
  await page.clock.setSystemTime(Date.now());
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(proxy.url).origin,
    storageTypes: 'indexeddb,local_storage',
  });
  await session.detach();
  complaints.length = 0;
  waits.clear();
}

async function openKept({ browser, proxy }: Runner): Promise<Visit> {
  const visit = await openVisit(browser, proxy);
  await undamagedPage(visit);
  await fillForms(visit.page);
  await press(visit.page.getByRole('tab', { name: 'Integrations' }));
  return visit;
}

/** Does the work in the page of that name, which is closed where anything was wrong. */
async function inPage(
  runner: Runner,
  name: 'fresh' | 'kept',
  open: () => Promise<Visit>,
  work: (visit: Visit) => Promise<string[]>,
): Promise<string[]> {
  const wrong: string[] = [];
  try {
    const visit = (runner[name] ??= await open());
    wrong.push(...(await work(visit)), ...consoleComplaints(visit.complaints.splice(0), runner.proxy));
    visit.waits.clear();
  } catch (error) {
    wrong.push(error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error));
  }
  if (wrong.length > 0) {
    await runner[name]?.context.close();
    runner[name] = undefined;
  }
  return wrong;
}

/** The fault at the first visit, and again where everything was read; answers what was wrong. */
export async function complaintsOf(runner: Runner, fault: FaultCase, before: Seen): Promise<string[]> {
  const { browser, proxy } = runner;
  const wrong = await inPage(
    runner,
    'fresh',
    () => openVisit(browser, proxy),
    async (visit) => {
      await asNew(visit);
      return firstComplaints(visit, fault, before);
    },
  );
  if (isOfPage(fault)) {
    const later = await inPage(
      runner,
      'kept',
      () => openKept(runner),
      (visit) => spoiltAndHealed(visit, fault, before, true),
    );
    wrong.push(...later.map((text) => `later: ${text}`));
  }
  if (proxy.elsewhere.length > 0) wrong.push(`went to another host: ${proxy.elsewhere.splice(0).join(', ')}`);
  return wrong;
}
