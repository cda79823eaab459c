/** However often the page changes, it is looked at no more often than that. Milliseconds. */
const THROTTLE = 500;

/** Of very much evidence a look takes long: it rests for so many times as long, and leaves the page its time. */
const REST = 10;

export type Pause = (milliseconds: number) => Promise<void>;

/** Work that is done at once, and once more for all calls until a while after it was done. */
export function throttled(work: () => Promise<unknown>, pause: Pause): () => void {
  let isBusy = false;
  let isAsked = false;

  async function run(): Promise<void> {
    isBusy = true;
    do {
      isAsked = false;
      const began = performance.now();
      // A look that failed is no reason against the next one.
      await work().catch(() => undefined);
      await pause(Math.max(THROTTLE, REST * (performance.now() - began)));
    } while (isAsked);
    isBusy = false;
  }

  return () => {
    if (isBusy) isAsked = true;
    else void run();
  };
}
