import { indexingFreshness } from '../../src/checks/indexing-freshness';
import { known } from '../../src/model/reading';
import { textsIn } from '../support/texts';
import type { ReindexStatus } from '../../src/model/reindex';
import {
  DAY,
  GOOD_INTERVAL,
  HOUR,
  MINUTE,
  NOW,
  reading,
  stampOf,
  type EvidenceChanges,
  type Given,
} from '../support/facts';
import { inFull, inShort, judge, judgeSingle, type Case } from '../support/judging';

const own = 'check.indexing-freshness.reason';
const never = `not-applicable: ${own}.never`;
const future = `unknown: ${own}.future`;
const within = (limit: number) => `"check.indexing-freshness.within(${limit} ms)"`;
const old = `fail: ${own}.age`;
const silent = `fail: ${own}.off`;
const unreadableDate = 'unknown: reason.unreadable(field.lastIndexedDate, {…}) <- lastIndexedDate unreadable';

/** A round takes so many minutes. */
const takes = (round: Given<number>) =>
  ({ ...GOOD_INTERVAL, round: reading<number>('roundMinutes', round, 'admin') }) as ReindexStatus;

function indexed(age: number, reindexInterval: Given<number> = 'absent'): EvidenceChanges {
  return { integration: { lastIndexedDate: NOW - age }, reindexInterval };
}

function rounds(age: number, interval: Given<number>, round: number): EvidenceChanges {
  return { ...indexed(age, interval), reindex: takes(round) };
}

/** A round takes at least so many minutes. */
function bounded(age: number, interval: Given<number>, minutes: number): EvidenceChanges {
  const bound = known('atLeastMinutes', minutes, stampOf('admin'));
  const current = reading<number>('reindexInterval', interval, 'admin');
  return {
    ...indexed(age, interval),
    reindex: { kind: 'at-least', verdict: 'too-short', suggested: 22, isProbable: false, atLeast: 19, bound, current },
  };
}

function withRevisions(revisionIndexing: Given<boolean>): EvidenceChanges {
  return { integration: { lastIndexedDate: NOW - 2 * DAY, revisionIndexing } };
}

function mayBeDisabled(age: number): EvidenceChanges {
  return { integration: { lastIndexedDate: NOW - age, disabled: 'absent' } };
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
  ['three times what a round takes at least', bounded(57 * MINUTE, 5, 19), 'pass'],
  ['a millisecond more than that', bounded(57 * MINUTE + 1, 5, 19), old],
  ['three intervals ago, longer than what a round takes at least', bounded(66 * MINUTE, 22, 19), 'pass'],
  ['a millisecond more than three intervals, and it', bounded(66 * MINUTE + 1, 22, 19), old],
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
  ['old, of one that may be disabled', mayBeDisabled(2 * DAY), 'unknown: reason.absent'],
  ['lately, of one that may be disabled', mayBeDisabled(HOUR), 'pass'],
];

test.each(cases)('%s', (_, changes, expected) => {
  expect(inShort(judge(indexingFreshness, changes))).toBe(expected);
});

const noDates = { oldestIndexed: undefined, newestIndexed: undefined };

const date = (age: number) => `lastIndexedDate=${NOW - age}`;
const limit = (duration: number, why: string) =>
  `check.indexing-freshness.wanted(${duration} ms, check.indexing-freshness.limit.${why})`;

