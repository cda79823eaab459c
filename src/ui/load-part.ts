import { useCallback, useEffect, useState } from 'react';

import type { Messages } from '../i18n/texts';
import { usePage } from './page-context';

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

/** A part of the page brings its own texts. */
interface WithTexts {
  readonly texts: Messages;
}

/**
 * Loads a part with its texts, and again on request.
 *
 * @param load stays the same from one rendering to the next
 * @param wanted false while the page has something better to do
 */
export function usePart<Content extends WithTexts>(
  load: () => Promise<{ readonly default: Content }>,
  wanted: boolean,
) {
  const { addTexts } = usePage();
  const [part, setPart] = useState<Part<Content>>({ state: 'loading' });

  const start = useCallback(() => {
    let left = false;
    const begin = async () => {
      const content = await loadPart(load);
      await addTexts(content.texts);
      if (!left) setPart({ state: 'loaded', content });
    };
    begin().catch(() => left || setPart({ state: 'failed' }));
    return () => {
      left = true;
    };
  }, [load, addTexts]);

  useEffect(() => (wanted ? start() : undefined), [wanted, start]);
  const tryAgain = useCallback(() => {
    setPart({ state: 'loading' });
    start();
  }, [start]);
  return { part, tryAgain };
}
