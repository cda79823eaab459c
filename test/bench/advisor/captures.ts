import { mergeTasks, parseQueueExport } from '../../../src/core';
import type { QueueTask } from '../../../src/model/queue';
import type { ReindexEvidence } from '../../../src/reindex/evidence';
import { clock, csvOf, inWholeSeconds, statusAt, tasksOf, visibleAt } from '../../support/queue-capture';
import { isEnabled } from '../../support/queue-instance';
import { enqueueMinutesOf, inOrderOfPage, pageText } from '../../support/queue-page-text';
import type { SimulatedTask, Simulation } from '../../support/simulation';
import type { SeededRandom } from '../../support/seeded-random';

/** Which looks an admin takes, and what of the queue gets into the panel by them. */
export interface CapturePlan {
  /** Minutes from the first look to the last, and between two. */
  readonly span: number;
  readonly every: number;
  readonly form: 'tasks' | 'csv' | 'page' | 'nothing';
  /** Of pages: rows a page, pages one after the other within minutes, and the share of their rows that is opened. */
  readonly rows?: number;
  readonly pages?: number;
  readonly opened?: number;
  readonly wholeSeconds?: boolean;
  /** Every row stands twice. */
  readonly twice?: boolean;
}

/** What the capture tells of a task that is done: how well its times can be known. */
export interface Shown {
  readonly task: SimulatedTask;
  /** Its processing time is there; its times are known to a minute. */
  readonly isTimed: boolean;
  readonly isExact: boolean;
}

export interface Capture {
  readonly evidence: ReindexEvidence;
  /** By number of the task. */
  readonly shown: ReadonlyMap<number, Shown>;
}

/** Minutes that an admin needs to turn, open and copy a page. */
const TURN = 0.7;

/** What the page knows by "x minutes ago" is off by a minute; from 50 minutes on by an hour. */
const KNOWN_TO_A_MINUTE = 50;

interface Look {
  readonly tasks: readonly QueueTask[];
  readonly shown: readonly Shown[];
}

export function capture(simulation: Simulation, plan: CapturePlan, random: SeededRandom): Capture {
  const { instance, minutes: end } = simulation;
  const times = [end];
  for (let at = end - plan.every; at >= end - plan.span; at -= plan.every) times.unshift(at);
  const looks = plan.form === 'nothing' ? [] : times.flatMap((at) => looksAt(simulation, at, plan, random));
  const shown = new Map<number, Shown>();
  for (const one of looks.flatMap((look) => look.shown))
    if (shown.get(one.task.number)?.isExact !== true) shown.set(one.task.number, one);
  const hasDashboard = plan.form === 'page' ? random.chance(0.85) : random.chance(0.5);
  const hasRun = plan.form === 'nothing' || (hasDashboard && random.chance(0.7));
  const runs = plan.form === 'nothing' ? times : times.slice(-1);
  return {
    shown,
    evidence: {
      tasks: mergeAll(looks.map(({ tasks }) => [...tasks])),
      now: clock(end),
      ...(random.chance(0.9) && { current: { kind: 'interval', minutes: instance.intervalMinutes } }),
      ...(hasDashboard && { nodes: instance.nodes, threads: instance.threads }),
      ...(hasRun && { runDurations: runs.map((at) => ({ at: clock(at), minutes: enqueueMinutesOf(instance) })) }),
      ...(random.chance(0.85) && {
        repositories: instance.repositories.filter((repository) => isEnabled(repository, end)).length,
      }),
    },
  };
}

function looksAt(simulation: Simulation, at: number, plan: CapturePlan, random: SeededRandom): Look[] {
  if (plan.form === 'page') return pagesAt(simulation, at, plan, random);
  const seen = visibleAt(simulation, at);
  const rows = plan.wholeSeconds === true ? inWholeSeconds(seen) : seen;
  const given = plan.twice === true ? [...rows, ...rows] : rows;
  const tasks =
    plan.form === 'csv' ? parseQueueExport(csvOf(given, at), { capturedAt: clock(at) }).tasks : tasksOf(given, at);
  const shown = seen.filter(({ finished }) => finished <= at).map((task) => ({ task, isTimed: true, isExact: true }));
  return [{ tasks: plan.twice === true ? mergeTasks([], tasks) : tasks, shown }];
}

/** The pages end at the moment; the queue goes on while they are turned. */
function pagesAt(simulation: Simulation, end: number, plan: CapturePlan, random: SeededRandom): Look[] {
  const { rows = Infinity, pages = 1, opened = 1 } = plan;
  return Array.from({ length: pages }, (_, page) => {
    const at = end - (pages - 1 - page) * TURN;
    const visible = visibleAt(simulation, at);
    const from = 1 + page * (rows === Infinity ? 0 : rows);
    if (from > visible.length) return [];
    const openRows = new Set(
      Array.from({ length: visible.length }, (_, row) => row + 1).filter(() => random.chance(opened)),
    );
    const view = { from, rows, isOpened: (row: number) => openRows.has(row), hasDashboard: page === 0 };
    const text = pageText(simulation.instance, visible, at, view);
    const shown = inOrderOfPage(visible, at)
      .map((task, place) => ({ task, isOpened: openRows.has(place + 1) }))
      .slice(from - 1, from - 1 + rows)
      .filter(({ task }) => ['indexed', 'error'].includes(statusAt(task, at)))
      .map(({ task, isOpened }) => ({
        task,
        isTimed: isOpened,
        isExact: isOpened && at - task.queued < KNOWN_TO_A_MINUTE,
      }));
    return [{ tasks: parseQueueExport(text, { capturedAt: clock(at) }).tasks, shown }];
  }).flat();
}

/** Merged two by two: a day of looks at a large queue is much alike. */
function mergeAll(views: readonly QueueTask[][]): QueueTask[] {
  if (views.length <= 1) return views[0] ?? [];
  const half = views.length >> 1;
  return mergeTasks(mergeAll(views.slice(0, half)), mergeAll(views.slice(half)));
}
