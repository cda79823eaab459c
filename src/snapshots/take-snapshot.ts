import { SINGLE_REPOSITORIES } from '../model/integration';
import { HEALTHS } from '../report/health';
import type { Report } from '../report/report';
import { bounded, withinBounds } from './bounds';
import { newsSince, standingOf } from './news';
import type { HealthCounts, Snapshot, Snapshots } from './snapshot';

const MINUTE = 60_000;
/** Checks of one visit are no further apart. Milliseconds. */
const VISIT = 30 * MINUTE;
/** Of checks that find nothing new one is kept in this time. Milliseconds. */
const QUIET = 60 * MINUTE;
/** Longer names are cut. */
const LONGEST_NAME = 300;

/** How many integrations have each health. */
export function countsOf({ subjects }: Report): HealthCounts {
  const integrations = subjects.filter(({ key }) => key !== SINGLE_REPOSITORIES);
  const counted = HEALTHS.map(
    (health) => [health, integrations.filter((one) => one.health === health).length] as const,
  );
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}

/** It finds all as the one before it did, less than an hour later. */
export function isQuiet({ at, healths, news }: Omit<Snapshot, 'more'>, before: Snapshot | undefined): boolean {
  return (
    before !== undefined &&
    news.length === 0 &&
    at - before.at < QUIET &&
    HEALTHS.every((health) => before.healths[health] === healths[health])
  );
}

export function namesOf({ subjects }: Report): Snapshots['names'] {
  return Object.fromEntries(
    subjects.flatMap(({ key, name }) => (name === undefined ? [] : [[key, name.slice(0, LONGEST_NAME)]])),
  );
}

/** A clock that was ahead when they were taken must not put them after those to come. */
function notAhead(all: Snapshots, now: number): Snapshots {
  return {
    ...all,
    ...(all.last && { last: { ...all.last, at: Math.min(all.last.at, now) } }),
    ...(all.visitedAt !== undefined && { visitedAt: Math.min(all.visitedAt, now) }),
    snapshots: all.snapshots.map((one) => (one.at > now ? { ...one, at: now } : one)),
  };
}

/**
 * The snapshots with that of one more full check. A check that finds all as it was is worth one snapshot an hour: till then
 * only the time of the last check moves on, so that news keep theirs. The checks of one visit are at most half an hour apart.
 *
 * @param at milliseconds since the epoch, by the browser's clock
 */
export function withSnapshot(kept: Snapshots, report: Report, at: number): Snapshots {
  const before = notAhead(kept, at);
  const last = standingOf(report, at, before.last);
  const news = before.last ? newsSince(before.last, last, report) : [];
  const healths = countsOf(report);
  const isKept = !isQuiet({ at, healths, news }, before.snapshots.at(-1));
  const isNewVisit = before.last !== undefined && at - before.last.at > VISIT;
  return withinBounds(
    {
      ...before,
      last,
      ...(isNewVisit && before.last && { visitedAt: before.last.at }),
      snapshots: isKept ? [...before.snapshots, { at, healths, ...bounded(news) }] : before.snapshots,
      names: { ...before.names, ...namesOf(report) },
    },
    at,
  );
}
