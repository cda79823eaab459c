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

/** Buttons and links that lie over a text beside them, each with that text. An open menu does, and a bar that stays in view. */
export function textsCovered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const dialogs = [...document.querySelectorAll('#git-integration-checkup dialog')];
    const top = dialogs.at(-1) ?? document.querySelector('.gic') ?? document.body;
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const isOver = (element: Element): boolean =>
      element !== top &&
      (/sticky|fixed/.test(getComputedStyle(element).position) ||
        element.matches('.gic-choices') ||
        (element.parentElement !== null && isOver(element.parentElement)));
    const isScrolledAway = (element: Element, line: DOMRect): boolean => {
      for (let one: Element | null = element; one && one !== top; one = one.parentElement) {
        const { top: upper, bottom: lower } = one.getBoundingClientRect();
        if (/auto|scroll/.test(getComputedStyle(one).overflowY) && (line.bottom > lower || line.top < upper))
          return true;
      }
      return false;
    };
    const controls = [...top.querySelectorAll('button, a, select, input')]
      .filter((element) => isSeen(element) && !element.closest('label, svg, .gic-hidden') && !isOver(element))
      .flatMap((element) => [...element.getClientRects()].map((box) => ({ element, box })));
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const parent = text.parentElement;
      if (!text.nodeValue?.trim() || !parent || parent.closest('svg, option, .gic-hidden')) continue;
      // Said to those who hear the page alone.
      const isHeard = parent instanceof HTMLElement && parent.offsetWidth <= 1;
      if (isHeard || !isSeen(parent) || isOver(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const line of range.getClientRects())
        for (const { element, box } of controls) {
          const width = Math.min(line.right, box.right) - Math.max(line.left, box.left);
          const height = Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top);
          if (width > 2 && height > 4 && !element.contains(text) && !isScrolledAway(parent, line))
            found.push(`${element.textContent ?? ''} over ${text.nodeValue}`);
        }
    }
    return found;
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
