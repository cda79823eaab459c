import { readFileSync } from 'node:fs';
import path from 'node:path';

import AxeBuilder from '@axe-core/playwright';
import { getResponse } from 'msw';
import type { Browser, Page } from 'playwright-core';

import { JAR, ROOT } from '../../build/plugin';
import { scenarioById } from '../../src/demo/scenarios';
import { createVirtualJira } from '../../src/demo/virtual-jira';
import { keptCheckKey, type KeptCheck } from '../../src/last-check/kept-check';
import { launchBrowser, shoot, watchedPage } from '../support/browser';
import { gijPage } from '../support/gij-pages';
import { startJiraHost, type OtherPage } from '../support/jira-host';
import { OF_OTHERS } from '../support/jira-host/of-others';
import type { ProfileName } from '../support/jira-host/profiles';
import { keptCheck, LISTED } from '../support/kept-check';

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

const LIST_4: OtherPage = {
  path: '/secure/Four.jspa',
  title: 'Git',
  body: gijPage('list-4'),
  isGij: true,
  menu: 'Manage repositories',
};
const LIST_5: OtherPage = {
  ...LIST_4,
  path: '/secure/Five.jspa',
  body: gijPage('list-5'),
  menu: 'Manage integrations',
};
const OTHER: OtherPage = { path: '/secure/Other.jspa', title: 'Other', body: gijPage('of-another-app'), isGij: false };
const PAGES = [LIST_4, LIST_5, OTHER];

const HOUR = 3_600_000;

/** The last check of the integrations in the lists. */
const judged = (changes: Partial<KeptCheck> = {}) => keptCheck(LISTED, Date.now() - 0.5 * HOUR, changes);

/** A Jira with the jar and pages of GIJ, opened with a check that the browser kept. */
async function openJira(kept: KeptCheck | undefined, profile: ProfileName = '10.3') {
  const virtual = createVirtualJira(scenarioById('typical'), { base: '*/jira', now: Date.now });
  const asked: string[] = [];
  const host = await startJiraHost({
    jar: JAR,
    contextPath: '/jira',
    profile,
    pages: PAGES,
    rest: (request) => {
      asked.push(`${request.method} ${new URL(request.url).pathname}`);
      return getResponse(virtual.handlers, request);
    },
  });
  open.push(() => host.close());
  const { page, complaints } = await watchedPage(browser, OF_OTHERS);
  open.unshift(() => page.context().close());
  if (kept)
    await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [
      keptCheckKey('/jira'),
      JSON.stringify(kept),
    ] as const);
  return { page, complaints, asked, host };
}

const badges = (page: Page) => page.locator('.gic-badge');

/** What each badge shows. */
const shown = (page: Page) =>
  badges(page).evaluateAll((all) => all.map(({ firstElementChild }) => firstElementChild?.getAttribute('data-words')));

/** The page with its list drawn, and its badges where it gets some. */
async function goTo(page: Page, address: string, count: number): Promise<void> {
  await page.goto(address);
  await page.getByText('Archive share').waitFor();
  await page.waitForFunction((wanted) => document.querySelectorAll('.gic-badge').length === wanted, count);
}

