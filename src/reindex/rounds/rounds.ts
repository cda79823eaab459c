import type { QueueFacts } from '../facts/facts';
import { initialIndexingSpans } from './initial-indexing';
import { addOwnTasks, addStandIns, waitingWithoutTime, type Draft } from './round-tasks';
import type { Numbers } from '../policy';
import type { StuckTasks } from '../facts/stuck';
import { lastAtMost, type Ticks } from './ticks';

/** Why a round does not count, or `whole` when it does. */
export type RoundState = 'whole' | 'running' | 'cut-off' | 'unclear' | 'implausible' | 'initial-indexing';

/** One round of the scheduled reindex: from its tick until its last task is done. */
export interface IndexingRound {
  readonly start: number;
  readonly end: number;
  readonly minutes: number;
  /** Repositories in it, own tasks and stand-ins. */
  readonly repositories: number;
  /** Tasks of another trigger or an earlier tick that were still queued at the tick: the scheduled ones merged into them. */
  readonly standIns: number;
  readonly errors: number;
  readonly state: RoundState;
}

/**
 * Rebuilds rounds. A round is measured from its tick to the last finish among its own tasks and its stand-ins; a task
 * known only by "queued 10 minutes, processed 2 minutes" gives 12. Stuck and canceled tasks are in the round but do
 * not lengthen it; errors count with the time they took.
 */
export function rebuildRounds(
  facts: QueueFacts,
  ticks: Ticks,
  stuck: StuckTasks,
  policy: Numbers,
  repositories: number | undefined,
): IndexingRound[] {
  const drafts = Array.from(ticks.first, (): Draft => ({
    size: 0,
    standIns: 0,
    errors: 0,
    minutes: 0,
    end: 0,
    waiting: 0,
    lost: 0,
    repeats: 0,
  }));
  const latest = facts.captures.at(-1) ?? 0;
  addOwnTasks(facts, ticks, stuck, drafts, latest);
  addStandIns(facts, ticks, stuck, drafts, latest);
  const newest = drafts.at(-1);
  if (newest) newest.waiting += waitingWithoutTime(facts, ticks, stuck, latest);
  const initial = initialIndexingSpans(facts, policy);
  const alive = lastActive(facts);
  const wholeSize = (start: number, end: number) => {
    // Of a page that shows only some tasks nobody knows how many are missing.
    const all = repositories ?? (facts.partialLooks.has(nextLook(facts, end)) ? Infinity : undefined);
    return { known: all !== undefined, size: (all ?? aliveSince(alive, start)) * policy.wholeRoundShare };
  };
  return drafts.map((draft, tick): IndexingRound => {
    const start = ticks.first[tick] ?? 0;
    const end = start + draft.minutes * 60_000;
    return {
      start,
      end,
      minutes: draft.minutes,
      repositories: draft.size,
      standIns: draft.standIns,
      errors: draft.errors,
      state: stateOf(draft, start, end, wholeSize(start, draft.end), facts, policy, initial),
    };
  });
}

/** When each repository was last heard of, ascending. Its newest row stays in the queue, so none is overlooked. */
function lastActive(facts: QueueFacts): Float64Array {
  const last = new Float64Array(facts.repositoryCount);
  for (const index of facts.work) {
    const place = facts.repository[index] ?? 0;
    const done = facts.finished[index] ?? NaN;
    const at = Number.isNaN(done) ? (facts.queued[index] ?? NaN) : done;
    if (at > (last[place] ?? 0)) last[place] = at;
  }
  return last.sort();
}

function aliveSince(alive: Float64Array, start: number): number {
  return alive.length - 1 - lastAtMost(alive, start);
}

function stateOf(
  draft: Draft,
  start: number,
  end: number,
  whole: { readonly known: boolean; readonly size: number },
  facts: QueueFacts,
  policy: Numbers,
  initial: readonly (readonly [number, number])[],
): RoundState {
  if (draft.repeats > draft.size * 0.05) return 'unclear';
  if (draft.waiting > 0) return 'running';
  if (draft.lost > 0 || draft.end === 0) return 'cut-off';
  if (draft.minutes > policy.longestRoundMinutes) return 'implausible';
  const tailSeen = draft.end > nextLook(facts, draft.end) - policy.retentionMinutes * 60_000;
  // What is heard of late is no measure of a round whose end is seen: then only a number from elsewhere is.
  if ((whole.known || !tailSeen) && draft.size < whole.size) return 'cut-off';
  return initial.some(([from, to]) => start < to && end > from) ? 'initial-indexing' : 'whole';
}

/** The first look at the queue after a moment, forgiving a minute of clock difference. */
function nextLook(facts: QueueFacts, moment: number): number {
  return facts.captures[lastAtMost(facts.captures, moment - 60_001) + 1] ?? Infinity;
}
