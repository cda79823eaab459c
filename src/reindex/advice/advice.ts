import type { IntervalVerdict, LowerBoundVerdict, RunDuration } from '../../model/reindex';
import type { CronGaps } from '../../schedule/cron';
import type { Insights } from '../insights/insights';
import type { IndexingRound, RoundState } from '../rounds/rounds';
import type { Measure } from '../rounds/measures';
import type { Slots } from '../work/slots';

/** One step of the calculation. `rule` is a stable code; the numbers are minutes. */
export interface AdviceStep {
  readonly rule: StepRule;
  readonly before: number;
  readonly after: number;
}

export type StepRule =
  | 'longest-round'
  | 'quantile-of-rounds'
  | 'replayed'
  | 'calibrated'
  | 'bound'
  | 'margin'
  | 'round-up'
  | 'floor'
  | 'ceiling';

export type Confidence = 'low' | 'medium' | 'high';

/**
 * Which way the round was measured: rounds seen in the queue, rounds seen by a watch, rounds played with the times of
 * the repositories, or only a lower bound.
 */
export type Method = 'rounds' | 'watch' | 'work' | 'bound';

/** Where a lower bound of the round comes from. */
export type BoundSource =
  'run-duration' | 'running-round' | 'part-of-round' | 'known-repositories' | 'longest-task' | 'dates';

/** What a round takes at least. */
export interface Bound {
  readonly minutes: number;
  readonly source: BoundSource;
}

/** Tasks and rounds that do not count, by reason. */
export type LeftOut = Readonly<
  Record<
    | 'initialIndexingTasks'
    | 'resetTasks'
    | 'removalTasks'
    | 'garbageCollectionTasks'
    | 'canceledTasks'
    | 'stuckTasks'
    | 'untimedTasks'
    | 'runningRounds'
    | 'cutOffRounds'
    | 'unclearRounds'
    | 'implausibleRounds'
    | 'initialIndexingRounds'
    | 'otherSizeRounds'
    | 'besideStuckRounds'
    | 'invalidRunDurations',
    number
  >
>;

/** What the advice rests on. */
export interface AdviceBasis {
  readonly method: Method;
  /** Rounds that count, and those of them that a watch estimated. */
  readonly rounds: number;
  readonly fromWatch: number;
  /** Run durations that were given. Since GIJ 4.0 each is the time to enqueue: a lower bound (vendor). */
  readonly runDurations: readonly RunDuration[];
  /** The largest of the lower bounds that are known. */
  readonly bound?: Bound;
  /** False where the interval may be too short although nothing shows it: only a lower bound is known. */
  readonly isProven: boolean;
  /** A repository that alone takes more than a third of the round (0 to 1): few rounds say little of the next one. */
  readonly dominant?: { readonly share: number; readonly repository: string };
  /** How the round was played, where it was. */
  readonly replay?: { readonly plays: number; readonly repositories: number };
  /** From the start of the first to the end of the last of them, in minutes. */
  readonly spanMinutes: number;
  /** The interval is shorter than a round: they run into each other. */
  readonly overlap: boolean;
  readonly leftOut: LeftOut;
  readonly repositories: number;
  readonly slots: Slots;
  readonly measures: readonly Measure[];
  /** Every round found in the tasks, with the reason why it does not count. At most the newest 2000. */
  readonly allRounds: readonly IndexingRound[];
  /** Some times were known to the minute only ("5 minutes ago"), and no stated durations make up for it. */
  readonly blurred: boolean;
  readonly webhooks: boolean;
  /** Minutes of the current interval, or the smallest gap of its cron expression. */
  readonly currentMinutes?: number;
  /** Where the schedule is off: the interval that says so, 0 for a cron expression. */
  readonly offMinutes?: number;
  readonly cron?: CronGaps;
  readonly cronUnreadable: boolean;
}

export interface ReindexSuggestion {
  readonly kind: 'suggestion';
  /** Whole minutes to set. */
  readonly minutes: number;
  /** Round and margin, before rounding, floor and ceiling. */
  readonly rawMinutes: number;
  readonly roundMinutes: number;
  readonly verdict: IntervalVerdict;
  readonly confidence: Confidence;
  readonly basis: AdviceBasis;
  readonly steps: readonly AdviceStep[];
  readonly insights: Insights;
}

/** Only a lower bound of the round is known. */
export interface AtLeast {
  readonly kind: 'at-least';
  /** Whole minutes to set at least: the bound with the margin of the policy. */
  readonly minutes: number;
  /** What a round takes at least, in minutes. */
  readonly atLeastMinutes: number;
  /** Bound and margin, before rounding, floor and ceiling. */
  readonly rawMinutes: number;
  readonly verdict: LowerBoundVerdict;
  readonly basis: AdviceBasis;
  readonly steps: readonly AdviceStep[];
  /** What is missing for a suggestion. */
  readonly need: NotEnoughReason;
  readonly insights: Insights;
}

export interface NotEnoughHistory {
  readonly kind: 'not-enough-history';
  /** What is missing. */
  readonly reason: NotEnoughReason;
  /** What the numbers seen so far would give. Not a suggestion. */
  readonly provisionalMinutes?: number;
  /** See {@link AdviceBasis}: a schedule that is off has no rounds, so this needs no history. */
  readonly offMinutes?: number;
  readonly roundStates: Readonly<Partial<Record<RoundState, number>>>;
  /** What there is. */
  readonly counts: {
    readonly tasks: number;
    readonly rounds: number;
    readonly completeRounds: number;
    readonly repositories: number;
    /** Those whose processing time is known. */
    readonly knownRepositories: number;
  };
}

export type NotEnoughReason =
  'nothing' | 'no-complete-round' | 'slots-unknown' | 'initial-indexing-running' | 'initial-indexing-recent';

export type ReindexAdvice = ReindexSuggestion | AtLeast | NotEnoughHistory;
