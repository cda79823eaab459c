import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Browser, BrowserContext, Page } from 'playwright-core';

import { launchBrowser } from '../support/browser';
import { OF_OTHERS } from '../support/jira-host/of-others';
import { largeExport } from '../support/large-export';
import { isSettled, observe, type Seen } from './observe';
import { asUndamaged, notBetter, scrapsIn } from './oracle';
import { startFaultProxy, type FaultProxy } from './proxy';
import { never, status } from './spoils';
import { CONTEXT_PATH, startStand, type Stand } from './stand';
import { TRUTH } from './truth';
import { consoleComplaints, fillForms, formComplaints, until } from './visits';

jest.setTimeout(120_000);

const DAY = 86_400_000;

let browser: Browser;
let stand: Stand;
let proxy: FaultProxy;
/** The context of the test that runs, and whatever it should not have said. */
let context: BrowserContext;
let complaints: string[];

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

async function settled(page: Page): Promise<Seen> {
  await until('an end of the reading', () => isSettled(page));
  return observe(page);
}

/** A tab with the page, on that tab of it. */
async function openTab(hash = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(proxy.url + hash);
  if (hash !== '') await page.getByText('What this rests on').waitFor();
  await settled(page);
  return page;
}

const openReindex = () => openTab('#tab=reindex');

async function enter(page: Page, label: 'Current reindex interval' | 'Last run duration', value: string): Promise<void> {
  const entries = page.getByText(/^Entered, /);
  const before = await entries.count();
  await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  // It is in the list once it is in the store.
  await entries.nth(before).waitFor();
}

/** What the advice rests on, as a text. */
async function evidenceOf(page: Page): Promise<string> {
  const section = page.locator('section', { has: page.locator('#gic-evidence-heading') });
  await section.getByText(/^Current schedule/).waitFor();
  return ((await section.textContent()) ?? '').replace(/\s+/g, ' ');
}

async function checkAgain(page: Page): Promise<Seen> {
  await page.getByRole('button', { name: 'Check again' }).click();
  return settled(page);
}

/** The tab of the integrations, whichever was looked at before. */
async function integrationsOn(page: Page): Promise<Seen> {
  await page.getByRole('tab', { name: 'Integrations' }).click();
  return observe(page);
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.getByText('What this rests on').waitFor();
  await settled(page);
}

function healthsOf({ table }: Seen): Record<string, string> {
  return Object.fromEntries(table.flatMap(({ key, health }) => (key in TRUTH ? [[key, health]] : [])));
}

describe('two tabs', () => {
  test('what one erases does not come back with what the other adds', async () => {
    const one = await openReindex();
    await enter(one, 'Last run duration', '3 minutes');
    const other = await openReindex();
    expect(await evidenceOf(other)).toContain('3 minutes');
    await one.getByRole('button', { name: 'Erase history' }).click();
    await one.getByRole('button', { name: 'Erase it for good' }).click();
    await one.getByText('The history was erased.').waitFor();
    await enter(other, 'Last run duration', '4 minutes');
    await reload(one);
    expect(await evidenceOf(one)).toContain('4 minutes');
    expect(await evidenceOf(one)).not.toContain('3 minutes');
  });

  test('both add: nothing of either is lost', async () => {
    const [one, other] = [await openReindex(), await openReindex()];
    await enter(one, 'Last run duration', '3 minutes');
    await enter(other, 'Last run duration', '4 minutes');
    await enter(one, 'Current reindex interval', '30');
    await reload(other);
    for (const given of ['3 minutes', '4 minutes', 'every 30 minutes']) expect(await evidenceOf(other)).toContain(given);
  });

  test('the session ends: each keeps what it shows and what was typed, says why, and recovers', async () => {
    const one = await openTab();
    const before = await observe(one);
    const other = await openReindex();
    await fillForms(other);
    stand.jira.setLoggedIn(false);
    for (const page of [one, other]) {
      expect((await checkAgain(page)).text).toContain('did not accept the session');
      expect((await integrationsOn(page)).table).toEqual(before.table);
    }
    expect(formComplaints(await observe(other))).toEqual([]);
    stand.jira.setLoggedIn(true);
    for (const page of [one, other]) expect(asUndamaged(await checkAgain(page), before)).toEqual([]);
    expect(formComplaints(await observe(other))).toEqual([]);
  });
});

test('a failure of another kind takes nothing that was typed', async () => {
  proxy.spoil('integrations', status(500));
  const page = await openReindex();
  await fillForms(page);
  proxy.spoil('integrations', status(401));
  await checkAgain(page);
  proxy.heal();
  await checkAgain(page);
  expect(formComplaints(await observe(page))).toEqual([]);
});

