import { useCallback, useEffect, useState } from 'react';

/** A part of the page that comes after the page itself. */
export type Part<Content> =
  { readonly state: 'loading' | 'failed' } | { readonly state: 'loaded'; readonly content: Content };

/**
 * Loads what a module exports by default. Rejects where it cannot be had, at the latest after half a minute (the
 * build's `LONGEST_LOADING`); another call asks again.
 */
export async function loadPart<Content>(load: () => Promise<{ readonly default: Content }>): Promise<Content> {
  return (await load()).default;
}

/**
 * Loads a part, and again on request.
 *
 * @param load stays the same from one rendering to the next
 * @param wanted false while the page has something better to do
 */
export function usePart<Content>(load: () => Promise<{ readonly default: Content }>, wanted: boolean) {
  const [part, setPart] = useState<Part<Content>>({ state: 'loading' });

  const start = useCallback(() => {
    let left = false;
    loadPart(load).then(
      (content) => left || setPart({ state: 'loaded', content }),
      () => left || setPart({ state: 'failed' }),
    );
    return () => {
      left = true;
    };
  }, [load]);

  useEffect(() => (wanted ? start() : undefined), [wanted, start]);
  const tryAgain = useCallback(() => {
    setPart({ state: 'loading' });
    start();
  }, [start]);
  return { part, tryAgain };
}
