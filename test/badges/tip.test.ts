import { badgeIn, sayIn } from '../../src/badges/badge';
import { Tip } from '../../src/badges/tip';
import { keptSubject } from '../support/kept-check';
import { withBadgesPossible } from '../support/unlaid-page';

withBadgesPossible();

function newBadge(text: string): HTMLAnchorElement {
  document.body.insertAdjacentHTML('beforeend', '<table><tbody><tr><td></td></tr></tbody></table>');
  const cell = [...document.querySelectorAll('td')].at(-1)!;
  const badge = badgeIn({ cell, subject: keptSubject(3) });
  sayIn(badge, { tone: 'healthy', shown: text, lines: [`${text}: Healthy`, 'Judged just now'] }, '/panel');
  return badge.querySelector('a')!;
}

let one: HTMLAnchorElement;
let two: HTMLAnchorElement;
let tip: Tip;

beforeAll(() => (tip = new Tip(document)));
beforeEach(() => {
  jest.useFakeTimers();
  document.body.innerHTML = '<button>Else</button>';
  one = newBadge('One');
  two = newBadge('Two');
});
afterEach(() => {
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  jest.useRealTimers();
});

const said = () => [...(document.querySelector('.gic-tip')?.children ?? [])].map(({ textContent }) => textContent);
const point = (element: Element) => element.dispatchEvent(new Event('pointerover', { bubbles: true }));
const ONE = ['One: Healthy', 'Judged just now'];

test('the focus shows it and takes it away', () => {
  one.focus();
  expect(said()).toEqual(ONE);
  two.focus();
  expect(said()).toEqual(['Two: Healthy', 'Judged just now']);
  document.querySelector('button')?.focus();
  jest.runAllTimers();
  expect(said()).toEqual([]);
});

test('the pointer shows it, may move onto it, and takes it away a moment after it left', () => {
  point(one);
  expect(said()).toEqual(ONE);
  point(document.body);
  jest.advanceTimersByTime(100);
  point(document.querySelector('.gic-tip')!.firstElementChild!);
  jest.advanceTimersByTime(1_000);
  expect(said()).toEqual(ONE);
  point(document.body);
  jest.advanceTimersByTime(1_000);
  expect(said()).toEqual([]);
});

test('Escape takes it away, and so do scrolling and another size of the window', () => {
  point(one);
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
  expect(said()).toEqual(ONE);
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect(said()).toEqual([]);
  point(one);
  window.document.body.dispatchEvent(new Event('scroll'));
  expect(said()).toEqual([]);
  point(one);
  window.dispatchEvent(new Event('resize'));
  expect(said()).toEqual([]);
});

test('it goes with its badge', () => {
  point(one);
  tip.update();
  expect(said()).toEqual(ONE);
  one.closest('table')?.remove();
  tip.update();
  expect(said()).toEqual([]);
});

test('screen readers hear it once: by the label of the link', () => {
  point(one);
  expect(document.querySelector('.gic-tip')).toHaveAttribute('aria-hidden', 'true');
  expect(one).toHaveAccessibleName('One: Healthy. Judged just now');
});

test('it stands below the badge, above it where there is no room, and inside of the window', () => {
  jest.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1000);
  jest.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(500);
  let width = 300;
  // From where it stands, it is no wider than to the edge of the window.
  jest.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockImplementation(function (this: HTMLElement) {
    return Math.min(width, 1000 - Number.parseInt(this.style.left, 10));
  });
  jest.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(80);
  const placedAt = (left: number, top: number) => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    one.getBoundingClientRect = () => ({ left, top, bottom: top + 16 }) as DOMRect;
    point(one);
    const { style } = document.querySelector<HTMLElement>('.gic-tip')!;
    return [style.left, style.top];
  };
  expect(placedAt(100, 100)).toEqual(['100px', '120px']);
  expect(placedAt(100, 400)).toEqual(['100px', '420px']);
  expect(placedAt(100, 401)).toEqual(['100px', '317px']);
  expect(placedAt(900, 100)).toEqual(['696px', '120px']);
  expect(placedAt(-50, 100)).toEqual(['4px', '120px']);
  width = 50;
  expect(placedAt(950, 100)).toEqual(['946px', '120px']);
  width = 300;
  expect(placedAt(950, 100)).toEqual(['696px', '120px']);
  jest.restoreAllMocks();
});
