import { useEffect, useMemo } from 'react';

import { usePart } from './load-part';
import { usePage } from './page-context';
import { loadSnapshots } from './parts';
import type { SnapshotsOptions } from './state/snapshots';

export type LoadedSnapshots = ReturnType<typeof useSnapshots>;

/** Loads what keeps the checks and compares them, whichever tab is shown, and begins it. */
export function useSnapshots({ checkup, judging }: Pick<SnapshotsOptions, 'checkup' | 'judging'>, wanted: boolean) {
  const { host, now } = usePage();
  const { part, tryAgain } = usePart(loadSnapshots, wanted);
  const stores = useMemo(
    () => (part.state === 'loaded' ? part.content.createStores({ base: host.jira, checkup, judging, now }) : undefined),
    [part, host, checkup, judging, now],
  );
  useEffect(() => stores?.start(), [stores]);
  return { part, store: stores?.snapshots, lastCheck: stores?.lastCheck, tryAgain };
}

/** What checking again brought; nothing before there was anything to compare with. */
export function LoadedLastCheckNote({ snapshots: { part, lastCheck } }: { readonly snapshots: LoadedSnapshots }) {
  return part.state === 'loaded' && lastCheck ? <part.content.LastCheckNote lastCheck={lastCheck} /> : null;
}
