import type { Steps } from './steps';

/** Milliseconds: with a step that takes as long again the page stands still for 50, which nobody notices. */
const SLICE = 25;

/** Lets the page draw and answer. */
export function pageTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Does the work slice by slice; little work is done at once. Undefined where a signal ended it. */
export async function inSlices<Result>(steps: Steps<Result>): Promise<Result>;
export async function inSlices<Result>(steps: Steps<Result>, signal: AbortSignal): Promise<Result | undefined>;
export async function inSlices<Result>(steps: Steps<Result>, signal?: AbortSignal): Promise<Result | undefined> {
  let started = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() - started < SLICE) continue;
    await pageTurn();
    if (signal?.aborted === true) return undefined;
    started = performance.now();
  }
}
