import { PASS, type QueueFacts } from './facts';
import { playPasses } from './forecast';
import type { IndexingPass } from './passes';
import type { ReindexPolicy } from './policy';
import type { StuckTasks } from './stuck';
import { lastAtMost, type Ticks } from './ticks';

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

/** True when most passes began before the one before was done: the interval is shorter than a pass. */
export function passesOverlap(passes: readonly IndexingPass[], intervalMinutes: number | undefined, policy: ReindexPolicy): boolean {
  const known = passes.filter(({ state }) => state !== 'unclear');
  let pairs = 0;
  let overlapping = 0;
  known.forEach((pass, index) => {
    const next = known[index + 1];
    if (!next || pass.state === 'cut-off') return;
    pairs += 1;
    if (pass.state === 'running' || pass.end > next.start) overlapping += 1;
  });
  if (pairs > 0) return overlapping / pairs >= policy.overlapShare;
  const whole = known.find(({ state }) => state === 'whole');
  return whole !== undefined && intervalMinutes !== undefined && intervalMinutes < whole.minutes;
}

/** What is known of each repository, by its number. */
export interface Newest {
  /** Minutes of the newest finished reindex; NaN where there is none. */
  readonly minutes: Float64Array;
  readonly at: Float64Array;
  /** The lowest priority seen: the one of a scheduled task that nothing was merged into. */
  readonly priority: Float64Array;
  /** When the repository was last queued, started or finished. */
  readonly active: Float64Array;
}

/** How well a task tells what one of a pass takes: a webhook finds less to do, and an error may end it early. */
function rankOf(facts: QueueFacts, index: number): number {
  if (facts.isError[index] === 1) return 1;
  return facts.kind[index] === PASS ? 3 : 2;
}

/**
 * The newest finished reindex of each repository: a scheduled one that was no error where there is one, else another.
 * Initial indexing, resets and stuck tasks do not count.
 */
export function newestTimes(facts: QueueFacts, stuck: StuckTasks): Newest {
  const minutes = new Float64Array(facts.repositoryCount).fill(NaN);
  const at = new Float64Array(facts.repositoryCount);
  const ranks = new Uint8Array(facts.repositoryCount);
  const active = new Float64Array(facts.repositoryCount);
  const priority = new Float64Array(facts.repositoryCount).fill(Infinity);
  for (const index of facts.work) {
    const place = facts.repository[index] ?? 0;
    const isFinal = facts.isFinal[index] === 1;
    const finished = facts.finished[index] ?? NaN;
    const moment = isFinal ? finished : (facts.seen[index] ?? NaN);
    if (moment > (active[place] ?? 0)) active[place] = moment;
    const own = facts.priority[index] ?? Infinity;
    if (own < (priority[place] ?? Infinity)) priority[place] = own;
    const time = facts.processing[index] ?? NaN;
    if (!isFinal || stuck.isStuck[index] === 1 || !(time >= 0)) continue;
    const rank = rankOf(facts, index);
    const best = ranks[place] ?? 0;
    if (rank < best || (rank === best && !(finished > (at[place] ?? 0)))) continue;
    ranks[place] = rank;
    minutes[place] = time;
    at[place] = finished;
  }
  return { minutes, at, priority, active };
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
  policy: ReindexPolicy,
): RoundOfWork {
  const latest = facts.captures.at(-1) ?? 0;
  const all = sumUp(newest, 0);
  const roundMinutes = Math.max(all.workMinutes / slots, all.longestTaskMinutes);
  const lastButOneTick = ticks.first.at(-2) ?? ticks.first.at(-1) ?? latest;
  const since = Math.min(latest - (3 * roundMinutes + policy.retentionMinutes) * 60_000, lastButOneTick - TICK_TOLERANCE);
  const groups = byPriority(newest, since);
  const round = sumUp(newest, since);
  return {
    ...round,
    repositories: Math.max(round.repositories, enabled ?? 0),
    playedMinutes: playPasses(groups, runFactors(facts, newest, stuck), slots, policy.quantile),
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
    if (stuck.isStuck[index] === 1 || facts.kind[index] !== PASS || facts.isError[index] === 1 || facts.finished[index] === newest.at[place]) continue;
    if (minutes > 0 && usual > 0 && usual >= average && !Number.isNaN(facts.finished[index])) factors.push((minutes / usual) ** Math.SQRT1_2);
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

/**
 * Where passes overlap, a repository always waits, and every webhook merges into its task. In a pass with room around
 * it half of them come when their repository is done already, and are load.
 */
const AFTER_ITS_REPOSITORY = 0.5;

/**
 * Webhook and manual tasks that did not stand in for scheduled ones, over what the slots could do in the hours that
 * the looks at the queue cover: older rows are kept unevenly. Where passes overlap, also a part of those that did, and
 * of scheduled tasks whose priority a webhook raised ("highest priority" of a merge).
 */
function loadShare(facts: QueueFacts, newest: Newest, ticks: Ticks, stuck: StuckTasks, slots: number, overlap: boolean, policy: ReindexPolicy): number {
  const kept = policy.retentionMinutes * 60_000;
  const { captures } = facts;
  let load = 0;
  for (const index of facts.work) {
    const minutes = facts.processing[index] ?? NaN;
    const finished = facts.finished[index] ?? NaN;
    const isScheduled = facts.kind[index] === PASS;
    const isRaised = (facts.priority[index] ?? NaN) > (newest.priority[facts.repository[index] ?? 0] ?? Infinity);
    if ((isScheduled && !(overlap && isRaised)) || !(minutes >= 0) || stuck.isStuck[index] === 1) continue;
    const share = !isScheduled && !standsIn(facts, ticks, index) ? 1 : overlap ? AFTER_ITS_REPOSITORY : 0;
    const nextLook = captures[lastAtMost(captures, finished - 1) + 1] ?? -Infinity;
    if (finished > nextLook - kept) load += minutes * share;
  }
  let covered = 0;
  captures.forEach((at, place) => (covered += Math.min(kept, at - (captures[place - 1] ?? -Infinity))));
  return covered > 0 ? load / (slots * (covered / 60_000)) : 0;
}

/** True where a tick came while the task waited. Without an insertion time nobody knows, and it is load. */
function standsIn(facts: QueueFacts, ticks: Ticks, index: number): boolean {
  const queued = facts.queued[index] ?? NaN;
  return !Number.isNaN(queued) && lastAtMost(ticks.first, facts.started[index] ?? queued) > lastAtMost(ticks.first, queued - 1);
}
