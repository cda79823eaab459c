/** Work on very much data, that yields where the page may have its turn. */
export type Steps<Result> = Generator<undefined, Result>;

/** Does the work in one go. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
