import type { QueueTask } from '../model/queue';
import { GARBAGE_COLLECTION, REMOVAL, type QueueFacts } from './facts';
import { forecast, type Forecast } from './forecast';
import type { ReindexPolicy } from './policy';
import type { Slots } from './slots';
import type { StuckTasks } from './stuck';

export interface Subject {
  readonly integration?: string | undefined;
  readonly repository?: string | undefined;
}

/** What else the queue tells. Minutes; shares from 0 to 1. */
export interface Insights {
  readonly integrations: readonly { readonly integration: string; readonly minutes: number; readonly share: number; readonly repositories: number }[];
  /** The ten repositories that take longest, by their newest processing time. */
  readonly slowest: readonly (Subject & { readonly minutes: number; readonly share: number })[];
  readonly nodes: readonly { readonly node: string; readonly tasks: number; readonly minutes: number; readonly share: number }[];
  /** The busiest node does more than twice its fair share, or one that is there does less than half. */
  readonly nodesOutOfBalance: boolean;
  readonly stuck: readonly (Subject & { readonly minutes: number; readonly running: boolean; readonly node?: string | undefined })[];
  readonly failing: readonly (Subject & { readonly errorsInARow: number })[];
  /** Removals and garbage collection that have waited too long. */
  readonly starving: { readonly removals: number; readonly garbageCollections: number; readonly longestWaitMinutes: number };
  readonly webhookTasks: number;
  readonly oneMoreThread?: Forecast;
  readonly oneMoreNode?: Forecast;
  readonly asItIs?: Forecast;
}

export function gatherInsights(
  facts: QueueFacts,
  newest: Float64Array,
  stuck: StuckTasks,
  slots: Slots,
  shape: { readonly nodes?: number | undefined; readonly threads?: number | undefined },
  policy: ReindexPolicy,
): Insights {
  const subjects = subjectsOf(facts);
  let work = 0;
  let longest = 0;
  for (const minutes of newest) {
    if (!(minutes >= 0)) continue;
    work += minutes;
    longest = Math.max(longest, minutes);
  }
  const nodes = nodeShares(facts);
  return {
    integrations: integrationShares(newest, subjects, work),
    slowest: slowest(newest, subjects, work),
    nodes,
    nodesOutOfBalance: nodes.some(({ share }) => nodes.length > 1 && (share > 2 / nodes.length || share < 0.5 / nodes.length)),
    stuck: stuckTasks(facts, stuck),
    failing: failing(facts, subjects, policy),
    starving: starving(facts, policy),
    webhookTasks: facts.webhookTasks,
    ...(work > 0 ? forecasts(work, longest, slots, nodes.length, shape) : {}),
  };
}

function forecasts(
  work: number,
  longest: number,
  slots: Slots,
  nodesSeen: number,
  shape: { readonly nodes?: number | undefined; readonly threads?: number | undefined },
): { asItIs: Forecast; oneMoreThread: Forecast; oneMoreNode: Forecast } {
  const nodes = Math.min(Math.max(1, Math.floor(shape.nodes ?? nodesSeen) || 1), slots.count);
  return {
    asItIs: forecast(work, longest, slots.count),
    oneMoreThread: forecast(work, longest, slots.count + nodes),
    oneMoreNode: forecast(work, longest, slots.count + Math.max(1, Math.round(slots.count / nodes))),
  };
}

function subjectsOf(facts: QueueFacts): (QueueTask | undefined)[] {
  const subjects = new Array<QueueTask | undefined>(facts.repositoryCount).fill(undefined);
  for (let index = facts.tasks.length - 1; index >= 0; index -= 1) subjects[facts.repository[index] ?? 0] = facts.tasks[index];
  return subjects;
}

function nameOf(task: QueueTask | undefined): Subject {
  return { integration: task?.integration, repository: task?.repository ?? task?.repositoryId };
}

function integrationShares(newest: Float64Array, subjects: readonly (QueueTask | undefined)[], work: number): Insights['integrations'] {
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

function slowest(newest: Float64Array, subjects: readonly (QueueTask | undefined)[], work: number): Insights['slowest'] {
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

function stuckTasks(facts: QueueFacts, stuck: StuckTasks): Insights['stuck'] {
  return stuck.indexes.slice(0, 100).map((index) => {
    const task = facts.tasks[index];
    const running = task?.status === 'indexing';
    const minutes = running ? ((facts.seen[index] ?? 0) - (facts.started[index] ?? 0)) / 60_000 : (facts.processing[index] ?? 0);
    return { ...nameOf(task), minutes, running, node: task?.node };
  });
}

/** Repositories whose newest finished tasks all failed. */
function failing(facts: QueueFacts, subjects: readonly (QueueTask | undefined)[], policy: ReindexPolicy): Insights['failing'] {
  const lastGood = new Float64Array(facts.repositoryCount);
  const eachFinished = (visit: (index: number, place: number, failed: boolean) => void): void => {
    for (const index of facts.work) if (facts.isFinal[index] === 1) visit(index, facts.repository[index] ?? 0, facts.isError[index] === 1);
  };
  eachFinished((index, place, failed) => {
    if (!failed) lastGood[place] = Math.max(lastGood[place] ?? 0, facts.finished[index] ?? 0);
  });
  const errors = new Int32Array(facts.repositoryCount);
  eachFinished((index, place, failed) => {
    if (failed && (facts.finished[index] ?? 0) > (lastGood[place] ?? 0)) errors[place] = (errors[place] ?? 0) + 1;
  });
  return [...errors.keys()]
    .filter((place) => (errors[place] ?? 0) >= policy.failuresInARow)
    .sort((a, b) => (errors[b] ?? 0) - (errors[a] ?? 0))
    .slice(0, 100)
    .map((place) => ({ ...nameOf(subjects[place]), errorsInARow: errors[place] ?? 0 }));
}

function starving(facts: QueueFacts, policy: ReindexPolicy): Insights['starving'] {
  const counts = { removals: 0, garbageCollections: 0, longestWaitMinutes: 0 };
  for (let index = 0; index < facts.tasks.length; index += 1) {
    if (facts.kind[index] !== REMOVAL && facts.kind[index] !== GARBAGE_COLLECTION) continue;
    const task = facts.tasks[index];
    if (!task) continue;
    const until = task.status === 'queued' ? (facts.seen[index] ?? NaN) : (facts.started[index] ?? NaN);
    const waited = (until - (facts.queued[index] ?? NaN)) / 60_000;
    if (!(waited >= policy.starvingMinutes)) continue;
    if (task.operation === 'removal') counts.removals += 1;
    else counts.garbageCollections += 1;
    counts.longestWaitMinutes = Math.max(counts.longestWaitMinutes, waited);
  }
  return counts;
}
