/** What a round would take with other slots. An estimate, in minutes. */
export interface Forecast {
  readonly slots: number;
  /** No order of the tasks can be faster than this ... */
  readonly atLeastMinutes: number;
  /** ... and any order that leaves no slot idle is at least as fast as this. */
  readonly atMostMinutes: number;
}

/**
 * The bounds of list scheduling (Graham): at least the work over the slots and the longest task, at most the work
 * over the slots plus what is left of the longest task.
 * Example: 100 minutes of work, the longest task 10, 4 slots: from 25 to 32.5.
 */
export function forecast(workMinutes: number, longestTaskMinutes: number, slots: number): Forecast {
  const even = workMinutes / slots;
  return {
    slots,
    atLeastMinutes: Math.max(even, longestTaskMinutes),
    atMostMinutes: even + longestTaskMinutes * (1 - 1 / slots),
  };
}
