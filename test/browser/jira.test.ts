import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { getResponse } from 'msw';
import type { Browser, Page, Route } from 'playwright-core';

import { JAR, ROOT } from '../../build/plugin';
import { scenarioById } from '../../src/demo/scenarios';
import { createVirtualJira } from '../../src/demo/virtual-jira';
import { launchBrowser, watchedPage } from '../support/browser';
import { alteredJar } from '../support/jar';
import { startJiraHost } from '../support/jira-host';
import { OF_OTHERS } from '../support/jira-host/of-others';
import { PROFILES, type ProfileName } from '../support/jira-host/profiles';

jest.setTimeout(120_000);

let browser: Browser;
/** Hosts and contexts of the test that runs: closed also when it fails. */
let open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open) await close();
  open = [];
});

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

interface Opening {
  readonly scenario?: string;
  readonly contextPath?: string;
  readonly profile?: ProfileName;
  readonly jar?: string;
  /** Of the address: theme and role. */
  readonly query?: string;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** The jar as Jira serves it, before the virtual Jira of a scenario. */
async function openInJira({
  scenario = 'typical',
  contextPath = '/jira',
  profile = '10.3',
  jar = JAR,
  query = '',
  prepare,
}: Opening = {}) {
  const virtual = createVirtualJira(scenarioById(scenario), { base: `*${contextPath}`, now: Date.now });
  const asked: string[] = [];
  const host = await startJiraHost({
    jar,
    contextPath,
    profile,
    rest: (request) => {
      asked.push(`${request.method} ${new URL(request.url).pathname}`);
      return getResponse(virtual.handlers, request);
    },
  });
  open.push(() => host.close());
  const { page, complaints } = await watchedPage(browser, OF_OTHERS);
  open.unshift(() => page.context().close());
  await prepare?.(page);
  await page.goto(host.url + query);
  return { page, complaints, asked };
}

const PANEL = '#git-integration-checkup';

test.each(Object.keys(PROFILES) as ProfileName[])(
  'the jar shows the panel in Jira %s, and only reads',
  async (profile) => {
    for (const contextPath of ['/jira', '']) {
      const { page, complaints, asked } = await openInJira({ contextPath, profile });
      await page.getByText(/^5 of 8 integrations need something; 2 are at risk/).waitFor();
      await page.getByRole('tab', { name: 'Reindex interval' }).click();
      await page
        .getByText(/^Not enough history for a suggestion|, and maybe much longer/)
        .filter({ visible: true })
        .waitFor();
      expect(new Set(asked)).toEqual(
        new Set([
          `GET ${contextPath}/rest/gitplugin/1.0/integration`,
          `GET ${contextPath}/rest/gitplugin/1.0/integration/6`,
          `GET ${contextPath}/rest/gitplugin/1.0/repository`,
          `GET ${contextPath}/rest/api/2/serverInfo`,
          `GET ${contextPath}/rest/api/2/myself`,
          `GET ${contextPath}/rest/api/2/issuetype`,
          `GET ${contextPath}/rest/api/2/issuetype/10000/properties`,
          `GET ${contextPath}/secure/admin/SchedulerAdmin.jspa`,
          `GET ${contextPath}/rest/plugins/1.0/com.xiplink.jira.git.jira_git_plugin-key`,
        ]),
      );
      expect(await page.locator(PANEL).textContent()).not.toMatch(/git-integration-checkup\.|\{\d\}/);
      expect(complaints).toEqual([]);
    }
  },
);

test('somebody who is no administrator is sent to log in, and reads nothing', async () => {
  const { page, asked } = await openInJira({ query: '?as=user' });
  expect(new URL(page.url()).pathname).toBe('/jira/login.jsp');
  expect(asked).toEqual(['GET /jira/login.jsp']);
});

/** The jar with another descriptor. */
async function jarWith(from: string, to: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'checkup-jar-'));
  open.push(() => Promise.resolve(rmSync(folder, { recursive: true, force: true })));
  const jar = path.join(folder, 'altered.jar');
  await alteredJar(JAR, jar, (name, content) =>
    name === 'atlassian-plugin.xml' ? content.toString().replaceAll(from, to) : content,
  );
  return jar;
}

/** As a Jira that leaves the calls for texts alone serves it. */
const untranslatedJar = () => jarWith('key="jsI18n"', 'key="none"');

const LOADING = '**/rest/webResources/1.0/resources';

test('where Jira puts no texts in, the English ones are loaded, and the console says so', async () => {
  const { page, complaints } = await openInJira({ jar: await untranslatedJar() });
  await page.getByText(/^5 of 8 integrations need something; 2 are at risk/).waitFor();
  await page.getByRole('tab', { name: 'Reindex interval' }).click();
  await page
    .getByText(/^Not enough history for a suggestion|, and maybe much longer/)
    .filter({ visible: true })
    .waitFor();
  expect(await page.locator(PANEL).textContent()).not.toMatch(/git-integration-checkup\.|\{\d\}/);
  // Once for the page, and once for each part of it.
  expect(new Set(complaints)).toEqual(
    new Set([expect.stringMatching(/^Git Integration Checkup: Jira served the script of this page without its texts/)]),
  );
});

