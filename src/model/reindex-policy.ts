/**
 * The numbers of the advice that an admin may set, in the panel's form.
 *
 * Worked example: six rounds were seen, the longest took 18.6 minutes. Fewer than 20, so the longest counts: 18.6.
 * The margin is the larger of 3 minutes and 1.86 minutes: 21.6. Rounded up: 22. Above the floor of 5: 22 stays.
 * Likewise 19 gives 22, 2 gives 5, 3 gives 6 and 100 gives 110.
 */
export interface ReindexPolicy {
  /** The share of the rounds that the interval must cover (0 to 1). Ours: a late round in twenty is tolerable. */
  readonly quantile: number;
  /** Least margin in minutes. Vendor: "a few minutes more than the duration". */
  readonly marginMinutes: number;
  /** Margin as a share of the round; the larger of the two counts. Ours: a few minutes are nothing for a round of hours. */
  readonly marginShare: number;
  /** Never suggest less, in minutes. Vendor: the default interval is 5. */
  readonly floorMinutes: number;
  /** What happened longer ago than this many days does not count. Ours. */
  readonly historyDays: number;
  /** High confidence needs at least this many rounds. Ours. */
  readonly highRounds: number;
}

export const DEFAULT_POLICY: ReindexPolicy = {
  quantile: 0.95,
  marginMinutes: 3,
  marginShare: 0.1,
  floorMinutes: 5,
  historyDays: 14,
  highRounds: 20,
};
