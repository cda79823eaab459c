import type { Browser } from 'playwright-core';

import { axeFindings, launchBrowser, watchedPage } from '../support/browser';
import { startDemoSite, type Site } from '../support/demo-site';

jest.setTimeout(60_000);

let browser: Browser;
let site: Site;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await startDemoSite();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test.each(['light', 'dark'])('%s: typed interval and an imported file give a suggestion, and a reload keeps them', async (theme) => {
  const { page, complaints } = await watchedPage(browser);
  const address = `${site.url}/?theme=${theme}#tab=reindex`;
  await page.goto(address);
  await page.getByText('Not enough history for a suggestion').waitFor();

  await page.getByLabel('Current reindex interval').fill('5');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Current reindex interval: 5 minutes.').waitFor();

  const sample = await page.evaluate(async () => {
    const link = document.querySelector<HTMLAnchorElement>('#demo-bar a');
    return (await fetch(link?.href ?? '')).text();
  });
  const file = { name: 'queue.csv', mimeType: 'text/csv', buffer: Buffer.from(sample) };
  await page.locator('input[type=file]').setInputFiles(file);
  const suggestion = page.getByText(/^Set the reindex interval to \d+ minutes; it is 5 now, and a pass takes/);
  await suggestion.waitFor();
  await page.getByText('Too short').first().waitFor();
  await page.getByText(/; set the reindex interval to \d+ minutes$/).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const said = await suggestion.textContent();

  await page.reload();
  await suggestion.waitFor();
  expect(await suggestion.textContent()).toBe(said);
  expect(complaints).toEqual([]);
  await page.context().close();
});
