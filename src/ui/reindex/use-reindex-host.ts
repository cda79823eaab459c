import { useCallback, useEffect, useState, type ComponentType } from 'react';

import type { ReindexHostProps } from './reindex-host';

type Loaded = { readonly state: 'loading' | 'failed' } | { readonly state: 'loaded'; readonly Host: ComponentType<ReindexHostProps> };

/** Jira's loader never answers where a script cannot be had, so the wait has an end. Milliseconds. */
const LONGEST_WAIT = 30_000;

/**
 * Loads the advisor, which weighs as much as half of the page.
 *
 * @param wanted true once the page has shown what it is for
 */
export function useReindexHost(wanted: boolean) {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });

  const load = useCallback(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('not loaded in time')), LONGEST_WAIT);
    });
    Promise.race([import(/* webpackChunkName: "reindex" */ './reindex-host'), limit])
      .then(({ default: Host }) => setLoaded({ state: 'loaded', Host }))
      .catch(() => setLoaded({ state: 'failed' }))
      .finally(() => clearTimeout(timer));
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => (wanted ? load() : undefined), [wanted, load]);
  const loadAgain = useCallback(() => {
    setLoaded({ state: 'loading' });
    load();
  }, [load]);
  return { loaded, loadAgain };
}
