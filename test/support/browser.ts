import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

import AxeBuilder from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

import { DIST } from '../../build/plugin';

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The installed Chromium; playwright's own cannot be downloaded everywhere. */
export async function launchBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(`No Chromium at ${CHROMIUM}: install Debian's package chromium, or set CHROMIUM to its path.`);
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

export interface WatchedPage {
  readonly page: Page;
  /** What the console, uncaught errors and requests to other machines amount to; empty is well. */
  readonly complaints: string[];
}

/** The browser itself logs each answer that is no success; the scenarios that have one mean it. */
const FAILED_ANSWER = /^Failed to load resource: the server responded with a status of (4\d\d|5\d\d)/;

/**
 * A page of its own, that notes whatever should not happen.
 *
 * @param others what is said by others and meant to be
 */
export async function watchedPage(
  browser: Browser,
  others = /^$/,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (['error', 'warning'].includes(message.type()) && !FAILED_ANSWER.test(text) && !others.test(text))
      complaints.push(text);
  });
  page.on('pageerror', (error) => others.test(String(error)) || complaints.push(String(error)));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') complaints.push(`request to ${request.url()}`);
  });
  return { page, complaints };
}

/**
 * What axe finds in the panel, as one line each.
 *
 * @param only its only rules; all of them where it is left out
 */
export async function axeFindings(page: Page, only?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include('#git-integration-checkup');
  if (only) axe.withRules([...only]);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** Left there to be looked at. */
const SHOTS = path.join(DIST, 'screenshots');

/** Takes a picture of the page, as a rule of the whole of it. */
export async function shoot(page: Page, name: string, fullPage = true): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SHOTS, `${name}.png`), fullPage });
}

/** A phone (or a zoom of 400 % on a desktop), a split screen, and what desktops have. */
const WIDTHS = [1920, 1280, 1024, 800, 640, 320] as const;
/** Below it, the navigation of Jira leaves the panel no room beside it, and the page scrolls sideways. */
const LEAST_BESIDE_NAVIGATION = 640;

/** Takes pictures of the page, from wide to narrow, and answers what sticks out of page or panel: a line for each width. */
export async function lookAt(page: Page, name: string, fullPage = true): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await shoot(page, `${name}-${width}`, fullPage);
    const { needed, panel, room } = await page.evaluate(() => {
      const element = document.querySelector('.gic');
      return {
        needed: document.documentElement.scrollWidth,
        panel: element?.scrollWidth ?? 0,
        room: element?.clientWidth ?? 0,
      };
    });
    if (width >= LEAST_BESIDE_NAVIGATION && needed > width) found.push(`${name} needs ${needed} of ${width} pixels`);
    if (panel > room) found.push(`${name} needs ${panel} of the ${room} pixels of the panel at ${width}`);
  }
  return found;
}

/** Prints the page on A4, to be looked at. */
export async function print(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await shoot(page, `${name}-print`);
  await page.pdf({ path: path.join(SHOTS, `${name}.pdf`), format: 'A4' });
}
