import { headerOf, queuePageOf } from '../../../src/badges/capture/queue-page';
import { gijPage } from '../../support/gij-pages';
import { showQueuePage } from '../../support/queue-pages';

function speak(locale: string): void {
  document.head.innerHTML = `<meta name="ajs-user-locale" content="${locale}">`;
}

beforeEach(() => speak('de_DE'));

test.each(['queue-4', 'queue-5', 'queue-grid'])('%s is known by its columns', (name) => {
  showQueuePage(document, name);
  document.querySelectorAll('main > :not(:has(th, [role="columnheader"]))').forEach((one) => one.remove());
  expect(queuePageOf(document)).toBe('english');
});

test('a queue without a table is known by its dashboard', () => {
  document.body.innerHTML = '<main><p>Current number of indexing threads</p></main>';
  expect(queuePageOf(document)).toBe('english');
});

test.each(['list-4', 'list-5', 'of-another-app'])('%s is none, in whatever language', (name) => {
  document.body.innerHTML = `<main>${gijPage(name).replaceAll(/<\/?template[^>]*>/g, '')}</main>`;
  expect(queuePageOf(document)).toBeUndefined();
});

test('what Jira’s menus say is not of the page', () => {
  document.body.innerHTML = '<nav>Current number of indexing threads</nav><main>Git</main>';
  expect(queuePageOf(document)).toBeUndefined();
});

test('a table in another language is known by its statuses', () => {
  showQueuePage(document, 'queue-german');
  expect(queuePageOf(document)).toBe('other-language');
});

test.each(['en_US', 'en', 'EN_UK'])(
  'columns that nobody knows are no other language where Jira speaks %s',
  (locale) => {
    speak(locale);
    showQueuePage(document, 'queue-german');
    expect(queuePageOf(document)).toBeUndefined();
  },
);

test('nor where the page does not say which it speaks', () => {
  document.head.innerHTML = '';
  showQueuePage(document, 'queue-german');
  expect(queuePageOf(document)).toBeUndefined();
});

test('statuses in a table with fewer columns are of something else', () => {
  document.body.innerHTML = `<main><table><tr>${'<td>INDEXED</td>'.repeat(6)}</tr></table></main>`;
  expect(queuePageOf(document)).toBeUndefined();
});

test('the header is that of the table itself, where a table around it is there for the layout', () => {
  showQueuePage(document, 'queue-5');
  const main = document.querySelector('main');
  if (main) main.innerHTML = `<table><tr><td>${main.innerHTML}</td></tr></table>`;
  expect(headerOf(document.body)?.closest('table')?.className).toBe('aui');
});
