import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';

import { watchedPage } from '../support/browser';
import { browser, site, withDemoBrowser } from '../support/demo-browser';
import { longestStop, watchStops } from '../support/stops';

jest.setTimeout(180_000);

/** Of a page that is asked for something while it works, on a machine that does other things too. Milliseconds. */
const LONGEST = 500;

const folder = mkdtempSync(path.join(tmpdir(), 'stops-'));
withDemoBrowser();

afterAll(() => rmSync(folder, { recursive: true }));

async function openTab(): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const watched = await watchedPage(browser);
  await watchStops(watched.page);
  await watched.page.goto(`${site.url}/#tab=reindex`);
  await watched.page.getByText(/^Not enough history|, and maybe much longer|too short: the last round/).waitFor();
  await longestStop(watched.page, 'start');
  return watched;
}

async function importFile(page: Page, name: string, texts: readonly string[]): Promise<void> {
  const file = path.join(folder, name);
  writeFileSync(file, texts.join(''));
  await page.locator('input[type=file]').setInputFiles(file);
}

const ROWS = 320_000;

function rowOf(place: number, start: number): string {
  const begun = start + Math.floor(place / 5000) * 1_800_000 + (place % 5000) * 200;
  return JSON.stringify({
    taskId: `0b2c5a5e-7d0e-4a55-9d8a-${String(place).padStart(12, '0')}`,
    parentId: '5f0e',
    integration: `GitHub ${place % 9}`,
    repository: { id: place % 5000, name: `group-${place % 40}/service-${place % 5000}` },
    operation: 1,
    trigger: 'PERIODIC_JOB',
    status: 'INDEXED',
    node: `node${place % 4}`,
    priority: 21,
    insertionTime: begun - 5000,
    startTime: begun,
    finishTime: begun + 3000,
  });
}

test('100 MB of JSON, its rows a level down', async () => {
  const { page, complaints } = await openTab();
  const start = Date.now() - 64 * 1_800_000;
  const rows = Array.from({ length: ROWS }, (_, place) => `${place === 0 ? '' : ','}${rowOf(place, start)}`);
  await importFile(page, 'queue.json', ['{"total":', String(ROWS), ',"data":{"rows":[', ...rows, ']}}']);
  await page.getByText(/: 320,000 tasks\.$/).waitFor({ timeout: 120_000 });
  await page.getByText(/^\w+ confidence: \d+ rounds/).waitFor();
  expect(await longestStop(page, '100 MB of JSON')).toBeLessThan(LONGEST);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a watch of 83 looks at 12,000 repositories: imported, kept, and found again', async () => {
  const { page, complaints } = await openTab();
  const now = Date.now();
  const look = (ago: number) => {
    const at = now - ago * 600_000;
    // Each pass takes as long as the time between two looks, so that each date is new.
    return { at, dates: Array.from({ length: 12_000 }, (_, place) => at - 600_000 + place * 50), requestMinutes: 0.2 };
  };
  const observations = Array.from({ length: 83 }, (_, place) => look(83 - place));
  await importFile(page, 'history.json', [
    JSON.stringify({
      format: 'git-integration-checkup-history',
      version: 1,
      tasks: [],
      runDurations: [],
      observations,
    }),
  ]);
  await page.getByText('history.json: 83 measurements.').waitFor();
  await page
    .getByText(/One round takes at least|takes up to|takes at least/)
    .first()
    .waitFor();
  expect(await longestStop(page, 'a long watch')).toBeLessThan(LONGEST);
  await page.reload();
  await page.getByText('Data used').click();
  await page.getByText(/^Measured here since .* 83 measurements, \d+ rounds estimated$/).waitFor();
  expect(await longestStop(page, 'the same, found again')).toBeLessThan(LONGEST);
  expect(complaints).toEqual([]);
  await page.context().close();
});

const HEADER = '<tr><th>Repository</th><th>Trigger</th><th>Status</th><th>Start time</th></tr>';

test.each<[string, string, number?]>([
  ['20,000 tables in each other', '<table><tr><td>'.repeat(20_000)],
  [
    '8,000 tables, 40 in each other',
    `<table>${HEADER}<tr>${`<td>${`${'<table><tr><td>'.repeat(40)}x${'</td></tr></table>'.repeat(40)}`.repeat(10)}</td>`.repeat(20)}</tr></table>`,
  ],
  [
    '5,000 tables beside each other in a table',
    `<table><tr><td>${'<table><tr><td>a</td><td>b</td></tr></table>'.repeat(5_000)}</td><td></td></tr></table>`,
  ],
  // More than a function takes arguments, and a long text for a field.
  ['150,000 lines in a cell', `<table><tr><td>${'x<br>'.repeat(150_000)}</td></tr></table>`, 8 * LONGEST],
])('a paste of %s', async (what, html, longest = LONGEST) => {
  const { page, complaints } = await openTab();
  await page.getByLabel('Paste here with Ctrl+V').evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', text);
    clipboardData.setData('text/plain', 'no queue at all');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
  await page.getByLabel('Copied at').waitFor();
  expect(await longestStop(page, what)).toBeLessThan(longest);
  expect(complaints).toEqual([]);
  await page.context().close();
});
