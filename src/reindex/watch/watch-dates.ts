import type { Steps } from '../../steps/steps';
import type { WatchObservation } from '../../model/reindex';

/** So many are gone through in a few milliseconds. */
const PART = 50_000;
const NOTHING = new Float64Array();

/** All dates of all looks, ascending; a date that several repositories share as often as one look showed it. */
export function* datesSeen(looks: readonly WatchObservation[]): Steps<Float64Array> {
  let parts: Float64Array[] = [];
  for (const { dates } of looks) {
    parts.push(Float64Array.from(dates).sort());
    yield;
  }
  // Two by two: one after the other each date would be gone through once for each look that follows.
  while (parts.length > 1) {
    const united: Float64Array[] = [];
    for (let place = 0; place < parts.length; place += 2) {
      united.push(yield* union(parts[place] ?? NOTHING, parts[place + 1] ?? NOTHING));
      yield;
    }
    parts = united;
  }
  return parts[0] ?? NOTHING;
}

/** Both ascending; what is in both as often as in the one that has it more often. */
function* union(one: Float64Array, other: Float64Array): Steps<Float64Array> {
  const both = new Float64Array(one.length + other.length);
  let [at, first, second] = [0, 0, 0];
  for (; first < one.length || second < other.length; at += 1) {
    const [a, b] = [one[first] ?? Infinity, other[second] ?? Infinity];
    if (a <= b) first += 1;
    if (b <= a) second += 1;
    both[at] = Math.min(a, b);
    if (at % PART === PART - 1) yield;
  }
  return both.subarray(0, at);
}

/** What of some dates was not there before; both ascending. */
export function* without(dates: Float64Array, before: Float64Array): Steps<Float64Array> {
  const left = new Float64Array(dates.length);
  let [count, place] = [0, 0];
  for (let index = 0; index < dates.length; index += 1) {
    const date = dates[index] ?? 0;
    while (place < before.length && (before[place] ?? 0) < date) place += 1;
    if (before[place] !== date) left[count++] = date;
    if (index % PART === PART - 1) yield;
  }
  return left.subarray(0, count);
}

/** Ascending, as by sorting, but part by part; sorts in place. */
export function* sortInSteps(values: Float64Array): Steps<Float64Array> {
  let parts: Float64Array[] = [];
  for (let from = 0; from < values.length; from += PART) {
    parts.push(values.subarray(from, from + PART).sort());
    yield;
  }
  while (parts.length > 1) {
    const merged: Float64Array[] = [];
    for (let place = 0; place < parts.length; place += 2) {
      merged.push(yield* merge(parts[place] ?? NOTHING, parts[place + 1] ?? NOTHING));
    }
    parts = merged;
  }
  return parts[0] ?? values;
}

function* merge(one: Float64Array, other: Float64Array): Steps<Float64Array> {
  const both = new Float64Array(one.length + other.length);
  let [first, second] = [0, 0];
  for (let at = 0; at < both.length; at += 1) {
    const [a, b] = [one[first] ?? Infinity, other[second] ?? Infinity];
    if (a <= b) first += 1;
    else second += 1;
    both[at] = Math.min(a, b);
    if (at % PART === PART - 1) yield;
  }
  return both;
}

/** How long after each date the one `width` places behind it comes. */
export function* spansOf(dates: Float64Array, width: number): Steps<Float64Array> {
  const spans = new Float64Array(Math.max(0, dates.length - width));
  for (let place = 0; place < spans.length; place += 1) {
    spans[place] = (dates[place + width] ?? 0) - (dates[place] ?? 0);
    if (place % PART === PART - 1) yield;
  }
  return spans;
}
