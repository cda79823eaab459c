import { reindexInterval } from '../../src/checks/reindex-interval';
import { known } from '../../src/model/reading';
import {
  NO_REINDEX_HISTORY,
  type IntervalVerdict,
  type LowerBoundVerdict,
  type ReindexStatus,
} from '../../src/model/reindex';
import { reading, stampOf } from '../support/facts';
import { judgeInstance } from '../support/judging';

function advised(verdict: IntervalVerdict, current: number | 'absent'): ReindexStatus {
  return {
    kind: 'advised',
    verdict,
    suggested: 22,
    round: reading('roundMinutes', 19, 'admin'),
    current: reading('reindexInterval', current, 'admin'),
  };
}

function atLeast(verdict: LowerBoundVerdict, current: number | 'absent'): ReindexStatus {
  return {
    kind: 'at-least',
    verdict,
    suggested: 22,
    bound: known('atLeastMinutes', 19, stampOf('admin')),
    current: reading('reindexInterval', current, 'admin'),
  };
}

test.each([
  ['too-short', 5, 'fail', 'high'],
  ['tight', 20, 'fail', 'low'],
  ['good', 22, 'pass', undefined],
  ['longer-than-needed', 120, 'fail', 'advisory'],
] as const)('%s: an interval of %d minutes for rounds of 19', (verdict, current, expected, severity) => {
  const judgement = judgeInstance(reindexInterval, { reindex: advised(verdict, current) });
  expect(judgement.verdict).toBe(expected);
  expect(judgement.severity).toBe(severity);
  expect(judgement.found).toMatchObject([{ value: current }, { value: 19 }]);
});

test.each([
  ['what a round takes is known', advised],
  ['only a lower bound is known', atLeast],
] as const)('off: advice, where %s', (_, status) => {
  for (const current of [0, 44_641, 9_999_999]) {
    expect(judgeInstance(reindexInterval, { reindex: status('off', current) })).toMatchObject({
      verdict: 'fail',
      severity: 'advisory',
      reason: { key: 'check.reindex-interval.reason.off' },
      wanted: { key: 'check.reindex-interval.wanted.off' },
      found: [{ value: current }, { value: 19 }],
    });
  }
});

test.each([0, 44_641, 9_999_999])(
  'off, by %d minutes: advice, without any history, as there are no rounds',
  (current) => {
    const reindex: ReindexStatus = { kind: 'not-enough-history', off: reading('reindexInterval', current, 'admin') };
    expect(judgeInstance(reindexInterval, { reindex })).toMatchObject({
      verdict: 'fail',
      severity: 'advisory',
      reason: { key: 'check.reindex-interval.reason.off' },
      wanted: { key: 'check.reindex-interval.wanted.off' },
      found: [{ field: 'reindexInterval', value: current }],
    });
  },
);

test('a current interval that nobody told is Unknown, with what would fit', () => {
  expect(judgeInstance(reindexInterval, { reindex: advised('current-unknown', 'absent') })).toMatchObject({
    verdict: 'unknown',
    reason: { key: 'check.reindex-interval.reason.current-unknown', args: [22] },
  });
});

test('a lower bound proves an interval too short: high, and at least so many minutes are wanted', () => {
  const judgement = judgeInstance(reindexInterval, { reindex: atLeast('too-short', 5) });
  expect(judgement).toMatchObject({
    verdict: 'fail',
    wanted: { key: 'check.reindex-interval.wanted.at-least', args: [22] },
    reason: { key: 'check.reindex-interval.reason.too-short.at-least' },
    found: [{ value: 5 }, { value: 19 }],
  });
  expect(judgement.severity ?? reindexInterval.severity).toBe('high');
});

test.each([
  ['not-proven', 22, { key: 'check.reindex-interval.reason.not-proven', args: [{ duration: 19 * 60_000 }] }],
  ['current-unknown', 'absent', { key: 'check.reindex-interval.reason.current-unknown.at-least', args: [22] }],
] as const)('a lower bound alone, %s: Unknown, with the bound in the reason', (verdict, current, reason) => {
  expect(judgeInstance(reindexInterval, { reindex: atLeast(verdict, current) })).toMatchObject({
    verdict: 'unknown',
    reason,
  });
});

test('too little history is Unknown, and no number', () => {
  expect(judgeInstance(reindexInterval, { reindex: NO_REINDEX_HISTORY })).toEqual({
    verdict: 'unknown',
    found: [],
    reason: { key: 'check.reindex-interval.reason.history' },
  });
});
