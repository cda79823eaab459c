import { LONGEST_INTERVAL } from '../model/limits';
import { DEFAULT_POLICY, type ReindexPolicy } from '../model/reindex-policy';

export { DEFAULT_POLICY, type ReindexPolicy };

/** Milliseconds. */
export const MINUTE = 60_000;
export const DAY = 86_400_000;

/**
 * The numbers that are calibrated: nobody could tell better ones from one instance. "Bench" is what the number moved when
 * it was tried, over those instances of ten seeds (`npm run bench:advisor`) that have fewer than 20,000 tasks; each pair
 * of figures is of one state of the code.
 */
export interface Calibration {
  /**
   * With fewer rounds than this the longest one counts instead of the quantile, and may be put right by rounds that were
   * played. Ours: 20 is where 0.95 means something. Never the quantile: the worst is 1.58 times the ideal instead of 1.33.
   */
  readonly roundsForQuantile: number;
  /**
   * Fewer rounds are longer by the spread of the played ones, by this factor at the most. Bench: without, 3.2 % are under
   * the true p95 instead of 1.8 %; 1.5 moves nothing.
   */
  readonly calibrationLimit: number;
  /** Longest interval that can be set, in minutes. Vendor. */
  readonly ceilingMinutes: number;
  /** The current interval is longer than needed above this many times the suggestion. Ours. */
  readonly longerThanNeededFactor: number;
  /** With webhooks an interval up to this many minutes is never too long. Vendor: "ideally 1-2 times a day with webhooks". */
  readonly webhookIntervalMinutes: number;
  /**
   * An instance lives on webhooks where they brought at least this share of its tasks. Ours: a quiet instance of 1,000
   * repositories with an interval of 5 minutes has 12,000 tasks in an hour, and with 50 pushes still counts; one hook
   * among thousands is a stray.
   */
  readonly webhookShare: number;
  /** No advice until this long after initial indexing ended, in minutes. Vendor: "after a day or two". */
  readonly settleMinutes: number;
  /** Initial indexing of a smaller share of the repositories is daily business and does not stop the advice. Ours. */
  readonly initialIndexingShare: number;
  /** Finished rows stay in the queue this long, in minutes. Vendor: one hour. */
  readonly retentionMinutes: number;
  /** A round must hold this share of the repositories to count as whole, where its end was not seen. Ours. */
  readonly wholeRoundShare: number;
  /**
   * A look that left more than this share of its finished rows closed shows no whole round. Bench: with all, 2.5 % of
   * medium confidence are under the true p95 instead of 2.1 %.
   */
  readonly closedShare: number;
  /** A round can be played when the times of this share of the repositories are known. Ours. */
  readonly fullRoundShare: number;
  /**
   * Rounds from when there were so many more or fewer repositories than now, as a share, do not count ... Bench: without,
   * 1.1 % of high confidence are under the true p95 instead of none, and the worst is 1.52 instead of 1.33.
   */
  readonly otherSizeShare: number;
  /** ... where at least so many others do. Ours. */
  readonly sameSizeRounds: number;
  /**
   * More tasks at once than declared must take this share of the busy time to overrule the dashboard. Ours: clocks of two
   * nodes are seldom quite the same.
   */
  readonly lastingShare: number;
  /** Two insertions further apart than this belong to different ticks of the schedule, in minutes. Ours. */
  readonly tickGapMinutes: number;
  /**
   * Rounds overlap when at least this share of them began before the one before was done. Bench: without, the worst is 53
   * times the ideal, and 62 lower bounds are above the longest true round.
   */
  readonly overlapShare: number;
  /** A task is stuck when it takes this many times its usual time ... Bench: without, the worst is 40 times the ideal. */
  readonly stuckFactor: number;
  /** ... and at least this many minutes. Ours. */
  readonly stuckMinutes: number;
  /** How often a round is played. Bench: half as many move no figure. */
  readonly plays: number;
  /**
   * Rounds are played at moments of so many minutes before the newest look. Bench: all at one moment, 8.3 % are under the
   * true p95 instead of 3.5 %, and 6 instead of 1 under the median.
   */
  readonly playedMinutes: number;
  /**
   * Spread of a repository's time from run to run (sigma of its logarithm), where too few runs show it. Bench, under the
   * true p95 and worst: 0.15 gives 3.0 % and 1.25, 0.2 2.5 % and 1.33, 0.25 2.5 % and 1.41.
   */
  readonly spreadOfRuns: number;
  /**
   * More than this share of the slots cannot have been load: the evidence contradicts itself. Bench: no load at all, 4.2 %
   * of medium confidence are under the true p95 instead of 3.8 %, and 2 instead of 1 under the median.
   */
  readonly mostLoad: number;
  /** A repository that takes more than this share of a round dominates it. Ours. */
  readonly dominantShare: number;
  /** A repository fails again and again from this many errors in a row. Ours. */
  readonly failuresInARow: number;
  /** A removal or garbage collection starves when it has waited this many minutes. Ours. */
  readonly starvingMinutes: number;
  /** A round longer than this is a wrong clock or unit, in minutes. Ours: a week. */
  readonly longestRoundMinutes: number;
  /**
   * Dates of last indexing that spread over an interval or a little more are of two rounds: those that this round did not
   * reach yet have the date of the one before, and webhooks fill the pause between. Up to so many intervals they bound
   * nothing. Ours: a round that takes longer spreads them further.
   */
  readonly mixedRoundsFactor: number;
  /**
   * High confidence needs rounds over at least this many minutes, and played rounds give medium from looks over as many.
   * Ours: by day and by night.
   */
  readonly highSpanMinutes: number;
  /** Medium confidence needs at least this many rounds. Ours. */
  readonly mediumRounds: number;
}

