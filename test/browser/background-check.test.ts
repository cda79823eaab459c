import { getResponse } from 'msw';
import type { Browser, Page } from 'playwright-core';

import { JAR } from '../../build/plugin';
import { scenarioById } from '../../src/demo/scenarios';
import { createVirtualJira } from '../../src/demo/virtual-jira';
import { keptCheckKey, type KeptCheck } from '../../src/last-check/kept-check';
import { launchBrowser, watchedPage } from '../support/browser';
import { gijPage } from '../support/gij-pages';
import { startJiraHost, type OtherPage } from '../support/jira-host';
import { OF_OTHERS } from '../support/jira-host/of-others';
import { PROFILES, type ProfileName } from '../support/jira-host/profiles';

jest.setTimeout(120_000);

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

const LIST: OtherPage = { path: '/secure/Git.jspa', title: 'Git', body: gijPage('list-5'), isGij: true, menu: 'Git' };
const OTHER: OtherPage = { path: '/secure/Other.jspa', title: 'Other', body: gijPage('of-another-app'), isGij: false };
const FIRST = 'GET /jira/rest/gitplugin/1.0/integration';
const ALL = [
  'GET /jira/rest/api/2/serverInfo',
  FIRST,
  `${FIRST}/6`,
  'GET /jira/rest/gitplugin/1.0/repository',
  'GET /jira/rest/plugins/1.0/com.xiplink.jira.git.jira_git_plugin-key',
  'GET /jira/secure/admin/SchedulerAdmin.jspa',
];

/** The jar in a Jira of the demo, with a page of GIJ; the browser kept nothing yet. */
async function openJira(scenario: string, profile?: ProfileName) {
  const virtual = createVirtualJira(scenarioById(scenario), { base: '*/jira', now: Date.now });
  const asked: string[] = [];
  const host = await startJiraHost({
    jar: JAR,
    contextPath: '/jira',
    ...(profile && { profile }),
    pages: [LIST, OTHER],
    rest: (request) => {
      asked.push(`${request.method} ${new URL(request.url).pathname}`);
      return getResponse(virtual.handlers, request);
    },
  });
  open.push(() => host.close());
  const { page, complaints } = await watchedPage(browser, OF_OTHERS);
  open.unshift(() => page.context().close());
  return { page, complaints, asked, host };
}

const KEY = keptCheckKey('/jira');
const kept = async (page: Page) =>
  JSON.parse((await page.evaluate((key) => localStorage.getItem(key), KEY)) ?? 'null') as KeptCheck | null;

test.each(Object.keys(PROFILES) as ProfileName[])(
  'in Jira %s a page of GIJ has badges before anybody opened the panel, which says the same, and only reads',
  async (profile) => {
    const { page, complaints, asked, host } = await openJira('typical', profile);
    await page.goto(host.at(LIST.path));
    await page.locator('.gic-badge').first().waitFor({ state: 'attached' });
    expect([...asked].sort()).toEqual(ALL);
    const [first] = (await kept(page))?.subjects ?? [];
    expect(first).toMatchObject({ health: 'at-risk' });
    // Within the hour it is not asked again.
    await page.reload();
    await page.locator('.gic-badge').first().waitFor({ state: 'attached' });
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    expect(asked).toHaveLength(ALL.length);

    const { subjects } = (await kept(page)) ?? {};
    await page.evaluate((key) => localStorage.removeItem(key), KEY);
    await page.goto(host.url);
    await page.waitForFunction((key) => localStorage.getItem(key) !== null, KEY);
    expect((await kept(page))?.subjects).toEqual(subjects);
    expect(complaints).toEqual([]);
  },
);

test('on a page that is not GIJ’s nothing is asked, and no part is loaded', async () => {
  const { page, complaints, asked, host } = await openJira('typical');
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(host.at(OTHER.path));
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect([asked, loaded.filter((url) => url.includes('background-check')), complaints]).toEqual([[], [], []]);
});

test.each(['session-expired', 'not-an-admin', 'gij-missing'])(
  'where Jira answers as %s, it is asked once, and the page says nothing',
  async (scenario) => {
    const { page, complaints, asked, host } = await openJira(scenario);
    const answered = page.waitForResponse((response) => response.url().endsWith('/rest/gitplugin/1.0/integration'));
    await page.goto(host.at(LIST.path));
    await (await answered).finished();
    await page.reload();
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    expect(asked).toEqual([FIRST]);
    expect([await kept(page), await page.locator('.gic-badge').count(), complaints]).toEqual([null, 0, []]);
  },
);
