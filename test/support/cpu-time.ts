/** Milliseconds of the processor that a work takes: unlike the clock, it does not run while other programs do. */
export function cpuTime(work: () => unknown): number {
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
