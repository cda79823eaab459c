import type { Page } from 'playwright-core';

import { sourceTexts } from '../../../build/source-texts';
import { shoot, watchedPage, type WatchedPage } from '../browser';
import { browser, site } from '../demo-browser';
import { textsCovered, textsTooLong } from './page-texts';
import { openStop, othersOf, saidIn, type Stop } from './walk';

export const ENGLISH = sourceTexts();

/** A desktop, a split screen, and a phone. */
const WIDTHS = [1280, 800, 320];

/** The page at a stop of the walk, in a language of which these are the texts. */
export async function openedIn(
  language: string,
  stop: Stop,
  messages: Readonly<Record<string, string>>,
): Promise<WatchedPage> {
  const watched = await watchedPage(browser, othersOf(stop));
  await openStop(watched.page, `${site.url}/?lang=${language}`, stop, saidIn(messages));
  return watched;
}

/** What is too long at any width, which is also left as a picture. */
export async function tooLong(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await shoot(page, `${name}-${width}`);
    const wrong = [...(await textsTooLong(page)), ...(await textsCovered(page))];
    found.push(...wrong.map((text) => `${width}: ${text}`));
  }
  return found;
}
