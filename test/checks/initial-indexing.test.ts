import { initialIndexing } from '../../src/checks/initial-indexing';
import { DAY, HOUR, NOW, type IntegrationChanges, type SummaryChanges } from '../support/facts';
import { inShort, judge, judgeSingle, type Case } from '../support/judging';

const own = 'check.initial-indexing.reason';

const off = 'not-applicable: reason.revision-indexing-off';
const never = { lastIndexedDate: 'absent' } as const;

const cases: Case<IntegrationChanges>[] = [
  ['indexed', {}, 'pass'],
  ['indexed long ago', { lastIndexedDate: NOW - 300 * DAY }, 'pass'],
  ['indexed in the future', { lastIndexedDate: NOW + HOUR }, 'pass'],
  ['never since it was created', { lastIndexedDate: 'absent' }, `fail: ${own}.since`],
  ['never, and no date of creation', { lastIndexedDate: 'absent', initDate: 'absent' }, `fail: ${own}.never`],
  ['never, date of creation unreadable', { lastIndexedDate: 'absent', initDate: 'unreadable' }, `fail: ${own}.never`],
  ['unreadable', { lastIndexedDate: 'unreadable' }, 'unknown: reason.unreadable'],
  ['never, revision indexing off', { ...never, revisionIndexing: false }, off],
  ['never, revision indexing unreadable', { ...never, revisionIndexing: 'unreadable' }, 'unknown: reason.unreadable'],
  ['never, revision indexing absent', { ...never, revisionIndexing: 'absent' }, 'unknown: reason.absent'],
  ['indexed, revision indexing off', { revisionIndexing: false }, 'pass'],
  ['indexed, revision indexing unreadable', { revisionIndexing: 'unreadable' }, 'pass'],
];

test.each(cases)('%s', (_, integration, expected) => {
  expect(inShort(judge(initialIndexing, { integration }))).toBe(expected);
});

test('a version of GIJ that reports revision indexing of none is judged as if it were on', () => {
  const changes = { integration: { ...never, revisionIndexing: 'absent' }, notReported: ['revisionIndexing'] } as const;
  expect(inShort(judge(initialIndexing, changes))).toBe(`fail: ${own}.since`);
});

test('says since when', () => {
  const { reason } = judge(initialIndexing, { integration: { lastIndexedDate: 'absent', initDate: NOW - 3 * DAY } });
  expect(reason?.args).toEqual([{ date: NOW - 3 * DAY }]);
});

const single: Case<SummaryChanges>[] = [
  ['all indexed', {}, 'pass'],
  ['two never', { neverIndexed: { yes: 2 } }, 'fail: reason.repositories'],
  ['one does not say', { neverIndexed: { unknown: 1 } }, 'unknown: reason.repositories-unread'],
  ['some have revision indexing off', { unlinked: { yes: 2 } }, 'pass: reason.unlinked'],
  [
    'all have revision indexing off',
    { unlinked: { yes: 10 }, oldestIndexed: undefined, newestIndexed: undefined },
    'not-applicable: reason.unlinked',
  ],
  [
    'all have revision indexing off, and were indexed',
    { unlinked: { yes: 10 }, oldestIndexed: undefined, newestIndexed: undefined, oldestUnlinked: NOW },
    'pass: reason.unlinked',
  ],
  [
    'one has revision indexing off, another was never indexed',
    { unlinked: { yes: 1 }, neverIndexed: { yes: 1 } },
    'fail: reason.repositories',
  ],
  ['the list may be cut', { atLeast: true }, 'unknown: reason.list-cut'],
  ['a row could not be used', { unusable: 1 }, 'unknown: reason.rows-unusable'],
];

test.each(single)('single repositories: %s', (_, repositories, expected) => {
  expect(inShort(judgeSingle(initialIndexing, { repositories }))).toBe(expected);
});

test('weighs medium', () => expect(initialIndexing.severity).toBe('medium'));
