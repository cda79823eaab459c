/** @jest-environment node */
import { adviseReindexInterval, mergeTasks, parseQueueExport } from '../../src/core';
import type { QueueTask } from '../../src/model/queue';
import { clock, csvOf, inWholeSeconds, tasksOf, visibleAt } from '../support/queue-capture';
import { withRoom, type SimulatedInstance } from '../support/queue-instance';
import { pageText } from '../support/queue-page-text';
import { simulate } from '../support/queue-simulator';
import { isScan, type SimulatedTask, type Simulation } from '../support/simulation';
import { smallInstance as small } from '../support/small-instance';

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

/** Of what was done, without garbage collection. */
function runsOf({ histories }: Simulation): SimulatedTask[] {
  return histories.flat().filter(({ operation, finished }) => operation === 'reindex' && !Number.isNaN(finished));
}

const took = ({ started, finished }: SimulatedTask) => finished - started;

/** The most tasks that ran at once. */
function mostAtOnce(runs: readonly SimulatedTask[]): number {
  const changes = runs.flatMap(({ started, finished }) => [
    { at: started, by: 1 },
    { at: finished, by: -1 },
  ]);
  let running = 0;
  return Math.max(...changes.sort((a, b) => a.at - b.at || a.by - b.by).map(({ by }) => (running += by)));
}

