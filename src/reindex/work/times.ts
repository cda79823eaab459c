import type { QueueFacts } from '../facts/facts';
import type { Runs } from '../facts/runs';
import type { Numbers } from '../policy';

/** A repository with fewer runs than this does not show how it changes from moment to moment. */
const FEW_RUNS = 3;
/** Normal deviations at the middles of ten equal parts. */
const NORMAL = [-1.645, -1.036, -0.674, -0.385, -0.126, 0.126, 0.385, 0.674, 1.036, 1.645];

/** Draws how long repositories take in a round that is played. */
export class Times {
  /** When the oldest run was done of those that show how times change. Milliseconds since the epoch. */
  readonly since: number;

  constructor(
    private readonly facts: QueueFacts,
    private readonly runs: Runs,
    private readonly random: () => number,
    private readonly numbers: Numbers,
  ) {
    let since = facts.latest;
    for (let place = 0; place < facts.repositoryCount; place += 1) {
      const [from, to] = [runs.offsets[place] ?? 0, runs.offsets[place + 1] ?? 0];
      if (to - from >= FEW_RUNS) since = Math.min(since, facts.finished[runs.indexes[from] ?? 0] ?? since);
    }
    this.since = since;
  }

  /**
   * Minutes of a repository at a moment: what its nearest run took; with fewer than three runs its usual time, which
   * varies by a spread that is usual, the more the fewer runs there are.
   */
  at(moment: number, repository: number): number {
    const { facts, runs, random, numbers } = this;
    const [from, to] = [runs.offsets[repository] ?? 0, runs.offsets[repository + 1] ?? 0];
    if (to - from >= FEW_RUNS) return facts.processing[nearestRun(facts, runs.indexes.subarray(from, to), moment)] ?? 0;
    const deviation = NORMAL[Math.floor(random() * NORMAL.length)] ?? 0;
    const spread = numbers.spreadOfRuns * Math.sqrt(1 + 1 / (to - from));
    return (runs.usual[repository] ?? 0) * Math.exp(deviation * spread);
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
