import { getResponse } from 'msw';
import type { Browser, Page } from 'puppeteer-core';

import { JAR } from '../../build/plugin';
import { scenarioById } from '../../src/demo/scenarios';
import { createVirtualJira } from '../../src/demo/virtual-jira';
import { firefoxPage, focused, launchFirefox, moveTo, opens, shows } from '../support/firefox';
import { gijPage } from '../support/gij-pages';
import { startJiraHost } from '../support/jira-host';
import { OF_OTHERS } from '../support/jira-host/of-others';

jest.setTimeout(60_000);

const LIST = { path: '/secure/List.jspa', title: 'Manage integrations', body: gijPage('list-5'), isGij: true };
const QUEUE = { path: '/secure/Queue.jspa', title: 'Indexing queue', body: gijPage('queue-5'), isGij: true };

let browser: Browser;
let host: Awaited<ReturnType<typeof startJiraHost>>;

const tagged = (tag: string, cells: readonly string[]) => cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('');

/** The Indexing queue page of GIJ, as far as it is read: the lines above the table, and its rows. */
const QUEUE_PAGE = `<!doctype html><meta charset="utf-8"><title>Indexing queue</title>
<div>${tagged('p', [
  'Current number of indexing threads',
  '1',
  'Current number of indexing nodes',
  '1',
  'Scheduled time for indexing, minutes',
  '30',
  'Last run duration: 2 seconds',
])}</div>
<table>
<tr>${tagged('th', ['Finish time', 'Integration name', 'Repository name', 'Type of operation', 'Delay', 'Trigger', 'Status'])}</tr>
${[1, 2, 3]
  .map(
    (row) =>
      `<tr>${tagged('td', [`${row} minutes ago`, 'GitLab: payments', `acme/r${row}`, 'Reindex', 'No delay', 'Scheduled', 'INDEXED'])}</tr>`,
  )
  .join('')}
</table>
<p>Showing 1 - 3 tasks out of 3</p>`;

beforeAll(async () => {
  const virtual = createVirtualJira(scenarioById('typical'), { base: '*/jira', now: Date.now });
  [browser, host] = await Promise.all([
    launchFirefox(),
    startJiraHost({
      jar: JAR,
      contextPath: '/jira',
      pages: [LIST, QUEUE],
      rest: (request) =>
        request.url.endsWith('/queue')
          ? Promise.resolve(new Response(QUEUE_PAGE, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }))
          : getResponse(virtual.handlers, request),
    }),
  ]);
});

afterAll(async () => {
  await browser.close();
  await host.close();
});

/** The jar's page in the stand-in for Jira. */
async function open() {
  const opened = await firefoxPage(browser, OF_OTHERS);
  await opened.page.goto(host.url);
  await shows(opened.page, /^5 of 8 integrations need something; 2 are at risk/);
  await opened.page.focus('::-p-aria(Check again[role="button"])');
  return opened;
}

/** The modifier is held while the key is pressed. */
async function press(page: Page, key: 'a' | 'c' | 'v'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

test('a checklist by keyboard alone: open, next, close; the focus returns', async () => {
  const { page, complaints } = await open();
  await moveTo(page, /^GitLab: payments/);
  await page.keyboard.press('Enter');
  await opens(page, 'GitLab: payments');
  await shows(page, /SSL certificates are not verified/);
  await moveTo(page, /^Next/);
  await page.keyboard.press('Enter');
  await opens(page, 'https://github.com/*');
  for (let tabs = 0; tabs < 30; tabs += 1) {
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
      ),
    ).toBe(true);
  }
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog', { hidden: true });
  await page.waitForFunction(() => document.activeElement?.textContent === 'https://github.com/*');
  expect(complaints).toEqual([]);
  await page.browserContext().close();
});

test('menu, chips and tabs by keyboard alone', async () => {
  const { page, complaints } = await open();
  await moveTo(page, /^…More$/);
  await page.keyboard.press('Enter');
  await moveTo(page, /^Help and legend$/);
  await page.keyboard.press('Enter');
  await opens(page, 'Help and legend');
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog', { hidden: true });
  expect(await focused(page)).toBe('…More');

  await moveTo(page, /^3 Needs attention$/);
  await page.keyboard.press(' ');
  await shows(page, /^3 of 9 shown/);

  await moveTo(page, /^Integrations/);
  await page.keyboard.press('ArrowRight');
  await shows(page, /SSL certificates are not verified/);
  await page.keyboard.press('ArrowRight');
  await shows(page, /The right value needs the queue/);
  expect(await page.evaluate(() => location.hash)).toBe('#tab=reindex&health=needs-attention');
  expect(complaints).toEqual([]);
  await page.browserContext().close();
});

test('what Firefox copies of the queue’s page is read where it is pasted', async () => {
  const { page: queue } = await firefoxPage(browser);
  await queue.goto(new URL('/jira/queue', host.url).href);
  await press(queue, 'a');
  await press(queue, 'c');
  await queue.browserContext().close();

  const { page, complaints } = await open();
  await moveTo(page, /^Integrations/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await shows(page, /The right value needs the queue/);
  await page.focus('::-p-aria(Paste here with Ctrl+V)');
  await press(page, 'v');
  await shows(page, /^Pasted: 3 tasks, 1 run duration, every 30 minutes, 1 indexing node, and 1 indexing thread\.$/);
  expect(complaints).toEqual([]);
  await page.browserContext().close();
});

test('a badge on GIJ’s list, by keyboard: what it says in full, and the checklist that it leads to', async () => {
  const { page, complaints } = await open();
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes('last-check')));
  await page.goto(host.at(LIST.path));
  await page.waitForSelector('.gic-badge');
  await page.focus('::-p-aria(Add integration[role="button"])');
  await moveTo(page, /^GitLab: payments: At risk\./);
  await shows(page, /^GitLab: payments: At risk$/);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await opens(page, 'GitLab: payments');
  expect(complaints).toEqual([]);
  await page.browserContext().close();
});

test('GIJ’s page of the queue is recorded as Firefox shows it, and on to the advice', async () => {
  const { page, complaints } = await firefoxPage(browser, OF_OTHERS);
  await page.goto(host.at(QUEUE.path));
  await shows(page, /^Recorded for the reindex advice: last run 2 minutes, 17 seconds; 5 tasks on this page/);
  await page.focus('#gic-queue-line a');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await shows(page, /^Now: every 5 minutes/);
  expect(complaints).toEqual([]);
  await page.browserContext().close();
});