describe('what a simulated instance may have', () => {
  test('priority, insertion and id decide the order', () => {
    const { repositories } = small({});
    const plain = repositories.map((one) => ({ ...one, tracked: one.number > 10 }));
    const [first] = simulate(small({ nodes: 1, threads: 1, intervalMinutes: 200, repositories: plain })).rounds;
    const runs = runsOf(simulate(small({ nodes: 1, threads: 1, intervalMinutes: 200, repositories: plain })));
    const round = runs
      .filter(({ rounds }) => rounds.includes(first?.number ?? NaN))
      .sort((a, b) => a.started - b.started);
    const tracked = Array.from({ length: 30 }, (_, place) => place + 11);
    const others = Array.from({ length: 10 }, (_, place) => place + 1);
    expect(round.map(({ repository }) => repository.number)).toEqual([...tracked, ...others]);
  });

  test.each([
    ['beside', 5],
    ['inside', 4],
  ] as const)('the task of the integration itself, %s the slots', (place, most) => {
    const simulation = simulate(small({ scans: { place, minutes: 5, priority: 21 } }));
    const runs = runsOf(simulation);
    expect(mostAtOnce(runs)).toBe(most);
    const scans = runs.filter(isScan);
    expect(scans.length).toBeGreaterThan(40);
    expect(scans.every((scan) => took(scan) > 3 && scan.rounds.length === 0)).toBe(true);
    if (place === 'beside') expect(scans.every(({ queued, started }) => started - queued < 0.001)).toBe(true);
    const at = 1990;
    const tasks = tasksOf(visibleAt(simulation, at), at).filter(({ repository }) => repository === undefined);
    expect(tasks.length).toBeGreaterThan(0);
    expect(tasks[0]).toMatchObject({ integration: 'GitHub', repositoryId: undefined });
  });

  test('a stuck task keeps its slot, and on the only slot all others wait', () => {
    const simulation = simulate(
      small({ nodes: 1, threads: 1, intervalMinutes: 100, meanwhile: { stuck: [{ from: 900, minutes: 400 }] } }),
    );
    const [stuck, ...more] = runsOf(simulation).filter(({ isStuck }) => isStuck);
    expect(more).toEqual([]);
    expect(stuck && took(stuck)).toBeCloseTo(400);
    const { started = NaN, finished = NaN } = stuck ?? {};
    expect(runsOf(simulation).filter((run) => run.started > started && run.started < finished)).toEqual([]);
  });

  test('failures after seconds: a broken repository, an integration whose host is gone, now and then', () => {
    const { repositories } = small({});
    const failed = (change: Partial<SimulatedInstance>) =>
      runsOf(simulate(small(change))).filter((run) => run.outcome === 'error' && took(run) < 0.05);
    const broken = failed({ repositories: repositories.map((one) => ({ ...one, isBroken: one.number === 7 })) });
    expect(new Set(broken.map(({ repository }) => repository.number))).toEqual(new Set([7]));
    const out = failed({ meanwhile: { outages: [{ integration: 'GitHub', from: 500, to: 600 }] } });
    expect(out.length).toBeGreaterThanOrEqual(80);
    expect(out.every(({ started }) => started >= 500 && started < 600.001)).toBe(true);
    const share = failed({ errors: 0.2, errorsAreShort: true }).length / runsOf(simulate(small({}))).length;
    expect(share).toBeCloseTo(0.2, 1);
  });

  test('by day everything takes longer, and webhooks come', () => {
    const { repositories } = small({});
    const day = { share: 1, noon: 720 };
    const runs = runsOf(
      simulate(small({ minutes: 1440, day, repositories: repositories.map((one) => ({ ...one, webhookRate: 0.01 })) })),
    );
    const around = (from: number, to: number) => runs.filter(({ started }) => started >= from && started < to);
    const mean = (some: readonly SimulatedTask[]) => some.reduce((sum, run) => sum + took(run), 0) / some.length;
    expect(mean(around(660, 780))).toBeCloseTo(4, 0);
    expect(mean(around(0, 300))).toBeCloseTo(2, 0);
    const webhooks = (some: readonly SimulatedTask[]) => some.filter(({ trigger }) => trigger === 'webhook').length;
    expect(webhooks(around(600, 840))).toBeGreaterThan(4 * webhooks(around(0, 240)));
  });

  test('times grow up to the look', () => {
    const runs = runsOf(simulate(small({ minutes: 7 * 1440, meanwhile: { growthPerDay: 0.2 } })));
    const mean = (some: readonly SimulatedTask[]) => some.reduce((sum, run) => sum + took(run), 0) / some.length;
    expect(mean(runs.slice(-20))).toBeCloseTo(2, 0);
    expect(mean(runs.filter(({ started }) => started < 200))).toBeCloseTo(2 * Math.exp(-1.4), 1);
  });

  test('repositories come and go', () => {
    const { repositories } = small({});
    const simulation = simulate(
      small({
        repositories: repositories.map((one) => ({
          ...one,
          ...(one.number > 30 ? { since: 1000 } : one.number < 11 && { until: 1000 }),
        })),
      }),
    );
    const numbers = (isOf: (run: SimulatedTask) => boolean) =>
      [
        ...new Set(
          runsOf(simulation)
            .filter(isOf)
            .map(({ repository }) => repository.number),
        ),
      ].sort((a, b) => a - b);
    expect(numbers(({ queued }) => queued < 1000)).toEqual(Array.from({ length: 30 }, (_, place) => place + 1));
    expect(numbers(({ queued }) => queued >= 1000)).toEqual(Array.from({ length: 30 }, (_, place) => place + 11));
  });

  test('a node that is lost starts nothing, until it is back', () => {
    const runs = runsOf(simulate(small({ meanwhile: { lostNodes: [{ node: 1, from: 600, to: 900 }] } })));
    const nodes = (from: number, to: number) =>
      new Set(runs.filter(({ started }) => started > from && started < to).map(({ node }) => node));
    expect(nodes(600, 900)).toEqual(new Set([0]));
    expect(nodes(0, 600)).toEqual(new Set([0, 1]));
    expect(nodes(900, 2000)).toEqual(new Set([0, 1]));
  });

  test('a storm of pushes', () => {
    const runs = runsOf(simulate(small({ intervalMinutes: 300, storms: { perDay: 3, minutes: 10, requests: 30 } })));
    const pushed = runs.filter(({ trigger }) => trigger === 'webhook').map(({ queued }) => queued);
    expect(pushed.length).toBeGreaterThan(30);
    const crowded = pushed.filter((at) => pushed.filter((other) => Math.abs(other - at) <= 10).length >= 10);
    expect(crowded.length).toBe(pushed.length);
  });

  test('with room it is as at the look', () => {
    const { repositories } = small({});
    const world = withRoom(
      small({
        intervalMinutes: 3,
        repositories: repositories.map((one) => (one.number > 20 ? { ...one, until: 1000 } : one)),
        meanwhile: {
          stuck: [{ from: 0, minutes: 400 }],
          growthPerDay: 1,
          outages: [{ integration: 'GitHub', from: 0, to: 9999 }],
        },
      }),
      10,
    );
    const { rounds } = simulate(world);
    expect(world.repositories).toHaveLength(20);
    expect(rounds.length).toBeGreaterThan(40);
    expect(
      rounds.every(({ minutes, overlaps, tasks }) => minutes > 8 && minutes < 14 && !overlaps && tasks === 20),
    ).toBe(true);
  });
});

