import { noteUnreadQueue } from '../../evidence/unread-queue';
import { readKeptCheck } from '../../last-check/read-kept-check';
import { queuePageOf } from './queue-page';
import { throttled } from './throttled';

const load = () => import(/* webpackChunkName: "capture" */ './start-capture');

/** A part that could not be loaded is asked for again, but not for ever. */
const MOST_TRIES = 3;

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

interface QueueWatchOptions {
  readonly page: Document;
  /** Such as `/jira`; empty where Jira runs at the root. */
  readonly contextPath: string;
  /** Address of the panel. */
  readonly panel: string;
}

/**
 * Looks whether a page of GIJ is, or becomes, the one with the indexing queue, and records it from then on. In a language
 * that cannot be read, it leaves a note for the panel. Answers how to end it.
 */
export function watchQueue({ page, contextPath, panel }: QueueWatchOptions): () => void {
  const isOff = () => readKeptCheck(contextPath)?.badges === 'off';
  let tries = 0;
  let endCapture: (() => void) | undefined;

  const look = throttled(async () => {
    const kind = endCapture || isOff() ? undefined : queuePageOf(page);
    if (kind === 'other-language') noteUnreadQueue(contextPath, Date.now());
    if (kind !== 'english' || tries >= MOST_TRIES) return;
    tries += 1;
    const { startCapture } = await load();
    endCapture = startCapture({ page, contextPath, panel, isOff, now: Date.now, pause });
    observer.disconnect();
  }, pause);

  const observer = new MutationObserver(look);
  observer.observe(page.body, { subtree: true, childList: true, characterData: true });
  look();
  return () => {
    observer.disconnect();
    endCapture?.();
  };
}
