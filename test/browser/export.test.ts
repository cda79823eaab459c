import { readFileSync } from 'node:fs';

import Ajv2020 from 'ajv/dist/2020';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';

import schema from '../../src/report/schema.json';
import { parseRecording } from '../../src/sources/recording';
import { axeFindings, shoot, watchedPage } from '../support/browser';
import { browser, site, withDemoBrowser } from '../support/demo-browser';

jest.setTimeout(60_000);

withDemoBrowser();

const menu = (page: Page) => page.getByRole('button', { name: 'Export' });

async function openMenu(page: Page): Promise<void> {
  await menu(page).click();
  await page.getByRole('button', { name: 'Print' }).waitFor();
}

async function opened(hash = '') {
  const watched = await watchedPage(browser, /^$/, { permissions: ['clipboard-read', 'clipboard-write'] });
  await watched.page.goto(`${site.url}/${hash}`);
  await watched.page.getByText(/^5 of 8 integrations need something; 2 are at risk/).waitFor();
  return watched;
}

/** Name and text of the file that pressing a button brings. */
async function downloaded(page: Page, press: () => Promise<unknown>) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

const NAME = /^git-integration-checkup-127\.0\.0\.1-\d+-\d{4}-\d\d-\d\d\./;

test('each format is saved or copied, as filtered, and can be read', async () => {
  const { page, complaints } = await opened('#health=at-risk');
  const choose = async (name: string) => {
    await openMenu(page);
    return page.getByRole('button', { name }).click();
  };

  const csv = await downloaded(page, () => choose('CSV of all findings'));
  expect(csv.name).toMatch(NAME);
  await page.getByText(`Saved ${csv.name}: 2 of 8 integrations, as filtered`).waitFor();
  const { data, errors } = Papa.parse<Record<string, string>>(csv.text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(new Set(data.map((row) => row['Integration']))).toEqual(
    new Set(['GitLab: payments', 'https://github.com/*', 'All integrations']),
  );

  const json = await downloaded(page, () => choose('JSON'));
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  expect([validate(JSON.parse(json.text)), validate.errors]).toEqual([true, null]);

  await choose('Copy as Markdown');
  await page.getByText('Copied as Markdown: 2 of 8 integrations, as filtered').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/GitLab: payments[^]*SSL/);

  await choose('Recording for support…');
  await page.getByRole('dialog', { name: 'Recording for support' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await shoot(page, 'export-recording', false);
  const recording = await downloaded(page, () => page.getByRole('button', { name: 'Save recording' }).click());
  expect(recording.name).toMatch(/\.recording\.json$/);
  expect(parseRecording(recording.text).kind).toBe('read');
  expect(await menu(page).evaluate((button) => button === document.activeElement)).toBe(true);

  await page.getByRole('tab', { name: 'History' }).click();
  const file = { name: recording.name, mimeType: 'application/json', buffer: Buffer.from(recording.text) };
  await page
    .getByLabel('Import recordings')
    .setInputFiles([file, { ...file, name: 'none', buffer: Buffer.from('{}') }]);
  await page.getByText('No check was added; 1 was there already', { exact: false }).waitFor();
  await page.getByText('none: this is no recording').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await shoot(page, 'history-imported');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('by keyboard, at 320 pixels: nothing sticks out, and axe finds nothing', async () => {
  const { page, complaints } = await opened();
  await page.getByRole('button', { name: 'Check again' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Print' }).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('CSV of all findings');
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  const { right, left } = await page
    .getByRole('list', { name: 'Export' })
    .evaluate((list) => list.getBoundingClientRect())
    .then(({ x, width }) => ({ left: x, right: x + width }));
  const panel = await page.locator('.gic').evaluate((element) => element.getBoundingClientRect().right);
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(panel);
  await shoot(page, 'export-320', false);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Export/);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('Ctrl+P prints what is to fix, too, once the page was idle for a moment', async () => {
  const { page, complaints } = await opened('#health=at-risk');
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/export.js')),
  );
  const printed = page.evaluate(
    () =>
      new Promise<string>((resolve) =>
        window.addEventListener('beforeprint', () =>
          setTimeout(() => resolve(document.querySelector('.gic')?.textContent ?? '')),
        ),
      ),
  );
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await printed).toMatch(
    /Printed.*by Ada Admin[^]*GitLab: payments[^]*How to fix it[^]*Is the certificate self-signed/,
  );
  await page.waitForFunction(() => !document.querySelector('.gic-paper'));
  expect(complaints).toEqual([]);
  await page.context().close();
});
