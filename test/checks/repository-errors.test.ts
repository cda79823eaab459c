import { repositoryErrors } from '../../src/checks/repository-errors';
import { textsIn } from '../support/texts';
import type { SummaryChanges } from '../support/facts';
import { inFull, inShort, judge, judgeSingle, type Case } from '../support/judging';

const english = textsIn('en_US');
const own = 'check.repository-errors.reason';

const cases: Case<SummaryChanges>[] = [
  ['none in error', {}, 'pass'],
  ['two in error', { inError: { yes: 2 } }, 'fail: reason.repositories'],
  [
    'two in error, in a list that may be cut',
    { inError: { yes: 2 }, atLeast: true },
    'fail: reason.repositories-at-least',
  ],
  ['one in error, one without a state', { inError: { yes: 1, unknown: 1 } }, 'fail: reason.repositories'],
  [
    'two in error, one of them by its number',
    { inError: { yes: 2 }, inErrorByNumber: { yes: 1 } },
    `fail: ${own}.by-number`,
  ],
  ['one without a state', { inError: { unknown: 1 } }, `unknown: ${own}.unread`],
  [
    'GIJ does not report it',
    { inError: { unknown: 10 }, notReported: ['state'] },
    `not-applicable: ${own}.not-reported`,
  ],
  [
    'no row has it, and one could not be used',
    { inError: { unknown: 10 }, notReported: ['state'], unusable: 1 },
    'unknown: reason.rows-unusable',
  ],
  [
    'GIJ does not report something else',
    { inError: { unknown: 10 }, notReported: ['disabled'] },
    `unknown: ${own}.unread`,
  ],
  ['a row could not be used', { unusable: 1 }, 'unknown: reason.rows-unusable'],
  ['the list may be cut', { atLeast: true }, 'unknown: reason.list-cut'],
];

test.each(cases)('%s', (_, repositories, expected) => {
  expect(inShort(judge(repositoryErrors, { repositories }))).toBe(expected);
  expect(inShort(judgeSingle(repositoryErrors, { repositories }))).toBe(expected);
});

test.each<Case<SummaryChanges>>([
  ['none in error', {}, 'pass <- repositoriesInError=0'],
  [
    'five in error',
    { inError: { yes: 5 } },
    'fail: reason.repositories#5(5, [one, two, three]) <- repositoriesInError=5 -> check.repository-errors.wanted',
  ],
  [
    'one by its number',
    { inError: { yes: 1 }, inErrorByNumber: { yes: 1 } },
    `fail: ${own}.by-number(reason.repositories#1(1, [one])) <- repositoriesInError=1 -> check.repository-errors.wanted`,
  ],
  ['two without a state', { inError: { unknown: 2 } }, `unknown: ${own}.unread#2(2) <- repositoriesInError=0`],
  ['not reported', { notReported: ['state'] }, `not-applicable: ${own}.not-reported <- state absent`],
  [
    'not reported of a list that may be cut',
    { notReported: ['state'], atLeast: true },
    'unknown: reason.list-cut#10(10) <- state absent',
  ],
])('shows what it was judged on, and names them: %s', (_, repositories, expected) => {
  expect(inFull(judge(repositoryErrors, { repositories }))).toBe(expected);
});

test('says that a number was taken for ERROR, beside how many and which', () => {
  const { reason } = judge(repositoryErrors, { repositories: { inError: { yes: 2 }, inErrorByNumber: { yes: 2 } } });
  expect(reason && english(reason)).toBe(
    '2 repositories, among them one and two; state 3 was taken for ERROR, the fourth of the documented states',
  );
});

test('does not call the numbers that are read undocumented', () => {
  const { reason } = judge(repositoryErrors, { repositories: { inError: { unknown: 1 } } });
  expect(reason && english(reason)).toMatch(/a number from 0 to 3/);
});

test('weighs medium', () => expect(repositoryErrors.severity).toBe('medium'));
