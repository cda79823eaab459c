import type { AdviceBasis } from '../../../reindex/advice/advice';
import type { RoundState } from '../../../reindex/rounds/rounds';

/** `whole` and `watch` count; each other state is the reason why a round does not. */
export type PointState = RoundState | 'watch';

export interface ChartPoint {
  /** When the round began, in milliseconds since the epoch. */
  readonly at: number;
  readonly minutes: number;
  readonly state: PointState;
}

/** Points that the arrow keys stop at. */
const MOST_STOPS = 100;
const FEW_POINTS = 500;

export function isCounted({ state }: ChartPoint): boolean {
  return state === 'whole' || state === 'watch';
}

/** The rounds that count, and those that do not, in the order of time. */
export function pointsOf({ measures, allRounds }: AdviceBasis): ChartPoint[] {
  const counted = measures.map(({ from, minutes, source }): ChartPoint => ({
    at: from,
    minutes,
    state: source === 'tasks' ? 'whole' : source,
  }));
  const others = allRounds
    .filter(({ state }) => state !== 'whole')
    .map(({ start, minutes, state }): ChartPoint => ({ at: start, minutes, state }));
  return [...counted, ...others]
    .filter(({ at, minutes }) => Number.isFinite(at) && Number.isFinite(minutes))
    .sort((a, b) => a.at - b.at);
}

/**
 * Where the arrow keys stop: at each point, or among many at the longest of each group of neighbours, so that no long
 * round is stepped over.
 */
export function stopsOf(points: readonly ChartPoint[]): number[] {
  if (points.length <= FEW_POINTS) return [...points.keys()];
  const size = Math.ceil(points.length / MOST_STOPS);
  const stops: number[] = [];
  for (let from = 0; from < points.length; from += size) {
    let longest = from;
    for (let place = from; place < Math.min(from + size, points.length); place += 1) {
      if ((points[place]?.minutes ?? 0) > (points[longest]?.minutes ?? 0)) longest = place;
    }
    stops.push(longest);
  }
  return stops;
}