test.each<Case<EvidenceChanges>>([
  ['the interval', indexed(DAY, 600), `pass ${within(30 * HOUR)} <- ${date(DAY)}, reindexInterval=600`],
  ['nothing known', indexed(DAY), `pass ${within(DAY)} <- ${date(DAY)}`],
  [
    'too old for the interval',
    indexed(2 * HOUR, 30),
    `${old}(${2 * HOUR} ms over) <- ${date(2 * HOUR)}, reindexInterval=30 -> ${limit(90 * MINUTE, 'interval')}`,
  ],
  [
    'too old for a round',
    rounds(2 * HOUR, 5, 19),
    `${old}(${2 * HOUR} ms over) <- ${date(2 * HOUR)}, reindexInterval=5, roundMinutes=19 -> ${limit(57 * MINUTE, 'round')}`,
  ],
  [
    'too old for what a round takes at least, interval unknown',
    bounded(30 * HOUR + 1, 'absent', 600),
    `${old}(${30 * HOUR + 1} ms over) <- ${date(30 * HOUR + 1)}, atLeastMinutes=600 -> ${limit(30 * HOUR, 'round')}`,
  ],
  [
    'too old for a round as long as the interval',
    rounds(2 * HOUR, 19, 19),
    `${old}(${2 * HOUR} ms over) <- ${date(2 * HOUR)}, reindexInterval=19 -> ${limit(57 * MINUTE, 'interval')}`,
  ],
  [
    'too old, a round of no known length',
    { ...indexed(2 * HOUR, 30), reindex: takes('absent') },
    `${old}(${2 * HOUR} ms over) <- ${date(2 * HOUR)}, reindexInterval=30 -> ${limit(90 * MINUTE, 'interval')}`,
  ],
  [
    'too old, nothing known',
    indexed(2 * DAY),
    `${old}(${2 * DAY} ms over) <- ${date(2 * DAY)} -> ${limit(DAY, 'unknown')}`,
  ],
  [
    'too old, the schedule is off',
    indexed(8 * DAY, 0),
    `${silent}(${8 * DAY} ms over) <- ${date(8 * DAY)}, reindexInterval=0 -> ${limit(7 * DAY, 'off')}`,
  ],
  ['in the future', indexed(-DAY, 5), `${future} <- ${date(-DAY)}, reindexInterval=5`],
  ['never', { integration: { lastIndexedDate: 'absent' } }, never],
  ['unreadable', { integration: { lastIndexedDate: 'unreadable' } }, unreadableDate],
  ['may be disabled', mayBeDisabled(2 * DAY), 'unknown: reason.absent(field.disabled) <- disabled absent'],
  [
    'revision indexing off',
    withRevisions(false),
    `not-applicable: reason.revision-indexing-off <- revisionIndexing=false, ${date(2 * DAY)}`,
  ],
  [
    'revision indexing absent',
    withRevisions('absent'),
    'unknown: reason.absent(field.revisionIndexing) <- revisionIndexing absent',
  ],
])('shows what it was judged on, and where the limit comes from: %s', (_, changes, expected) => {
  expect(inFull(judge(indexingFreshness, changes))).toBe(expected);
});

test('a schedule that is off may also be one that runs seldom, and people can index by hand', () => {
  const { reason } = judge(indexingFreshness, indexed(8 * DAY, 0));
  expect(reason && textsIn('en_US')(reason)).toBe(
    'The schedule is off (or runs less than once a month), and nothing came by webhook or by hand for 8 days.',
  );
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

const leftOut = 'reason.unlinked(reason.repositories#2(2, [one, two]))';

test.each<Case<EvidenceChanges>>([
  ['the oldest counts', {}, `pass ${within(DAY)} <- ${date(6 * MINUTE)}`],
  [
    'the oldest is old',
    { repositories: { oldestIndexed: NOW - 2 * HOUR }, reindexInterval: 30 },
    `${old}(${2 * HOUR} ms over) <- ${date(2 * HOUR)}, reindexInterval=30 -> ${limit(90 * MINUTE, 'interval')}`,
  ],
  ['the newest is of the future', { repositories: { newestIndexed: NOW + HOUR } }, `${future} <- ${date(-HOUR)}`],
  ['none was indexed', { repositories: { ...noDates, neverIndexed: { yes: 10 } } }, never],
  ['there is none', { repositories: { ...noDates, total: 0 } }, never],
  [
    'which are disabled is reported of none',
    { repositories: { neverIndexed: { unknown: 10 }, notReported: ['disabled'] } },
    'unknown: reason.not-reported(field.disabled) <- disabled absent',
  ],
  [
    'all are fresh and have revision indexing off',
    { repositories: { ...noDates, unlinked: { yes: 10 }, oldestUnlinked: NOW - 1 } },
    `pass ${within(DAY)} <- ${date(1)}`,
  ],
  [
    'of two old ones revision indexing is not known',
    { repositories: { unlinked: { unknown: 2 }, oldestUnlinked: NOW - 2 * DAY } },
    `unknown: reason.repositories-unread#2(2) <- ${date(2 * DAY)}`,
  ],
  [
    'old ones with revision indexing off are left out',
    { repositories: { unlinked: { yes: 2 }, oldestUnlinked: NOW - 2 * DAY } },
    `pass: ${leftOut} ${within(DAY)} <- ${date(6 * MINUTE)}`,
  ],
  [
    'all are old and have revision indexing off',
    { repositories: { ...noDates, unlinked: { yes: 2 }, oldestUnlinked: NOW - 2 * DAY } },
    `not-applicable: ${leftOut} <- ${date(2 * DAY)}`,
  ],
])('single repositories: shows what they were judged on: %s', (_, changes, expected) => {
  expect(inFull(judgeSingle(indexingFreshness, changes))).toBe(expected);
});

test('weighs medium', () => expect(indexingFreshness.severity).toBe('medium'));

test('admins set after how many rounds it is stale', () => {
  const settings = { staleRounds: 5 };
  const judged = (given: EvidenceChanges) => inShort(judge(indexingFreshness, { ...given, settings }));
  expect(judged(indexed(150 * MINUTE, 30))).toBe('pass');
  expect(judged(indexed(150 * MINUTE + 1, 30))).toBe(old);
  expect(judged(rounds(5 * 50 * MINUTE, 30, 50))).toBe('pass');
  expect(judged(rounds(5 * 50 * MINUTE + 1, 30, 50))).toBe(old);
});
