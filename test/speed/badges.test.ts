import { readFileSync } from 'node:fs';
import path from 'node:path';

import { withTexts } from '../../build/jira-page/js-i18n';
import { HOST_BUNDLE, JAR } from '../../build/plugin';
import type { Page } from 'playwright-core';

import { keptCheckKey } from '../../src/last-check/kept-check';
import { launchBrowser } from '../support/browser';
import { gijPage } from '../support/gij-pages';
import { readJar, textsOf } from '../support/jar';
import { keptCheck, keptSubject } from '../support/kept-check';

jest.setTimeout(60_000);

const RUNS = 11;
const LINKS = 300;
const INTEGRATIONS = 500;

/** The middle one of several times, in milliseconds. */
function median(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? NaN;
}

/** How long the thread of a page works on a script: that other programs take its core is no part of it. Milliseconds. */
async function workOf(page: Page, script: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN);
  };
  const before = await worked();
  await page.evaluate((code) => {
    const element = document.createElement('script');
    element.textContent = code;
    document.head.append(element);
  }, script);
  return (await worked()) - before;
}

test('on a page that is not GIJ’s the badges take less than 5 ms: to compile, to read a large check, and to count', async () => {
  const script = withTexts(readFileSync(path.join(HOST_BUNDLE, 'badges.js'), 'utf8'), textsOf(readJar(JAR)));
  const subjects = Array.from({ length: INTEGRATIONS }, (_, id) =>
    keptSubject(id, { name: `Integration ${id}`, health: 'at-risk', fails: ['ssl-verification', 'display-name'] }),
  );
  const record = JSON.stringify(keptCheck(subjects, Date.now()));
  const links = Array.from({ length: LINKS }, (_, id) => `<li><a href="/x/${id}">Entry ${id}</a></li>`).join('');
  const body = `<nav class="aui-navgroup"><ul class="aui-nav">${links}<li><a href="/git">Manage integrations</a></li></ul>
    <ul class="aui-nav"><li><a id="git-integration-checkup-page" href="/panel">Git Integration Checkup</a></li></ul></nav>`;
  const browser = await launchBrowser();
  try {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      // A browser keeps what it compiled: each time another one.
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.route('**/*', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<html><head><meta name="ajs-user-locale" content="en_US"></head><body>${body}${gijPage('of-another-app')}</body></html>`,
        }),
      );
      await page.goto('http://127.0.0.1/secure/Other.jspa');
      await page.evaluate(([key, kept]) => localStorage.setItem(key, kept), [keptCheckKey(''), record] as const);
      times.push(await workOf(page, script));
      const [counts, badges] = [page.locator('.gic-menu-count'), page.locator('.gic-badge')];
      expect([await counts.first().textContent(), await badges.count()]).toEqual(['500', 0]);
      await context.close();
    }
    const time = median(times);
    console.log(`badges on another page: ${time.toFixed(1)} ms (${Math.min(...times)} to ${Math.max(...times)})`);
    expect(time).toBeLessThan(5);
  } finally {
    await browser.close();
  }
});
