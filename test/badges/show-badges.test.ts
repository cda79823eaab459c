import { checkWhenDue } from '../../src/badges/judge/check-when-due';
import { showBadges } from '../../src/badges/show-badges';
import { keptCheckKey, writeKeptCheck, type KeptCheck } from '../../src/last-check/kept-check';
import { gijPage } from '../support/gij-pages';
import { keptCheck, LISTED } from '../support/kept-check';
import { messages } from '../support/texts';
import { withBadgesPossible } from '../support/unlaid-page';

jest.mock('../../src/badges/judge/check-when-due', () => ({ checkWhenDue: jest.fn() }));

const HOUR = 3_600_000;
const load = jest.fn();
const KEY = keptCheckKey('/jira');

withBadgesPossible();

const observed = jest.spyOn(MutationObserver.prototype, 'observe');
const listened = jest.spyOn(EventTarget.prototype, 'addEventListener');

beforeEach(() => {
  localStorage.clear();
  observed.mockClear();
  listened.mockClear();
});
// The next page hears for itself.
afterEach(() =>
  listened.mock.calls.forEach(([type, listener], index) =>
    (listened.mock.contexts[index] as EventTarget).removeEventListener(type, listener),
  ),
);

const ofGij = '<script src="/x/com.xiplink.jira.git.jira_git_plugin:lists.js"></script>';
const menu = `<nav class="aui-navgroup"><div class="aui-nav-heading">Git Integration for Jira</div>
  <ul class="aui-nav"><li><a href="/jira/git">Manage integrations</a></li></ul>
  <ul class="aui-nav"><li><a id="git-integration-checkup-page" href="/jira/panel">Git Integration Checkup</a></li></ul></nav>`;

function openPage(head: string, body = gijPage('list-4')): void {
  document.head.innerHTML = `<meta name="ajs-context-path" content="/jira"><meta name="ajs-user-locale" content="en_US">${head}`;
  document.body.innerHTML = menu + body;
  showBadges(document, messages, load);
}

const keep = (changes: Partial<KeptCheck> = {}) =>
  writeKeptCheck('/jira', keptCheck(LISTED, Date.now() - HOUR, changes));
const badges = () => document.querySelectorAll('.gic-badge');
const ours = () => [...document.querySelectorAll('nav a')].slice(1).map(({ textContent }) => textContent);

const NAME = 'Git Integration Checkup';
const COUNTED = `${NAME}33 integrations at risk`;

test('on a page of GIJ each integration of its list has its badge, and the menu the number of those at risk', () => {
  keep();
  openPage(ofGij);
  expect(badges()).toHaveLength(14);
  expect(badges()[0]?.querySelector('a')).toHaveAttribute('href', '/jira/panel#open=integration%3A1');
  expect(ours()).toEqual([COUNTED, COUNTED]);
});

test('on every other page there is the number, and nothing is watched', () => {
  keep();
  openPage('');
  expect(badges()).toHaveLength(0);
  expect(ours()).toEqual([COUNTED, COUNTED]);
  expect(observed).not.toHaveBeenCalled();
});

test('a check that is kept while the page is open shows at once, from this tab and from another', () => {
  openPage(ofGij);
  expect([badges().length, ours()]).toEqual([0, [NAME, NAME]]);
  keep();
  expect([badges().length, ours()]).toEqual([14, [COUNTED, COUNTED]]);
  localStorage.removeItem(KEY);
  window.dispatchEvent(new StorageEvent('storage', { key: 'another' }));
  expect(badges()).toHaveLength(14);
  window.dispatchEvent(new StorageEvent('storage', { key: KEY }));
  expect([badges().length, ours()]).toEqual([0, [NAME, NAME]]);
});

test('where an admin wants none there are none: no badge, no number, no entry', () => {
  keep({ badges: 'off' });
  openPage(ofGij);
  expect([badges().length, ours()]).toEqual([0, [NAME]]);
  keep({ badges: 'last-check' });
  expect([badges().length, ours()]).toEqual([14, [COUNTED, COUNTED]]);
  keep({ badges: 'off' });
  expect([badges().length, ours()]).toEqual([0, [NAME]]);
});

test('a check of more than a day ago has no number, and badges with its age', () => {
  keep({ at: Date.now() - 49 * HOUR });
  openPage(ofGij);
  expect(ours()).toEqual([NAME, NAME]);
  expect(new Set([...badges()].map((badge) => badge.querySelector('a')?.dataset['words']))).toEqual(
    new Set(['Judged 2 days ago']),
  );
});

test('a number goes when its check gets too old while the page is open', () => {
  jest.useFakeTimers();
  keep();
  openPage('');
  jest.advanceTimersByTime(23 * HOUR);
  expect(ours()).toEqual([COUNTED, COUNTED]);
  jest.advanceTimersByTime(1);
  expect(ours()).toEqual([NAME, NAME]);
  jest.useRealTimers();
});

test('a record that is spoilt shows nothing', () => {
  localStorage.setItem(KEY, JSON.stringify({ ...keptCheck(LISTED, Date.now()), version: 2 }));
  openPage(ofGij);
  expect([badges().length, ours()]).toEqual([0, [NAME, NAME]]);
});

test('it waits for the page', () => {
  keep();
  const state = jest.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
  openPage(ofGij);
  expect(badges()).toHaveLength(0);
  document.dispatchEvent(new Event('DOMContentLoaded'));
  expect(badges()).toHaveLength(14);
  state.mockRestore();
});

test('a page that asks for GIJ’s scripts while it is loaded is known once it is', () => {
  keep();
  const state = jest.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
  openPage('');
  expect(badges()).toHaveLength(0);
  document.head.insertAdjacentHTML('beforeend', ofGij);
  window.dispatchEvent(new Event('load'));
  expect(badges()).toHaveLength(14);
  state.mockRestore();
});

test('where Jira put no texts in, nothing is shown', () => {
  keep();
  document.head.innerHTML = ofGij;
  document.body.innerHTML = menu + gijPage('list-4');
  showBadges(document, { ...messages, 'badges.judged': 'git-integration-checkup.badges.judged' }, load);
  expect([badges().length, ours()]).toEqual([0, [NAME]]);
});

test('a check in the background is begun on pages of GIJ alone', () => {
  jest.mocked(checkWhenDue).mockClear();
  openPage('');
  expect(checkWhenDue).not.toHaveBeenCalled();
  openPage(ofGij);
  expect(jest.mocked(checkWhenDue).mock.calls).toEqual([[document, '/jira', load]]);
});

test('what records the queue is loaded on GIJ’s page of it alone', () => {
  load.mockClear();
  openPage('', gijPage('queue-5'));
  openPage(ofGij);
  expect(load).not.toHaveBeenCalled();
  openPage(ofGij, gijPage('queue-5'));
  expect(load.mock.calls).toEqual([['capture']]);
});
