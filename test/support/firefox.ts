import { existsSync } from 'node:fs';

import puppeteer, { type Browser, type Page } from 'puppeteer-core';

const FIREFOX = process.env.FIREFOX ?? '/usr/bin/firefox-esr';

/** The installed Firefox; playwright cannot drive one that is not its own. */
export async function launchFirefox(): Promise<Browser> {
  if (!existsSync(FIREFOX))
    throw new Error(`No Firefox at ${FIREFOX}: install Debian's package firefox-esr, or set FIREFOX to its path.`);
  return puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX, headless: true, timeout: 50_000 });
}

/**
 * A page that shares nothing with others, and what its console, uncaught errors and requests to other machines amount to.
 *
 * @param others what is said by others and meant to be
 */
export async function firefoxPage(browser: Browser, others = /^$/): Promise<{ page: Page; complaints: string[] }> {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const complaints: string[] = [];
  const note = (text: string) => others.test(text) || complaints.push(text);
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) note(message.text());
  });
  page.on('pageerror', (error) => note(String(error)));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') complaints.push(`request to ${request.url()}`);
  });
  await page.evaluateOnNewDocument(() => {
    // An error comes without its words otherwise.
    for (const level of ['error', 'warn'] as const) {
      const say = console[level].bind(console);
      console[level] = (...said: unknown[]) => say(said.map(String).join(' '));
    }
  });
  return { page, complaints };
}

/** Waits until the page shows a text. */
export async function shows(page: Page, text: RegExp): Promise<void> {
  try {
    await page.waitForFunction(
      (source) => new RegExp(source, 'm').test(document.body.innerText),
      { timeout: 20_000 },
      text.source,
    );
  } catch (failure) {
    const shown = await page.evaluate(() => document.body.innerText);
    throw new Error(`The page does not show ${String(text)} but:\n${shown}`, { cause: failure });
  }
}

/** Waits until a dialog of that name is open. */
export async function opens(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const label = document.querySelector('dialog[open]')?.getAttribute('aria-labelledby') ?? '';
      return document.getElementById(label)?.textContent === wanted;
    },
    {},
    name,
  );
}

/** The name of what the focus is on. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
  });
}

/** Presses a key until the focus is on what is looked for. */
export async function moveTo(page: Page, what: RegExp, key: 'Tab' | 'ArrowRight' = 'Tab'): Promise<void> {
  for (let times = 0; times < 60; times += 1) {
    if (what.test(await focused(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no way to ${String(what)} by ${key}: the focus is on “${await focused(page)}”`);
}
