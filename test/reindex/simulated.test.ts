/** @jest-environment node */
import { adviseReindexInterval, mergeTasks, parseQueueExport } from '../../src/core';
import type { QueueTask } from '../../src/model/queue';
import { clock, csvOf, tasksOf, visibleAt } from '../support/queue-capture';
import type { SimulatedInstance } from '../support/queue-instance';
import { simulate } from '../support/queue-simulator';

const small = (change: Partial<SimulatedInstance>): SimulatedInstance => ({
  bigPushMinutes: 0,
  enqueueMinutes: 0.0001,
  garbageCollectionMinutes: 1440,
  mergedTrigger: 'first',
  retention: 'until-next-finished',
  seed: 3,
  nodes: 2,
  threads: 2,
  intervalMinutes: 40,
  errors: 0,
  manualRate: 0,
  minutes: 2000,
  noise: 0.1,
  bigPushes: 0,
  repositories: Array.from({ length: 40 }, (_, place) => ({
    number: place + 1,
    integration: 'GitHub',
    name: `g/${place}`,
    minutes: 2,
    tracked: true,
    webhookRate: 0,
  })),
  ...change,
});

describe('the simulator', () => {
  test('is the same for the same seed and follows the rules of the queue', () => {
    const simulation = simulate(small({}));
    expect(simulate(small({})).rounds).toEqual(simulation.rounds);
    expect(simulation.rounds.every(({ minutes }) => minutes > 18 && minutes < 24)).toBe(true);
    const rows = simulation.histories.flat().filter(({ started }) => !Number.isNaN(started));
    expect(rows.every((row) => row.started >= row.queued)).toBe(true);
    const at = 1000;
    const running = rows.filter((row) => row.started <= at && !(row.finished <= at));
    expect(running.length).toBeLessThanOrEqual(4);
  });

  test('a repository waits at most once for each operation', () => {
    const simulation = simulate(small({ intervalMinutes: 3 }));
    for (const history of simulation.histories) {
      const reindexes = history.filter(({ operation }) => operation === 'reindex');
      reindexes
        .slice(1)
        .forEach((row, place) => expect(row.queued).toBeGreaterThan((reindexes[place]?.started ?? NaN) - 0.001));
    }
  });

  test('rows go after an hour, the newest stays', () => {
    const simulation = simulate(small({ intervalMinutes: 300 }));
    const rows = visibleAt(simulation, 590).filter(({ operation }) => operation === 'reindex');
    expect(new Set(rows.map(({ repository }) => repository.number)).size).toBe(40);
    // The round before the last one ended more than an hour ago: of each repository only the newest row is left.
    expect(
      simulation.histories.flat().filter(({ operation, finished }) => operation === 'reindex' && finished < 590).length,
    ).toBeGreaterThan(40);
    expect(rows).toHaveLength(40);
  });
});

describe('advice on simulated instances', () => {
  test.each<[string, Partial<SimulatedInstance>, string]>([
    ['room between rounds', { intervalMinutes: 40 }, 'rounds'],
    ['overlap', { intervalMinutes: 5 }, 'work'],
    ['far too long', { intervalMinutes: 600, minutes: 4000 }, 'rounds'],
  ])('%s', (_, change, method) => {
    const simulation = simulate(small(change));
    const at = simulation.minutes - 45;
    const advice = adviseReindexInterval({
      tasks: tasksOf(visibleAt(simulation, at), at),
      now: clock(at),
      nodes: 2,
      threads: 2,
    });
    expect(advice).toMatchObject({ kind: 'suggestion', basis: { method } });
    if (advice.kind === 'suggestion') {
      expect(advice.minutes).toBeGreaterThanOrEqual(22);
      expect(advice.minutes).toBeLessThanOrEqual(27);
    }
  });

  test('CSV of many looks gives the same as the tasks themselves', () => {
    const simulation = simulate(small({}));
    const times = [1600, 1650, 1700, 1750];
    const add = (view: (at: number) => QueueTask[]) =>
      times.map(view).reduce((all, tasks) => mergeTasks(all, tasks), []);
    const direct = adviseReindexInterval({
      tasks: add((at) => tasksOf(visibleAt(simulation, at), at)),
      now: clock(1750),
    });
    const parsed = adviseReindexInterval({
      tasks: add((at) => parseQueueExport(csvOf(visibleAt(simulation, at), at), { capturedAt: clock(at) }).tasks),
      now: clock(1750),
    });
    expect(parsed).toMatchObject({ kind: 'suggestion', minutes: direct.kind === 'suggestion' ? direct.minutes : NaN });
    if (parsed.kind === 'suggestion') expect(parsed.basis.rounds).toBeGreaterThanOrEqual(4);
  });

  test('after recent initial indexing there is not enough history', () => {
    const simulation = simulate(small({ meanwhile: { initialIndexing: { at: 1700, share: 0.3, factor: 20 } } }));
    const at = 1850;
    expect(adviseReindexInterval({ tasks: tasksOf(visibleAt(simulation, at), at), now: clock(at) }).kind).toBe(
      'not-enough-history',
    );
  });
});
