import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { launchBrowser, watchedPage } from '../support/browser';
import { startDemoSite } from '../support/demo-site';
import { largeExport, ROUND_INTERVAL } from '../support/large-export';

jest.setTimeout(120_000);

const ROWS = 1_000_000;

/** Durations of the tasks for which the page stood still, in milliseconds. */
interface Watched {
  readonly stops: number[];
}

const folder = mkdtempSync(path.join(tmpdir(), 'queue-'));

afterAll(() => rmSync(folder, { recursive: true }));

test('1,000,000 rows: the page never stands still for half a second, and all of them count', async () => {
  const file = path.join(folder, 'queue.csv');
  writeFileSync(file, largeExport(ROWS, Date.now() - 200 * ROUND_INTERVAL));
  const [browser, site] = [await launchBrowser(), await startDemoSite()];
  try {
    const { page, complaints } = await watchedPage(browser);
    await page.addInitScript(() => {
      const stops: number[] = [];
      Object.assign(window, { stops });
      new PerformanceObserver((list) => stops.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
      });
    });
    await page.goto(`${site.url}/#tab=reindex`);
    await page.getByText(/, and maybe much longer|too short: the last round/).waitFor();
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('queue.csv: 1,000,000 tasks.').waitFor({ timeout: 60_000 });
    await page.getByText(/High confidence: 200 rounds/).waitFor();
    await page.getByText('Data used').click();
    await page.getByText('Of 1,000,000 tasks 200,000 are kept').waitFor();
    const stops = await page.evaluate(() => (window as unknown as Watched).stops);
    const longest = Math.round(Math.max(0, ...stops));
    console.log(`longest task ${longest} ms`);
    expect(longest).toBeLessThan(500);
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await site.close();
  }
});
