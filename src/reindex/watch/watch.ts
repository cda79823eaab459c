import type { RunDuration, WatchObservation } from '../../model/reindex';
import { finish, type Steps } from '../../steps/steps';
import { lastAtMost } from '../rounds/ticks';
import { sortTimes } from '../statistics';

/** A round is complete when this share of the repositories was indexed since it began. */
const COMPLETE = 0.9;
/** A round moves most of the enabled repositories; a few fail each time and keep their date. */
const MOST = 0.75;
/** Dates are dense where they come at least a third as fast as they usually do. */
const SPARSE = 3;
/** Fewer repositories than this say nothing. */
const FEWEST = 3;
const MINUTE = 60_000;
/** Minutes between two looks, at the most. */
const LONGEST_DELAY = 15;
/** After a pause this long, with the tab hidden or closed, a new watch begins: nobody knows what went on meanwhile. */
const BREAK = 2 * LONGEST_DELAY * MINUTE;

/**
 * Rounds seen by a watch, each as the spread of the dates of its round, at its end by Jira's clock.
 *
 * A round indexes each repository once, so its dates (the ends of its tasks) come one after the other, as many as there
 * are repositories; between two rounds only webhooks and people move single ones. All dates seen, sorted, are cut into
 * rounds: a round begins where dates become dense, and is over with as many dates as repositories move; what comes
 * sparsely after that, up to the next round, are outliers. A round counts only when its dates appeared while watching,
 * and when the first look after it shows (nearly) all repositories indexed since its begin: a stream of webhooks moves
 * the same few again and again and never gets there. A round that was under way at the first look is left out.
 *
 * Example: 100 repositories, looks at 12:00, 12:05, ... In the look of 12:25 their dates lie from 12:10:06 to 12:20:00
 * and one, moved by a webhook, at 12:23. The dates seen until the next round at 12:40 are 101, one more than there are
 * repositories: the sparse last one is left out, and the round took 9.9 minutes. The first task's own time is not seen,
 * so each is a little too short; only differences of dates are taken, so a skewed clock does no harm.
 */
export function roundsOfWatch(observations: readonly WatchObservation[]): RunDuration[] {
  return finish(roundsInSteps(observations));
}

/** The same, for a page that must not stand still over a million dates. */
export function* roundsInSteps(observations: readonly WatchObservation[]): Steps<RunDuration[]> {
  const looks: Look[] = [];
  for (const { at, dates } of [...observations].sort((a, b) => a.at - b.at)) {
    if (dates.length > 0) looks.push({ at, dates: Float64Array.from(dates).sort() });
    yield;
  }
  const isStart = (place: number) => place === 0 || (looks[place]?.at ?? 0) - (looks[place - 1]?.at ?? 0) > BREAK;
  const starts = [...looks.keys()].filter(isStart);
  const rounds: RunDuration[] = [];
  for (const [place, start] of starts.entries())
    rounds.push(...(yield* roundsWithoutBreak(looks.slice(start, starts[place + 1]))));
  return rounds;
}

/** A look with its dates ascending. */
interface Look {
  readonly at: number;
  readonly dates: Float64Array;
}

function* roundsWithoutBreak(looks: readonly Look[]): Steps<RunDuration[]> {
  const [first, last] = [looks[0], looks.at(-1)];
  if (!first || !last || first === last) return [];
  const moving = without(last.dates, first.dates).length;
  if (moving < FEWEST || moving < MOST * last.dates.length) return [];
  const moved = yield* datesMoved(looks);
  const begin = largestGap(moved.subarray(0, moving), first.dates.at(-1) ?? 0);
  const rounds: RunDuration[] = [];
  for (const { from, to } of yield* roundsOf(moved.subarray(begin), moving)) {
    const after = looks.findIndex(({ dates }) => (dates.at(-1) ?? 0) >= to);
    const isCovered = ({ dates }: Look) => dates.length - 1 - lastAtMost(dates, from - 1) >= COMPLETE * moving;
    const isDone = after >= 0 && looks.slice(after, after + 2).some(isCovered);
    const isOver = (last.dates.at(-1) ?? 0) > to || isSettled(looks);
    if (isDone && isOver) rounds.push({ at: to, minutes: (to - from) / MINUTE, estimated: true });
    yield;
  }
  return rounds;
}

/** The dates that came while watching, ascending: in each look what the one before did not show. */
function* datesMoved(looks: readonly Look[]): Steps<Float64Array> {
  const parts: Float64Array[] = [];
  for (const [place, { dates }] of looks.entries()) {
    const before = looks[place - 1];
    if (before) parts.push(without(dates, before.dates));
    yield;
  }
  const moved = new Float64Array(parts.reduce((count, part) => count + part.length, 0));
  let at = 0;
  for (const part of parts) {
    moved.set(part, at);
    // Dates of a look come after those of the look before, but for a few at its begin.
    const from = lastAtMost(moved.subarray(0, at), part[0] ?? Infinity) + 1;
    sortTimes(moved.subarray(from, at + part.length));
    at += part.length;
    yield;
  }
  return moved;
}

