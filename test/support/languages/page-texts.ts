import type { Page } from 'playwright-core';

/** Attributes that are read to people. */
const READ_OUT = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
];

/** Every text of the panel that somebody may see or hear, once. */
export function textsOnPage(page: Page): Promise<string[]> {
  return page.evaluate((attributes) => {
    const panel = document.getElementById('git-integration-checkup');
    const found = new Set<string>();
    for (const element of panel?.querySelectorAll('*') ?? []) {
      for (const name of attributes) found.add(element.getAttribute(name) ?? '');
      if (['SCRIPT', 'STYLE'].includes(element.tagName)) continue;
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) found.add(node.nodeValue ?? '');
    }
    return [...found].map((text) => text.trim()).filter((text) => text !== '');
  }, READ_OUT);
}

/** Texts that stick out of their place or are cut off there, as tag, class and text. */
export function textsTooLong(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const panel = document.getElementById('git-integration-checkup');
    const isTiny = (element: Element) => element.clientWidth <= 1 || element.clientHeight <= 1;
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    return [...(panel?.querySelectorAll('*') ?? [])]
      .filter((element) => element instanceof HTMLElement && element.getClientRects().length > 0)
      .filter((element) => !isTiny(element) && !scrolls(element))
      .filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}: ${(element.textContent ?? '').slice(0, 60)}`,
      );
  });
}

/** What was put in: brackets in brackets, from the inside out. */
function withoutTexts(text: string): string {
  const without = text.replace(/\[[^[\]]*\]/g, '');
  return without === text ? text : withoutTexts(without);
}

/** What stands on a page beside its texts and the data of Jira and GIJ, and is the same in all languages. */
const IN_ALL_LANGUAGES: readonly RegExp[] = [
  // Addresses, also without the credential in them.
  /(GET )?\/(rest|secure)\/\S+/g,
  /https?:\/\/(•••@)?/g,
  // The browser's time zone.
  /\bUTC\b/g,
  // The sign of a product, beside its name.
  /^(GL|GH|Az|Ge|CC|g)$/g,
  // What the walk itself pastes and imports.
  /\b\d\.(csv|json)\b/g,
  /Repository\tTrigger\nof another table\tx/g,
];

/** Every text that the virtual Jira answered with, and the host in it where it is an address. */
function dataOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found = new Set<string>();
    const collect = (value: unknown): void => {
      if (typeof value === 'string') {
        found.add(value);
        if (/^https?:/.test(value)) found.add(new URL(value).hostname);
      } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
    };
    for (const path of ['gitplugin/1.0/integration', 'gitplugin/1.0/repository', 'api/2/myself']) {
      const answer = await fetch(`/jira/rest/${path}`).catch(() => undefined);
      if (answer?.ok === true) collect(await answer.json().catch(() => undefined));
    }
    return [...found].filter((text) => text.length > 1).sort((one, other) => other.length - one.length);
  });
}

/**
 * What the page says in Latin letters outside of its texts, where these are in brackets and everything that the browser
 * writes is in another script.
 */
export async function untranslated(page: Page): Promise<string[]> {
  const [texts, data] = [await textsOnPage(page), await dataOf(page)];
  return texts.filter((text) => {
    let rest = withoutTexts(text);
    if (!/[a-z]/i.test(rest)) return false;
    for (const one of data) rest = rest.replaceAll(one, '');
    for (const pattern of IN_ALL_LANGUAGES) rest = rest.replace(pattern, '');
    return /[a-z]/i.test(rest);
  });
}
