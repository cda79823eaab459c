import { keyOfRows, viewOf } from '../../../src/badges/capture/queue-view';
import { parsePage } from '../../../src/queue/formats/page';
import { layOut } from '../../support/inner-text';
import { LOOKED_AT, QUEUE_PAGES, showQueuePage } from '../../support/queue-pages';

layOut();

const read = () => parsePage(viewOf(document).text, LOOKED_AT);

test.each(Object.entries(QUEUE_PAGES))('%s is read as a browser copies it', (name, { dashboard, tasks }) => {
  showQueuePage(document, name);
  const found = read();
  expect(found).toMatchObject({ dashboard, tasks, problems: [] });
  expect(found.tasks).toHaveLength(tasks.length);
  expect(viewOf(document).rows).toHaveLength(tasks.length);
});

test('without a table the dashboard is read alone', () => {
  showQueuePage(document, 'queue-5');
  document.querySelector('.git-queue')?.remove();
  const view = viewOf(document);
  expect(view).toMatchObject({ table: undefined, rows: [] });
  expect(parsePage(view.text, LOOKED_AT).dashboard).toMatchObject({ intervalMinutes: 5, lastRunMinutes: 2 + 17 / 60 });
  expect(view.ofTable).toBe(view.text);
  expect(keyOfRows(view)).toBe(view.text);
});

test('details that are hidden are none', () => {
  showQueuePage(document, 'queue-5');
  document.querySelector('dl')?.closest('tr')?.setAttribute('hidden', '');
  expect(read().tasks.filter(({ id }) => id !== undefined)).toEqual([]);
});

test('neither the filters’ choices nor what is ours is of the text', () => {
  showQueuePage(document, 'queue-5');
  const ours = document.createElement('div');
  ours.id = 'gic-queue-line';
  ours.textContent = 'Last run duration: 99 minutes';
  document.querySelector('.git-queue')?.before(ours);
  expect(viewOf(document).text).not.toMatch(/All statuses|99 minutes/);
  expect(viewOf(document).text).toMatch(/^Indexing queue\n1\nCurrent number/);
  expect(viewOf(document).content.className).toBe('aui-page-panel-content');
});

test('a closed row and the same one opened are the same row; another time makes another', () => {
  showQueuePage(document, 'queue-5');
  const before = keyOfRows(viewOf(document));
  document.querySelector('dl')?.closest('tr')?.remove();
  document.querySelectorAll('.git-chevron').forEach((arrow) => arrow.append('▸'));
  expect(keyOfRows(viewOf(document))).toBe(before);
  document.querySelectorAll('td > div')[0]?.replaceChildren('1 minute ago');
  expect(keyOfRows(viewOf(document))).not.toBe(before);
});
