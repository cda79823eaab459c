import { getResponse } from 'msw';
import type { Browser } from 'playwright-core';

import { JAR } from '../../build/plugin';
import { sourceTexts, translation } from '../../build/source-texts';
import { scenarioById } from '../../src/demo/scenarios';
import { createVirtualJira } from '../../src/demo/virtual-jira';
import { createTexts } from '../../src/i18n/texts';
import { keptCheckKey } from '../../src/last-check/kept-check';
import { launchBrowser, shoot, watchedPage } from '../support/browser';
import { gijPage } from '../support/gij-pages';
import { startJiraHost } from '../support/jira-host';
import { OF_OTHERS } from '../support/jira-host/of-others';
import { PROFILES, type ProfileName } from '../support/jira-host/profiles';
import { keptCheck, LISTED } from '../support/kept-check';
import { textsOnPage } from '../support/languages/page-texts';

jest.setTimeout(120_000);

const GERMAN = translation('de');
const t = createTexts('de_DE', GERMAN, Date.now);
const translated = new Set(Object.values(GERMAN));
/** A single word may be what GIJ calls something. */
const english = new Set(Object.values(sourceTexts()).filter((text) => text.includes(' ') && !translated.has(text)));

const LIST = { path: '/secure/Four.jspa', title: 'Git', body: gijPage('list-4'), isGij: true };

let browser: Browser;
let open: (() => Promise<void>)[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const close of open) await close();
  open = [];
});

/** The jar in a Jira whose user has that locale. */
async function openInJira(locale: string, profile: ProfileName = '10.3') {
  const virtual = createVirtualJira(scenarioById('typical'), { base: '*/jira', now: Date.now });
  const host = await startJiraHost({
    jar: JAR,
    contextPath: '/jira',
    profile,
    locale,
    pages: [LIST],
    rest: (request) => getResponse(virtual.handlers, request),
  });
  open.push(() => host.close());
  const { page, complaints } = await watchedPage(browser, OF_OTHERS);
  open.unshift(() => page.context().close());
  return { page, complaints, host };
}

test.each(Object.keys(PROFILES) as ProfileName[])(
  'Jira %s serves the page and all its parts in German to somebody who reads German',
  async (profile) => {
    const { page, complaints, host } = await openInJira('de_DE', profile);
    await page.goto(host.url);
    await page.getByText(/^Bei 5 von 8 Integrationen ist etwas zu tun; 2 sind gefährdet/).waitFor();
    expect(await page.locator('#git-integration-checkup').getAttribute('lang')).toBe('de-DE');
    expect(await page.locator('#git-integration-checkup').getAttribute('data-no-texts')).toBe(t('plugin.no-texts'));
    await page
      .getByRole('link', { name: t('plugin.menu.item') })
      .first()
      .waitFor();
    const seen = new Set(await textsOnPage(page));
    for (const tab of ['checkup.tab.integrations', 'checks.title', 'reindex.title', 'checkup.tab.history']) {
      await page.getByRole('tab', { name: t(tab) }).click();
      await page.waitForFunction(
        (loading) => !document.querySelector('.gic')?.textContent?.includes(loading),
        t('part.loading'),
      );
      for (const text of await textsOnPage(page)) seen.add(text);
      await shoot(page, `jira-${profile}-de-${tab}`);
    }
    await page.getByRole('tab', { name: t('checkup.tab.integrations') }).click();
    await page
      .getByRole('row', { name: /GitLab: payments/ })
      .getByRole('button')
      .click();
    await page.getByRole('dialog').getByText('SSL-Zertifikate werden nicht geprüft').first().waitFor();
    for (const text of await textsOnPage(page)) seen.add(text);
    expect(seen.size).toBeGreaterThan(150);
    expect([...seen].filter((text) => english.has(text) || text.includes('git-integration-checkup.'))).toEqual([]);
    expect(complaints).toEqual([]);
  },
);

test('what stands on GIJ’s pages is German too', async () => {
  const { page, complaints, host } = await openInJira('de_DE');
  const kept = keptCheck(LISTED, Date.now() - 1_800_000);
  await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [
    keptCheckKey('/jira'),
    JSON.stringify(kept),
  ] as const);
  await page.goto(new URL(`/jira${LIST.path}`, host.url).href);
  await page.getByRole('link', { name: /^GitLab: payments: Gefährdet\. Nicht bestanden: .*SSL-Prüfung/ }).waitFor();
  await page.getByText('3 Integrationen gefährdet').first().waitFor({ state: 'attached' });
  await shoot(page, 'badges-de');
  expect(complaints).toEqual([]);
});

test.each(['en_UK', 'fr_FR'])('somebody whose locale is %s reads English, and nothing else in it', async (locale) => {
  const { page, host } = await openInJira(locale);
  await page.goto(host.url);
  await page.getByText(/^5 of 8 integrations need something; 2 are at risk/).waitFor();
  expect(await page.locator('#git-integration-checkup').getAttribute('lang')).toMatch(/^en/);
  await page
    .getByText(/^(just now|\d+ minutes? ago)$/)
    .first()
    .waitFor();
});
