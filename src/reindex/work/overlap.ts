import { SCHEDULED, type QueueFacts } from '../facts/facts';
import { playRounds } from './forecast';
import { loadShare } from './load-share';
import type { Newest } from '../facts/newest';
import type { IndexingRound } from '../rounds/rounds';
import type { Numbers } from '../policy';
import type { StuckTasks } from '../facts/stuck';
import type { Ticks } from '../rounds/ticks';

/** The work of one round, measured repository by repository. All in minutes. */
export interface RoundOfWork {
  /** Sum of the newest processing times of the enabled repositories. */
  readonly workMinutes: number;
  readonly longestTaskMinutes: number;
  /** Enabled repositories, and those of them whose time is known. */
  readonly repositories: number;
  readonly known: number;
  /** What it takes on the slots in most orders of the tasks, their times changing as they do from run to run. */
  readonly playedMinutes: number;
  /** Share of the time of the slots that went to webhook and manual tasks (0 to 1). */
  readonly loadShare: number;
}

/** True when most rounds began before the one before was done: the interval is shorter than a round. */
export function roundsOverlap(
  rounds: readonly IndexingRound[],
  intervalMinutes: number | undefined,
  policy: Numbers,
): boolean {
  const known = rounds.filter(({ state }) => state !== 'unclear');
  let pairs = 0;
  let overlapping = 0;
  known.forEach((round, index) => {
    const next = known[index + 1];
    if (!next || round.state === 'cut-off') return;
    pairs += 1;
    if (round.state === 'running' || round.end > next.start) overlapping += 1;
  });
  if (pairs > 0) return overlapping / pairs >= policy.overlapShare;
  const whole = known.find(({ state }) => state === 'whole');
  return whole !== undefined && intervalMinutes !== undefined && intervalMinutes < whole.minutes;
}

/** The clocks of nodes differ; milliseconds. */
const TICK_TOLERANCE = 60_000;

/**
 * Measures the work of one round. A repository that nothing was heard of for three rounds and an hour, and not since
 * the last tick but one, is disabled or gone: its last row stays in the queue for ever.
 */
export function measureRound(
  facts: QueueFacts,
  newest: Newest,
  ticks: Ticks,
  stuck: StuckTasks,
  slots: number,
  overlap: boolean,
  enabled: number | undefined,
  policy: Numbers,
): RoundOfWork {
  const latest = facts.captures.at(-1) ?? 0;
  const all = sumUp(newest, 0);
  const roundMinutes = Math.max(all.workMinutes / slots, all.longestTaskMinutes);
  const lastButOneTick = ticks.first.at(-2) ?? ticks.first.at(-1) ?? latest;
  const since = Math.min(
    latest - (3 * roundMinutes + policy.retentionMinutes) * 60_000,
    lastButOneTick - TICK_TOLERANCE,
  );
  const groups = byPriority(newest, since);
  const round = sumUp(newest, since);
  return {
    ...round,
    repositories: Math.max(round.repositories, enabled ?? 0),
    playedMinutes: playRounds(groups, runFactors(facts, newest, stuck), slots, policy.quantile),
    loadShare: loadShare(facts, newest, ticks, stuck, slots, overlap, policy),
  };
}

/** The times in the order of the queue: "priority descending" first. Within one priority the order is not known. */
function byPriority(newest: Newest, since: number): Float64Array[] {
  const groups = new Map<number, number[]>();
  newest.minutes.forEach((minutes, place) => {
    if (!(minutes >= 0) || (newest.active[place] ?? 0) < since) return;
    const priority = newest.priority[place] ?? Infinity;
    const group = groups.get(priority);
    if (group) group.push(minutes);
    else groups.set(priority, [minutes]);
  });
  return [...groups].sort((a, b) => b[0] - a[0]).map(([, times]) => Float64Array.from(times));
}

/** So many factors are enough to draw from. */
const MOST_FACTORS = 20_000;

/**
 * By which factors the time of a task differs from run to run: each run against the newest of its repository. Two
 * runs differ by more than one run differs from the usual, by the root of two on the scale of factors. Only
 * repositories that take at least the average are looked at: a repository of a second may well take a minute once, but that says
 * nothing about one of an hour.
 */
function runFactors(facts: QueueFacts, newest: Newest, stuck: StuckTasks): number[] {
  const factors: number[] = [];
  const { workMinutes, known } = sumUp(newest, 0);
  const average = known > 0 ? workMinutes / known : 0;
  for (let last = facts.work.length - 1; last >= 0 && factors.length < MOST_FACTORS; last -= 1) {
    const index = facts.work[last] ?? 0;
    const place = facts.repository[index] ?? 0;
    const minutes = facts.processing[index] ?? NaN;
    const usual = newest.minutes[place] ?? NaN;
    if (
      stuck.isStuck[index] === 1 ||
      facts.kind[index] !== SCHEDULED ||
      facts.isError[index] === 1 ||
      facts.finished[index] === newest.at[place]
    )
      continue;
    if (minutes > 0 && usual > 0 && usual >= average && !Number.isNaN(facts.finished[index]))
      factors.push((minutes / usual) ** Math.SQRT1_2);
  }
  return factors;
}

function sumUp(newest: Newest, since: number): Omit<RoundOfWork, 'loadShare' | 'playedMinutes'> {
  let workMinutes = 0;
  let longestTaskMinutes = 0;
  let repositories = 0;
  let known = 0;
  newest.active.forEach((active, place) => {
    if (active === 0 || active < since) return;
    repositories += 1;
    const minutes = newest.minutes[place] ?? NaN;
    if (Number.isNaN(minutes)) return;
    known += 1;
    workMinutes += minutes;
    if (minutes > longestTaskMinutes) longestTaskMinutes = minutes;
  });
  return { workMinutes, longestTaskMinutes, repositories, known };
}
