import AxeBuilder from '@axe-core/playwright';
import { getResponse } from 'msw';
import type { Browser, Page } from 'playwright-core';

import { JAR } from '../../build/plugin';
import { scenarioById } from '../../src/demo/scenarios';
import { createVirtualJira } from '../../src/demo/virtual-jira';
import { keptCheckKey, type KeptCheck } from '../../src/last-check/kept-check';
import type { QueueTask } from '../../src/model/queue';
import { launchBrowser, shoot, watchedPage } from '../support/browser';
import { gijPage } from '../support/gij-pages';
import { startJiraHost, type OtherPage } from '../support/jira-host';
import { OF_OTHERS } from '../support/jira-host/of-others';
import type { ProfileName } from '../support/jira-host/profiles';
import { keptCheck, LISTED } from '../support/kept-check';
import { playQueue, type NotedPage, type PlayedQueue } from '../support/play-queue';
import { LOOKED_AT, QUEUE_PAGES } from '../support/queue-pages';

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

const LINE = '#gic-queue-line';

interface Opening {
  /** HTML of the page of the queue. */
  readonly body?: string;
  readonly badges?: KeptCheck['badges'];
  readonly profile?: ProfileName;
  readonly locale?: string;
  readonly theme?: string;
  /** The browser's clock stands there, milliseconds since the epoch. */
  readonly at?: number;
}

/** GIJ's page of the queue in a Jira with the jar, of which nothing is checked in the background. */
async function openQueue(opening: Opening = {}) {
  const { body = '', badges = 'last-check', profile = '10.3', locale = 'en_US', theme = 'light', at } = opening;
  const queue: OtherPage = { path: '/secure/Queue.jspa', title: 'Git', body, isGij: true, menu: 'Indexing queue' };
  const virtual = createVirtualJira(scenarioById('typical'), { base: '*/jira', now: Date.now });
  const asked: string[] = [];
  const host = await startJiraHost({
    jar: JAR,
    contextPath: '/jira',
    profile,
    locale,
    pages: [queue],
    rest: (request) => {
      asked.push(`${request.method} ${new URL(request.url).pathname}`);
      return getResponse(virtual.handlers, request);
    },
  });
  open.push(() => host.close());
  const { page, complaints } = await watchedPage(browser, OF_OTHERS);
  open.unshift(() => page.context().close());
  if (at !== undefined) await page.clock.setFixedTime(at);
  const kept = keptCheck(LISTED, at ?? Date.now(), { badges });
  await page.addInitScript(([key, text]) => localStorage.getItem(key) ?? localStorage.setItem(key, text), [
    keptCheckKey('/jira'),
    JSON.stringify(kept),
  ] as const);
  await page.goto(`${host.at(queue.path)}?theme=${theme}`);
  return { page, complaints, asked, host };
}

const QUEUE: PlayedQueue = { tasks: 7, size: 3, opener: 'button', pager: 'signs', isLate: true };

/** The same with a page that a script draws. */
async function playedQueue(queue: Partial<PlayedQueue> = {}, opening: Opening = {}) {
  const opened = await openQueue(opening);
  await opened.page.evaluate(playQueue, { ...QUEUE, ...queue });
  return opened;
}

/** The evidence that the browser keeps, oldest version of its form. */
function kept(page: Page): Promise<{ readonly tasks: readonly QueueTask[]; readonly values: object }> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('git-integration-checkup');
        opening.onerror = () => reject(new Error('the store does not open'));
        opening.onsuccess = () => {
          const records = opening.result.transaction('history').objectStore('history');
          const [tasks, values] = ['tasks', 'values'].map((kind) => records.get(['/jira', kind, 0]));
          records.transaction.oncomplete = () => {
            opening.result.close();
            resolve({ tasks: (tasks?.result ?? []) as QueueTask[], values: (values?.result ?? {}) as object });
          };
        };
      }),
  );
}

const noted = (page: Page) => page.evaluate(() => (window as unknown as NotedPage).noted);

test.each(Object.entries(QUEUE_PAGES))('%s: what Chromium shows is recorded as it stands', async (name, expected) => {
  const { page, complaints } = await openQueue({ body: gijPage(name), at: LOOKED_AT });
  await page
    .locator(LINE)
    .getByText(/^Recorded for the reindex advice: /)
    .waitFor();
  const { tasks, values } = await kept(page);
  expect(tasks).toHaveLength(expected.tasks.length);
  expect(tasks).toMatchObject(expected.tasks);
  const { intervalMinutes: minutes, nodes, threads } = expected.dashboard as Readonly<Record<string, number>>;
  expect(values).toMatchObject({
    current: { value: { kind: 'interval', minutes } },
    nodes: { value: nodes },
    threads: { value: threads },
  });
  expect(complaints).toEqual([]);
});

