import type { QueueTask } from '../../model/queue';
import type { QueueFacts } from '../facts/facts';
import type { Runs } from '../facts/runs';
import type { Numbers } from '../policy';
import type { Slots } from '../work/slots';
import { failing, nameOf, starving, stuckTasks, type Subject, type Troubles } from './troubles';

/** What a round would take with other slots. An estimate, in minutes. */
export interface Forecast {
  readonly slots: number;
  /** No order of the tasks can be faster than this ... */
  readonly atLeastMinutes: number;
  /** ... and any order that leaves no slot idle is at least as fast as this. */
  readonly atMostMinutes: number;
}

/** What else the queue tells. Minutes; shares from 0 to 1. */
export interface Insights extends Troubles {
  readonly integrations: readonly {
    readonly integration: string;
    readonly minutes: number;
    readonly share: number;
    readonly repositories: number;
  }[];
  /** The ten repositories that take longest, by their usual processing time. */
  readonly slowest: readonly (Subject & { readonly minutes: number; readonly share: number })[];
  readonly nodes: readonly {
    readonly node: string;
    readonly tasks: number;
    readonly minutes: number;
    readonly share: number;
  }[];
  /** The busiest node does more than twice its fair share, or one that is there does less than half. */
  readonly nodesOutOfBalance: boolean;
  readonly webhookTasks: number;
  readonly oneMoreThread?: Forecast;
  readonly oneMoreNode?: Forecast;
  readonly asItIs?: Forecast;
}

interface Shape {
  readonly nodes?: number | undefined;
  readonly threads?: number | undefined;
}

export function gatherInsights(
  facts: QueueFacts,
  runs: Runs,
  slots: Slots,
  given: Shape & { readonly numbers: Numbers },
): Insights {
  const { usual } = runs;
  const subjects = subjectsOf(facts);
  let work = 0;
  let longest = 0;
  for (const minutes of usual) {
    if (!(minutes >= 0)) continue;
    work += minutes;
    longest = Math.max(longest, minutes);
  }
  const nodes = nodeShares(facts);
  return {
    integrations: integrationShares(usual, subjects, work),
    slowest: slowest(usual, subjects, work),
    nodes,
    nodesOutOfBalance: nodes.some(
      ({ share }) => nodes.length > 1 && (share > 2 / nodes.length || share < 0.5 / nodes.length),
    ),
    stuck: stuckTasks(facts, runs),
    failing: failing(facts, subjects, given.numbers),
    starving: starving(facts, given.numbers),
    webhookTasks: facts.webhookTasks,
    ...(work > 0 ? forecasts(work, longest, slots, nodes.length, given) : {}),
  };
}

function forecasts(
  work: number,
  longest: number,
  slots: Slots,
  nodesSeen: number,
  shape: Shape,
): { asItIs: Forecast; oneMoreThread: Forecast; oneMoreNode: Forecast } {
  const nodes = Math.min(Math.max(1, Math.floor(shape.nodes ?? nodesSeen) || 1), slots.count);
  return {
    asItIs: forecast(work, longest, slots.count),
    oneMoreThread: forecast(work, longest, slots.count + nodes),
    oneMoreNode: forecast(work, longest, slots.count + Math.max(1, Math.round(slots.count / nodes))),
  };
}

/**
 * The bounds of list scheduling (Graham): at least the work over the slots and the longest task, at most the work
 * over the slots plus what is left of the longest task.
 * Example: 100 minutes of work, the longest task 10, 4 slots: from 25 to 32.5.
 */
function forecast(workMinutes: number, longestTaskMinutes: number, slots: number): Forecast {
  const even = workMinutes / slots;
  return {
    slots,
    atLeastMinutes: Math.max(even, longestTaskMinutes),
    atMostMinutes: even + longestTaskMinutes * (1 - 1 / slots),
  };
}

function subjectsOf(facts: QueueFacts): (QueueTask | undefined)[] {
  const subjects = new Array<QueueTask | undefined>(facts.repositoryCount).fill(undefined);
  for (let index = facts.tasks.length - 1; index >= 0; index -= 1)
    subjects[facts.repository[index] ?? 0] = facts.tasks[index];
  return subjects;
}

function integrationShares(
  newest: Float64Array,
  subjects: readonly (QueueTask | undefined)[],
  work: number,
): Insights['integrations'] {
  const sums = new Map<string, { minutes: number; repositories: number }>();
  newest.forEach((minutes, place) => {
    if (!(minutes >= 0)) return;
    const integration = subjects[place]?.integration ?? '';
    const found = sums.get(integration) ?? { minutes: 0, repositories: 0 };
    sums.set(integration, { minutes: found.minutes + minutes, repositories: found.repositories + 1 });
  });
  return [...sums]
    .map(([integration, sum]) => ({ integration, ...sum, share: work > 0 ? sum.minutes / work : 0 }))
    .sort((a, b) => b.minutes - a.minutes);
}

function slowest(
  newest: Float64Array,
  subjects: readonly (QueueTask | undefined)[],
  work: number,
): Insights['slowest'] {
  return [...newest.keys()]
    .filter((place) => (newest[place] ?? NaN) > 0)
    .sort((a, b) => (newest[b] ?? 0) - (newest[a] ?? 0))
    .slice(0, 10)
    .map((place) => ({ ...nameOf(subjects[place]), minutes: newest[place] ?? 0, share: (newest[place] ?? 0) / work }));
}

function nodeShares(facts: QueueFacts): Insights['nodes'] {
  const sums = new Map<string, { tasks: number; minutes: number }>();
  let all = 0;
  for (let index = 0; index < facts.tasks.length; index += 1) {
    const node = facts.tasks[index]?.node;
    const minutes = facts.processing[index] ?? NaN;
    if (node === undefined || !(minutes >= 0)) continue;
    let found = sums.get(node);
    if (!found) sums.set(node, (found = { tasks: 0, minutes: 0 }));
    found.tasks += 1;
    found.minutes += minutes;
    all += minutes;
  }
  return [...sums]
    .map(([node, sum]) => ({ node, ...sum, share: all > 0 ? sum.minutes / all : 0 }))
    .sort((a, b) => b.minutes - a.minutes);
}
