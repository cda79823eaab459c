import { readKeptCheck } from '../../last-check/read-kept-check';
import type { LoadPart } from '../parts';
import { contentOf } from './content';

/** What the page of the queue says, and in other languages its table, as statuses are not translated. */
const QUEUE =
  /[Cc]urrent number of|[Ss]cheduled time for indexing|[Ff]inish time|(?<![A-Z])(?:INDEXED|INDEXING|CANCELED)(?![A-Z])/;

/** However often the page changes, it is looked at no more often than that. Milliseconds. */
const THROTTLE = 500;

/**
 * Looks whether a page of GIJ is, or becomes, the one with the indexing queue, and loads then what records it. Answers how
 * to end that.
 */
export function watchQueue(page: Document, contextPath: string, load: LoadPart): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    timer = undefined;
    if (!QUEUE.test(contentOf(page).textContent ?? '') || readKeptCheck(contextPath)?.badges === 'off') return;
    observer.disconnect();
    load('capture');
  };
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(look, THROTTLE);
  });
  observer.observe(page.body, { subtree: true, childList: true, characterData: true });
  look();
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}