export const CALIBRATION: Calibration = {
  roundsForQuantile: 20,
  calibrationLimit: 1.25,
  ceilingMinutes: LONGEST_INTERVAL,
  longerThanNeededFactor: 2,
  webhookIntervalMinutes: 1440,
  webhookShare: 1 / 500,
  settleMinutes: 1440,
  initialIndexingShare: 0.01,
  retentionMinutes: 60,
  wholeRoundShare: 0.9,
  closedShare: 0.1,
  fullRoundShare: 0.9,
  otherSizeShare: 0.1,
  sameSizeRounds: 3,
  lastingShare: 0.05,
  tickGapMinutes: 0.5,
  overlapShare: 0.5,
  stuckFactor: 10,
  stuckMinutes: 15,
  plays: 40,
  playedMinutes: 1440,
  spreadOfRuns: 0.2,
  mostLoad: 0.5,
  dominantShare: 1 / 3,
  failuresInARow: 3,
  starvingMinutes: 240,
  longestRoundMinutes: 10_080,
  mixedRoundsFactor: 1.5,
  highSpanMinutes: 1440,
  mediumRounds: 3,
};

/** Every number of the calculation. */
export interface Numbers extends ReindexPolicy, Calibration {}

const DEFAULTS: Numbers = { ...DEFAULT_POLICY, ...CALIBRATION };

/** The defaults with the given numbers put in; a number that is no number (NaN, negative, infinite) is ignored. */
export function completePolicy(changes: Partial<Numbers> = {}): Numbers {
  const valid = Object.entries(changes).filter(
    ([name, value]) => name in DEFAULTS && typeof value === 'number' && Number.isFinite(value) && value >= 0,
  );
  const policy: Numbers = { ...DEFAULTS, ...Object.fromEntries(valid) };
  const ceilingMinutes = Math.min(Math.max(1, Math.floor(policy.ceilingMinutes)), LONGEST_INTERVAL);
  const floorMinutes = Math.min(Math.max(1, Math.ceil(policy.floorMinutes)), ceilingMinutes);
  return { ...policy, quantile: Math.min(policy.quantile, 1), floorMinutes, ceilingMinutes };
}
