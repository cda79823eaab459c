import { badgeIn, fit, linesOf, sayIn } from '../../src/badges/badge';
import type { BadgeWords } from '../../src/badges/words';
import { keptSubject } from '../support/kept-check';

const subject = keptSubject(3, { name: 'GitLab' });
const words: BadgeWords = { tone: 'at-risk', shown: 'At risk', lines: ['GitLab: At risk', 'Judged just now'] };

function cellWith(html: string): HTMLTableCellElement {
  document.body.innerHTML = `<table><tbody><tr><td>${html}</td></tr></tbody></table>`;
  return document.querySelector('td')!;
}

function badgeWith(html: string): HTMLElement {
  const badge = badgeIn({ cell: cellWith(html), subject });
  sayIn(badge, words, '/panel#open=3');
  return badge;
}

const BADGE = '<span class="gic-badge"';

test.each([
  ['a text', 'GitLab', `GitLab${BADGE}`],
  ['a link', '<a href="#">GitLab</a>', `<a href="#">GitLab</a>${BADGE}`],
  ['a link with markup', '<a href="#"><b>GitLab</b></a>', `<a href="#"><b>GitLab</b></a>${BADGE}`],
  ['a button', '<button>GitLab</button>', `<button>GitLab</button>${BADGE}`],
  ['a block', '<div><a href="#">GitLab</a></div><div></div>', `<div><a href="#">GitLab</a>${BADGE}`],
  ['a text and a sign', '<b>GitLab</b> <img>', `<b>GitLab</b> <img>${BADGE}`],
  ['a block in a link', '<a href="#"><div>GitLab</div></a>', `<div>GitLab</div></a>${BADGE}`],
  ['a link and a sign', '<a href="#">GitLab</a> <img>', `<a href="#">GitLab</a> <img>${BADGE}`],
  ['nothing', '', BADGE],
])('in a cell with %s it stands after the name, in no link of the page', (_, html, expected) => {
  expect(badgeWith(html).closest('td')?.innerHTML).toContain(expected);
});

test('it is a link to the checklist that says everything by its name', () => {
  const link = badgeWith('GitLab').querySelector('a');
  expect(link).toHaveAttribute('href', '/panel#open=3');
  expect(link).toHaveAccessibleName('GitLab: At risk. Judged just now');
  expect(link).toHaveAttribute('data-words', 'At risk');
  expect(link).toHaveAttribute('data-tone', 'at-risk');
});

test('what scripts of the page read in the cell is as before', () => {
  const cell = cellWith('GitLab');
  sayIn(badgeIn({ cell, subject }), words, '/panel#open=3');
  expect(cell.textContent).toBe('GitLab');
});

test('names are text, whatever they look like', () => {
  const badge = badgeIn({ cell: cellWith('x'), subject });
  sayIn(badge, { ...words, shown: '<img src=x>', lines: ['<img src=x>'] }, '/panel');
  expect(badge.querySelector('img')).toBeNull();
});

test('a click on it is none on the row', () => {
  const badge = badgeWith('GitLab');
  const clicked = jest.fn();
  badge.closest('tr')?.addEventListener('click', clicked);
  badge.querySelector('a')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(clicked).not.toHaveBeenCalled();
});

test('there is one in a cell: the one that is there stays as long as it is of this integration', () => {
  const badge = badgeWith('GitLab');
  const cell = badge.closest('td')!;
  expect(badgeIn({ cell, subject })).toBe(badge);
  const other = badgeIn({ cell, subject: keptSubject(4) });
  expect([...cell.querySelectorAll('.gic-badge')]).toEqual([other]);
  expect(badge.isConnected).toBe(false);
});

test('a copy that a script of the page made is replaced', () => {
  const badge = badgeWith('GitLab');
  const cell = badge.closest('td')!;
  const copy = badge.cloneNode(true);
  cell.prepend(copy);
  expect(badgeIn({ cell, subject })).toBe(badge);
  expect([...cell.querySelectorAll('.gic-badge')]).toEqual([badge]);
  badge.replaceWith(copy);
  expect(badgeIn({ cell, subject })).not.toBe(copy);
  expect(copy.isConnected).toBe(false);
});

test('nothing is written that is there already', () => {
  const badge = badgeWith('GitLab');
  const observer = new MutationObserver(() => {});
  observer.observe(badge, { attributes: true, childList: true, characterData: true, subtree: true });
  sayIn(badge, { ...words }, '/panel#open=3');
  expect(observer.takeRecords()).toEqual([]);
  sayIn(badge, { ...words, lines: ['GitLab: At risk', 'Judged 1 minute ago'] }, '/panel#open=3');
  expect(observer.takeRecords()).toHaveLength(1);
  expect(linesOf.get(badge.querySelector('a')!)).toEqual(['GitLab: At risk', 'Judged 1 minute ago']);
});

describe('words or a sign', () => {
  const at = (left: number, right: number) => ({ left, right }) as DOMRect;

  test.each([
    ['room to the end of the cell', at(200, 260), false],
    ['just enough', at(240, 300), false],
    ['a pixel too few', at(241, 301), true],
    ['a pixel too few, from right to left', at(99, 150), true],
  ])('%s: %#', (_, place, isShort) => {
    const badge = badgeWith('GitLab');
    badge.closest('td')!.getBoundingClientRect = () => at(100, 300);
    badge.firstElementChild!.getBoundingClientRect = () => place;
    fit([badge]);
    expect(badge.classList.contains('gic-short')).toBe(isShort);
    badge.firstElementChild!.getBoundingClientRect = () => at(200, 210);
    fit([badge]);
    expect(badge).not.toHaveClass('gic-short');
  });
});