test('where the English texts cannot be had either, the page says so in words', async () => {
  const { page } = await openInJira({
    jar: await untranslatedJar(),
    prepare: (fresh) => fresh.route(LOADING, (route) => route.abort()),
  });
  await page.getByRole('alert').getByText('The texts of this page could not be loaded').waitFor();
  expect(await page.locator(PANEL).textContent()).not.toMatch(/git-integration-checkup\./);
});

test('Escape closes dialogs, though AUI takes that key for its own', async () => {
  const { page } = await openInJira();
  await page
    .getByRole('row', { name: /GitLab: payments/ })
    .getByRole('button')
    .click();
  const checklist = page.getByRole('dialog', { name: /GitLab: payments/ });
  await checklist.getByRole('button', { name: /^Fix… ?: SSL/ }).click();
  const fix = page.getByRole('dialog', { name: /^Fix: / });
  await fix.getByText(/^Read just now/).waitFor();
  await page.keyboard.press('Escape');
  await fix.waitFor({ state: 'detached' });
  expect(await checklist.isVisible()).toBe(true);
  // As where the focus was is gone.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press('Escape');
  await checklist.waitFor({ state: 'detached' });
});

test('English texts are no part of the page where Jira puts its own in', async () => {
  const { page } = await openInJira();
  await page.getByText('2 are at risk').waitFor();
  expect(
    await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.includes('english')),
    ),
  ).toEqual([]);
});

test.each([
  ['refuses', (route: Route) => route.abort()],
  ['answers with an error', (route: Route) => route.fulfill({ status: 500, body: 'no' })],
  ['never answers', () => undefined],
])('Jira %s when a part is asked for: the page says so, and Try again loads it', async (_, spoil) => {
  const { page } = await openInJira({
    prepare: async (fresh) => {
      await fresh.clock.install();
      await fresh.route(LOADING, spoil);
    },
  });
  await page.getByText('2 are at risk').waitFor();
  await page.getByRole('tab', { name: 'Reindex interval' }).click();
  await page.clock.runFor(31_000);
  const tab = page.getByRole('tabpanel', { name: 'Reindex interval' });
  await tab.getByText('This part of the page could not be loaded').waitFor();
  await page.unroute(LOADING);
  await tab.getByRole('button', { name: 'Try again' }).click();
  await page
    .getByText(/^Not enough history for a suggestion|, and maybe much longer/)
    .filter({ visible: true })
    .waitFor();
});

test('a Jira without a loader of parts: the page says so each time, and waits for nothing', async () => {
  const { page } = await openInJira({
    jar: await jarWith('webresource-rest:web-resource-manager', 'webresource-rest:no-such-thing'),
  });
  await page.getByText('2 are at risk').waitFor();
  await page.getByRole('tab', { name: 'Reindex interval' }).click();
  const tab = page.getByRole('tabpanel', { name: 'Reindex interval' });
  for (let tries = 0; tries < 2; tries += 1) {
    await tab.getByText('This part of the page could not be loaded').waitFor();
    await tab.getByRole('button', { name: 'Try again' }).click();
  }
});

test('the proofs in the README print there what they say', async () => {
  const [, proofs = ''] = readFileSync(path.join(ROOT, 'README.md'), 'utf8').split('## Open points');
  const [texts, second] = [...proofs.matchAll(/```js\n([^]*?)```/g)].map((match) => match[1]);
  const { page } = await openInJira();
  await page.getByRole('button', { name: 'Check again' }).waitFor();
  const printed: string[] = [];
  page.on('console', (message) => printed.push(message.text()));
  await page.evaluate(`(async () => { ${texts} })()`);
  expect(printed.filter((line) => !line.startsWith('0 calls left'))).toEqual([]);
  expect(printed.filter((line) => line.includes('"Check again" in it: true'))).not.toEqual([]);
  await page.evaluate(`(async () => { await ${second} })()`);
  expect(printed.at(-1)).toBe('loaded');
});

/** How everything of Jira's own looks: computed styles of each element outside of the panel and what is put into the menu. */
function hostLooks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const properties = [
      'color',
      'backgroundColor',
      'font',
      'margin',
      'padding',
      'border',
      'display',
      'boxSizing',
      'lineHeight',
    ] as const;
    return [...document.querySelectorAll<HTMLElement>('body, body *')]
      .filter((element) => !element.closest('#git-integration-checkup, .gic-menu-entry, .gic-menu-count'))
      .map((element) => {
        const style = getComputedStyle(element);
        return `${element.tagName}.${element.className}: ${properties.map((property) => style[property]).join(';')}`;
      });
  });
}

test('nothing changes outside of the panel, but for the number and the entry in the menu', async () => {
  const withPanel = await openInJira();
  await withPanel.page.getByText('2 are at risk').waitFor();
  const without = await openInJira({
    prepare: (page) => page.route('**/com.gitintegrationcheckup.jira*/**', (route) => route.abort()),
  });
  expect(await hostLooks(withPanel.page)).toEqual(await hostLooks(without.page));
  expect(
    await withPanel.page.evaluate(() => Object.keys(window).filter((name) => /checkup|webpack/i.test(name))),
  ).toEqual([
    // The list through which the part that is loaded later arrives; its name holds the plugin's key.
    'webpackChunkcom_gitintegrationcheckup_jira',
  ]);
});
