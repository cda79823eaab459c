import fc from 'fast-check';

import type { QueueTask } from '../../src/model/queue';
import { createQueueParser, parseQueueExport } from '../../src/queue/read-queue';
import { clock, csvOf, tasksOf } from '../support/queue-capture';
import type { SimulatedTask } from '../support/simulation';

const simulated: fc.Arbitrary<SimulatedTask> = fc.record({
  number: fc.nat(1_000_000),
  parent: fc.nat(1_000_000),
  repository: fc.record({
    number: fc.integer({ min: 1, max: 99_999 }),
    integration: fc.constantFrom('GitHub', 'Git, "Hub"', 'a;b', 'ü 😀'),
    name: fc.constantFrom('group/one', 'two, three', 'a "b" c', 'x;y|z', '7'),
    minutes: fc.constant(1),
    tracked: fc.constant(true),
    webhookRate: fc.constant(0),
  }),
  operation: fc.constantFrom('reindex' as const, 'garbage-collection' as const, 'removal' as const),
  trigger: fc.constantFrom('scheduled' as const, 'webhook' as const, 'manual' as const, 'app-activity' as const),
  priority: fc.nat(30),
  queued: fc.integer({ min: 0, max: 600_000 }).map((second) => second / 60),
  started: fc.constant(0),
  finished: fc.constant(0),
  outcome: fc.constantFrom('indexed' as const, 'error' as const),
  node: fc.nat(3),
  rounds: fc.constant([]),
});

const tasks = fc
  .uniqueArray(fc.tuple(simulated, fc.nat(600), fc.nat(600)), { selector: ([{ number }]) => number, minLength: 1 })
  .map((rows) =>
    rows.map(([one, waits, runs]) => ({ ...one, started: one.queued + waits, finished: one.queued + waits + runs })),
  );

const UNTOLD = ['queuedMinutes', 'processingMinutes', 'seenAt', 'reset'] as const;

/** What the text says of a task; when it was looked at and what follows from its times is told elsewhere. */
function said(task: QueueTask) {
  const told: { -readonly [Name in keyof QueueTask]?: QueueTask[Name] } = { ...task };
  for (const name of UNTOLD) delete told[name];
  return JSON.parse(JSON.stringify(told)) as unknown;
}

test('what is printed as CSV is read as it was, at once or in pieces', () => {
  fc.assert(
    fc.property(tasks, fc.integer({ min: 10_000, max: 12_000 }), fc.integer({ min: 1, max: 50 }), (given, at, size) => {
      const text = csvOf(given, at);
      const found = parseQueueExport(text, { capturedAt: clock(at) });
      expect(found.problems).toEqual([]);
      expect(found.tasks.map(said)).toEqual(tasksOf(given, at).map(said));
      const parser = createQueueParser({ capturedAt: clock(at) });
      for (let from = 0; from < text.length; from += size) parser.push(text.slice(from, from + size));
      expect(parser.finish()).toEqual(found);
    }),
    { numRuns: 50 },
  );
});
