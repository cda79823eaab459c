import { badgeWords, isCurrent } from '../../src/badges/words';
import { keptSubject } from '../support/kept-check';
import { NOW } from '../support/facts';
import { textsIn } from '../support/texts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const subject = keptSubject(3, {
  name: 'GitLab',
  health: 'at-risk',
  fails: ['ssl-verification', 'display-name'],
  unread: ['repository-count'],
});
const words = (age: number, of = subject) => badgeWords(of, NOW - age, NOW, textsIn('en_US'));

test.each([
  ['just now', 0, true],
  ['a day ago', DAY, true],
  ['more than a day ago', DAY + 1, false],
  ['later than now, by a clock that was set back a little', -5 * MINUTE, true],
  ['later than that', -5 * MINUTE - 1, false],
])('a check of %s is current: %#', (_, age, expected) => {
  expect(isCurrent(NOW - age, NOW)).toBe(expected);
});

test('a badge says the health, and in full what fails, what could not be checked, and when it was judged', () => {
  expect(words(2 * HOUR)).toEqual({
    tone: 'at-risk',
    shown: 'At risk',
    lines: [
      'GitLab: At risk',
      'Failing: SSL verification and Display name',
      'Could not be checked: Number of repositories',
      'Judged 2 hours ago',
    ],
  });
});

test('where nothing fails it says no more than the health and its age', () => {
  expect(words(0, keptSubject(3, { name: 'GitLab' })).lines).toEqual(['GitLab: Healthy', 'Judged just now']);
});

test('an integration without a name is called by its id', () => {
  expect(words(0, keptSubject(3)).lines[0]).toBe('Integration 3: Healthy');
});

test('what was judged too long ago shows its age and no health, and names no check', () => {
  expect(words(3 * DAY)).toEqual({
    tone: 'old',
    shown: 'Judged 3 days ago',
    lines: ['GitLab: Judged 3 days ago', 'How it is now is not known: open its checklist.'],
  });
});

test('a check from the future has no age', () => {
  expect(words(-HOUR)).toMatchObject({ tone: 'old', shown: 'Not judged lately' });
});
