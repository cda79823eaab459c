import { mkdirSync } from 'node:fs';
import path from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { DIST } from '../../build/plugin';
import { axeFindings, launchBrowser, watchedPage } from '../support/browser';
import { startDemoSite, type Site } from '../support/demo-site';

jest.setTimeout(120_000);

/** Left there to be looked at. */
const SHOTS = path.join(DIST, 'screenshots');

let browser: Browser;
let site: Site;

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  browser = await launchBrowser();
  site = await startDemoSite();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Pages worth a look: address, and a text that says that everything is there. */
const PAGES = [
  ['typical', '?scenario=typical', '2 at risk'],
  ['checklist', '?scenario=typical#open=integration%3A1', 'Checklist: https://github.com/*'],
  ['partly-failing', '?scenario=partly-failing', 'Repositories could not be read'],
  ['all-healthy', '?scenario=all-healthy', '3 healthy'],
  ['empty', '?scenario=empty', 'No integration is connected yet'],
  ['gij-missing', '?scenario=gij-missing', 'Git Integration for Jira was not found'],
  ['session-expired', '?scenario=session-expired', 'You are logged out'],
  ['not-an-admin', '?scenario=not-an-admin', 'Only Jira administrators can see this'],
] as const;

async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll('dialog details').forEach((details) => details.setAttribute('open', '')));
}

describe.each(['light', 'dark', 'original'])('theme %s', (theme) => {
  test.each(PAGES)('%s at 1280 and 800 pixels: axe finds nothing, nothing sticks out, the console is clean', async (name, address, text) => {
    const { page, complaints } = await watchedPage(browser);
    await page.goto(`${site.url}/${address.replace('?', `?theme=${theme}&`)}`);
    await page.getByText(text).first().waitFor();
    await openAll(page);
    for (const width of [1280, 800]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: path.join(SHOTS, `${name}-${theme}-${width}.png`), fullPage: name !== 'checklist' });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
