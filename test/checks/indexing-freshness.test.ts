import { indexingFreshness } from '../../src/checks/indexing-freshness';
import { createTexts } from '../../src/i18n/texts';
import type { ReindexStatus } from '../../src/model/reindex';
import { DAY, GOOD_INTERVAL, HOUR, MINUTE, NOW, reading, type EvidenceChanges, type Given } from '../support/facts';
import { inShort, judge, judgeSingle, type Case } from '../support/judging';

const own = 'check.indexing-freshness.reason';
const never = `not-applicable: ${own}.never`;
const future = `unknown: ${own}.future`;
const old = `fail: ${own}.age`;
const silent = `fail: ${own}.off`;

/** A round takes so many minutes. */
const takes = (round: number) =>
  ({ ...GOOD_INTERVAL, round: reading('roundMinutes', round, 'admin') }) as ReindexStatus;

function indexed(age: number, reindexInterval: Given<number> = 'absent'): EvidenceChanges {
  return { integration: { lastIndexedDate: NOW - age }, reindexInterval };
}

function rounds(age: number, interval: Given<number>, round: number): EvidenceChanges {
  return { ...indexed(age, interval), reindex: takes(round) };
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
  ['the longest interval that is a schedule', indexed(3 * 31 * DAY, 44_640), 'pass'],
  ['a millisecond more than three of it', indexed(3 * 31 * DAY + 1, 44_640), old],
  ['an interval that switches the schedule off', indexed(7 * DAY, 44_641), 'pass'],
  ['a millisecond more than a week, with it', indexed(7 * DAY + 1, 44_641), silent],
  ['a week ago, schedule off by zero', indexed(7 * DAY, 0), 'pass'],
  ['a millisecond more than a week, schedule off by zero', indexed(7 * DAY + 1, 0), silent],
  ['400 days ago, schedule off as the vendor tells', indexed(400 * DAY, 9_999_999), silent],
  ['400 days ago, the longest interval', indexed(400 * DAY, 76_861_433_640_456), silent],
  ['two weeks ago, once a week', indexed(14 * DAY, 7 * 24 * 60), 'pass'],

  ['three rounds ago, which take longer than the interval', rounds(57 * MINUTE, 5, 19), 'pass'],
  ['a millisecond more than three rounds', rounds(57 * MINUTE + 1, 5, 19), old],
  ['three intervals ago, which are longer than a round', rounds(66 * MINUTE, 22, 19), 'pass'],
  ['a millisecond more than three intervals', rounds(66 * MINUTE + 1, 22, 19), old],
  ['24 hours ago, interval unknown, short rounds', rounds(DAY, 'absent', 19), 'pass'],
  ['more than 24 hours ago, interval unknown, short rounds', rounds(DAY + 1, 'absent', 19), old],
  ['three rounds of 10 hours ago, interval unknown', rounds(30 * HOUR, 'absent', 600), 'pass'],
  ['more than a week ago, schedule off, whatever a round takes', rounds(7 * DAY + 1, 0, 9_000), silent],
  ['clocks differ a little', indexed(-15 * MINUTE), 'pass'],
  ['clocks differ too much', indexed(-15 * MINUTE - 1), future],
  ['clocks differ too much, interval known', indexed(-DAY, 5), future],
  ['old, revision indexing off', withRevisions(false), 'not-applicable: reason.revision-indexing-off'],
  ['old, revision indexing unreadable', withRevisions('unreadable'), 'unknown: reason.unreadable'],
  ['old, revision indexing absent', withRevisions('absent'), 'unknown: reason.absent'],
  [
    'old, and revision indexing is reported of none',
    { ...withRevisions('absent'), notReported: ['revisionIndexing'] },
    old,
  ],
  ['lately, revision indexing off', { integration: { revisionIndexing: false } }, 'pass'],
  ['never: another check says so', { integration: { lastIndexedDate: 'absent' } }, never],
  ['unreadable', { integration: { lastIndexedDate: 'unreadable' } }, 'unknown: reason.unreadable'],
];

test.each(cases)('%s', (_, changes, expected) => {
  expect(inShort(judge(indexingFreshness, changes))).toBe(expected);
});

test('says how old it is and may be, and shows the interval where it is known', () => {
  const judgement = judge(indexingFreshness, indexed(2 * HOUR, 30));
  expect(judgement.reason?.args).toEqual([{ duration: 2 * HOUR, isOver: true }]);
  expect(judgement.wanted?.args?.[0]).toEqual({ duration: 90 * MINUTE });
  expect(judgement.found.map(({ field }) => field)).toEqual(['lastIndexedDate', 'reindexInterval']);
  expect(judge(indexingFreshness, indexed(2 * DAY)).found.map(({ field }) => field)).toEqual(['lastIndexedDate']);
});

const noDates = { oldestIndexed: undefined, newestIndexed: undefined };

