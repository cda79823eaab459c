import type { QueueFacts } from '../facts/facts';
import { logMinutes, type Runs } from '../facts/runs';
import type { Numbers } from '../policy';

/** A repository with fewer runs than this does not show how it changes from moment to moment. */
const FEW_RUNS = 3;
/** So many are enough to draw from. */
const MOST_RESIDUALS = 20_000;
/** Normal deviations at the middles of ten equal parts. */
const NORMAL = [-1.645, -1.036, -0.674, -0.385, -0.126, 0.126, 0.385, 0.674, 1.036, 1.645];

/** Draws how long repositories take in a round that is played. */
export class Times {
  private readonly residuals: Float64Array;

  /** When the oldest run was done of those that show how times change. Milliseconds since the epoch. */
  readonly since: number;

  constructor(
    private readonly facts: QueueFacts,
    private readonly runs: Runs,
    private readonly random: () => number,
    numbers: Numbers,
  ) {
    this.residuals = residualsOf(facts, runs, numbers);
    let since = facts.latest;
    for (let place = 0; place < facts.repositoryCount; place += 1) {
      const [from, to] = [runs.offsets[place] ?? 0, runs.offsets[place + 1] ?? 0];
      if (to - from >= FEW_RUNS) since = Math.min(since, facts.finished[runs.indexes[from] ?? 0] ?? since);
    }
    this.since = since;
  }

  /**
   * Minutes of a repository at a moment: what its nearest run took; with fewer than three runs its usual time, changed as
   * runs were seen to differ, the more the fewer there are.
   */
  at(moment: number, repository: number): number {
    const { facts, runs } = this;
    const [from, to] = [runs.offsets[repository] ?? 0, runs.offsets[repository + 1] ?? 0];
    if (to - from >= FEW_RUNS) return facts.processing[nearestRun(facts, runs.indexes.subarray(from, to), moment)] ?? 0;
    const residual = this.residuals[Math.floor(this.random() * this.residuals.length)] ?? 0;
    return (runs.usual[repository] ?? 0) * Math.exp(residual * Math.sqrt(1 + 1 / (to - from)));
  }
}

function nearestRun({ finished }: QueueFacts, indexes: Int32Array, moment: number): number {
  const at = (place: number) => finished[indexes[place] ?? 0] ?? 0;
  let [low, high] = [0, indexes.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at(middle) <= moment) low = middle;
    else high = middle;
  }
  return indexes[moment - at(low) <= at(high) - moment ? low : high] ?? 0;
}

/**
 * By how much the logarithm of a run differs from the usual of its repository, of those that do the larger half of the
 * work: a repository of a second may well take a minute once, but that says nothing about one of an hour.
 */
function residualsOf(
  facts: QueueFacts,
  runs: Runs,
  { newestRuns, leastResiduals, priorSpread, mostResidual }: Numbers,
): Float64Array {
  const residuals: number[] = [];
  const least = leastOfHalf(runs.usual.filter((minutes) => minutes > 0));
  for (let repository = 0; repository < facts.repositoryCount && residuals.length < MOST_RESIDUALS; repository += 1) {
    const [from, to] = [runs.offsets[repository] ?? 0, runs.offsets[repository + 1] ?? 0];
    const own = runs.indexes.subarray(Math.max(from, to - newestRuns), to);
    if (own.length < 2 || !((runs.usual[repository] ?? 0) >= least)) continue;
    const usual = logMinutes(runs.usual[repository] ?? 0);
    const unbiased = Math.sqrt(own.length / (own.length - 1));
    for (const index of own) {
      const residual = (logMinutes(facts.processing[index] ?? 0) - usual) * unbiased;
      residuals.push(Math.max(-mostResidual, Math.min(residual, mostResidual)));
    }
  }
  return Float64Array.from(residuals.length < leastResiduals ? NORMAL.map((one) => one * priorSpread) : residuals);
}

/** The least of the largest values that together are half of the sum. */
function leastOfHalf(values: Float64Array): number {
  const sorted = values.sort();
  let left = sorted.reduce((sum, value) => sum + value, 0) / 2;
  let place = sorted.length;
  while (place > 0 && left > 0) left -= sorted[--place] ?? 0;
  return sorted[place] ?? 0;
}
