import { repositoryErrors } from '../../src/checks/repository-errors';
import type { SummaryChanges } from '../support/evidence';
import { inShort, judge, judgeSingle, type Case } from '../support/judging';

const own = 'check.repository-errors.reason';

const cases: Case<SummaryChanges>[] = [
  ['none in error', {}, 'pass'],
  ['two in error', { inError: { yes: 2 } }, 'fail: reason.repositories'],
  ['two in error, in a list that may be cut', { inError: { yes: 2 }, atLeast: true }, 'fail: reason.repositories-at-least'],
  ['one in error, one without a state', { inError: { yes: 1, unknown: 1 } }, 'fail: reason.repositories'],
  ['one without a state', { inError: { unknown: 1 } }, `unknown: ${own}.unread`],
  ['GIJ does not report it', { inError: { unknown: 10 }, notReported: ['state'] }, `not-applicable: ${own}.not-reported`],
  ['no row has it, and one could not be used', { inError: { unknown: 10 }, notReported: ['state'], unusable: 1 }, 'unknown: reason.rows-unusable'],
  ['GIJ does not report something else', { inError: { unknown: 10 }, notReported: ['disabled'] }, `unknown: ${own}.unread`],
  ['a row could not be used', { unusable: 1 }, 'unknown: reason.rows-unusable'],
  ['the list may be cut', { atLeast: true }, 'unknown: reason.list-cut'],
];

test.each(cases)('%s', (_, repositories, expected) => {
  expect(inShort(judge(repositoryErrors, { repositories }))).toBe(expected);
  expect(inShort(judgeSingle(repositoryErrors, { repositories }))).toBe(expected);
});

test('names them', () => {
  expect(judge(repositoryErrors, { repositories: { inError: { yes: 5 } } }).reason?.args).toEqual([5, { list: ['one', 'two', 'three'] }]);
});

test('weighs medium', () => expect(repositoryErrors.severity).toBe('medium'));
