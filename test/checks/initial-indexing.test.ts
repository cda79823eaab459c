import { initialIndexing } from '../../src/checks/initial-indexing';
import { DAY, HOUR, NOW, type IntegrationChanges, type SummaryChanges } from '../support/evidence';
import { inShort, judge, judgeSingle, type Case } from '../support/judging';

const own = 'check.initial-indexing.reason';

const cases: Case<IntegrationChanges>[] = [
  ['indexed', {}, 'pass'],
  ['indexed long ago', { lastIndexedDate: NOW - 300 * DAY }, 'pass'],
  ['indexed in the future', { lastIndexedDate: NOW + HOUR }, 'pass'],
  ['never since it was created', { lastIndexedDate: 'absent' }, `fail: ${own}.since`],
  ['never, and no date of creation', { lastIndexedDate: 'absent', initDate: 'absent' }, `fail: ${own}.never`],
  ['never, date of creation unreadable', { lastIndexedDate: 'absent', initDate: 'unreadable' }, `fail: ${own}.never`],
  ['unreadable', { lastIndexedDate: 'unreadable' }, 'unknown: reason.unreadable'],
];

test.each(cases)('%s', (_, integration, expected) => {
  expect(inShort(judge(initialIndexing, { integration }))).toBe(expected);
});

test('says since when', () => {
  const { reason } = judge(initialIndexing, { integration: { lastIndexedDate: 'absent', initDate: NOW - 3 * DAY } });
  expect(reason?.args).toEqual([{ date: NOW - 3 * DAY }]);
});

const single: Case<SummaryChanges>[] = [
  ['all indexed', {}, 'pass'],
  ['two never', { neverIndexed: { yes: 2 } }, 'fail: reason.repositories'],
  ['one does not say', { neverIndexed: { unknown: 1 } }, 'unknown: reason.repositories-unread'],
  ['the list may be cut', { atLeast: true }, 'unknown: reason.list-cut'],
  ['a row could not be used', { unusable: 1 }, 'unknown: reason.rows-unusable'],
];

test.each(single)('single repositories: %s', (_, repositories, expected) => {
  expect(inShort(judgeSingle(initialIndexing, { repositories }))).toBe(expected);
});

test('weighs medium', () => expect(initialIndexing.severity).toBe('medium'));
