import { indexingFreshness } from '../../src/checks/indexing-freshness';
import { DAY, HOUR, MINUTE, NOW, type EvidenceChanges, type Given } from '../support/evidence';
import { inShort, judge, judgeSingle, type Case } from '../support/judging';

const own = 'check.indexing-freshness.reason';
const never = `not-applicable: ${own}.never`;
const future = `unknown: ${own}.future`;
const old = `fail: ${own}.age`;

function indexed(age: number, reindexInterval: Given<number> = 'absent'): EvidenceChanges {
  return { integration: { lastIndexedDate: NOW - age }, reindexInterval };
}

function withRevisions(revisionIndexing: Given<boolean>): EvidenceChanges {
  return { integration: { lastIndexedDate: NOW - 2 * DAY, revisionIndexing } };
}

const cases: Case<EvidenceChanges>[] = [
  ['just now', indexed(0), 'pass'],
  ['24 hours ago, interval unknown', indexed(DAY), 'pass'],
  ['a millisecond more than 24 hours, interval unknown', indexed(DAY + 1), old],
  ['more than 24 hours, interval unreadable', indexed(DAY + 1, 'unreadable'), old],
  ['three intervals of 30 minutes ago', indexed(90 * MINUTE, 30), 'pass'],
  ['a millisecond more than three intervals', indexed(90 * MINUTE + 1, 30), old],
  ['two hours ago, interval 30 minutes', indexed(2 * HOUR, 30), old],
  ['two days ago, interval a day', indexed(2 * DAY, 24 * 60), 'pass'],
  ['the shortest interval', indexed(3 * MINUTE + 1, 1), old],
  ['an interval that switches reindexing off in practice', indexed(400 * DAY, 9_999_999), 'pass'],
  ['the longest interval', indexed(400 * DAY, 76_861_433_640_456), 'pass'],
  ['clocks differ a little', indexed(-15 * MINUTE), 'pass'],
  ['clocks differ too much', indexed(-15 * MINUTE - 1), future],
  ['clocks differ too much, interval known', indexed(-DAY, 5), future],
  ['old, revision indexing off', withRevisions(false), 'not-applicable: reason.revision-indexing-off'],
  ['old, revision indexing unreadable', withRevisions('unreadable'), 'unknown: reason.unreadable'],
  ['old, revision indexing absent', withRevisions('absent'), 'unknown: reason.absent'],
  ['old, and revision indexing is reported of none', { ...withRevisions('absent'), notReported: ['revisionIndexing'] }, old],
  ['lately, revision indexing off', { integration: { revisionIndexing: false } }, 'pass'],
  ['never: another check says so', { integration: { lastIndexedDate: 'absent' } }, never],
  ['unreadable', { integration: { lastIndexedDate: 'unreadable' } }, 'unknown: reason.unreadable'],
];

test.each(cases)('%s', (_, changes, expected) => {
  expect(inShort(judge(indexingFreshness, changes))).toBe(expected);
});

test('says how old it is and may be, and shows the interval where it is known', () => {
  const judgement = judge(indexingFreshness, indexed(2 * HOUR, 30));
  expect(judgement.reason?.args).toEqual([{ duration: 2 * HOUR }]);
  expect(judgement.wanted?.args).toEqual([{ duration: 90 * MINUTE }]);
  expect(judgement.found.map(({ field }) => field)).toEqual(['lastIndexedDate', 'reindexInterval']);
  expect(judge(indexingFreshness, indexed(2 * DAY)).found.map(({ field }) => field)).toEqual(['lastIndexedDate']);
});

const noDates = { oldestIndexed: undefined, newestIndexed: undefined };

const single: Case<EvidenceChanges>[] = [
  ['the oldest is fresh', {}, 'pass'],
  ['the oldest is old', { repositories: { oldestIndexed: NOW - 2 * DAY } }, old],
  ['old against the interval', { repositories: { oldestIndexed: NOW - HOUR }, reindexInterval: 10 }, old],
  ['exactly three intervals', { repositories: { oldestIndexed: NOW - 30 * MINUTE }, reindexInterval: 10 }, 'pass'],
  ['in the future', { repositories: { oldestIndexed: NOW + HOUR, newestIndexed: NOW + HOUR } }, future],
  ['one of the future among fresh ones', { repositories: { newestIndexed: NOW + HOUR } }, future],
  ['one of the future among stale ones', { repositories: { oldestIndexed: NOW - 2 * DAY, newestIndexed: NOW + HOUR } }, old],
  ['old ones with revision indexing off are left out', { repositories: { unlinked: { yes: 2 }, oldestUnlinked: NOW - 2 * DAY } }, 'pass: reason.unlinked'],
  ['so are those without a date', { repositories: { unlinked: { yes: 2 } } }, 'pass: reason.unlinked'],
  ['and those of the future', { repositories: { unlinked: { yes: 2 }, oldestUnlinked: NOW + HOUR } }, 'pass: reason.unlinked'],
  ['old ones beside them are not', { repositories: { oldestIndexed: NOW - 2 * DAY, unlinked: { yes: 2 } } }, old],
  ['fresh ones with revision indexing off count', { repositories: { unlinked: { yes: 2 }, oldestUnlinked: NOW } }, 'pass'],
  ['all are old and have revision indexing off', { repositories: { ...noDates, unlinked: { yes: 10 }, oldestUnlinked: NOW - 2 * DAY } }, 'not-applicable: reason.unlinked'],
  ['all are without a date and have revision indexing off', { repositories: { ...noDates, unlinked: { yes: 10 } } }, 'not-applicable: reason.unlinked'],
  ['all are fresh and have revision indexing off', { repositories: { ...noDates, unlinked: { yes: 10 }, oldestUnlinked: NOW } }, 'pass'],
  ['of an old one revision indexing is not known', { repositories: { unlinked: { unknown: 1 }, oldestUnlinked: NOW - 2 * DAY } }, 'unknown: reason.repositories-unread'],
  ['of a fresh one revision indexing is not known', { repositories: { unlinked: { unknown: 1 }, oldestUnlinked: NOW } }, 'pass'],
  ['none was indexed', { repositories: { oldestIndexed: undefined, newestIndexed: undefined, neverIndexed: { yes: 10 } } }, never],
  ['some were not: another check says so', { repositories: { neverIndexed: { yes: 2 } } }, never],
  ['no date could be read', { repositories: { oldestIndexed: undefined, newestIndexed: undefined, neverIndexed: { unknown: 10 } } }, 'unknown: reason.repositories-unread'],
  ['a row could not be used', { repositories: { unusable: 1 } }, 'unknown: reason.rows-unusable'],
  ['one does not say', { repositories: { neverIndexed: { unknown: 1 } } }, 'unknown: reason.repositories-unread'],
  ['the list may be cut', { repositories: { atLeast: true } }, 'unknown: reason.list-cut'],
  ['old in a list that may be cut', { repositories: { oldestIndexed: NOW - 2 * DAY, atLeast: true } }, old],
];

test.each(single)('single repositories: %s', (_, changes, expected) => {
  expect(inShort(judgeSingle(indexingFreshness, changes))).toBe(expected);
});

test('weighs medium', () => expect(indexingFreshness.severity).toBe('medium'));
