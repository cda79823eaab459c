import type { Numbers } from '../../../src/reindex/policy';

/**
 * The rules of the advisor that the bench can switch off, each by numbers of the policy that make it do nothing. The
 * policy takes no infinite number.
 */
export const RULES: Readonly<Record<string, Partial<Numbers>>> = {
  stuck: { stuckFactor: 1e9, stuckMinutes: 1e9 },
  'quantile of rounds': { roundsForQuantile: 1e9 },
  overlap: { overlapShare: 1e9 },
  'closed rows': { closedShare: 1 },
  'rounds of another size': { otherSizeShare: 1e9 },
  calibration: { calibrationLimit: 1 },
  'load of webhooks': { mostLoad: 0 },
  'moments of the day': { playedMinutes: 0 },
  'spread of runs': { spreadOfRuns: 0 },
  'more at once than declared': { lastingShare: 1 },
};
