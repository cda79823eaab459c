import { initialIndexing } from '../../src/checks/initial-indexing';
import { DAY, HOUR, NOW, type EvidenceChanges, type IntegrationChanges, type SummaryChanges } from '../support/facts';
import { inFull, inShort, judge, judgeSingle, type Case } from '../support/judging';

const own = 'check.initial-indexing.reason';

const off = 'not-applicable: reason.revision-indexing-off';
const never = { lastIndexedDate: 'absent' } as const;
const young = { initDate: NOW - DAY };
/** Nothing of it was indexed lately. */
const repositories = { neverIndexed: { yes: 8 }, oldestIndexed: NOW - DAY, newestIndexed: NOW - 2 * HOUR };
const none = { neverIndexed: { yes: 10 }, oldestIndexed: undefined, newestIndexed: undefined };

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
  expect(
    inShort(
      judge(initialIndexing, { integration, ...(integration.lastIndexedDate === 'absent' && { repositories: none }) }),
    ),
  ).toBe(expected);
});

test.each<Case<EvidenceChanges>>([
  [
    'a repository was indexed within the hour',
    {
      integration: { ...never, initDate: NOW - DAY },
      repositories: { ...repositories, newestIndexed: NOW - HOUR + 1 },
    },
    `not-applicable: ${own}.in-progress`,
  ],
  [
    'the same, and too old for it',
    { integration: never, repositories: { ...repositories, newestIndexed: NOW - HOUR + 1 } },
    `unknown: ${own}.undated`,
  ],
  [
    'none was for an hour',
    { integration: never, repositories: { ...repositories, newestIndexed: NOW - HOUR } },
    `fail: ${own}.stalled`,
  ],
  [
    'younger than an hour',
    { integration: { ...never, initDate: NOW - HOUR + 1 }, repositories: none },
    `not-applicable: ${own}.in-progress`,
  ],
  ['an hour old', { integration: { ...never, initDate: NOW - HOUR }, repositories: none }, `fail: ${own}.since`],
  ['indexed itself, most repositories not', { integration: young, repositories }, `fail: ${own}.stalled`],
  [
    'indexed itself, half of the repositories not',
    { integration: young, repositories: { ...repositories, neverIndexed: { yes: 5 } } },
    'pass',
  ],
  [
    'indexed itself, of most repositories nobody knows',
    { integration: young, repositories: { neverIndexed: { unknown: 4 } } },
    `unknown: ${own}.repositories`,
  ],
  [
    'indexed itself, the list of repositories may be cut',
    { integration: young, repositories: { atLeast: true } },
    `unknown: ${own}.repositories`,
  ],
])('while it is in progress it is no Fail: %s', (_, changes, expected) => {
  expect(inShort(judge(initialIndexing, changes))).toBe(expected);
});

test('a version of GIJ that reports revision indexing of none is judged as if it were on', () => {
  const changes = {
    integration: { ...never, revisionIndexing: 'absent' },
    repositories: none,
    notReported: ['revisionIndexing'],
  } as const;
  expect(inShort(judge(initialIndexing, changes))).toBe(`fail: ${own}.since`);
});

const wanted = 'check.initial-indexing.wanted';

test.each<Case<IntegrationChanges>>([
  ['indexed', { lastIndexedDate: NOW }, `pass <- lastIndexedDate=${NOW}`],
  [
    'never since it was created',
    { ...never, initDate: NOW - 3 * DAY },
    `fail: ${own}.since(date ${NOW - 3 * DAY}) <- lastIndexedDate absent, initDate=${NOW - 3 * DAY} -> ${wanted}`,
  ],
  [
    'never, and no date of creation',
    { ...never, initDate: 'absent' },
    `fail: ${own}.never <- lastIndexedDate absent, initDate absent -> ${wanted}`,
  ],
  [
    'unreadable',
    { lastIndexedDate: 'unreadable' },
    'unknown: reason.unreadable(field.lastIndexedDate, {…}) <- lastIndexedDate unreadable',
  ],
  [
    'never, and it may be disabled',
    { ...never, disabled: 'absent' },
    'unknown: reason.absent(field.disabled) <- disabled absent',
  ],
])('shows what it was judged on: %s', (_, integration, expected) => {
  expect(
    inFull(
      judge(initialIndexing, { integration, ...(integration.lastIndexedDate === 'absent' && { repositories: none }) }),
    ),
  ).toBe(expected);
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

const leftOut = 'reason.unlinked(reason.repositories#2(2, [one, two]))';
const noDates = { oldestIndexed: undefined, newestIndexed: undefined };

test.each<Case<SummaryChanges>>([
  [
    'two never',
    { neverIndexed: { yes: 2 } },
    `fail: reason.repositories#2(2, [one, two]) <- repositoriesNeverIndexed=2 -> ${wanted}`,
  ],
  [
    'which are disabled is reported of none',
    { neverIndexed: { unknown: 10 }, notReported: ['disabled'] },
    'unknown: reason.not-reported(field.disabled) <- disabled absent',
  ],
  ['some have revision indexing off', { unlinked: { yes: 2 } }, `pass: ${leftOut} <- repositoriesNeverIndexed=0`],
  [
    'all have revision indexing off',
    { ...noDates, unlinked: { yes: 2 } },
    `not-applicable: ${leftOut} <- repositoriesNeverIndexed=0`,
  ],
])('single repositories: shows what they were judged on: %s', (_, repositories, expected) => {
  expect(inFull(judgeSingle(initialIndexing, { repositories }))).toBe(expected);
});

test('weighs medium', () => expect(initialIndexing.severity).toBe('medium'));
