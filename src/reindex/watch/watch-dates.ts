import type { Steps } from '../../steps/steps';
import type { WatchObservation } from '../../model/reindex';

/** All dates of all looks, ascending; a date that several repositories share as often as one look showed it. */
export function* datesSeen(looks: readonly WatchObservation[]): Steps<Float64Array> {
  let seen: Float64Array = new Float64Array();
  for (const { dates } of looks) {
    seen = union(seen, Float64Array.from(dates).sort());
    yield;
  }
  return seen;
}

/** Both ascending; what is in both as often as in the one that has it more often. */
function union(one: Float64Array, other: Float64Array): Float64Array {
  const both = new Float64Array(one.length + other.length);
  let [at, first, second] = [0, 0, 0];
  for (; first < one.length && second < other.length; at += 1) {
    const [a, b] = [one[first] ?? 0, other[second] ?? 0];
    if (a <= b) first += 1;
    if (b <= a) second += 1;
    both[at] = Math.min(a, b);
  }
  for (; first < one.length; first += 1, at += 1) both[at] = one[first] ?? 0;
  for (; second < other.length; second += 1, at += 1) both[at] = other[second] ?? 0;
  return both.subarray(0, at);
}

/** What of some dates was not there before; both ascending. */
export function without(dates: Float64Array, before: Float64Array): Float64Array {
  let place = 0;
  return dates.filter((date) => {
    while (place < before.length && (before[place] ?? 0) < date) place += 1;
    return before[place] !== date;
  });
}

/** So many are sorted in a few milliseconds. */
const PART = 50_000;

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
      merged.push(merge(parts[place] ?? new Float64Array(), parts[place + 1] ?? new Float64Array()));
      yield;
    }
    parts = merged;
  }
  return parts[0] ?? values;
}

function merge(one: Float64Array, other: Float64Array): Float64Array {
  const both = new Float64Array(one.length + other.length);
  let second = 0;
  for (let first = 0; first < one.length; first += 1) {
    const value = one[first] ?? 0;
    for (; second < other.length && (other[second] ?? 0) < value; second += 1)
      both[first + second] = other[second] ?? 0;
    both[first + second] = value;
  }
  both.set(other.subarray(second), one.length + second);
  return both;
}
