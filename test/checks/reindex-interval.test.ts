import { reindexInterval } from '../../src/checks/reindex-interval';
import { known } from '../../src/model/reading';
import {
  NO_REINDEX_HISTORY,
  type IntervalVerdict,
  type LowerBoundVerdict,
  type ReindexStatus,
} from '../../src/model/reindex';
import { MINUTE, reading, stampOf } from '../support/facts';
import { inFull, judgeInstance } from '../support/judging';

function advised(verdict: IntervalVerdict, current: number | 'absent', isSure = true): ReindexStatus {
  return {
    kind: 'advised',
    verdict,
    isSure,
    suggested: 22,
    round: reading('roundMinutes', 19, 'admin'),
    current: reading('reindexInterval', current, 'admin'),
  };
}

function atLeast(verdict: LowerBoundVerdict, current: number | 'absent', isProbable = false): ReindexStatus {
  return {
    kind: 'at-least',
    verdict,
    suggested: 22,
    isProbable,
    atLeast: 19,
    bound: known('atLeastMinutes', 19, stampOf('admin')),
    current: reading('reindexInterval', current, 'admin'),
  };
}

const own = 'check.reindex-interval.reason';
const wanted = 'check.reindex-interval.wanted';
const found = (current: number) => `<- reindexInterval=${current}, roundMinutes=19`;
const foundBound = (current: number) => `<- reindexInterval=${current}, atLeastMinutes=19`;
const off = `advisory fail: ${own}.off`;

test.each<[string, ReindexStatus, string]>([
  [
    'too short by dates alone',
    atLeast('too-short', 5, true),
    `fail: ${own}.too-short.probably ${foundBound(5)} -> ${wanted}.at-least(22)`,
  ],
  ['good, and not sure', advised('good', 22, false), `unknown, needs data: ${own}.fits-so-far ${found(22)}`],
  [
    'too short, and not sure',
    advised('too-short', 5, false),
    `high fail: ${own}.too-short ${found(5)} -> ${wanted}(22)`,
  ],
  ['too short', advised('too-short', 5), `high fail: ${own}.too-short ${found(5)} -> ${wanted}(22)`],
  ['tight', advised('tight', 20), `low fail: ${own}.tight ${found(20)} -> ${wanted}(22)`],
  ['good', advised('good', 22), `pass "check.reindex-interval.right(22, ${19 * MINUTE} ms)" ${found(22)}`],
  [
    'longer than needed',
    advised('longer-than-needed', 120),
    `advisory fail: ${own}.longer-than-needed ${found(120)} -> ${wanted}(22)`,
  ],
  [
    'nobody told what is set',
    advised('current-unknown', 'absent'),
    `unknown, needs data: ${own}.current-unknown(22) <- reindexInterval absent, roundMinutes=19`,
  ],
  ['off', advised('off', 0), `${off} ${found(0)} -> ${wanted}.off`],
  [
    'shorter than a lower bound',
    atLeast('too-short', 5),
    `fail: ${own}.too-short.at-least ${foundBound(5)} -> ${wanted}.at-least(22)`,
  ],
  [
    'longer than a lower bound, which proves nothing',
    atLeast('not-proven', 22),
    `unknown, needs data: ${own}.not-proven(${19 * MINUTE} ms) ${foundBound(22)}`,
  ],
  [
    'a lower bound, and nobody told what is set',
    atLeast('current-unknown', 'absent'),
    `unknown, needs data: ${own}.current-unknown.at-least(22) <- reindexInterval absent, atLeastMinutes=19`,
  ],
  ['off, and a lower bound', atLeast('off', 0), `${off} ${foundBound(0)} -> ${wanted}.off`],
  [
    'off, without any history, as there are no rounds',
    { kind: 'not-enough-history', off: reading('reindexInterval', 9_999_999, 'admin') },
    `${off} <- reindexInterval=9999999 -> ${wanted}.off`,
  ],
  ['too little history is Unknown, and no number', NO_REINDEX_HISTORY, `unknown, needs data: ${own}.history`],
])('%s', (_, reindex, expected) => {
  expect(inFull(judgeInstance(reindexInterval, { reindex }))).toBe(expected);
});

test('weighs high, also where a lower bound proves it too short', () => expect(reindexInterval.severity).toBe('high'));
