import { useEffect, useState } from 'react';

import { usePart } from './load-part';
import { loadExport } from './parts';

export type LoadedExport = ReturnType<typeof useExport>;

/**
 * Loads what exports and prints: when its menu is opened, else once the browser has nothing else to do, so that Ctrl+P prints
 * the same. A browser that does not tell so prints then what is on the screen.
 */
export function useExport(isChecked: boolean) {
  const [wanted, setWanted] = useState(false);
  const { part, tryAgain } = usePart(loadExport, wanted);
  const want = () => setWanted(true);
  useEffect(() => {
    if (!isChecked || !('requestIdleCallback' in window)) return undefined;
    const waiting = requestIdleCallback(() => setWanted(true));
    return () => cancelIdleCallback(waiting);
  }, [isChecked]);
  return { part, tryAgain, want };
}
