import { isDue, lastAttempt, noteAttempt, type Attempt } from '../../../src/badges/judge/due';
import type { KeptCheck } from '../../../src/last-check/kept-check';
import { DAY, HOUR, NOW } from '../../support/facts';

const ago = (age: number, changes: Partial<KeptCheck> = {}): KeptCheck => ({
  version: 1,
  at: NOW - age,
  badges: 'on',
  subjects: [],
  ...changes,
});
const tried = (age: number, isTooMuch = false): Attempt => ({ at: NOW - age, isTooMuch });

beforeEach(() => localStorage.clear());
afterEach(() => jest.restoreAllMocks());

test.each<[string, KeptCheck | undefined, Attempt | undefined, boolean]>([
  ['nothing was ever checked', undefined, undefined, true],
  ['the last check is an hour old', ago(HOUR), undefined, true],
  ['the last check is younger', ago(HOUR - 1), undefined, false],
  ['an hour ago it was tried, in vain', ago(DAY), tried(HOUR), true],
  ['it was tried since', ago(DAY), tried(HOUR - 1), false],
  ['it was tried, and nothing is known', undefined, tried(1), false],
  ['the clock was set back by less than an hour', ago(1 - HOUR), undefined, false],
  ['the clock was set back by more', ago(-HOUR), tried(-HOUR), true],
  ['there are as many as may be', ago(HOUR, { repositories: 5_000 }), undefined, true],
  ['there are more', ago(DAY, { repositories: 5_001 }), undefined, false],
  ['it is only to show the last check', ago(DAY, { badges: 'last-check' }), undefined, false],
  ['it is switched off', ago(DAY, { badges: 'off' }), undefined, false],
  ['it was too much, and nobody knows more', undefined, tried(DAY, true), false],
  ['it was too much after the last check', ago(2 * DAY), tried(DAY, true), false],
  ['the panel checked since it was too much', ago(HOUR), tried(DAY, true), true],
])('where %s', (_what, check, attempt, due) => expect(isDue(check, attempt, NOW)).toBe(due));

test('an attempt is remembered, for each Jira', () => {
  expect(lastAttempt('/jira')).toBeUndefined();
  noteAttempt('/jira', { at: NOW, isTooMuch: false });
  noteAttempt('', { at: NOW, isTooMuch: true });
  expect([lastAttempt('/jira'), lastAttempt('')]).toEqual([
    { at: NOW, isTooMuch: false },
    { at: NOW, isTooMuch: true },
  ]);
});

test('what is no attempt is none', () => {
  noteAttempt('/jira', { at: NOW, isTooMuch: false });
  jest.spyOn(Storage.prototype, 'getItem').mockReturnValue('yesterday');
  expect(lastAttempt('/jira')).toBeUndefined();
});
