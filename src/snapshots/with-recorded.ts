import type { Report } from '../report/report';
import { bounded, isOneADay, isSameDay, isTooOld, withinBounds } from './bounds';
import { holdsAt, type Stood } from './holds-at';
import { newsSince, standingOf } from './news';
import type { LastStanding, News, Snapshot, Snapshots } from './snapshot';
import { countsOf, isQuiet, namesOf } from './take-snapshot';

/** A full check that was made elsewhere, or was not kept. */
export interface RecordedCheck {
  /** When its integrations were read, milliseconds since the epoch. */
  readonly at: number;
  readonly report: Report;
}

export interface Recorded {
  readonly snapshots: Snapshots;
  /** When the checks that were added were made, milliseconds since the epoch, in the order of time. */
  readonly added: readonly number[];
  /** How many told nothing that was not there. */
  readonly known: number;
  /** How many are older than what is kept. */
  readonly tooOld: number;
}

/** What lies between two kept snapshots, and what is known of these. */
interface Gap {
  readonly checks: readonly RecordedCheck[];
  readonly before: Snapshot | undefined;
  /** How everything stood at the one before; of most nobody knows any more. */
  readonly standing: LastStanding | undefined;
  readonly after: Snapshot | undefined;
}

interface Filled {
  readonly snapshots: readonly Snapshot[];
  /** The latest of the checks; undefined where there was none. */
  readonly latest: Stood | undefined;
}

/**
 * The checks of a gap as snapshots, each with its news since the one before. Where nobody knows how everything stood before
 * the first of them, it has what the snapshot after the gap found new and was so already.
 */
function filled({ checks, before, standing, after }: Gap): Filled {
  const snapshots: Snapshot[] = [];
  let latest: Stood | undefined;
  for (const { at, report } of checks) {
    const earlier = latest?.standing ?? standing;
    const stood: Stood = { report, standing: standingOf(report, at, earlier) };
    const foundLater: readonly News[] = after?.news ?? [];
    const news = earlier ? newsSince(earlier, stood.standing, report) : foundLater.filter((one) => holdsAt(one, stood));
    const one = { at, healths: countsOf(report), ...bounded(news) };
    if (!isQuiet(one, snapshots.at(-1) ?? before)) snapshots.push(one);
    latest = stood;
  }
  return { snapshots, latest };
}

/** The kept snapshots; with one of the last check, which was quiet, where recorded ones lie before it. */
function keptPoints({ snapshots, last }: Snapshots, checks: readonly RecordedCheck[]): readonly Snapshot[] {
  const newest = snapshots.at(-1);
  if (!newest || !last || !checks.some(({ at }) => at > newest.at && at < last.at)) return snapshots;
  return [...snapshots, { at: last.at, healths: newest.healths, news: [], more: 0 }];
}

/** It tells nothing: it is there, or of a day long ago of which a later one is. */
function isThere({ snapshots, last }: Snapshots, at: number, now: number): boolean {
  return (
    last?.at === at ||
    snapshots.some((one) => one.at === at || (isOneADay(at, now) && isSameDay(one.at, at) && one.at > at))
  );
}

function inOrder(checks: readonly RecordedCheck[]): readonly RecordedCheck[] {
  const byTime = new Map(checks.map((one) => [one.at, one]));
  return [...byTime.values()].sort((one, other) => one.at - other.at);
}

interface Merged {
  readonly snapshots: readonly Snapshot[];
  readonly last: LastStanding | undefined;
}

/** The kept snapshots and the checks, in the order of time. */
function merged(kept: Snapshots, checks: readonly RecordedCheck[], latestReport: Report | undefined): Merged {
  const points = keptPoints(kept, checks);
  const snapshots: Snapshot[] = [];
  let { last } = kept;
  for (const [place, after] of [...points, undefined].entries()) {
    const before = points[place - 1];
    const within = checks.filter(({ at }) => at > (before?.at ?? -Infinity) && at < (after?.at ?? Infinity));
    // From the newest snapshot on everything stood as at the last check.
    const standing = place >= kept.snapshots.length ? last : undefined;
    const between = filled({ checks: within, before, standing, after });
    const { latest } = between;
    snapshots.push(...between.snapshots);
    if (!after) last = latest?.standing ?? last;
    else if (!latest || between.snapshots.length === 0) snapshots.push(after);
    else if (latestReport && last && place === points.length - 1) {
      last = standingOf(latestReport, last.at, latest.standing);
      snapshots.push({ ...after, ...bounded(newsSince(latest.standing, last, latestReport)) });
    } else snapshots.push({ ...after, news: after.news.filter((one) => !holdsAt(one, latest)) });
  }
  return { snapshots, last };
}

function namesIn(checks: readonly RecordedCheck[]): Snapshots['names'] {
  return Object.fromEntries(checks.flatMap(({ report }) => Object.entries(namesOf(report))));
}

/**
 * The snapshots with those of checks that were recorded, each at its time. What the snapshot after them found new, and they
 * found before it, moves to them. The newest full check stays the last one.
 *
 * Example: of today's check SSL verification of an integration is new. Of recordings of Monday, Tuesday and Wednesday it
 * failed from Tuesday on: then Tuesday found it, and today nothing.
 *
 * @param recorded none in the future
 * @param now milliseconds since the epoch
 * @param latestReport what the last full check of `kept` found, where it is known
 */
export function withRecorded(
  kept: Snapshots,
  recorded: readonly RecordedCheck[],
  now: number,
  latestReport?: Report,
): Recorded {
  const young = recorded.filter(({ at }) => !isTooOld(at, now));
  const checks = inOrder(young.filter(({ at }) => !isThere(kept, at, now)));
  const { snapshots: all, last } = merged(kept, checks, latestReport);
  const names = { ...namesIn(checks), ...kept.names };
  const snapshots = withinBounds({ ...kept, ...(last && { last }), snapshots: all, names }, now);
  const oldest = snapshots.snapshots[0]?.at ?? now;
  const isKept = (at: number) => at >= oldest || (isOneADay(at, now) && isSameDay(at, oldest));
  const taken = checks.map(({ at }) => at).filter((at) => all.some((one) => one.at === at));
  const added = taken.filter(isKept);
  return {
    snapshots,
    added,
    known: young.length - taken.length,
    tooOld: recorded.length - young.length + taken.length - added.length,
  };
}