/** What of some dates was not there before; both ascending. */
function without(dates: Float64Array, before: Float64Array): Float64Array {
  let place = 0;
  return dates.filter((date) => {
    while (place < before.length && (before[place] ?? 0) < date) place += 1;
    return before[place] !== date;
  });
}

/**
 * Where the first round begins that is seen whole: among as many dates as a round has, one round ends and the next
 * begins, with the longest pause between. What comes before belongs to a round that was under way at the first look.
 */
function largestGap(dates: Float64Array, before: number): number {
  let largest = 0;
  const gap = (place: number) => (dates[place] ?? 0) - (place === 0 ? before : (dates[place - 1] ?? 0));
  for (let place = 1; place < dates.length; place += 1) {
    if (gap(place) > gap(largest)) largest = place;
  }
  return largest;
}

/** True when nothing moved between the last two looks: the newest round is over. */
function isSettled(looks: readonly Look[]): boolean {
  const [previous, last] = looks.slice(-2);
  return (
    previous !== undefined &&
    last !== undefined &&
    without(last.dates, previous.dates).length <= last.dates.length / 100
  );
}

interface Round {
  readonly from: number;
  readonly to: number;
}

/** So many spans are sorted in a few milliseconds; of more each so many-th tells the middle as well. */
const MOST_SPANS = 50_000;

/** How long as many dates as a twentieth of a round usually take, and how many these are. */
function pace(dates: Float64Array, size: number): { readonly width: number; readonly usual: number } {
  const width = Math.max(4, Math.ceil(size / 20));
  const count = Math.max(0, dates.length - width);
  const every = Math.ceil(count / MOST_SPANS);
  const spans = Float64Array.from({ length: Math.ceil(count / Math.max(1, every)) }, (_, at) => {
    const place = at * every;
    return (dates[place + width] ?? 0) - (dates[place] ?? 0);
  }).sort();
  return { width, usual: spans[spans.length >> 1] ?? 0 };
}

function* roundsOf(dates: Float64Array, size: number): Steps<Round[]> {
  const { width, usual } = pace(dates, size);
  yield;
  const at = (place: number) => dates[place] ?? Infinity;
  const isDense = (place: number) => at(place + width) - at(place) <= SPARSE * Math.max(usual, 1);
  const nextDense = (from: number) => {
    let place = from;
    while (place < dates.length && !isDense(place)) place += 1;
    return place;
  };
  const rounds: Round[] = [];
  for (let start = nextDense(0); start < dates.length;) {
    const least = start + Math.floor(size * COMPLETE);
    // The round ends at the first pause after most of it; webhooks in it make it longer. Where none comes, rounds
    // follow each other without a pause, and it ends with its last repository.
    let end = least;
    while (end < start + size * (2 - MOST) && isDense(end - width)) end += 1;
    if (end >= start + size * (2 - MOST)) end = start + size;
    const next = nextDense(end);
    const count = Math.min(next, dates.length) - start;
    // No more dates than repositories: the late ones are the tail of the round, not webhooks.
    const lastPlace = count <= size ? start + count - 1 : end - 1;
    if (count >= Math.floor(size * COMPLETE))
      rounds.push({ from: at(start), to: at(Math.min(lastPlace, dates.length - 1)) });
    start = Math.max(next, start + 1);
    yield;
  }
  return rounds;
}

/** A pause that separates two rounds within one look: a minute, or far more than is usual between two dates. */
const USUAL_TIMES = 8;
/** A newest group smaller than this is of webhooks. */
const LEAST_SHARE = 0.1;

/**
 * What a single look tells: a round takes at least this many minutes. It is the spread of the newest group of dates
 * without a pause, which may be a part of a round; undefined where no group is large enough.
 *
 * Example: dates at 12:00:10, 12:00:20, ... 12:08:00 and one of a webhook at 12:30 give 7.8 minutes.
 */
export function leastRoundMinutes(dates: readonly number[]): number | undefined {
  if (dates.length < FEWEST) return undefined;
  const sorted = sortTimes(Float64Array.from(dates));
  const gaps = sorted.slice(1).map((date, place) => date - (sorted[place] ?? date));
  const median = gaps.slice().sort()[gaps.length >> 1] ?? 0;
  const pause = Math.max(MINUTE, USUAL_TIMES * Math.min(median, MINUTE));
  let end = sorted.length - 1;
  for (let place = end; place >= 0; place -= 1) {
    if (place > 0 && (gaps[place - 1] ?? 0) <= pause) continue;
    const isLarge = end - place + 1 >= Math.max(FEWEST, LEAST_SHARE * sorted.length);
    if (isLarge) return ((sorted[end] ?? 0) - (sorted[place] ?? 0)) / MINUTE;
    end = place - 1;
  }
  return undefined;
}

/**
 * Minutes to the next look: 20 times what the answer took, so that Jira spends at most a twentieth of its time on it,
 * from 2 to 15 minutes; twice as long after each failure in a row. An answer of 12 seconds gives 4 minutes.
 */
export function nextReadingDelay(requestMinutes: number, failures = 0): number {
  const wanted = Math.max(2, 20 * requestMinutes) * 2 ** failures;
  return Math.min(LONGEST_DELAY, wanted);
}
