import { allRead, incomplete, judgeTally, someHaveIt } from '../../src/checks/tally';
import { summary, type SummaryChanges } from '../support/facts';
import { inFull, type Case } from '../support/judging';

const settings = ['clearText', 'disabled'];

test.each<Case<SummaryChanges>>([
  ['none', {}, 'pass <- counted=0'],
  ['one', { clearText: { yes: 1 } }, 'fail: reason.repositories#1(1, [one]) <- counted=1 -> wanted'],
  [
    'one, another does not say',
    { clearText: { yes: 1, unknown: 1 } },
    'fail: reason.repositories#1(1, [one]) <- counted=1 -> wanted',
  ],
  ['one does not say', { clearText: { unknown: 1 } }, 'unknown: reason.repositories-unread#1(1) <- repositories=10'],
  [
    'no row says',
    { clearText: { unknown: 10 }, notReported: ['state', 'disabled'] },
    'unknown: reason.not-reported(field.disabled) <- disabled absent',
  ],
  [
    'no row says either: the first',
    { clearText: { unknown: 10 }, notReported: ['disabled', 'clearText'] },
    'unknown: reason.not-reported(field.clearText) <- clearText absent',
  ],
  [
    'no row says something else',
    { clearText: { unknown: 3 }, notReported: ['state'] },
    'unknown: reason.repositories-unread#3(3) <- repositories=10',
  ],
  ['no row says, and it is of no matter', { notReported: ['disabled'] }, 'pass <- counted=0'],
  ['a row could not be used', { unusable: 1 }, 'unknown: reason.rows-unusable#1(1) <- repositories=10'],
  ['the list may be cut', { atLeast: true }, 'unknown: reason.list-cut#10(10) <- repositories=10'],
  ['both', { atLeast: true, unusable: 1 }, 'unknown: reason.rows-unusable#1(1) <- repositories=10'],
])('%s', (_, changes, expected) => {
  const repositories = summary(changes);
  const judgement = judgeTally('counted', repositories.clearText, repositories, {
    wanted: { key: 'wanted' },
    settings,
  });
  expect(inFull(judgement)).toBe(expected);
});

test('nothing is missing where all were read', () => {
  expect(incomplete(summary(), [])).toBeUndefined();
  expect(allRead(summary().clearText, summary(), settings)).toBeUndefined();
});

test.each<[string, SummaryChanges, string]>([
  ['all were read', {}, 'reason.repositories'],
  ['the list may be cut', { atLeast: true }, 'reason.repositories-at-least'],
  ['a row could not be used', { unusable: 1 }, 'reason.repositories-at-least'],
])('says how many, or at least how many: %s', (_, changes, key) => {
  const repositories = summary({ clearText: { yes: 2 }, ...changes });
  expect(someHaveIt(repositories.clearText, repositories)).toEqual({
    key,
    count: 2,
    args: [2, { list: ['one', 'two'] }],
  });
});
