/** @jest-environment node */
import fc from 'fast-check';
import { mergeTasks } from '../../src/queue/merge/merge';
import type { QueueTask } from '../../src/model/queue';
import { adviseReindexInterval } from '../../src/reindex/advise';
import type { ReindexEvidence } from '../../src/reindex/evidence';
import { CALIBRATION, DEFAULT_POLICY } from '../../src/reindex/policy';
import { minute, task } from '../support/queue-task';

/** Rounds on two slots, whole, overlapping or cut off, with a webhook now and then. */
const queues = fc
  .record({
    interval: fc.integer({ min: 5, max: 90 }),
    turns: fc.integer({ min: 1, max: 6 }),
    minutes: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 8 }),
    changes: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
    hook: fc.boolean(),
    missing: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ interval, turns, minutes, changes, hook, missing }) => {
    const free = [0, 0];
    const tasks = Array.from({ length: turns }, (_, turn) => turn).flatMap((turn) =>
      minutes.map((usual, place) => {
        const slot = (free[0] ?? 0) <= (free[1] ?? 0) ? 0 : 1;
        const start = Math.max(free[slot] ?? 0, turn * interval);
        free[slot] = start + usual + (changes[(turn + place) % changes.length] ?? 0);
        return task(`r${place}`, turn * interval, start, free[slot], { repositoryId: `${place}` });
      }),
    );
    if (hook) tasks.push(task('r0', 1, 2, 3, { trigger: 'webhook', repositoryId: '0' }));
    return { tasks: tasks.slice(missing), interval, now: Math.max(...free) + 5 };
  });

type Queue = { readonly tasks: readonly QueueTask[]; readonly interval: number; readonly now: number };

const advise = ({ tasks, interval, now }: Queue, more: Partial<ReindexEvidence> = {}) =>
  adviseReindexInterval({ tasks, now: minute(now), current: { kind: 'interval', minutes: interval }, ...more });

/** Times and durations, so many times as long and so much later. */
function moved(row: QueueTask, factor: number, later: number): QueueTask {
  const at = (time: number | undefined) =>
    time === undefined ? undefined : Math.round((time - minute(0)) * factor) + minute(0) + later;
  return { ...row, queuedAt: at(row.queuedAt), startedAt: at(row.startedAt), finishedAt: at(row.finishedAt) };
}

test('the order of the tasks changes nothing', () => {
  fc.assert(
    fc.property(queues, fc.integer({ min: 1, max: 1000 }), (queue, seed) => {
      const place = (row: QueueTask) => ((row.queuedAt ?? 0) / 60_000 + (row.repository ?? '').length * 31) * seed;
      const tasks = [...queue.tasks].sort((a, b) => (place(a) % 17) - (place(b) % 17)).reverse();
      expect(answerOf(advise({ ...queue, tasks }))).toEqual(answerOf(advise(queue)));
    }),
  );
});

test('looks are merged in any order', () => {
  fc.assert(
    fc.property(queues, fc.integer({ min: 0, max: 40 }), (queue, cut) => {
      const [first, second] = [queue.tasks.slice(0, cut), queue.tasks.slice(Math.max(0, cut - 3))];
      const [one, other] = [mergeTasks(first, second), mergeTasks(second, first)];
      expect(answerOf(advise({ ...queue, tasks: one }))).toEqual(answerOf(advise({ ...queue, tasks: other })));
    }),
  );
});

test('other dates change nothing', () => {
  fc.assert(
    fc.property(queues, fc.integer({ min: 1, max: 500_000_000 }), (queue, later) => {
      const tasks = queue.tasks.map((row) => moved(row, 1, later));
      const now = queue.now + later / 60_000;
      expect(answerOf(advise({ ...queue, tasks, now }))).toEqual(answerOf(advise(queue)));
    }),
  );
});

/** Every number of the calculation that is a duration, twice as long. */
const TWICE = {
  retentionMinutes: 2 * CALIBRATION.retentionMinutes,
  stuckMinutes: 2 * CALIBRATION.stuckMinutes,
  tickGapMinutes: 2 * CALIBRATION.tickGapMinutes,
  playedMinutes: 2 * CALIBRATION.playedMinutes,
  marginMinutes: 2 * DEFAULT_POLICY.marginMinutes,
};

test('where everything takes twice as long, so does the round with its margin', () => {
  fc.assert(
    fc.property(queues, (queue) => {
      const { now, interval } = queue;
      const tasks = queue.tasks.map((row) => moved(row, 2, 0));
      const evidence = { tasks, now: minute(2 * now), current: { kind: 'interval', minutes: 2 * interval } } as const;
      const [one, two] = [advise(queue), adviseReindexInterval(evidence, TWICE)];
      expect(two.kind).toBe(one.kind);
      if (one.kind === 'not-enough-history' || two.kind === 'not-enough-history') return;
      expect(two.rawMinutes / one.rawMinutes).toBeCloseTo(2, 3);
    }),
  );
});

test('a lower bound that becomes known never lowers the answer, and nothing below it is good', () => {
  fc.assert(
    fc.property(queues, fc.integer({ min: 1, max: 300 }), (queue, leastMinutes) => {
      const [before, after] = [advise(queue), advise(queue, { leastMinutes })];
      const isMixed = queue.interval <= leastMinutes && leastMinutes < queue.interval * CALIBRATION.mixedRoundsFactor;
      if (after.kind === 'not-enough-history' || isMixed) return;
      expect(after.minutes).toBeGreaterThanOrEqual(before.kind === 'not-enough-history' ? 0 : before.minutes);
      expect(after.minutes).toBeGreaterThan(leastMinutes);
      if (queue.interval < leastMinutes) expect(after.verdict).toBe('too-short');
    }),
  );
});

/** What an admin reads of it. */
function answerOf(advice: ReturnType<typeof advise>) {
  if (advice.kind === 'not-enough-history') return [advice.kind, advice.reason];
  const { kind, minutes, verdict, basis } = advice;
  return [kind, minutes, verdict, basis.method, basis.rounds, basis.slots, basis.leftOut];
}