describe('what is captured of it', () => {
  const simulation = simulate(small({ scans: { place: 'inside', minutes: 1, priority: 21 } }));
  // In the midst of a round: rows that wait, run and are done.
  const at = (simulation.rounds[20]?.tick ?? NaN) + 10;
  const visible = visibleAt(simulation, at);
  const read = (view: { from?: number; rows?: number; isOpened?: boolean }) => {
    const { from = 1, rows = Infinity, isOpened = true } = view;
    const text = pageText(simulation.instance, visible, at, {
      from,
      rows,
      isOpened: () => isOpened,
      hasDashboard: true,
    });
    return parseQueueExport(text, { capturedAt: clock(at) });
  };

  test('an opened page says the same as the tasks, but for times known to a minute or an hour', () => {
    const { tasks, problems, dashboard } = read({});
    expect(problems).toEqual([]);
    expect(dashboard).toMatchObject({ nodes: 2, threads: 2, intervalMinutes: 40 });
    const direct = new Map(tasksOf(visible, at).map((task) => [task.id, task]));
    expect(new Set(tasks.map(({ status }) => status))).toEqual(new Set(['indexing', 'queued', 'indexed']));
    expect(tasks).toHaveLength(direct.size);
    for (const task of tasks) {
      const {
        operation,
        trigger,
        status,
        integration,
        repository,
        priority,
        processingMinutes,
        queuedAt = NaN,
      } = direct.get(task.id) ?? {};
      expect(task).toMatchObject({ operation, trigger, status, integration, priority });
      expect(task.repository).toBe(repository);
      if (processingMinutes === undefined) expect(task.processingMinutes).toBeUndefined();
      else expect(Math.abs((task.processingMinutes ?? NaN) - processingMinutes)).toBeLessThanOrEqual(1 / 60);
      expect(Math.abs((task.queuedAt ?? NaN) - queuedAt)).toBeLessThanOrEqual((task.blurMinutes ?? 0) * 60_000 + 1000);
    }
  });

  test('closed rows have no ids and no durations; ten rows are told apart from the whole', () => {
    const { tasks } = read({ isOpened: false });
    expect(tasks).toHaveLength(visible.length);
    expect(tasks.every((task) => task.id === undefined && task.processingMinutes === undefined)).toBe(true);
    const page = read({ from: 11, rows: 10 });
    expect(page.dashboard?.shown).toEqual({ from: 11, to: 20, total: visible.length });
    expect(page.tasks.map(({ row, outOf }) => [row, outOf])).toEqual(
      Array.from({ length: 10 }, (_, place) => [place + 11, visible.length]),
    );
  });

  test('whole seconds', () => {
    const [task] = tasksOf(inWholeSeconds(visible.filter(({ finished }) => finished <= at)), at);
    expect([task?.queuedAt, task?.startedAt, task?.finishedAt].map((time) => (time ?? NaN) % 1000)).toEqual([0, 0, 0]);
  });

  test('rows that stand twice are the same tasks', () => {
    const twice = parseQueueExport(csvOf([...visible, ...visible], at), { capturedAt: clock(at) }).tasks;
    expect(mergeTasks([], twice)).toHaveLength(visible.length);
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
