import type { GijLinks } from '../host-page/gij-links';
import type { Texts } from '../i18n/texts';
import { newElement } from './own-elements';
import { PANEL_ENTRY } from './panel-address';

const COUNT = 'gic-menu-count';
const ENTRY = 'gic-menu-entry';

/** AUI's documented markup of a navigation beside the page, which the menu of Jira's administration is. */
const OF_MENU = '.aui-navgroup ul.aui-nav > li > a';

/** After the last of GIJ's own entries in the menu of the administration, an entry that leads to the panel. */
export function addEntry(page: Document, { all }: GijLinks, address: string, label: string): void {
  const last = all.filter((link) => link.matches(OF_MENU)).at(-1)?.parentElement;
  if (!last || page.querySelector(`.${ENTRY}`)) return;
  const entry = newElement(page, 'li', ENTRY);
  const link = newElement(page, 'a', '', label);
  link.setAttribute('href', address);
  entry.append(link);
  last.after(entry);
}

/** Takes the entry away again. */
export function removeEntry(page: Document): void {
  page.querySelector(`.${ENTRY}`)?.remove();
}

/** Says at each entry of the panel how many integrations are at risk; nothing where none is. */
export function countInMenu(page: Document, atRisk: number, t: Texts): void {
  page.querySelectorAll(`.${COUNT}`).forEach((count) => count.remove());
  if (atRisk === 0) return;
  // A browser's first format of numbers takes longer than everything else here, on each page of the administration.
  const shown = String(atRisk);
  const words = t({ key: 'badges.at-risk', count: atRisk, args: [shown] });
  for (const link of page.querySelectorAll(`a#${PANEL_ENTRY}, .${ENTRY} > a`)) {
    const count = newElement(page, 'span', COUNT, shown);
    count.setAttribute('aria-hidden', 'true');
    link.append(count, newElement(page, 'span', `${COUNT} gic-for-readers`, words));
  }
}
