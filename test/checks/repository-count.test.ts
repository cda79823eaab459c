import { repositoryCount } from '../../src/checks/repository-count';
import { inFull, inShort, judge, type Case } from '../support/judging';
import type { SummaryChanges } from '../support/facts';

const own = 'check.repository-count.reason';

const cases: Case<SummaryChanges>[] = [
  ['none', { total: 0 }, 'pass'],
  ['1,799', { total: 1_799 }, 'pass'],
  ['1,800 is near', { total: 1_800 }, `pass: ${own}.near`],
  ['2,000 is near', { total: 2_000 }, `pass: ${own}.near`],
  ['2,001', { total: 2_001 }, `fail: ${own}.count`],
  ['at least 2,001', { total: 2_001, atLeast: true }, `fail: ${own}.at-least`],
  ['at least 2,000', { total: 2_000, atLeast: true }, 'unknown: reason.list-cut'],
  ['2,001, and rows that could not be used', { total: 2_001, unusable: 1 }, `fail: ${own}.at-least`],
  ['2,000, and rows that could not be used', { total: 2_000, unusable: 1 }, 'unknown: reason.rows-unusable'],
  ['at least 100', { total: 100, atLeast: true }, 'unknown: reason.list-cut'],
];

test.each(cases)('%s', (_, repositories, expected) => {
  expect(inShort(judge(repositoryCount, { repositories }))).toBe(expected);
});

test.each<Case<SummaryChanges>>([
  ['few', {}, 'pass <- repositories=10'],
  ['near', { total: 1_900 }, `pass: ${own}.near(1900, 2000) <- repositories=1900`],
  [
    'too many',
    { total: 2_140 },
    `fail: ${own}.count(2140) <- repositories=2140 -> check.repository-count.wanted(2000)`,
  ],
  ['a list that may be cut', { total: 100, atLeast: true }, 'unknown: reason.list-cut#100(100) <- repositories=100'],
])('says how many there are and may be: %s', (_, repositories, expected) => {
  expect(inFull(judge(repositoryCount, { repositories }))).toBe(expected);
});

test('weighs medium, and is about integrations only', () => {
  expect(repositoryCount.severity).toBe('medium');
  expect(repositoryCount).not.toHaveProperty('judgeSingleRepositories');
});

test.each<[number, string]>([
  [89, 'pass'],
  [90, `pass: ${own}.near`],
  [100, `pass: ${own}.near`],
  [101, `fail: ${own}.count`],
])('admins set another limit, of 100: %d', (total, expected) => {
  expect(inShort(judge(repositoryCount, { repositories: { total }, settings: { mostRepositories: 100 } }))).toBe(
    expected,
  );
});
