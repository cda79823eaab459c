import type { Looked } from '../../model/reindex';
import { nextReadingDelay } from './watch';

const MINUTE = 60_000;

export interface Looking {
  /** Rejects with a mistake of ours, and where the signal was aborted. */
  readonly look: () => Promise<Looked>;
  /**
   * Called with what came of each look; resolves when it is time for the next one.
   *
   * @param delay milliseconds to the next look
   */
  readonly next: (looked: Looked, delay: number) => Promise<void>;
}

/** Looks again and again, with pauses that spare Jira, until the signal is aborted. */
export async function keepLooking({ look, next }: Looking, signal: AbortSignal): Promise<void> {
  let failures = 0;
  let requestMinutes = 0;
  while (!signal.aborted) {
    let looked: Looked;
    try {
      looked = await look();
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
    if (signal.aborted) return;
    failures = looked.kind === 'failed' ? failures + 1 : 0;
    if (looked.kind !== 'failed') ({ requestMinutes } = looked.observation);
    await next(looked, nextReadingDelay(requestMinutes, failures) * MINUTE);
  }
}
