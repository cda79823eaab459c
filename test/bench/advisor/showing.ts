import { isEnabled } from '../../support/queue-instance';
import { isScan, type SimulatedTask, type Simulation } from '../../support/simulation';
import type { Shown } from './captures';

/** Vendor: "after a day or two". Minutes. */
const SETTLING = 1440;

/** Initial indexing of a smaller share of the repositories is daily business. */
const DAILY_BUSINESS = 0.01;

/** Nearly all: a repository that was not seen once does not make a round unknown. */
const NEARLY_ALL = 0.9;

/**
 * True where an advisor can know the round: the capture shows one clear round, or the times of nearly all repositories.
 * Clear is a round of about today's repositories that met no other, with times to a minute and without stuck tasks and
 * failures. Nothing is known soon after initial indexing of many.
 */
export function showsRound({ instance, rounds, minutes: end }: Simulation, shown: ReadonlyMap<number, Shown>): boolean {
  const enabled = instance.repositories.filter((repository) => isEnabled(repository, end)).length;
  const { share, at } = instance.meanwhile?.initialIndexing ?? { share: 0, at: 0 };
  if (Math.ceil(share * instance.repositories.length) >= DAILY_BUSINESS * enabled && share > 0 && at > end - SETTLING)
    return false;
  const timed = new Set<number>();
  const exactOfRound = new Map<number, number>();
  for (const { task, isTimed, isExact } of shown.values()) {
    if (!isUsual(task)) continue;
    if (isTimed && isEnabled(task.repository, end)) timed.add(task.repository.number);
    for (const round of isExact ? task.rounds : []) exactOfRound.set(round, (exactOfRound.get(round) ?? 0) + 1);
  }
  const isClear = rounds.some(
    ({ number, tasks, overlaps }) =>
      !overlaps &&
      (exactOfRound.get(number) ?? 0) >= NEARLY_ALL * tasks &&
      tasks >= NEARLY_ALL * enabled &&
      tasks <= enabled / NEARLY_ALL,
  );
  return isClear || timed.size >= NEARLY_ALL * enabled;
}

/** The run of a repository that says how long it takes. */
function isUsual(task: SimulatedTask): boolean {
  const { operation, trigger, outcome, isStuck = false, repository } = task;
  if (operation !== 'reindex' || trigger === 'initial-indexing' || isStuck || isScan(task)) return false;
  return outcome === 'indexed' || repository.isBroken === true;
}

/** Of the runs that are shown, the share that webhooks asked for. */
export function webhookShare(shown: ReadonlyMap<number, Shown>): number {
  const runs = [...shown.values()].filter(({ task }) => task.operation === 'reindex' && !isScan(task));
  return runs.length === 0 ? 0 : runs.filter(({ task }) => task.trigger === 'webhook').length / runs.length;
}
