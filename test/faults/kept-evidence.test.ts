import type { Page } from 'playwright-core';

import { observe } from './observe';
import { notBetter, scrapsIn } from './oracle';
import { status } from './spoils';
import { CONTEXT_PATH } from './stand';
import {
  checkAgain,
  context,
  enter,
  evidenceOf,
  healthsOf,
  integrationsOn,
  openReindex,
  openTab,
  proxy,
  reload,
  withTabs,
} from './tabs';
import { TRUTH } from './truth';

jest.setTimeout(120_000);

const DAY = 86_400_000;

withTabs();

describe('the browser’s store', () => {
  /** Evidence is used while the page is open, and the page says that it is not kept. */
  async function worksInMemory(page: Page, says: RegExp): Promise<void> {
    await enter(page, 'Current reindex interval', '30');
    await enter(page, 'Last run duration', '3 minutes');
    await page.getByText('Now: every 30 minutes').waitFor();
    await page.getByText(/^Entered, .*: last run duration 3 minutes$/).waitFor();
    await page.getByText(says).waitFor();
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
      () =>
        new Promise((resolve, reject) => {
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
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('git-integration-checkup');
          opening.onerror = reject;
          opening.onsuccess = () => {
            const change = opening.result.transaction('history', 'readwrite');
            const records = change.objectStore('history');
            const keys = records.getAllKeys();
            keys.onsuccess = () =>
              keys.result.forEach((key) =>
                records.put({ revision: 'x', runDurations: [{ at: 1e300, minutes: -1 }], chunks: NaN }, key),
              );
            change.oncomplete = resolve;
            change.onerror = reject;
          };
        }),
    );
    await page.evaluate(() =>
      localStorage.setItem('git-integration-checkup policy /jira', '{"marginShare":"NaN","percentile":1e300,'),
    );
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
    expect(await evidenceOf(page)).toContain('Now: every 47 minutes');
    await reload(page);
    expect(await evidenceOf(page)).toContain('Now: every 47 minutes');
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
    await page.getByRole('button', { name: 'Start measuring' }).click();
    await page.getByText('Next measurement: ').waitFor();
    await context.clock.setSystemTime(now - 365 * DAY);
    await enter(page, 'Last run duration', '4 minutes');
    await page.clock.fastForward(16 * 60_000);
    await page.getByText(/: 2 measurements, /).waitFor();
    await checkAgain(page);
    const seen = await integrationsOn(page);
    expect(scrapsIn(seen.text)).toEqual([]);
    expect(healthsOf(seen)).toEqual(TRUTH);
  });
});
