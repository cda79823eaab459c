import type { Page } from 'playwright-core';

import { LANGUAGES, sourceTexts, translation } from '../../build/source-texts';
import { PSEUDO, pseudoTexts } from '../../src/demo/pseudo';
import { shoot, watchedPage } from '../support/browser';
import { browser, site, withDemoBrowser } from '../support/demo-browser';
import { textsCovered, textsOnPage, textsTooLong, untranslated } from '../support/languages/page-texts';
import { openStop, othersOf, saidIn, STOPS, type Stop } from '../support/languages/walk';

jest.setTimeout(120_000);

withDemoBrowser();

const ENGLISH = sourceTexts();

/** A desktop, a split screen, and a phone. */
const WIDTHS = [1280, 800, 320];

async function opened(language: string, stop: Stop, messages: Readonly<Record<string, string>>) {
  const watched = await watchedPage(browser, othersOf(stop));
  await openStop(watched.page, `${site.url}/?lang=${language}`, stop, saidIn(messages));
  return watched;
}

/** What is too long at any width, which is also left as a picture. */
async function tooLong(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await shoot(page, `${name}-${width}`);
    const wrong = [...(await textsTooLong(page)), ...(await textsCovered(page))];
    found.push(...wrong.map((text) => `${width}: ${text}`));
  }
  return found;
}

test.each(STOPS)('$name: nothing is said but texts and data, and texts may be longer than in English', async (stop) => {
  const { page, complaints } = await opened(PSEUDO, stop, pseudoTexts(ENGLISH));
  expect(await untranslated(page)).toEqual([]);
  expect(await tooLong(page, `${stop.name}-${PSEUDO}`)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

describe.each(LANGUAGES)('in %s', (language) => {
  const messages = { ...ENGLISH, ...translation(language) };
  const translated = new Set(Object.values(messages));
  // A single word may be what GIJ calls something, in the steps of a check.
  const english = new Set(Object.values(ENGLISH).filter((text) => text.includes(' ') && !translated.has(text)));

  test.each(STOPS)('$name: nothing is English, and everything has its place', async (stop) => {
    const { page, complaints } = await opened(language, stop, messages);
    expect((await textsOnPage(page)).filter((text) => english.has(text))).toEqual([]);
    expect(await tooLong(page, `${stop.name}-${language}`)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

test('the demo shows the languages that there are, and one of them after it was chosen', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`${site.url}/`);
  await page.getByLabel('Language').selectOption({ label: 'Deutsch' });
  await page.getByRole('button', { name: 'Erneut prüfen' }).waitFor();
  expect(await page.locator('#git-integration-checkup').getAttribute('lang')).toBe('de');
  expect(complaints).toEqual([]);
  await page.context().close();
});
