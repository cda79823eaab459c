import { repositoryCount } from '../../src/checks/repository-count';
import { inShort, judge, type Case } from '../support/judging';
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
  ['at least 100', { total: 100, atLeast: true }, 'unknown: reason.list-cut'],
];

test.each(cases)('%s', (_, repositories, expected) => {
  expect(inShort(judge(repositoryCount, { repositories }))).toBe(expected);
});

test('says how many there are and how many there may be', () => {
  const { reason, wanted } = judge(repositoryCount, { repositories: { total: 2_140 } });
  expect(reason?.args).toEqual([2_140]);
  expect(wanted?.args).toEqual([2_000]);
});

test('weighs medium, and is about integrations only', () => {
  expect(repositoryCount.severity).toBe('medium');
  expect(repositoryCount).not.toHaveProperty('judgeSingleRepositories');
});
