import { isFinal } from '../model/queue';
import { LOAD, PASS, type QueueFacts } from './facts';
import { playOrders } from './forecast';
import type { IndexingPass } from './passes';
import type { ReindexPolicy } from './policy';
import type { StuckTasks } from './stuck';

/** The work of one round, measured repository by repository. All in minutes. */
export interface RoundOfWork {
  /** Sum of the newest processing times of the enabled repositories. */
  readonly workMinutes: number;
  readonly longestTaskMinutes: number;
  /** Enabled repositories, and those of them whose time is known. */
  readonly repositories: number;
  readonly known: number;
  /** What it takes on the slots in most orders of the tasks; at least the work over the slots. */
  readonly playedMinutes: number;
  /** Share of the busy time that went to webhook and manual tasks (0 to 1). */
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
  if (pairs > 0) return overlapping / pairs > policy.overlapShare;
  const whole = known.find(({ state }) => state === 'whole');
  return whole !== undefined && intervalMinutes !== undefined && intervalMinutes < whole.minutes;
}

interface Newest {
  readonly minutes: Float64Array;
  readonly at: Float64Array;
  /** When the repository was last queued, started or finished. */
  readonly active: Float64Array;
}

/** The newest finished reindex of each repository; initial indexing, resets and stuck tasks do not count. */
export function newestTimes(facts: QueueFacts, stuck: StuckTasks): Newest {
  const minutes = new Float64Array(facts.repositoryCount).fill(NaN);
  const at = new Float64Array(facts.repositoryCount);
  const active = new Float64Array(facts.repositoryCount);
  for (let index = 0; index < facts.tasks.length; index += 1) {
    const kind = facts.kind[index];
    if (kind !== PASS && kind !== LOAD) continue;
    const place = facts.repository[index] ?? 0;
    const status = facts.tasks[index]?.status ?? 'queued';
    const finished = facts.finished[index] ?? NaN;
    const moment = isFinal(status) ? finished : (facts.seen[index] ?? NaN);
    if (moment > (active[place] ?? 0)) active[place] = moment;
    const time = facts.processing[index] ?? NaN;
    if (isFinal(status) && stuck.isStuck[index] === 0 && time >= 0 && finished > (at[place] ?? 0)) {
      minutes[place] = time;
      at[place] = finished;
    }
  }
  return { minutes, at, active };
}

/**
 * Measures the work of one round. A repository that nothing was heard of for three rounds and an hour is disabled or
 * gone: its last row stays in the queue for ever.
 */
export function measureRound(facts: QueueFacts, stuck: StuckTasks, slots: number, policy: ReindexPolicy): RoundOfWork {
  const newest = newestTimes(facts, stuck);
  const latest = facts.captures.at(-1) ?? 0;
  const all = sumUp(newest, 0);
  const round = Math.max(all.workMinutes / slots, all.longestTaskMinutes);
  const since = latest - (3 * round + policy.retentionMinutes) * 60_000;
  const times = newest.minutes.filter((minutes, place) => minutes >= 0 && (newest.active[place] ?? 0) >= since);
  return {
    ...sumUp(newest, since),
    playedMinutes: playOrders(times, slots, policy.quantile),
    loadShare: loadShare(facts, stuck, policy),
  };
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

/** Measured over what finished within the hour before a look at the queue: older rows are kept unevenly. */
function loadShare(facts: QueueFacts, stuck: StuckTasks, policy: ReindexPolicy): number {
  let load = 0;
  let total = 0;
  const captures = Float64Array.from(facts.captures);
  const kept = policy.retentionMinutes * 60_000;
  for (let index = 0; index < facts.tasks.length; index += 1) {
    const kind = facts.kind[index];
    const minutes = facts.processing[index] ?? NaN;
    const finished = facts.finished[index] ?? NaN;
    if ((kind !== PASS && kind !== LOAD) || !(minutes >= 0) || stuck.isStuck[index] === 1) continue;
    if (captures.length < 100 && !captures.some((at) => finished <= at && finished > at - kept)) continue;
    total += minutes;
    if (kind === LOAD) load += minutes;
  }
  return total > 0 ? load / total : 0;
}