test('Jira is down, and comes back', async () => {
  const page = await openTab();
  const before = await observe(page);
  await proxy.stop();
  const now = await checkAgain(page);
  await proxy.start();
  expect(now.text).toContain('Jira could not be reached');
  expect(now.messages.map(({ title }) => title)).toContain('Integrations, Repositories, Version and clock of Jira, and Signed-in user could not be read');
  expect(now.table).toEqual(before.table);
  expect(asUndamaged(await checkAgain(page), before)).toEqual([]);
});

describe('the browser’s store', () => {
  /** Evidence is used while the page is open, and the page says that it is not kept. */
  async function worksInMemory(page: Page, says: RegExp): Promise<void> {
    await enter(page, 'Current reindex interval', '30');
    await enter(page, 'Last run duration', '3 minutes');
    await page.getByText('Current schedule: every 30 minutes').waitFor();
    await page.getByText(/^Entered, .*: last run duration 3 minutes$/).waitFor();
    await page.getByText(says).waitFor();
    await page.getByText('Numbers of the calculation').click();
    await page.getByRole('button', { name: 'Use these numbers' }).click();
    const now = await integrationsOn(page);
    expect(scrapsIn(now.text)).toEqual([]);
    expect(healthsOf(now)).toEqual(TRUTH);
  }

  test('is forbidden', async () => {
    await context.addInitScript(() => {
      for (const store of ['indexedDB', 'localStorage', 'sessionStorage']) {
        Object.defineProperty(window, store, {
          get() {
            throw new DOMException('Access is denied for this document.', 'SecurityError');
          },
        });
      }
    });
    await worksInMemory(await openReindex(), /This browser does not store data of this page/);
  });

  test('is held by another page that does not let go', async () => {
    const holder = await context.newPage();
    await holder.goto(new URL(`${CONTEXT_PATH}/login.jsp`, proxy.url).href);
    await holder.evaluate(
      () => new Promise((resolve, reject) => {
        const opening = indexedDB.open('git-integration-checkup', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('history');
        opening.onsuccess = resolve;
        opening.onerror = reject;
      }),
    );
    await worksInMemory(await openReindex(), /The browser’s store is blocked, maybe by another tab/);
  });

  test('is full', async () => {
    const page = await openReindex();
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(proxy.url).origin, quotaSize: 1 });
    await page.evaluate(() => {
      for (let size = 1 << 20; size > 0; size >>= 1) {
        try {
          for (let place = 0; ; place += 1) localStorage.setItem(`${size} ${place}`, 'x'.repeat(size));
        } catch {
          // no more of this size
        }
      }
    });
    await worksInMemory(page, /The browser’s store is full/);
  });

  test('holds rubbish', async () => {
    const page = await openReindex();
    await enter(page, 'Last run duration', '3 minutes');
    await page.evaluate(
      () => new Promise((resolve, reject) => {
        const opening = indexedDB.open('git-integration-checkup');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const change = opening.result.transaction('history', 'readwrite');
          const records = change.objectStore('history');
          const keys = records.getAllKeys();
          keys.onsuccess = () => keys.result.forEach((key) => records.put({ revision: 'x', runDurations: [{ at: 1e300, minutes: -1 }], chunks: NaN }, key));
          change.oncomplete = resolve;
          change.onerror = reject;
        };
      }),
    );
    await page.evaluate(() => localStorage.setItem('git-integration-checkup policy /jira', '{"marginShare":"NaN","percentile":1e300,'));
    await reload(page);
    await page.getByText(/What was stored in this browser cannot be read/).waitFor();
    expect(scrapsIn((await observe(page)).text)).toEqual([]);
    await page.getByRole('button', { name: 'Erase history' }).click();
    await page.getByRole('button', { name: 'Erase it for good' }).click();
    await page.getByText('The history was erased.').waitFor();
    await enter(page, 'Last run duration', '4 minutes');
    await reload(page);
    expect(await evidenceOf(page)).toContain('4 minutes');
  });
});

