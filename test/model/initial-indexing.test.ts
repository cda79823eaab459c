import { initialIndexingOf } from '../../src/model/initial-indexing';
import { read, type Outcome } from '../../src/model/gathered';
import type { RepositorySummary } from '../../src/model/integration';
import {
  DAY,
  HOUR,
  integration,
  MINUTE,
  NOW,
  summary,
  type IntegrationChanges,
  type SummaryChanges,
} from '../support/facts';

const never = { lastIndexedDate: 'absent' } as const;
const failed: Outcome<RepositorySummary> = {
  state: 'failed',
  failure: { kind: 'http', source: 'repositories', request: 'GET /repositories', at: NOW },
};

const stateOf = (changes: IntegrationChanges, repositories: SummaryChanges = {}) =>
  initialIndexingOf(integration({ initDate: NOW - DAY, ...changes }), read(summary(repositories)), NOW);

/** 100 of them, of which as many have a date. */
function indexed(done: number, newest = NOW): SummaryChanges {
  const dates = done === 0 ? undefined : newest;
  return { total: 100, neverIndexed: { yes: 100 - done }, oldestIndexed: dates, newestIndexed: dates };
}

test.each<[string, IntegrationChanges, SummaryChanges, string]>([
  ['it has a date', {}, {}, 'over'],
  ['disabled', { ...never, disabled: true }, {}, 'over'],
  ['revision indexing is off', { ...never, revisionIndexing: false }, {}, 'over'],
  ['its date is not understood', { lastIndexedDate: 'unreadable' }, {}, 'unknown'],
  ['it may be disabled', { ...never, disabled: 'absent' }, {}, 'unknown'],
  ['it has none', never, {}, 'running'],
  ['it has a date, half of its repositories have none', {}, indexed(50), 'over'],
  ['it has a date, more than half of them have none', {}, indexed(49), 'running'],
  [
    'it has a date, few of its repositories have one, and it is a week old',
    { initDate: NOW - 7 * DAY },
    indexed(3),
    'over',
  ],
  ['the same a moment younger', { initDate: NOW - 7 * DAY + 1 }, indexed(3), 'running'],
  ['it has none, moves, and is a week old', { ...never, initDate: NOW - 7 * DAY }, indexed(3), 'unknown'],
  ['the same a moment younger', { ...never, initDate: NOW - 7 * DAY + 1 }, indexed(3), 'running'],
  ['it has none, moves, and nobody knows how old it is', { ...never, initDate: 'absent' }, indexed(60), 'unknown'],
  ['it has none, does not move, and is a week old', { ...never, initDate: NOW - 7 * DAY }, indexed(0), 'running'],
  ['it has a date, of the others nobody knows', {}, { total: 10, neverIndexed: { yes: 5, unknown: 1 } }, 'unknown'],
  ['it has a date, rows could not be used', {}, { total: 10, neverIndexed: { yes: 3 }, unusable: 3 }, 'unknown'],
  ['it has a date, and no repository', {}, { total: 0 }, 'over'],
  ['it has a date, and the list may be cut', {}, { atLeast: true }, 'unknown'],
])('%s', (_, changes, repositories, kind) => {
  expect(stateOf(changes, repositories).kind).toBe(kind);
});

test('where the repositories are missing, only a young integration is surely in it', () => {
  const of = (changes: IntegrationChanges) => initialIndexingOf(integration(changes), failed, NOW);
  expect(of({ ...never, initDate: NOW - HOUR + 1 })).toEqual({
    kind: 'running',
    indexing: { isMoving: true, since: NOW - HOUR + 1 },
  });
  expect(of({ ...never, initDate: NOW - HOUR }).kind).toBe('unknown');
  expect(of({ initDate: NOW - MINUTE }).kind).toBe('unknown');
  expect(initialIndexingOf(integration(never), { state: 'pending', source: 'repositories' }, NOW).kind).toBe('pending');
});

function running(changes: IntegrationChanges, repositories: SummaryChanges) {
  const state = stateOf({ ...never, ...changes }, repositories);
  if (state.kind !== 'running') throw new Error(state.kind);
  return state.indexing;
}

test.each<[string, IntegrationChanges, SummaryChanges, boolean]>([
  ['a repository was indexed within the hour', { initDate: NOW - DAY }, indexed(3, NOW - HOUR + 1), true],
  ['none was for an hour', { initDate: NOW - DAY }, indexed(3, NOW - HOUR), false],
  ['none ever, and younger than an hour', { initDate: NOW - HOUR + 1 }, indexed(0), true],
  ['none ever, and an hour old', { initDate: NOW - HOUR }, indexed(0), false],
  ['none ever, and nobody knows how old', { initDate: 'absent' }, indexed(0), false],
  ['created by a clock that is ahead', { initDate: NOW + 14 * MINUTE }, indexed(0), true],
  ['created tomorrow', { initDate: NOW + DAY }, indexed(0), false],
])('moves or not: %s', (_, changes, repositories, isMoving) => {
  expect(running(changes, repositories).isMoving).toBe(isMoving);
});

test('the rest is estimated from the pace since it was created', () => {
  const since = NOW - 2 * HOUR;
  expect(running({ initDate: since }, { ...indexed(60), total: 100 })).toEqual({
    isMoving: true,
    progress: { done: 60, total: 100, atLeast: false },
    since,
    left: (2 * HOUR * 40) / 60,
  });
});

test.each<[string, IntegrationChanges, SummaryChanges, boolean]>([
  ['5 % are done', {}, indexed(5), true],
  ['4 % are done', {}, indexed(4), false],
  ['it does not move', {}, indexed(60, NOW - 2 * HOUR), false],
  ['nobody knows since when', { initDate: 'absent' }, indexed(60, NOW - 2 * HOUR), false],
  ['the list may be cut', {}, { ...indexed(60), atLeast: true }, false],
  ['rows could not be used', {}, { ...indexed(60), unusable: 1 }, false],
  ['of one nobody knows', {}, { ...indexed(60), neverIndexed: { yes: 39, unknown: 1 } }, false],
])('an estimate, or none: %s', (_, changes, repositories, hasOne) => {
  expect('left' in running({ initDate: NOW - 2 * HOUR, ...changes }, repositories)).toBe(hasOne);
});

test('disabled repositories, and those with revision indexing off, are not waited for', () => {
  const repositories = { total: 100, disabled: 10, unlinked: { yes: 20 }, neverIndexed: { yes: 30 } };
  expect(running({}, repositories).progress).toEqual({ done: 40, total: 70, atLeast: false });
});
