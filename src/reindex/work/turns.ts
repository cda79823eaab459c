import { SCHEDULED, tasksOf, type QueueFacts } from '../facts/facts';
import type { Runs } from '../facts/runs';
import { MINUTE, type Numbers } from '../policy';
import { lastAtMost, type Ticks } from '../rounds/ticks';

/** A repository in the order of the queue. */
export interface Turn {
  readonly repository: number;
  /** Minutes from the tick until it is in the queue: the scheduled job puts in one after the other. */
  readonly offset: number;
}

/** The enabled repositories, as far as they were seen. */
export interface Turns {
  readonly all: readonly Turn[];
  /** Those whose times are known. */
  readonly known: readonly Turn[];
  /** How many are enabled, those among them that were never seen. */
  readonly repositories: number;
  /** So few times are known that a round cannot be played, only a part of it. */
  readonly isPart: boolean;
}

/**
 * Puts the enabled repositories in the order of the queue (vendor: priority descending, insertion, repository id). A
 * repository that nothing was heard of since an hour before the last tick but one is disabled or gone: its last row
 * stays in the queue for ever.
 *
 * @param enabled how many are enabled, where that is known from elsewhere
 */
export function turnsOf(
  facts: QueueFacts,
  runs: Runs,
  ticks: Ticks,
  { enabled, numbers }: { readonly enabled: number | undefined; readonly numbers: Numbers },
): Turns {
  const since = (ticks.first.at(-2) ?? -Infinity) - numbers.retentionMinutes * MINUTE;
  const places: Place[] = [];
  runs.active.forEach((active, repository) => {
    if (active > 0 && active >= since) places.push(placeOf(facts, ticks, repository));
  });
  const all = places.sort(
    (a, b) => b.priority - a.priority || a.offset - b.offset || a.id.localeCompare(b.id, 'en', { numeric: true }),
  );
  const known = all.filter(({ repository }) => !Number.isNaN(runs.usual[repository]));
  const repositories = Math.max(all.length, enabled ?? 0);
  return {
    all,
    known,
    repositories,
    isPart: known.length === 0 || known.length < repositories * numbers.fullRoundShare,
  };
}

interface Place extends Turn {
  /** The lowest seen: the one of a scheduled task that nothing was merged into. */
  readonly priority: number;
  readonly id: string;
}

function placeOf(facts: QueueFacts, ticks: Ticks, repository: number): Place {
  let [priority, offset, id] = [Infinity, 0, ''];
  for (const index of tasksOf(facts, repository)) {
    const task = facts.tasks[index];
    const queued = facts.queued[index] ?? NaN;
    priority = Math.min(priority, task?.priority ?? Infinity);
    id = task?.repositoryId ?? task?.repository ?? '';
    if (facts.kind[index] !== SCHEDULED || Number.isNaN(queued) || (facts.blur[index] ?? 0) > 0) continue;
    offset = (queued - (ticks.first[lastAtMost(ticks.first, queued)] ?? queued)) / MINUTE;
  }
  return { repository, offset, priority, id };
}