test.each<ProfileName>(['9.12', '10.3', '11'])(
  'in Jira %s: from the page to the line, on request all pages, and on to the advice, which shows it',
  async (profile) => {
    const { page, complaints, asked } = await playedQueue({}, { profile });
    const line = page.locator(LINE);
    await line
      .getByText('Recorded for the reindex advice: last run 19 minutes; 3 tasks on this page. 5 minutes is too short.')
      .waitFor();
    expect(await noted(page)).toEqual([]);
    expect(asked).toEqual([]);

    await line.getByRole('button', { name: 'Record all pages' }).click();
    await line.getByText('Read 3 of 3 pages: 7 tasks.').waitFor();
    await line.getByText(/3 tasks on this page, 7 in all\. 5 minutes is too short\.$/).waitFor();
    const rows = (...tasks: number[]) => tasks.map((task) => `click Expand row ${task}`);
    const pressed = 'Record all pages';
    expect(await noted(page)).toEqual([
      `focusin ${pressed}`,
      `click ${pressed}`,
      ...rows(1, 2, 3),
      'click ›',
      ...rows(4, 5, 6),
      'click ›',
      ...rows(7),
      'click 1',
    ]);
    const { tasks } = await kept(page);
    expect(tasks.filter(({ id }) => id !== undefined)).toHaveLength(7);
    expect(asked).toEqual([]);

    await line.getByRole('link', { name: 'Open in Git Integration Checkup' }).click();
    await page.getByRole('heading', { name: /5 minutes is too short|^Set it to/ }).waitFor();
    await page.getByText('Data used').click();
    await page
      .getByText(/7 tasks/)
      .filter({ visible: true })
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
  },
);

test('by keyboard alone: all pages are begun with Enter, and Escape stops that', async () => {
  const { page } = await playedQueue({ tasks: 60 });
  const line = page.locator(LINE);
  await line.getByRole('button', { name: 'Record all pages' }).waitFor();
  await page.getByRole('combobox', { name: 'Status' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await line.getByText(/^Read page 1 of 20/).waitFor();
  const stop = line.getByRole('button', { name: 'Stop' });
  expect(await stop.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await line.getByText(/^Stopped\. Read [1-3] of 20 pages/).waitFor();
  await page.keyboard.press('Tab');
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  expect(focused).toBe('Open in Git Integration Checkup');
});

/** Where everything stands that is not the line, by what is above it and what is not. */
function layout(page: Page): Promise<{ readonly above: string[]; readonly below: string[]; readonly top: number }> {
  return page.evaluate(() => {
    const table = document.querySelector('table.aui');
    const all = [...document.querySelectorAll('header, header *, nav, nav *, main *')].filter(
      (element) => !element.closest('#gic-queue-line') && !element.contains(table),
    );
    const top = table?.getBoundingClientRect().top ?? NaN;
    const place = (element: Element, from: number) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.tagName, x, y - from, width, height].join(' ');
    };
    const isBelow = (element: Element) =>
      element.closest('main') !== null && element.getBoundingClientRect().top >= top;
    return {
      above: all.filter((element) => !isBelow(element)).map((element) => place(element, 0)),
      below: all.filter(isBelow).map((element) => place(element, top)),
      top,
    };
  });
}

test('nothing of the page moves but down, by one line', async () => {
  const { page } = await openQueue({ body: gijPage('queue-5'), at: LOOKED_AT });
  await page.locator(LINE).waitFor();
  const withLine = await layout(page);
  await page.locator(LINE).evaluate((line) => (line.style.display = 'none'));
  const without = await layout(page);
  expect(withLine.above).toEqual(without.above);
  expect(withLine.below).toEqual(without.below);
  expect(withLine.top - without.top).toBeGreaterThan(0);
  expect(withLine.top - without.top).toBeLessThanOrEqual(40);
});

test.each<[ProfileName, string]>([
  ['10.3', 'light'],
  ['10.3', 'dark'],
  ['9.12', 'original'],
])('in Jira %s, %s: everybody can read the line', async (profile, theme) => {
  const { page } = await playedQueue({}, { profile, theme });
  await page.locator(LINE).waitFor();
  for (const [width, zoom] of [
    [1280, ''],
    [320, '-narrow'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await shoot(page, `queue-${theme}${zoom}`);
    const { violations } = await new AxeBuilder({ page }).include(LINE).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
});

test('what an admin switched off is not even loaded', async () => {
  const { page } = await openQueue({ body: gijPage('queue-5'), badges: 'off' });
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.reload({ waitUntil: 'networkidle' });
  expect(scripts.filter((url) => url.includes('capture'))).toEqual([]);
  expect(await page.locator(LINE).count()).toBe(0);
});

test('a page in another language is left alone, and the tab of the reindex interval says so', async () => {
  const { page, host } = await openQueue({ body: gijPage('queue-german'), locale: 'de_DE' });
  await page.waitForFunction(() => localStorage.getItem('git-integration-checkup unread queue /jira') !== null);
  expect(await page.locator(LINE).count()).toBe(0);
  await page.goto(`${host.url}#tab=reindex`);
  await page.getByText(/^Die Seite Indexing queue wurde in einer Sprache gezeigt/).waitFor();
});

test('to somebody who reads German it speaks German, of a page in English', async () => {
  const { page } = await openQueue({ body: gijPage('queue-5'), locale: 'de_DE', at: LOOKED_AT });
  await page
    .locator(LINE)
    .getByText(/letzte Laufzeit 2 Minuten, 17 Sekunden; 5 Aufgaben auf dieser Seite\./)
    .waitFor();
});
