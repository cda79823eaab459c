import type { Page } from 'playwright-core';

/** Durations of the tasks for which the page stood still, in milliseconds. */
interface Watched {
  stops: number[];
}

/** From the next load of the page on. */
export async function watchStops(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched = window as unknown as Watched;
    watched.stops = [];
    new PerformanceObserver((list) => watched.stops.push(...list.getEntries().map(({ duration }) => duration))).observe(
      { type: 'longtask' },
    );
  });
}

/** The longest since the last call; what was observed is handed over in a task of its own. */
export async function longestStop(page: Page, what: string): Promise<number> {
  await page.waitForTimeout(100);
  const stops = await page.evaluate(() => {
    const watched = window as unknown as Watched;
    return watched.stops.splice(0);
  });
  const longest = Math.round(Math.max(0, ...stops));
  console.log(`${what}: longest task ${longest} ms`);
  return longest;
}
