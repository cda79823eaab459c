import { existsSync, readFileSync } from 'node:fs';

/** Milliseconds of the processor that a work takes: unlike the clock, it does not run while other programs do. */
function cpuTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least of several tries; tries end with the first that is at most `enough`. */
export function leastCpuTime(work: () => unknown, enough: number, tries = 4): number {
  let least = Infinity;
  for (let round = 0; round < tries && least > enough; round += 1) least = Math.min(least, cpuTime(work));
  return least;
}

/** What the clock of the first thread says, on Linux: nanoseconds it ran on a processor. */
const SCHEDSTAT = `/proc/self/task/${process.pid}/schedstat`;
const hasSchedstat = existsSync(SCHEDSTAT);

/**
 * Milliseconds that the first thread ran so far: without those in which it waited or another program ran, and, where the
 * system tells, without those of the threads that help it. What a page stands still for.
 */
export function threadTime(): number {
  // Asked for the time of all threads, the system also brings the clock of this one up to date.
  const { user, system } = process.cpuUsage();
  return hasSchedstat ? Number(readFileSync(SCHEDSTAT, 'latin1').split(' ')[0]) / 1e6 : (user + system) / 1000;
}
