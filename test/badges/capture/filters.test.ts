import { isFiltered } from '../../../src/badges/capture/filters';
import { viewOf } from '../../../src/badges/capture/queue-view';
import type { QueueDashboard } from '../../../src/model/queue';
import { parsePage } from '../../../src/queue/formats/page';
import { layOut } from '../../support/inner-text';
import { LOOKED_AT, showQueuePage } from '../../support/queue-pages';

layOut();

/** Whether rows are hidden on a page with these fields above its table, or with a dashboard of these counts. */
function filtered(fields: string, dashboard: Partial<QueueDashboard> = {}): boolean {
  showQueuePage(document, 'queue-5');
  const form = document.querySelector('form');
  if (form) form.innerHTML = fields;
  const view = viewOf(document);
  const found = parsePage(view.text, LOOKED_AT);
  return isFiltered(view, { ...found, dashboard: { ...found.dashboard, ...dashboard } });
}

test.each([
  ['nothing', ''],
  ['the first choice', '<select><option>All</option><option>ERROR</option></select>'],
  ['no choice of several', '<select multiple><option>ERROR</option><option>QUEUED</option></select>'],
  ['how many rows a page has', '<select><option>20</option><option selected>50</option></select>'],
  ['an empty field', '<input type="text" placeholder="Name">'],
  ['a blank field', '<input type="search" value=" ">'],
  ['a box', '<input type="checkbox" checked value="on">'],
])('%s hides nothing', (_, fields) => expect(filtered(fields)).toBe(false));

test.each([
  ['another choice', '<select><option>All</option><option selected>ERROR</option></select>'],
  ['one choice of several', '<select multiple><option selected>ERROR</option><option>QUEUED</option></select>'],
  ['a text', '<input type="text" value="acme">'],
  ['a number', '<input type="number" value="12">'],
])('%s hides rows', (_, fields) => expect(filtered(fields)).toBe(true));

test('boxes in the table are no filter', () => {
  showQueuePage(document, 'queue-5');
  document.querySelector('tbody td')?.insertAdjacentHTML('beforeend', '<input type="text" value="note">');
  const view = viewOf(document);
  expect(isFiltered(view, parsePage(view.text, LOOKED_AT))).toBe(false);
});

const whole = { shown: { from: 1, to: 5, total: 5 } };

test.each<[string, Partial<QueueDashboard>, boolean]>([
  ['as many wait as there are rows in all', { queued: 240 }, false],
  ['more wait than there are rows in all', { queued: 241 }, true],
  ['more run than there are rows in all', { processing: 241 }, true],
])('of a part of the pages, where %s: %j', (_, counts, isHidden) => expect(filtered('', counts)).toBe(isHidden));

test.each<[string, Partial<QueueDashboard>, boolean]>([
  ['one waits and one runs, as in the rows', { queued: 1, processing: 1 }, false],
  ['two wait, and one row does', { queued: 2, processing: 1 }, true],
  ['two run, and one row does', { queued: 1, processing: 2 }, true],
  ['nothing is counted', { queued: undefined, processing: undefined }, false],
])('of the whole queue, where %s: %j', (_, counts, isHidden) => {
  showQueuePage(document, 'queue-5');
  const view = viewOf(document);
  const { tasks } = parsePage(view.text.replace('out of 240', 'out of 5'), LOOKED_AT);
  expect(isFiltered(view, { tasks, dashboard: { ...whole, ...counts }, problems: [] })).toBe(isHidden);
});

test('without rows there is nothing to hide', () => {
  showQueuePage(document, 'queue-5');
  expect(isFiltered(viewOf(document), { tasks: [], dashboard: { queued: 3 }, problems: [] })).toBe(false);
});
