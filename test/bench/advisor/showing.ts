import { isEnabled } from '../../support/queue-instance';
import type { SimulatedTask, Simulation } from '../../support/queue-simulator';
import type { Shown } from './captures';

/** Vendor: "after a day or two". Minutes. */
const SETTLING = 1440;

/** Nearly all: a repository that was not seen once does not make a round unknown. */
const NEARLY_ALL = 0.9;

/**
 * True where an advisor can know the round: the capture shows one clear round, or the times of nearly all repositories.
 * Clear is a round of about today's repositories that met no other, with times to a minute and without stuck tasks and
 * failures. Nothing is known soon after initial indexing of many.
 */
export function showsRound({ instance, rounds, minutes: end }: Simulation, shown: ReadonlyMap<number, Shown>): boolean {
  const initial = instance.meanwhile?.initialIndexing;
  if (initial && initial.share >= 0.01 && initial.at > end - SETTLING) return false;
  const enabled = instance.repositories.filter((repository) => isEnabled(repository, end)).length;
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
function isUsual({ operation, trigger, outcome, isStuck, repository }: SimulatedTask): boolean {
  return (
    operation === 'reindex' &&
    trigger !== 'initial-indexing' &&
    isStuck !== true &&
    (outcome === 'indexed' || repository.isBroken === true) &&
    repository.name !== '-'
  );
}

/** Of the runs that are shown, the share that webhooks asked for. */
export function webhookShare(shown: ReadonlyMap<number, Shown>): number {
  const runs = [...shown.values()].filter(({ task }) => task.operation === 'reindex' && task.repository.name !== '-');
  return runs.length === 0 ? 0 : runs.filter(({ task }) => task.trigger === 'webhook').length / runs.length;
}
