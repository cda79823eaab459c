import { HEALTHS, type Health } from '../../../report/health';
import type { HealthCounts, Snapshots } from '../../../snapshots/snapshot';

/** How many integrations had each health at one time. */
export interface HealthPoint {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly healths: HealthCounts;
}

/** Points that the arrow keys stop at each. */
const FEW_POINTS = 100;

/** Each snapshot, and the last check, which may have found all as it was. */
export function pointsOf({ snapshots, last }: Snapshots): readonly HealthPoint[] {
  const newest = snapshots.at(-1);
  const points = snapshots.map(({ at, healths }) => ({ at, healths }));
  return newest && last && last.at > newest.at ? [...points, { at: last.at, healths: newest.healths }] : points;
}

/** Points of one day make no picture. */
export function areOfDays(points: readonly HealthPoint[]): boolean {
  return new Set(points.map(({ at }) => new Date(at).toDateString())).size > 1;
}

/** The healths that any integration had, worst first, as they stand from the bottom up. */
export function bandsOf(points: readonly HealthPoint[]): readonly Health[] {
  return HEALTHS.filter((health) => points.some(({ healths }) => healths[health] !== undefined));
}

export function totalOf({ healths }: HealthPoint): number {
  return HEALTHS.reduce((sum, health) => sum + (healths[health] ?? 0), 0);
}

/** Where the arrow keys stop: at each point, or among many where something is other than before, and at both ends. */
export function stopsOf(points: readonly HealthPoint[]): readonly number[] {
  const places = [...points.keys()];
  if (points.length <= FEW_POINTS) return places;
  const isOther = (place: number) =>
    HEALTHS.some((health) => points[place]?.healths[health] !== points[place - 1]?.healths[health]);
  return places.filter((place) => place === 0 || place === points.length - 1 || isOther(place));
}

/** The last point at a time or before it. */
export function placeAt(points: readonly HealthPoint[], time: number): number {
  return Math.max(
    0,
    points.findLastIndex(({ at }) => at <= time),
  );
}
