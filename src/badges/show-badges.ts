import { gijLinks } from '../host-page/gij-links';
import { contextPathOf, localeOf } from '../host-page/host-page';
import { createTexts, hasTexts, type Messages } from '../i18n/texts';
import { keptCheckKey, LAST_CHECK_EVENT } from '../last-check/kept-check';
import { readKeptCheck } from '../last-check/read-kept-check';
import { watchQueue } from './capture/watch-queue';
import { isGijPage } from './gij-page';
import { checkWhenDue } from './judge/check-when-due';
import { ListBadges } from './list-badges';
import { addEntry, countInMenu, removeEntry } from './menu';
import { panelAddress } from './panel-address';
import type { LoadPart } from './parts';
import { isCurrent, LONGEST } from './words';

function begin(page: Document, messages: Messages, load: LoadPart): void {
  const jira = contextPathOf(page);
  const texts = createTexts(localeOf(page), messages, Date.now);
  const links = gijLinks(page);
  const panel = panelAddress(page, jira);

  let badges: ListBadges | undefined;
  let ending: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    clearTimeout(ending);
    const check = readKeptCheck(jira);
    const isOff = check?.badges === 'off';
    if (isOff) removeEntry(page);
    else addEntry(page, links, panel, texts('badges.menu'));
    const current = check && !isOff && isCurrent(check.at, Date.now()) ? check : undefined;
    countInMenu(page, current?.subjects.filter(({ health }) => health === 'at-risk').length ?? 0, texts);
    // A page may stay open for days.
    if (current) ending = setTimeout(show, current.at + LONGEST - Date.now() + 1);
    badges?.show(isOff ? undefined : check);
  };

  window.addEventListener(LAST_CHECK_EVENT, show);
  window.addEventListener('storage', ({ key }) => (key === null || key === keptCheckKey(jira)) && show());
  const lookWhose = () => {
    if (!isGijPage(page, links)) return false;
    badges = new ListBadges({ page, panel, texts, now: Date.now });
    checkWhenDue(page, jira, load);
    watchQueue(page, jira, load);
    return true;
  };
  // GIJ's scripts may be asked for while the page is loaded.
  if (!lookWhose() && page.readyState !== 'complete')
    window.addEventListener('load', () => lookWhose() && show(), { once: true });
  show();
}

/**
 * Shows what the last check of the panel found where Jira and GIJ name it: beside integrations on GIJ's pages, and in the
 * menu of the administration. On every other page it does nothing.
 */
export function showBadges(page: Document, messages: Messages, load: LoadPart): void {
  if (!hasTexts(messages)) return;
  if (page.readyState === 'loading')
    page.addEventListener('DOMContentLoaded', () => begin(page, messages, load), { once: true });
  else begin(page, messages, load);
}