/** Where everything that is not ours stands, below Jira's menus. */
function layout(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('header, header *, main, main *')]
      .filter((element) => !element.closest('.gic-badge'))
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${element.tagName} ${[x, y, width, height].join(' ')}`;
      }),
  );
}

/** The list without badges, as the browser paints it. */
async function paintedWithoutBadges(page: Page): Promise<string> {
  await page.evaluate(() =>
    document.querySelectorAll<HTMLElement>('.gic-badge').forEach(({ style }) => (style.visibility = 'hidden')),
  );
  return (await page.locator('main').screenshot()).toString('base64');
}

/** Texts of the page that a badge lies over. */
function covered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const links = [...document.querySelectorAll('.gic-badge > a')].map((link) => link.getBoundingClientRect());
    const walker = document.createTreeWalker(document.querySelector('main table')!, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if (text.parentElement?.closest('.gic-badge, .aui-dropdown2')) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const isCovered = [...range.getClientRects()].some((one) =>
        links.some(
          ({ left, right, top, bottom }) =>
            left < one.right && one.left < right && top < one.bottom && one.top < bottom,
        ),
      );
      if (isCovered && text.nodeValue?.trim()) found.push(text.nodeValue);
    }
    return found;
  });
}

const LISTS = [
  ['4.x', LIST_4, 14],
  ['5.x', LIST_5, 13],
] as const;

test.each(LISTS)('in the list of %s nothing moves and nothing is covered', async (name, { path }, count) => {
  const { page, host, complaints } = await openJira(judged());
  const without = await openJira(judged({ badges: 'off' }));
  for (const width of [1280, 800]) {
    for (const one of [page, without.page]) await one.setViewportSize({ width, height: 1_600 });
    await goTo(page, host.at(path), count);
    await goTo(without.page, without.host.at(path), 0);
    await shoot(page, `badges-${name}-${width}`);
    expect(await covered(page)).toEqual([]);
    expect(await layout(page)).toEqual(await layout(without.page));
    expect(await paintedWithoutBadges(page)).toBe(await paintedWithoutBadges(without.page));
  }
  expect(complaints).toEqual([]);
});

test.each([
  ['9.12', 'original', '4.x', LIST_4, 14],
  ['10.3', 'dark', '5.x', LIST_5, 13],
  ['11', 'light', '5.x', LIST_5, 13],
] as const)('Jira %s, %s, list of %s: each integration has its badge, and axe finds nothing', async (...looked) => {
  const [profile, theme, , { path }, count] = looked;
  const { page, host, asked, complaints } = await openJira(judged(), profile);
  await goTo(page, `${host.at(path)}?theme=${theme}`, count);
  await badges(page).getByRole('link').first().focus();
  await page.getByText('Judged 30 minutes ago').waitFor();
  await shoot(page, `badges-${profile}-${theme}`);
  const { violations } = await new AxeBuilder({ page }).include('.gic-badge').include('nav.aui-navgroup').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  expect(asked).toEqual([]);
  expect(complaints).toEqual([]);
});

test('in forced colors a badge has an edge', async () => {
  const { page, host } = await openJira(judged());
  await page.emulateMedia({ forcedColors: 'active' });
  await goTo(page, host.at(LIST_4.path), 14);
  const edge = () =>
    badges(page)
      .getByRole('link')
      .first()
      .evaluate((link) => getComputedStyle(link).borderTopColor);
  expect(await edge()).not.toBe('rgba(0, 0, 0, 0)');
  await shoot(page, 'badges-forced-colors');
});

test('what the panel found stands beside the integrations, and a badge leads to its checklist by keyboard', async () => {
  const { page, host, asked, complaints } = await openJira(undefined);
  await page.goto(host.url);
  await page.getByText(/2 are at risk/).waitFor();
  await page.getByRole('link', { name: 'Git Integration Checkup 2 integrations at risk' }).first().waitFor();
  asked.length = 0;
  // Those of the list that this Jira has, one of them in two rows.
  await goTo(page, host.at(LIST_5.path), 9);
  const badge = page.getByRole('link', { name: /^GitLab: payments: At risk\. Failing: .*SSL verification/ });
  expect(await badge.getAttribute('aria-label')).toMatch(/ Judged just now$/);
  await page.getByRole('link', { name: 'GitLab: payments', exact: true }).focus();
  await page.keyboard.press('Tab');
  expect(await badge.evaluate((link) => link === document.activeElement)).toBe(true);
  await page.locator('.gic-tip').getByText('GitLab: payments: At risk').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.gic-tip').waitFor({ state: 'detached' });
  expect(asked).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: /GitLab: payments/ }).waitFor();
  expect(complaints).toEqual([]);
});

test('a list that the page redraws and pages keeps its badges, which change nothing afterwards', async () => {
  const { page, host } = await openJira(judged());
  await goTo(page, host.at(LIST_5.path), 13);
  await page.clock.install();
  await page.evaluate(() => {
    const body = document.querySelector<HTMLTableSectionElement>('main tbody')!;
    [...body.rows].slice(3).forEach((row) => row.remove());
    body.rows[0]!.cells[1]!.textContent = 'GitLab: payments';
  });
  await page.clock.runFor(1_000);
  await page
    .locator('main tbody tr')
    .first()
    .getByRole('link', { name: /At risk/ })
    .waitFor();
  expect(await shown(page)).toEqual(['At risk', 'Healthy', 'At risk']);
  const changes = await page.evaluateHandle(() => {
    const seen: string[] = [];
    new MutationObserver((records) => seen.push(...records.map(({ type }) => type))).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    return seen;
  });
  await page.clock.runFor(5_000);
  expect(await changes.jsonValue()).toEqual([]);
});

test('a list that is hidden at first has words where there is room for them once it shows', async () => {
  const { page, host } = await openJira(judged());
  await goTo(page, host.at(LIST_5.path), 13);
  const words = () => page.locator('.gic-badge:not(.gic-short)').count();
  const before = await words();
  await page.evaluate(() => (document.querySelector<HTMLElement>('#git-list')!.style.width = '420px'));
  await page.waitForFunction(() => document.querySelectorAll('.gic-short').length > 5);
  await page.evaluate(() => (document.querySelector<HTMLElement>('#git-list')!.hidden = true));
  await page.evaluate(() => {
    const list = document.querySelector<HTMLElement>('#git-list')!;
    list.style.width = '';
    list.hidden = false;
  });
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('.gic-badge:not(.gic-short)').length === wanted,
    before,
  );
});

test('a page of another app has no badges, whatever stands in it, and asks for nothing', async () => {
  const { page, host, asked, complaints } = await openJira(judged());
  await page.goto(host.at(OTHER.path));
  await page.getByRole('link', { name: 'Git Integration Checkup 3 integrations at risk' }).first().waitFor();
  expect(await badges(page).count()).toBe(0);
  expect(asked).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the proof in the README prints there what it says', async () => {
  const [, proofs = ''] = readFileSync(path.join(ROOT, 'README.md'), 'utf8').split('**Badges stand on GIJ’s pages.**');
  const [, proof = ''] = /```js\n([^]*?)```/.exec(proofs) ?? [];
  const { page, host } = await openJira(judged());
  await goTo(page, host.at(LIST_5.path), 13);
  const printed: string[] = [];
  page.on('console', (message) => printed.push(message.text()));
  await page.evaluate(proof);
  expect(printed).toEqual(['true 1 13']);
});

test('a check of days ago says so in the place of the health', async () => {
  const { page, host } = await openJira(judged({ at: Date.now() - 75 * HOUR, badges: 'last-check' }));
  await goTo(page, host.at(LIST_4.path), 14);
  expect(new Set(await shown(page))).toEqual(new Set(['Judged 3 days ago']));
  expect(await page.locator('.gic-menu-count').count()).toBe(0);
  await shoot(page, 'badges-old');
});
