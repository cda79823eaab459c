import type { QueueTask } from '../../../src/model/queue';
import type { ReindexSuggestion } from '../../../src/reindex/advice/advice';
import { adviseReindexInterval } from '../../../src/reindex/advise';
import { playRounds } from '../../../src/reindex/work/forecast';
import { minute, task } from '../../support/queue-task';

/**
 * One slot each works through its 10 repositories again and again, a minute each; ticks every 4 minutes put in what
 * is not queued: each repository waits from the tick after its start to its next turn.
 */
function overlapping(slots: number, until: number, minutes = 1): QueueTask[] {
  const tasks: QueueTask[] = [];
  for (let slot = 0; slot < slots; slot += 1) {
    for (let turn = 0; turn < until / minutes; turn += 1) {
      const start = turn * minutes;
      const before = start - 10 * minutes;
      const queued = before < 0 ? 0 : Math.ceil((before + 0.01) / 4) * 4;
      tasks.push(task(`s${slot}r${turn % 10}`, queued, start, start + minutes));
    }
  }
  return tasks;
}

function suggest(tasks: readonly QueueTask[], nodes?: number, threads?: number): ReindexSuggestion {
  const advice = adviseReindexInterval({
    tasks,
    now: minute(60),
    current: { kind: 'interval', minutes: 4 },
    nodes,
    threads,
  });
  if (advice.kind !== 'suggestion') throw new Error(JSON.stringify(advice));
  return advice;
}

describe('rounds that run into each other', () => {
  test('the work is measured over the slots seen', () => {
    const advice = suggest(overlapping(4, 60));
    expect(advice).toMatchObject({ roundMinutes: 10, minutes: 13, verdict: 'too-short' });
    expect(advice.basis).toMatchObject({
      method: 'work',
      overlap: true,
      slots: { count: 4, source: 'seen' },
      repositories: 40,
    });
    expect(advice.steps[0]).toEqual({ rule: 'work-over-slots', before: 0, after: 10 });
  });

  test('nodes and threads from the dashboard', () => {
    expect(suggest(overlapping(4, 60), 2, 2).basis.slots).toEqual({ count: 4, source: 'declared', seen: 4 });
    // Two nodes, "4 threads", and never more than four at once: the threads of all nodes together.
    expect(suggest(overlapping(4, 60), 2, 4).basis.slots).toMatchObject({ count: 4, source: 'seen' });
  });

  test('never less than the longest task', () => {
    const tasks = [...overlapping(4, 60), task('long', 0, 10, 50)];
    expect(suggest(tasks).roundMinutes).toBeGreaterThanOrEqual(40);
  });

  test('webhook tasks take their share of the slots', () => {
    const webhooks = Array.from({ length: 58 }, (_, place) =>
      task(`w${place}`, place + 1.1, place + 1.1, place + 1.6, { trigger: 'webhook' }),
    );
    const advice = suggest([...overlapping(4, 60), ...webhooks]);
    expect(advice.steps.map(({ rule }) => rule)).toContain('other-load');
  });
});

describe('lower priorities that starve', () => {
  const starved = (count: number) =>
    Array.from({ length: count }, (_, place) => task(`plain${place}`, 0, undefined, undefined, { priority: 20 }));

  test('few of them take what the others take on average, and the confidence is low', () => {
    expect(adviseReindexInterval({ tasks: [...overlapping(4, 60), ...starved(1)], now: minute(60) })).toMatchObject({
      kind: 'suggestion',
      minutes: 14,
      confidence: 'low',
      basis: { method: 'work' },
    });
  });

  test('many of them give a provisional figure, no advice', () => {
    expect(adviseReindexInterval({ tasks: [...overlapping(4, 60), ...starved(20)], now: minute(60) })).toMatchObject({
      kind: 'not-enough-history',
      reason: 'no-complete-round',
      provisionalMinutes: expect.any(Number) as number,
    });
  });
});

describe('a played round', () => {
  test('even tasks fill the slots', () => {
    expect(playRounds([new Float64Array(40).fill(1)], [], 4, 0.95)).toBe(10);
  });

  test('between the work over the slots and the bound of list scheduling', () => {
    const times = Float64Array.from({ length: 30 }, (_, place) => (place === 0 ? 20 : 1));
    const played = playRounds([times], [], 4, 0.95);
    expect(played).toBeGreaterThanOrEqual(20);
    expect(played).toBeLessThanOrEqual(49 / 4 + 20 * 0.75);
  });

  test('a lower priority comes last', () => {
    expect(playRounds([new Float64Array(40).fill(1), new Float64Array(1).fill(8)], [], 4, 0.95)).toBe(18);
  });

  test('the same evidence gives the same figure', () => {
    const times = Float64Array.from({ length: 30 }, (_, place) => place);
    expect(playRounds([times], [0.5, 1, 2], 3, 0.95)).toBe(playRounds([times], [0.5, 1, 2], 3, 0.95));
  });

  test('nothing to do takes no time', () => {
    expect(playRounds([new Float64Array(0)], [], 4, 0.95)).toBe(0);
  });
});
