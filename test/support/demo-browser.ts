import type { Browser } from 'playwright-core';

import { launchBrowser } from './browser';
import { startDemoSite, type Site } from './demo-site';

/** A browser and the built demo, there while the tests of a file run. */
export let browser: Browser;
export let site: Site;

export function withDemoBrowser(): void {
  beforeAll(async () => {
    browser = await launchBrowser();
    site = await startDemoSite();
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });
}
