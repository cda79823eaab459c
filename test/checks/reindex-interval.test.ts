import { reindexInterval } from '../../src/checks/reindex-interval';
import { NO_REINDEX_HISTORY, type IntervalVerdict, type ReindexStatus } from '../../src/model/reindex';
import { reading } from '../support/facts';
import { judgeInstance } from '../support/judging';

function advised(verdict: IntervalVerdict, current: number | 'absent', isUnproven = false): ReindexStatus {
  return {
    kind: 'advised',
    verdict,
    isUnproven,
    suggested: 22,
    round: reading('roundMinutes', 19, 'admin'),
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

test.each([0, 44_641, 9_999_999])(
  'off, by %d minutes: advice, also where nothing proves what a round takes',
  (current) => {
    for (const isUnproven of [false, true]) {
      expect(judgeInstance(reindexInterval, { reindex: advised('off', current, isUnproven) })).toMatchObject({
        verdict: 'fail',
        severity: 'advisory',
        reason: { key: 'check.reindex-interval.reason.off' },
        wanted: { key: 'check.reindex-interval.wanted.off' },
        found: [{ value: current }, { value: 19 }],
      });
    }
  },
);

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

test('an interval that only the last run duration calls long enough is Unknown', () => {
  expect(judgeInstance(reindexInterval, { reindex: advised('good', 22, true) })).toMatchObject({
    verdict: 'unknown',
    reason: { key: 'check.reindex-interval.reason.unproven' },
  });
});

test('too little history is Unknown, and no number', () => {
  expect(judgeInstance(reindexInterval, { reindex: NO_REINDEX_HISTORY })).toEqual({
    verdict: 'unknown',
    found: [],
    reason: { key: 'check.reindex-interval.reason.history' },
  });
});
