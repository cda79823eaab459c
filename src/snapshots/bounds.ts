import type { News, Snapshot, Snapshots } from './snapshot';

const DAY = 24 * 60 * 60_000;

/** How long snapshots are kept, in milliseconds. */
const KEPT_FOR = 400 * DAY;
/** Of older ones there is one for each day (of UTC). Milliseconds. */
const ALL_FOR = 31 * DAY;
/** News of one snapshot. */
const MOST_NEWS = 100;
/** Characters of everything as JSON, a tenth of what browsers let a site keep. */
const MOST_TEXT = 500_000;
/** This share of the oldest goes where it is too much. */
const SHARE = 0.2;

/** The first of the news, and how many there are beside them. */
export function bounded(news: readonly News[], more = 0): Pick<Snapshot, 'news' | 'more'> {
  return { news: news.slice(0, MOST_NEWS), more: more + Math.max(0, news.length - MOST_NEWS) };
}

/** The later of two, with the news of both. */
function together(earlier: Snapshot, later: Snapshot): Snapshot {
  return { ...later, ...bounded([...earlier.news, ...later.news], earlier.more + later.more) };
}

/** Of the same day of UTC. */
export function isSameDay(one: number, other: number): boolean {
  return Math.floor(one / DAY) === Math.floor(other / DAY);
}

/** So old that it is not kept. Times in milliseconds since the epoch. */
export function isTooOld(at: number, now: number): boolean {
  return now - at > KEPT_FOR;
}

/** So old that there is one for each day. Times in milliseconds since the epoch. */
export function isOneADay(at: number, now: number): boolean {
  return now - at > ALL_FOR;
}

function oneADay(snapshots: readonly Snapshot[]): Snapshot[] {
  const days: Snapshot[] = [];
  for (const snapshot of snapshots) {
    const last = days.at(-1);
    if (last && isSameDay(last.at, snapshot.at)) days[days.length - 1] = together(last, snapshot);
    else days.push(snapshot);
  }
  return days;
}

/** Only the names that something needs. */
function named({ snapshots, last, names }: Snapshots): Snapshots['names'] {
  const needed = new Set([
    ...snapshots.flatMap(({ news }) => news.map(({ subject }) => subject)),
    ...Object.keys(last?.subjects ?? {}),
  ]);
  return Object.fromEntries(Object.entries(names).filter(([key]) => needed.has(key)));
}

/**
 * The same within its bounds: nothing older than 400 days, one a day of what is older than a month, with the news of all of
 * that day, and no more text than fits; the newest stays in any case.
 *
 * @param now milliseconds since the epoch
 */
export function withinBounds(all: Snapshots, now: number): Snapshots {
  const kept = all.snapshots.filter(({ at }) => !isTooOld(at, now));
  const isOld = ({ at }: Snapshot) => isOneADay(at, now);
  let snapshots = [...oneADay(kept.filter(isOld)), ...kept.filter((one) => !isOld(one))];
  let result: Snapshots = { ...all, snapshots, names: named({ ...all, snapshots }) };
  while (snapshots.length > 1 && JSON.stringify(result).length > MOST_TEXT) {
    snapshots = snapshots.slice(Math.ceil(snapshots.length * SHARE));
    result = { ...all, snapshots, names: named({ ...all, snapshots }) };
  }
  return result;
}
