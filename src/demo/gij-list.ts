import type { Instance } from './instance';

/** The list is paged. */
const ROWS = 50;

const LIST = 'manage';
/** What the demo's imitation of Jira's menus has for a link to the list. */
const TO_LIST = 'a[href="#manage-integrations"]';
const TO_PANEL = 'a#git-integration-checkup-page';

/** Whether the address is that of GIJ's list. */
export function isGijList(address: URL): boolean {
  return address.searchParams.get('page') === LIST;
}

/** Lets the menus lead to GIJ's list and back to the panel, in the same scenario, theme and language. */
export function linkPages(page: Document, address: URL): void {
  const [list, panel] = [new URL(address), new URL(address)];
  list.searchParams.set('page', LIST);
  panel.searchParams.delete('page');
  const lead = (selector: string, { pathname, search }: URL) =>
    page.querySelectorAll(selector).forEach((link) => link.setAttribute('href', pathname + search));
  lead(TO_LIST, list);
  lead(TO_PANEL, panel);
}

function row(page: Document, tag: 'td' | 'th', texts: readonly string[]): HTMLTableRowElement {
  const element = page.createElement('tr');
  for (const text of texts) element.append(Object.assign(page.createElement(tag), { textContent: text }));
  return element;
}

/** How long ago, as GIJ writes it. Both in milliseconds since the epoch. */
function ago(time: unknown, now: number): string {
  if (typeof time !== 'number') return 'Never';
  const minutes = Math.max(1, Math.round((now - time) / 60_000));
  const [count, unit] = minutes < 60 ? [minutes, 'minute'] : [Math.round(minutes / 60), 'hour'];
  return count > 48 && unit === 'hour'
    ? `${Math.round(count / 24)} days ago`
    : `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}

/**
 * Draws an imitation of GIJ's list of integrations, as 5.x has it, in the place of the panel.
 *
 * @param now milliseconds since the epoch
 */
export function showGijList(page: Document, { integrations, repositories }: Instance, now: number): void {
  page.title = 'Manage integrations - Jira';
  page.querySelectorAll('.aui-nav-selected').forEach((entry) => entry.classList.remove('aui-nav-selected'));
  const table = page.createElement('table');
  table.className = 'aui';
  table.createTHead().append(row(page, 'th', ['Repository', 'Integration', 'Status', 'Last indexed']));
  const body = table.createTBody();
  for (const { id, displayName, disabled, lastIndexedDate } of integrations.slice(0, ROWS)) {
    const first = repositories.find(({ trackedFolderId }) => trackedFolderId === id);
    const repository = first ? `${String(first['group'])}/${String(first['displayName'])}` : '-';
    const status = disabled === true ? 'DISABLED' : 'UPDATED';
    body.append(row(page, 'td', [repository, String(displayName), status, ago(lastIndexedDate, now)]));
  }
  const title = Object.assign(page.createElement('h2'), { textContent: 'Manage integrations' });
  const note = Object.assign(page.createElement('p'), {
    textContent: 'An imitation of the page of Git Integration for Jira.',
  });
  page.querySelector('main')?.replaceChildren(title, note, table);
}
