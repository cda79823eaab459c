/** @jest-environment node */
import { finish } from '../../../src/steps/steps';
import type { QueueTask } from '../../../src/model/queue';
import { gatherFacts } from '../../../src/reindex/facts/facts';
import { findRuns } from '../../../src/reindex/facts/runs';
import { completePolicy, type Numbers } from '../../../src/reindex/policy';
import { findTicks } from '../../../src/reindex/rounds/ticks';
import { minute, task } from '../../support/queue-task';

function runsOf(tasks: readonly QueueTask[], changes?: Partial<Numbers>) {
  const numbers = completePolicy(changes);
  const facts = finish(gatherFacts(tasks, minute(1000), numbers));
  const runs = findRuns(facts, findTicks(facts, numbers), numbers);
  return { usual: [...runs.usual], stuck: runs.stuck.map((index) => tasks[index]?.id), blocked: [...runs.blocked] };
}

const run = (tick: number, minutes: number, more: Partial<QueueTask> = {}) =>
  task('r', tick, tick, tick + minutes, more);
const error = { status: 'error' } as const;
const webhook = { trigger: 'webhook' } as const;

test.each<[string, QueueTask[], number]>([
  ['none that is done', [task('r', 0, 990)], NaN],
  ['one run', [run(0, 7)], 7],
  ['the geometric mean of several', [run(0, 2), run(60, 8)], 4],
  ['a failure says little', [run(0, 6), run(60, 0.03, error)], 6],
  ['failures alone are what it takes', [run(0, 2, error), run(60, 8, error)], 4],
  ['a webhook beside a round finds less to do', [run(0, 6), run(30, 0.1, webhook)], 6],
  ['a webhook that waited at a tick stood in', [run(0, 2), task('o', 60, 60, 61), task('r', 59, 61, 69, webhook)], 4],
  ['webhooks alone are what it takes', [run(30, 5, webhook)], 5],
  ['initial indexing says nothing', [run(0, 600, { trigger: 'initial-indexing' })], NaN],
  ['a reset says nothing', [run(0, 600, { reset: true })], NaN],
  ['a time of 0 is below a second', [run(0, 0), run(60, 0)], 1 / 120],
])('usual minutes: %s', (_, tasks, usual) => {
  const [found] = runsOf(tasks).usual;
  if (Number.isNaN(usual)) expect(found).toBeNaN();
  else expect(found).toBeCloseTo(usual, 9);
});

describe('stuck', () => {
  const usual = [run(0, 4), run(60, 4)];

  test.each<[string, QueueTask[], boolean]>([
    ['ten times the usual', [...usual, run(120, 40)], true],
    ['a little less', [...usual, run(120, 39.9)], false],
    ['ten times, but short', [run(0, 1), run(60, 1), run(120, 14.9)], false],
    ['ten times, a quarter of an hour', [run(0, 1), run(60, 1), run(120, 15)], true],
    ['the first one that is done', [run(0, 400)], false],
    ['after a failure of two seconds', [run(0, 0.03, error), run(60, 40)], false],
    ['a failure that took long', [...usual, run(120, 40, error)], true],
    ['still running', [...usual, task('r', 120, 960)], true],
    ['still running, not yet as long', [...usual, task('r', 120, 961)], false],
    ['running for the first time, against the longest of all', [task('o', 0, 0, 10), task('r', 0, 900)], true],
    ['running for the first time, a little less', [task('o', 0, 0, 10.1), task('r', 0, 900)], false],
    ['waiting', [...usual, task('r', 120)], false],
  ])('%s: %#', (_, tasks, isStuck) => {
    expect(runsOf(tasks).stuck).toHaveLength(isStuck ? 1 : 0);
  });

  test('two of five are stuck both', () => {
    expect(runsOf([...usual, run(120, 4), run(180, 300), run(600, 320)]).stuck).toHaveLength(2);
  });

  test('one that still runs blocks its repository, and none of them is a usual run', () => {
    const { usual: minutes, blocked } = runsOf([...usual, run(120, 300), task('r', 500, 500)]);
    expect([minutes[0], blocked]).toEqual([expect.closeTo(4, 9), [1]]);
  });
});
