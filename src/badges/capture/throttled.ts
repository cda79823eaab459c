/** However often the page changes, it is looked at no more often than that. Milliseconds. */
const THROTTLE = 500;

export type Pause = (milliseconds: number) => Promise<void>;

/** Work that is done at once, and once more for all calls until a while after it was done. */
export function throttled(work: () => Promise<unknown>, pause: Pause): () => void {
  let isBusy = false;
  let isAsked = false;

  async function run(): Promise<void> {
    isBusy = true;
    do {
      isAsked = false;
      // A look that failed is no reason against the next one.
      await work().catch(() => undefined);
      await pause(THROTTLE);
    } while (isAsked);
    isBusy = false;
  }

  return () => {
    if (isBusy) isAsked = true;
    else void run();
  };
}
