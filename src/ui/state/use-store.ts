import { useSyncExternalStore } from 'react';

import type { Store } from '../../steps/store';

/** What a store holds now; renders again when that changes. */
export function useStore<Snapshot>({ subscribe, snapshot }: Store<Snapshot>): Snapshot {
  return useSyncExternalStore(subscribe, snapshot);
}
