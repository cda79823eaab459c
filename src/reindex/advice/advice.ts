import type { IntervalVerdict } from '../../model/reindex';
import type { CronGaps } from '../../schedule/cron';
import type { Insights } from '../insights/insights';
import type { IndexingRound, RoundState } from '../rounds/rounds';
import type { Measure } from '../run-durations/run-durations';
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
  | 'work-over-slots'
  | 'uneven-end'
  | 'other-load'
  | 'longest-task'
  | 'longer-reading'
  | 'running-longer'
  | 'margin'
  | 'round-up'
  | 'floor'
  | 'ceiling';

export type Confidence = 'low' | 'medium' | 'high';

/** Which way the round was measured. */
export type Method = 'rounds' | 'readings' | 'watch' | 'work';

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
    | 'invalidReadings'
    | 'shortReadings',
    number
  >
>;

/** What the advice rests on. */
export interface AdviceBasis {
  readonly method: Method;
  /** The longest round, or with many a quantile of them. */
  readonly statistic: 'maximum' | 'quantile' | 'work';
  /** Rounds that count, from tasks, from readings, and estimated by a watch. */
  readonly rounds: number;
  readonly fromReadings: number;
  readonly fromWatch: number;
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
  /** Webhook or manual tasks that stood in for scheduled ones in the rounds that count. */
  readonly standIns: number;
  readonly errors: number;
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

export interface NotEnoughHistory {
  readonly kind: 'not-enough-history';
  readonly have: string;
  readonly need: string;
  readonly reason: NotEnoughReason;
  /** What the numbers seen so far would give. Not a suggestion. */
  readonly provisionalMinutes?: number;
  /** See {@link AdviceBasis}: a schedule that is off has no rounds, so this needs no history. */
  readonly offMinutes?: number;
  readonly roundStates: Readonly<Partial<Record<RoundState, number>>>;
  /** What `have` says, as numbers. */
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

export type ReindexAdvice = ReindexSuggestion | NotEnoughHistory;
