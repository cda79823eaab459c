import { settleTimes, type Times } from '../../../src/queue/rows/settle-times';
import type { Moment } from '../../../src/queue/rows/time';

const MINUTE = 60_000;
/** A moment in minutes, and by how many of them it may be off. */
const at = (minutes: number, blur = 0): Moment => ({ at: minutes * MINUTE, blur });

type Given = readonly [Moment | undefined, Moment | undefined, Moment | undefined, (number | undefined)?, number?];

/** Minutes: put in, begun, done; waited and ran where the times do not tell it; how far they may be off. */
type Settled = readonly (number | undefined)[];

function settled(given: Given, isDone: boolean): Settled {
  const [inserted, started, finished, queued, processing] = given;
  const times: Times = settleTimes({ inserted, started, finished, queued, processing, isDone });
  const minutes = (time: number | undefined) => (time === undefined ? undefined : time / MINUTE);
  return [
    minutes(times.queuedAt),
    minutes(times.startedAt),
    minutes(times.finishedAt),
    times.queuedMinutes,
    times.processingMinutes,
    times.blurMinutes,
  ];
}

const NONE = undefined;

describe('exact times', () => {
  test.each<[string, Given, boolean, Settled]>([
    ['all of them', [at(1), at(3), at(7)], true, [1, 3, 7, NONE, 4, 0]],
    ['decide against what is stated', [at(1), at(3), at(7), 9, 9], true, [1, 3, 7, NONE, 4, 0]],
    ['a finish before its start takes no time', [at(1), at(7), at(3)], true, [1, 7, 3, NONE, 0, 0]],
    ['the start from the finish', [NONE, NONE, at(7), NONE, 4], true, [NONE, 3, 7, NONE, 4, 0]],
    ['the insertion from the start', [NONE, at(3), at(7), 2], true, [1, 3, 7, NONE, 4, 0]],
    ['the insertion from the finish', [NONE, NONE, at(7), 2, 4], true, [1, 3, 7, NONE, 4, 0]],
    ['the finish of a task that is done', [at(1), at(3), NONE, NONE, 4], true, [1, 3, 7, NONE, 4, 0]],
    ['no finish of one that runs', [at(1), at(3), NONE, NONE, 4], false, [1, 3, NONE, NONE, 4, 0]],
    ['one that waits', [at(1), NONE, NONE, 5], false, [1, NONE, NONE, 5, NONE, 0]],
    ['durations alone', [NONE, NONE, NONE, 5, 4], true, [NONE, NONE, NONE, 5, 4, 0]],
    ['a finish without a duration', [at(1), NONE, at(7)], true, [1, NONE, 7, NONE, NONE, 0]],
    ['nothing', [NONE, NONE, NONE], false, [NONE, NONE, NONE, NONE, NONE, 0]],
  ])('%s', (_, given, isDone, expected) => {
    expect(settled(given, isDone)).toEqual(expected);
  });

  test('a finish is a whole millisecond', () => {
    const [inserted, finished, queued] = [undefined, undefined, undefined];
    const started = { at: 1, blur: 0 };
    expect(settleTimes({ inserted, started, finished, queued, processing: 0.00001, isDone: true }).finishedAt).toBe(2);
  });
});

describe('times that may be off', () => {
  test.each<[string, Given, boolean, Settled]>([
    ['from the finest of them: the start', [at(0, 60), at(30, 1), at(90, 60), 2, 4], true, [28, 30, 34, 2, 4, 1]],
    ['the finish', [at(0, 60), at(30, 60), at(90, 1), 2, 4], true, [84, 86, 90, 2, 4, 1]],
    ['the insertion', [at(10, 1), at(30, 60), at(90, 60), 2, 4], true, [10, 12, 16, 2, 4, 1]],
    ['of two as fine the start', [at(0, 1), at(30, 1), at(90, 1), 2, 4], true, [28, 30, 34, 2, 4, 1]],
    ['exact ones among them', [at(10), at(30, 60), NONE, 2], false, [10, 12, NONE, 2, NONE, 0]],
    ['no finish of one that runs', [NONE, at(30, 1), NONE, NONE, 4], false, [NONE, 30, NONE, NONE, 4, 1]],
    ['the finish of one that is done', [NONE, at(30, 1), NONE, NONE, 4], true, [NONE, 30, 34, NONE, 4, 1]],
    ['a shown finish of one that is not', [NONE, NONE, at(90, 1), NONE, 4], false, [NONE, 86, 90, NONE, 4, 1]],
    ['a finish alone', [NONE, NONE, at(90, 60)], true, [NONE, NONE, 90, NONE, NONE, 60]],
    ['an insertion alone', [at(10, 60), NONE, NONE], false, [10, NONE, NONE, NONE, NONE, 60]],
    ['no durations', [at(10, 1), at(30, 1), at(90, 1)], true, [10, 30, 90, NONE, NONE, 1]],
  ])('%s', (_, given, isDone, expected) => {
    expect(settled(given, isDone)).toEqual(expected);
  });
});
