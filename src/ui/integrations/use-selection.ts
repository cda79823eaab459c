import { useCallback, useEffect, useMemo, useState } from 'react';

import type { SubjectReport } from '../../report/report';
import { formatHash, parseHash } from '../state/view-state';

/** What the address says of the rows, but not of the place in them. */
function rowsOf(address: string): string {
  const view = parseHash(new URL(address).hash);
  return formatHash({ ...view, tab: 'integrations', page: 1, open: undefined });
}

export interface Selection {
  /** Keys. */
  readonly selected: ReadonlySet<string>;
  /** The same function as long as the page lives. */
  readonly select: (keys: readonly string[], isSelected: boolean) => void;
}

/** The rows that are selected, whichever are shown. A link to other rows clears them. */
export function useSelection(subjects: readonly SubjectReport[]): Selection {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const changed = ({ oldURL, newURL }: HashChangeEvent) => {
      if (rowsOf(oldURL) !== rowsOf(newURL)) setKeys(new Set());
    };
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  const select = useCallback((chosen: readonly string[], isSelected: boolean) => {
    setKeys((before) => {
      const after = new Set(before);
      for (const key of chosen) {
        if (isSelected) after.add(key);
        else after.delete(key);
      }
      return after;
    });
  }, []);
  // One that is gone is not selected any more.
  const selected = useMemo(
    () => new Set(subjects.filter(({ key }) => keys.has(key)).map(({ key }) => key)),
    [subjects, keys],
  );
  return { selected, select };
}
