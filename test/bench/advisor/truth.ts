import { DEFAULT_POLICY } from '../../../src/reindex/policy';
import type { SimulatedInstance } from '../../support/queue-instance';
import { withRoom } from '../../support/queue-instance';
import { simulate } from '../../support/queue-simulator';

/** The true round of an instance as it is at the look. Minutes. */
export interface Truth {
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
  /** What the interval should be. */
  readonly ideal: number;
  /** What the longest repository takes, as a share of the median round. */
  readonly largestShare: number;
}

/** The first rounds find an empty queue, or one that is not yet as always. */
const SETTLING_ROUNDS = 3;

/** Measured with room between the rounds; where one took longer than was thought, with more room. */
export function truthOf(instance: SimulatedInstance, roundMinutes: number): Truth {
  const world = withRoom(instance, roundMinutes);
  const rounds = simulate(world).rounds.slice(SETTLING_ROUNDS);
  const minutes = rounds.map((round) => round.minutes).sort((a, b) => a - b);
  if (rounds.filter(({ overlaps }) => overlaps).length > rounds.length / 50) return truthOf(instance, roundMinutes * 2);
  const p95 = quantile(minutes, 0.95);
  const median = quantile(minutes, 0.5);
  const meanLoad = 1 + (instance.day?.share ?? 0) / Math.PI;
  const largest = Math.max(...world.repositories.map((repository) => repository.minutes)) * meanLoad;
  return { median, p95, longest: minutes.at(-1) ?? 0, ideal: idealFor(p95), largestShare: largest / median };
}

/** With the policy's margin, whole minutes and floor. */
function idealFor(p95: number): number {
  const margin = Math.max(DEFAULT_POLICY.marginMinutes, p95 * DEFAULT_POLICY.marginShare);
  return Math.max(DEFAULT_POLICY.floorMinutes, Math.ceil(p95 + margin - 1e-9));
}

/** Between the two nearest of sorted values, as spreadsheets do. */
export function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? NaN;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}
