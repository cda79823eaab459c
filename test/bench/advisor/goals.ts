import { ofConfidence, percent, summaryOf, type Result } from './summary';

/** A goal over all instances: where the value lies between the two borders. */
interface Goal {
  readonly name: string;
  readonly value: (results: readonly Result[]) => number;
  /** Least and most, over all seeds together and with the room that a single seed has. */
  readonly all: readonly [number, number];
  readonly single: readonly [number, number];
  readonly isShare?: boolean;
}

const GOALS: readonly Goal[] = [
  { name: 'under the true median', value: (results) => summaryOf(results).underMedian, all: [0, 0], single: [0, 1] },
  {
    name: 'under the true p95',
    value: (results) => summaryOf(results).underP95Share,
    all: [0, 0.03],
    single: [0, 0.05],
    isShare: true,
  },
  { name: 'median ratio', value: (results) => summaryOf(results).medianRatio, all: [1, 1.05], single: [0.99, 1.06] },
  {
    name: 'worst ratio, no repository over a third',
    value: (results) => summaryOf(results).worst,
    all: [1, 1.4],
    single: [1, 1.4],
  },
  {
    name: 'least ratio, no repository over a third',
    value: (results) => summaryOf(results).least,
    all: [0.8, 1],
    single: [0.8, 1],
  },
  {
    name: 'verdict right',
    value: (results) => summaryOf(results).rightShare,
    all: [0.93, 1],
    single: [0.9, 1],
    isShare: true,
  },
  {
    name: 'lower bounds above the longest true round',
    value: (results) => summaryOf(results).wrongBounds,
    all: [0, 0],
    single: [0, 0],
  },
  {
    name: 'high confidence under p95',
    value: (results) => ofConfidence(results, 'high').underP95Share,
    all: [0, 0.01],
    single: [0, 0.1],
    isShare: true,
  },
  {
    name: 'medium confidence under p95',
    value: (results) => ofConfidence(results, 'medium').underP95Share,
    all: [0, 0.04],
    single: [0, 0.08],
    isShare: true,
  },
  {
    name: 'showing a round and served',
    value: (results) => summaryOf(results).servedShare,
    all: [0.85, 1],
    single: [0.83, 1],
    isShare: true,
  },
];

/** Each goal with what was reached; a share of nothing misses none. */
export function compareWithGoals(
  results: readonly Result[],
  seeds: number,
): { readonly lines: readonly string[]; readonly isReached: boolean } {
  const found = GOALS.map(({ name, value, all, single, isShare = false }) => {
    const reached = value(results);
    const [least, most] = seeds > 1 ? all : single;
    const show = (one: number) => (isShare ? percent(one) : String(Math.round(one * 1000) / 1000));
    const isMissed = reached < least || reached > most;
    return {
      isMissed,
      line: `${isMissed ? 'MISSED' : 'reached'} ${name}: ${show(reached)} (goal ${show(least)} to ${show(most)})`,
    };
  });
  return { lines: found.map(({ line }) => line), isReached: found.every(({ isMissed }) => !isMissed) };
}
