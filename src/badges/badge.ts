import { BADGE, newElement } from './own-elements';
import type { NamedIntegration } from './rows';
import type { BadgeWords } from './words';

/** Class of the link in a badge. */
export const BADGE_LINK = 'gic-badge-link';

/** What each link says, for its tooltip. */
export const linesOf = new WeakMap<Element, readonly string[]>();

function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** The last text of a cell that is no blank. */
function lastText(node: Node): Node | undefined {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue?.trim() ? node : undefined;
  return [...node.childNodes]
    .reverse()
    .map(lastText)
    .find((text) => text !== undefined);
}

/** The element at whose end a badge stands: after the name, what else is on its line, and in no link of the page. */
function placeIn(cell: HTMLTableCellElement): Element {
  const holder = lastText(cell)?.parentElement ?? cell;
  const link = holder.closest('a, button');
  const around = link && cell.contains(link) ? link.parentElement : holder;
  return around?.closest('div, p, li, td, th') ?? cell;
}

function newBadge(cell: HTMLTableCellElement, id: string): HTMLElement {
  const page = cell.ownerDocument;
  const badge = newElement(page, 'span', BADGE);
  badge.dataset['integration'] = id;
  const link = newElement(page, 'a', BADGE_LINK);
  // GIJ's rows may do something of their own where they are clicked.
  link.addEventListener('click', (event) => event.stopPropagation());
  badge.append(link);
  placeIn(cell).append(badge);
  return badge;
}

/** The badge of an integration in a cell: the one that is there already, or a new one. Every other one in it goes. */
export function badgeIn({ cell, subject }: NamedIntegration): HTMLElement {
  const there = [...cell.querySelectorAll<HTMLElement>(`.${BADGE}`)];
  const own = there.find((badge) => isOf(badge, subject.id));
  there.forEach((badge) => badge === own || badge.remove());
  return own ?? newBadge(cell, subject.id);
}

/** A copy that a script of the page made does not have what it says. */
function isOf(badge: HTMLElement, id: string): boolean {
  return badge.dataset['integration'] === id && linesOf.has(badge.firstElementChild ?? badge);
}

/**
 * Changes what differs from what it says, and nothing else. Its style shows the words: as a text they would be part of
 * the name for scripts that read, sort by or save what is in the cell.
 */
export function sayIn(badge: HTMLElement, words: BadgeWords, address: string): void {
  const link = badge.querySelector(`.${BADGE_LINK}`);
  if (!link) return;
  set(link, 'href', address);
  set(link, 'data-tone', words.tone);
  set(link, 'aria-label', words.lines.join('. '));
  set(link, 'data-words', words.shown);
  linesOf.set(link, words.lines);
}

/**
 * Shows words where there is room for them between the name and the end of its cell, and a sign elsewhere: no row may
 * grow, and no column move.
 */
export function fit(badges: readonly HTMLElement[]): void {
  badges.forEach((badge) => badge.classList.remove('gic-short'));
  const tight = badges.filter((badge) => {
    const [link, cell] = [badge.firstElementChild, badge.closest('td, th')];
    if (!link || !cell) return false;
    const [needed, room] = [link.getBoundingClientRect(), cell.getBoundingClientRect()];
    return needed.left < room.left || needed.right > room.right;
  });
  tight.forEach((badge) => badge.classList.add('gic-short'));
}
