/** Small sums over lists of numbers. */

/**
 * The quantile by linear interpolation between the two nearest values (type 7, as spreadsheets do).
 * Example: the 0.95 quantile of 1 to 20 is 19.05.
 */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return 0;
  const sorted = Float64Array.from(values).sort();
  const position = (sorted.length - 1) * share;
  const low = Math.floor(position);
  const below = sorted[low] ?? 0;
  const above = sorted[Math.min(low + 1, sorted.length - 1)] ?? below;
  return below + (above - below) * (position - low);
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function largest(values: Iterable<number>): number {
  let found = 0;
  for (const value of values) if (value > found) found = value;
  return found;
}

/** Rounds up to a whole number, forgiving the last bits of a floating point sum: 110.00000000000001 gives 110. */
export function roundUp(value: number): number {
  return Number.isFinite(value) ? Math.ceil(value - Math.max(1e-9, Math.abs(value) * 1e-12)) : value;
}

/** Sorts in place; times mostly come in order, which is seen faster than they are sorted. */
export function sortTimes(times: Float64Array): Float64Array {
  for (let place = 1; place < times.length; place += 1)
    if ((times[place] ?? 0) < (times[place - 1] ?? 0)) return times.sort();
  return times;
}

/** Random numbers from 0 to 1, the same each time (mulberry32; a cycle of 2^32), so that the same evidence gives the same advice. */
export function seededRandom(): () => number {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
