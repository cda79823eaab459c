/** When a page of the queue was seen that could not be read, by the base of its Jira. */
const keyFor = (base: string) => `git-integration-checkup unread queue ${base}`;

/** An admin who read of it yesterday needs no word today. Milliseconds. */
const TOLD_FOR = 86_400_000;

/**
 * Notes that the page of the queue was shown in a language that cannot be read.
 *
 * @param base context path or address of the Jira
 * @param now milliseconds since the epoch
 */
export function noteUnreadQueue(base: string, now: number): void {
  try {
    localStorage.setItem(keyFor(base), String(now));
  } catch {
    // A browser that keeps nothing has no note.
  }
}

/** A page of the queue was read. */
export function forgetUnreadQueue(base: string): void {
  try {
    localStorage.removeItem(keyFor(base));
  } catch {
    // There is none.
  }
}

/** Whether such a page was seen within the last day, and none that could be read since. */
export function isQueueUnread(base: string, now: number): boolean {
  try {
    const at = Number(localStorage.getItem(keyFor(base)) ?? NaN);
    return now - at < TOLD_FOR;
  } catch {
    return false;
  }
}