test.each<[string, EvidenceChanges, string, number]>([
  ['the interval', indexed(2 * HOUR, 30), 'interval', 90 * MINUTE],
  ['a round', rounds(2 * HOUR, 5, 19), 'round', 57 * MINUTE],
  ['nothing known', indexed(2 * DAY), 'unknown', DAY],
  ['the schedule that is off', indexed(8 * DAY, 0), 'off', 7 * DAY],
])('says where the limit comes from: %s', (_, changes, why, duration) => {
  expect(judge(indexingFreshness, changes).wanted).toEqual({
    key: 'check.indexing-freshness.wanted',
    args: [{ duration }, { key: `check.indexing-freshness.limit.${why}` }],
  });
});

test('a schedule that is off may also be one that runs seldom, and people can index by hand', () => {
  const { reason } = judge(indexingFreshness, indexed(8 * DAY, 0));
  expect(reason && createTexts('en_US')(reason)).toBe(
    'The schedule is off (or runs less than once a month), and nothing came by webhook or by hand for 8 days.',
  );
});

test('shows what a round takes where it is the limit', () => {
  expect(judge(indexingFreshness, rounds(2 * HOUR, 5, 19)).found.map(({ field }) => field)).toEqual([
    'lastIndexedDate',
    'reindexInterval',
    'roundMinutes',
  ]);
});

const single: Case<EvidenceChanges>[] = [
  ['the oldest is fresh', {}, 'pass'],
  ['the oldest is old', { repositories: { oldestIndexed: NOW - 2 * DAY } }, old],
  ['old against the interval', { repositories: { oldestIndexed: NOW - HOUR }, reindexInterval: 10 }, old],
  ['old, schedule off', { repositories: { oldestIndexed: NOW - 8 * DAY }, reindexInterval: 0 }, silent],
  [
    'within three rounds',
    { repositories: { oldestIndexed: NOW - HOUR }, reindexInterval: 10, reindex: takes(20) },
    'pass',
  ],
  ['exactly three intervals', { repositories: { oldestIndexed: NOW - 30 * MINUTE }, reindexInterval: 10 }, 'pass'],
  ['in the future', { repositories: { oldestIndexed: NOW + HOUR, newestIndexed: NOW + HOUR } }, future],
  ['one of the future among fresh ones', { repositories: { newestIndexed: NOW + HOUR } }, future],
  [
    'one of the future among stale ones',
    { repositories: { oldestIndexed: NOW - 2 * DAY, newestIndexed: NOW + HOUR } },
    old,
  ],
  [
    'old ones with revision indexing off are left out',
    { repositories: { unlinked: { yes: 2 }, oldestUnlinked: NOW - 2 * DAY } },
    'pass: reason.unlinked',
  ],
  ['so are those without a date', { repositories: { unlinked: { yes: 2 } } }, 'pass: reason.unlinked'],
  [
    'and those of the future',
    { repositories: { unlinked: { yes: 2 }, oldestUnlinked: NOW + HOUR } },
    'pass: reason.unlinked',
  ],
  ['old ones beside them are not', { repositories: { oldestIndexed: NOW - 2 * DAY, unlinked: { yes: 2 } } }, old],
  [
    'fresh ones with revision indexing off count',
    { repositories: { unlinked: { yes: 2 }, oldestUnlinked: NOW } },
    'pass',
  ],
  [
    'all are old and have revision indexing off',
    { repositories: { ...noDates, unlinked: { yes: 10 }, oldestUnlinked: NOW - 2 * DAY } },
    'not-applicable: reason.unlinked',
  ],
  [
    'all are without a date and have revision indexing off',
    { repositories: { ...noDates, unlinked: { yes: 10 } } },
    'not-applicable: reason.unlinked',
  ],
  [
    'all are fresh and have revision indexing off',
    { repositories: { ...noDates, unlinked: { yes: 10 }, oldestUnlinked: NOW } },
    'pass',
  ],
  [
    'of an old one revision indexing is not known',
    { repositories: { unlinked: { unknown: 1 }, oldestUnlinked: NOW - 2 * DAY } },
    'unknown: reason.repositories-unread',
  ],
  [
    'of a fresh one revision indexing is not known',
    { repositories: { unlinked: { unknown: 1 }, oldestUnlinked: NOW } },
    'pass',
  ],
  [
    'none was indexed',
    { repositories: { oldestIndexed: undefined, newestIndexed: undefined, neverIndexed: { yes: 10 } } },
    never,
  ],
  ['some were not: another check says so', { repositories: { neverIndexed: { yes: 2 } } }, never],
  [
    'no date could be read',
    { repositories: { oldestIndexed: undefined, newestIndexed: undefined, neverIndexed: { unknown: 10 } } },
    'unknown: reason.repositories-unread',
  ],
  ['a row could not be used', { repositories: { unusable: 1 } }, 'unknown: reason.rows-unusable'],
  ['one does not say', { repositories: { neverIndexed: { unknown: 1 } } }, 'unknown: reason.repositories-unread'],
  ['the list may be cut', { repositories: { atLeast: true } }, 'unknown: reason.list-cut'],
  ['old in a list that may be cut', { repositories: { oldestIndexed: NOW - 2 * DAY, atLeast: true } }, old],
];

test.each(single)('single repositories: %s', (_, changes, expected) => {
  expect(inShort(judgeSingle(indexingFreshness, changes))).toBe(expected);
});

test('weighs medium', () => expect(indexingFreshness.severity).toBe('medium'));
