import { readKeptCheck } from '../../last-check/read-kept-check';
import type { LoadPart } from '../parts';
import { isDue, lastAttempt } from './due';

/** For browsers that do not tell when they have nothing else to do. Milliseconds. */
const WHILE = 2_000;

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work);
  else setTimeout(work, WHILE);
}

function isDueNow(contextPath: string): boolean {
  try {
    return isDue(readKeptCheck(contextPath), lastAttempt(contextPath), Date.now());
  } catch {
    // A browser that forbids its storage could keep nothing of it.
    return false;
  }
}

/**
 * Checks all integrations in the background where that is due: while the page is in sight, and once it has nothing else to
 * do. The part that does it is loaded for that. What comes of it is kept, and told as the panel tells it.
 */
export function checkWhenDue(page: Document, contextPath: string, load: LoadPart): void {
  if (!isDueNow(contextPath)) return;
  let isBegun = false;
  const begin = () =>
    whenIdle(() => {
      if (page.hidden || isBegun) return;
      isBegun = true;
      page.removeEventListener('visibilitychange', begin);
      load('background-check');
    });
  page.addEventListener('visibilitychange', begin);
  begin();
}
