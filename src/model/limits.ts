/**
 * The ranges of values that come from outside of the page: answers, files, the browser's store, pasted texts. A value beyond
 * them is unreadable, as one of a wrong type is. Times and durations within them can be added up and still be shown:
 * a `Date` ends at 8.64e15 milliseconds.
 */

/** The end of the year 9999: the last moment that is written with a year of four digits. */
export const LATEST_MOMENT = 253_402_300_799_999;

/** A hundred years: no task, run or answer takes longer. Minutes. */
export const LONGEST_DURATION = 52_596_000;

/** The longest reindex interval that GIJ takes (vendor). Minutes. */
export const LONGEST_INTERVAL = 76_861_433_640_456;

/** How far a time may be off: "a year ago" is the vaguest that is read. Minutes. */
export const WIDEST_BLUR = 527_040;

/** The vendor allows 100 threads on a node, and a Jira of more than a few dozen nodes is not known. */
export const MOST_NODES = 1_000;
export const MOST_THREADS = 1_000;

/** More rows than any queue holds. */
export const MOST_ROWS = 1_000_000_000;

/** Any priority can be given by REST; GIJ keeps it as an integer of 32 bits. */
const LARGEST_PRIORITY = 2_147_483_647;

/** Milliseconds since the epoch, which is itself no moment: databases write it, or an earlier date, for none. */
export function isMoment(value: number): boolean {
  return value >= 1 && value <= LATEST_MOMENT;
}

/** Minutes. */
export function isDuration(value: number): boolean {
  return value >= 0 && value <= LONGEST_DURATION;
}

/** Minutes between two runs; 0 switches the schedule off. */
export function isInterval(value: number): boolean {
  return value >= 0 && value <= LONGEST_INTERVAL;
}

/** A whole number of things, at least one. */
export function isCount(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}

export function isPriority(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= LARGEST_PRIORITY;
}
