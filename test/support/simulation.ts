import type { QueueOperation, QueueStatus, QueueTrigger } from '../../src/model/queue';
import type { SimulatedInstance, SimulatedRepository } from './queue-instance';

/** A task as the queue itself knows it. Times in minutes since the start of the simulation; NaN before they come. */
export interface SimulatedTask {
  readonly number: number;
  /** Number of the request that caused it: the tasks of one tick share it. */
  readonly parent: number;
  readonly repository: SimulatedRepository;
  readonly operation: QueueOperation;
  trigger: QueueTrigger;
  priority: number;
  readonly queued: number;
  started: number;
  finished: number;
  outcome: Extract<QueueStatus, 'indexed' | 'error'>;
  node: number;
  /** It takes far longer than it should. */
  isStuck?: boolean;
  /** The rounds that wait for it, by number. */
  readonly rounds: number[];
}

/** A true round: from its tick until the last task that was asked for at the tick is done. Minutes. */
export interface TrueRound {
  /** As its tasks call it. */
  readonly number: number;
  readonly tick: number;
  readonly end: number;
  readonly minutes: number;
  /** How many tasks it waited for. */
  readonly tasks: number;
  /** It began before the one before was done. */
  readonly overlaps: boolean;
}

export interface Simulation {
  readonly instance: SimulatedInstance;
  /** Every task of each repository, in the order of insertion; those of the integrations themselves come last. */
  readonly histories: readonly (readonly SimulatedTask[])[];
  /** Those that are done, by tick. */
  readonly rounds: readonly TrueRound[];
  readonly minutes: number;
}

/** The task of an integration itself, which looks for new repositories: its Repository is `-`. Vendor. */
export function isScan({ repository }: SimulatedTask): boolean {
  return repository.name === '-';
}