describe('the browser’s clock', () => {
  const openAt = async (time: number, hash = '#tab=reindex') => {
    await context.clock.install({ time });
    return openTab(hash);
  };
  const jumpTo = async (page: Page, time: number) => {
    await context.clock.setSystemTime(time);
    await reload(page);
  };

  test.each([365, -365])('is %d days off: integrations are judged by Jira’s clock', async (days) => {
    const page = await openAt(Date.now() + days * DAY, '');
    expect(healthsOf(await observe(page))).toEqual(TRUTH);
  });

  test.each([365, -365])('is %d days off, and Jira’s is not known: nothing is better than it is', async (days) => {
    const before = await observe(await openTab());
    proxy.spoil('server-info', status(500));
    const page = await openAt(Date.now() + days * DAY, '');
    expect(notBetter(await observe(page), before)).toEqual([]);
  });

  test('was a year ahead: what is given now counts', async () => {
    const now = Date.now();
    const page = await openAt(now + 365 * DAY);
    await enter(page, 'Current reindex interval', '5');
    await jumpTo(page, now);
    await enter(page, 'Current reindex interval', '47');
    expect(await evidenceOf(page)).toContain('Current schedule: every 47 minutes');
    await reload(page);
    expect(await evidenceOf(page)).toContain('Current schedule: every 47 minutes');
  });

  test('jumps ahead for one visit, and back: what was kept is still there', async () => {
    const now = Date.now();
    const page = await openAt(now);
    await enter(page, 'Last run duration', '3 minutes');
    await enter(page, 'Current reindex interval', '47');
    await jumpTo(page, now + 22 * DAY);
    await jumpTo(page, now + 60_000);
    expect(await evidenceOf(page)).toContain('3 minutes');
    expect(await evidenceOf(page)).toContain('every 47 minutes');
  });

  test('jumps back by a year while the page is open: readings and looks go on', async () => {
    const now = Date.now();
    const page = await openAt(now);
    await enter(page, 'Last run duration', '3 minutes');
    await page.getByRole('button', { name: 'Start watching' }).click();
    await page.getByText('Next look: ').waitFor();
    await context.clock.setSystemTime(now - 365 * DAY);
    await enter(page, 'Last run duration', '4 minutes');
    await page.clock.fastForward(16 * 60_000);
    await page.getByText(/: 2 looks, /).waitFor();
    await checkAgain(page);
    const seen = await integrationsOn(page);
    expect(scrapsIn(seen.text)).toEqual([]);
    expect(healthsOf(seen)).toEqual(TRUTH);
  });
});

describe('leaving the page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'queue-'));

  afterAll(() => rmSync(folder, { recursive: true }));

  test('a reload in the middle of an import leaves nothing half done', async () => {
    const file = path.join(folder, 'queue.csv');
    const start = Date.now() - 10 * 3_600_000;
    writeFileSync(file, largeExport(300_000, start));
    const page = await openReindex();
    await enter(page, 'Last run duration', '3 minutes');
    await page.locator('input[type=file]').setInputFiles(file);
    await until('a part of the file', async () => Number((await page.getByRole('progressbar').getAttribute('aria-valuenow')) ?? 0) > 0);
    await reload(page);
    expect(await evidenceOf(page)).toContain('1 reading');
    expect(await evidenceOf(page)).not.toContain('tasks');
    writeFileSync(file, largeExport(5_000, start));
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('5,000 tasks read.').waitFor();
    await reload(page);
    expect(await evidenceOf(page)).toContain('5,000 tasks');
  });

  test('Back closes the checklist, Forward opens it again', async () => {
    const page = await openTab();
    const before = await observe(page);
    await page.getByRole('button', { name: 'GitLab: payments' }).last().click();
    const dialog = page.getByRole('dialog', { name: 'Checklist: GitLab: payments' });
    await dialog.waitFor();
    await page.goBack();
    await dialog.waitFor({ state: 'detached' });
    await page.goForward();
    await dialog.waitFor();
    await page.goBack();
    await dialog.waitFor({ state: 'detached' });
    expect(asUndamaged(await observe(page), before)).toEqual([]);
  });

  test('in the middle of a reading, and Back: it is read anew', async () => {
    const page = await openTab();
    const before = await observe(page);
    proxy.spoil('repositories', never);
    await page.getByRole('button', { name: 'Check again' }).click();
    await until('the request', () => Promise.resolve(proxy.asked() > 0));
    await page.goto(new URL(`${CONTEXT_PATH}/login.jsp`, proxy.url).href);
    proxy.heal();
    await page.goBack();
    expect(asUndamaged(await settled(page), before)).toEqual([]);
  });

  test('Back and Forward between Jira’s pages keep the tab and the search', async () => {
    const page = await openTab();
    await page.getByLabel('Search by name or host').fill('git');
    await page.goto(new URL(`${CONTEXT_PATH}/login.jsp`, proxy.url).href);
    await page.goBack();
    await settled(page);
    expect(await page.getByLabel('Search by name or host').inputValue()).toBe('git');
    await page.goForward();
    await page.goBack();
    await settled(page);
    expect(await page.getByLabel('Search by name or host').inputValue()).toBe('git');
  });
});
