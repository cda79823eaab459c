/** @jest-environment node */
import { finish } from '../../../src/steps/steps';
import type { QueueTask } from '../../../src/model/queue';
import { gatherFacts } from '../../../src/reindex/facts/facts';
import { completePolicy } from '../../../src/reindex/policy';
import { findTicks, lastAtMost, waitedAtTick } from '../../../src/reindex/rounds/ticks';
import { minute, T0, task } from '../../support/queue-task';

const numbers = completePolicy();
const factsOf = (tasks: readonly QueueTask[]) => finish(gatherFacts(tasks, minute(1000), numbers));
const ticksOf = (tasks: readonly QueueTask[]) => findTicks(factsOf(tasks), numbers);
const at = (times: Float64Array) => [...times].map((time) => (time - T0) / 60_000);

/** One task for each insertion, in minutes. */
const inserted = (queued: readonly number[], more: Partial<QueueTask> = {}) =>
  queued.map((minutes, place) => task(`r${place}`, minutes, minutes + 1, minutes + 2, more));

test.each<[string, number[], Partial<QueueTask>, number[], number[]]>([
  ['none', [], {}, [], []],
  ['half a minute apart are one', [0, 0.5, 1], {}, [0], [1]],
  ['a little more are two', [0, 0.51], {}, [0, 0.51], [0, 0.51]],
  ['in any order', [30, 0.2, 0, 30.1], {}, [0, 30], [0.2, 30.1]],
  ['known to the minute only', [0, 1, 2], { blurMinutes: 0.5 }, [0], [2]],
  ['known to the minute only, with one between', [0, 2], { blurMinutes: 0.5 }, [0, 2], [0, 2]],
  ['times that may be five minutes off', [0, 30], { blurMinutes: 5 }, [0, 30], [0, 30]],
  ['times that may be more off say nothing', [0, 30], { blurMinutes: 5.1 }, [], []],
  ['webhooks make none', [0, 30], { trigger: 'webhook' }, [], []],
])('%s', (_, queued, more, first, last) => {
  const ticks = ticksOf(inserted(queued, more));
  expect([at(ticks.first), at(ticks.last)]).toEqual([first, last]);
});

test.each<[Partial<QueueTask>, object]>([
  [{}, { coarse: false, blurred: false, untimed: 0 }],
  [{ blurMinutes: 0.4 }, { coarse: false, blurred: false, untimed: 0 }],
  [{ blurMinutes: 0.5 }, { coarse: true, blurred: true, untimed: 0 }],
  [
    { blurMinutes: 1, queuedMinutes: 1, processingMinutes: 1 },
    { coarse: true, blurred: false, untimed: 0 },
  ],
  [{ blurMinutes: 60 }, { coarse: true, blurred: true, untimed: 1 }],
  [{ queuedAt: undefined }, { untimed: 1 }],
])('what is known of the times: %j', (more, expected) => {
  expect(ticksOf(inserted([0], more))).toMatchObject(expected);
});

test.each<[string, QueueTask, boolean]>([
  ['a scheduled one', task('r', 0, 5, 6), true],
  ['one that came before the tick and began after it', task('r', -5, 0, 1, { trigger: 'webhook' }), true],
  ['one that began before it', task('r', -5, -0.1, 1, { trigger: 'webhook' }), false],
  ['one that came with it', task('r', 0.2, 3, 4, { trigger: 'manual' }), true],
  ['one that came after it', task('r', 0.4, 3, 4, { trigger: 'manual' }), false],
  ['one that waited for the next', task('r', 20, 31, 32, { trigger: 'manual' }), true],
  ['one that says not when it came', task('r', 0, 3, 4, { trigger: 'manual', queuedAt: undefined }), false],
])('%s waited at a tick: %s', (_, row, expected) => {
  const facts = factsOf([row, ...inserted([0, 0.2]), ...inserted([30], { repository: 'other' })]);
  const without = factsOf([...inserted([0, 0.2]), ...inserted([30], { repository: 'other' })]);
  expect(waitedAtTick(facts, findTicks(without, numbers), 0)).toBe(expected);
});

test.each([
  [-1, -1],
  [0, 0],
  [4.9, 0],
  [5, 2],
  [9, 3],
])('the last of 0, 5, 5, 9 that is at most %d', (value, place) => {
  const sorted = Float64Array.from([0, 5, 5, 9]);
  for (const guess of [-1, 0, 1, 2, 3, 4]) expect(lastAtMost(sorted, value, guess)).toBe(place);
});
