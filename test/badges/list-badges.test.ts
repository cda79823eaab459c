import { ListBadges } from '../../src/badges/list-badges';
import type { KeptSubject } from '../../src/last-check/kept-check';
import { keptCheck, keptSubject } from '../support/kept-check';
import { textsIn } from '../support/texts';
import { withBadgesPossible } from '../support/unlaid-page';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 2, 2, 9, 15);

const SUBJECTS: readonly KeptSubject[] = [
  keptSubject(1, { name: 'One', health: 'at-risk' }),
  keptSubject(2, { name: 'Two' }),
];

withBadgesPossible();

let badges: ListBadges;
let body: HTMLElement;

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask'] });
  // Each test has its own page: what hears of changes is never taken away.
  const page = document.implementation.createHTMLDocument();
  body = page.body;
  badges = new ListBadges({ page, panel: '/panel', texts: textsIn('en_US'), now: Date.now });
});
afterEach(() => jest.useRealTimers());

const list = (...names: readonly string[]) => {
  const rows = names.map((name) => `<tr><td>${name}</td><td>UPDATED</td></tr>`).join('');
  return `<table><thead><tr><th>Integration</th><th>Status</th></tr></thead><tbody>${rows}</tbody></table>`;
};
const shown = () => [...body.querySelectorAll<HTMLElement>('.gic-badge a')].map(({ dataset }) => dataset['words']);
/** What the observer heard of reaches it after the script, and then the page is drawn a while later. */
const settle = () => jest.advanceTimersByTimeAsync(250);
const show = (changes = {}) => badges.show(keptCheck(SUBJECTS, NOW - HOUR, changes));

test('rows that are there get badges at once, those that come later a moment later', async () => {
  body.innerHTML = list('One');
  show();
  expect(shown()).toEqual(['At risk']);
  body.querySelector('tbody')?.insertAdjacentHTML('beforeend', '<tr><td>Two</td><td>UPDATED</td></tr>');
  await settle();
  expect(shown()).toEqual(['At risk', 'Healthy']);
});

test('a page that never stops changing is looked through the less often the longer that takes', async () => {
  body.innerHTML = list('One');
  const clock = jest.spyOn(performance, 'now');
  for (const time of [0, 100]) clock.mockReturnValueOnce(time);
  show();
  body.innerHTML = list('One', 'Two');
  await jest.advanceTimersByTimeAsync(950);
  expect(shown()).toEqual([]);
  await jest.advanceTimersByTimeAsync(100);
  expect(shown()).toEqual(['At risk', 'Healthy']);
  clock.mockRestore();
});

test('a page that draws its list late, anew, or takes it away', async () => {
  show();
  body.innerHTML = list('One', 'Two');
  await settle();
  expect(shown()).toEqual(['At risk', 'Healthy']);
  body.innerHTML = list('Two', 'One');
  await settle();
  expect(shown()).toEqual(['Healthy', 'At risk']);
  body.innerHTML = '';
  await settle();
  expect(shown()).toEqual([]);
});

test('a row that is another integration now', async () => {
  body.innerHTML = list('One');
  show();
  const cell = body.querySelector('td')!;
  cell.firstChild!.nodeValue = 'Two';
  await settle();
  expect([shown(), cell.textContent]).toEqual([['Healthy'], 'Two']);
  cell.firstChild!.nodeValue = 'Nobody knows this one';
  await settle();
  expect(shown()).toEqual([]);
});

test('a row whose id changes', async () => {
  body.innerHTML = list('Renamed');
  const row = body.querySelector('tbody tr')!;
  row.setAttribute('data-integration-id', '1');
  show();
  expect(shown()).toEqual(['At risk']);
  row.setAttribute('data-integration-id', '2');
  await settle();
  expect(shown()).toEqual(['Healthy']);
});

test('a row that is copied with its badge has one', async () => {
  body.innerHTML = list('One');
  show();
  const row = body.querySelector('tbody tr')!;
  row.after(row.cloneNode(true));
  await settle();
  expect(shown()).toEqual(['At risk', 'At risk']);
  const cell = body.querySelector('td')!;
  cell.append(cell.querySelector('.gic-badge')!.cloneNode(true));
  await settle();
  expect(shown()).toEqual(['At risk', 'At risk']);
});

test('however often the page changes, it is looked through once in a while, and never for its own changes', async () => {
  body.innerHTML = list('One');
  show();
  const look = jest.spyOn(body.ownerDocument, 'querySelectorAll');
  for (let change = 0; change < 50; change += 1) {
    body.append('x');
    await jest.advanceTimersByTimeAsync(10);
  }
  await settle();
  const looks = look.mock.calls.filter(([selector]) => selector === 'table').length;
  expect(looks).toBeGreaterThan(1);
  expect(looks).toBeLessThan(5);
  look.mockClear();
  body.querySelector('tbody')?.insertAdjacentHTML('beforeend', '<tr><td>Two</td><td>UPDATED</td></tr>');
  await settle();
  await settle();
  await settle();
  expect(look.mock.calls.filter(([selector]) => selector === 'table')).toHaveLength(1);
});

test('ages are renewed, and what gets too old loses its health', async () => {
  body.innerHTML = list('One');
  show();
  const label = () => body.querySelector('.gic-badge a')?.getAttribute('aria-label');
  expect(label()).toBe('One: At risk. Judged 1 hour ago');
  const after = async (time: number) => {
    jest.setSystemTime(NOW + time);
    await jest.advanceTimersByTimeAsync(61_000);
  };
  await after(HOUR);
  expect(label()).toBe('One: At risk. Judged 2 hours ago');
  await after(24 * HOUR);
  expect(shown()).toEqual(['Judged 1 day ago']);
});

test('another check takes the place of the one before; without one there are no badges', () => {
  body.innerHTML = list('One', 'Two');
  show();
  const [first] = body.querySelectorAll('.gic-badge');
  show({ subjects: [keptSubject(1, { name: 'One' })] });
  expect(shown()).toEqual(['Healthy']);
  expect(body.querySelector('.gic-badge')).toBe(first);
  badges.show(undefined);
  expect(shown()).toEqual([]);
});

test('each badge leads to its checklist', () => {
  body.innerHTML = list('One', 'Two');
  show();
  expect([...body.querySelectorAll('.gic-badge a')].map((link) => link.getAttribute('href'))).toEqual([
    '/panel#open=integration%3A1',
    '/panel#open=integration%3A2',
  ]);
});
