import { completenessOf } from '../../snapshots/completeness';
import { parseSnapshots, type KeptSnapshots } from '../../snapshots/kept-snapshots';
import { NO_SNAPSHOTS, type Snapshots } from '../../snapshots/snapshot';
import { withSnapshot } from '../../snapshots/take-snapshot';
import { integrationsReadAt } from '../../report/as-of';
import { createStore, type Store } from '../../steps/store';
import type { Checkup } from './checkup';
import type { Judged } from './judged';

/** Why snapshots last only as long as the page, or those before are gone: the browser does not keep what is `unwritten`. */
export type SnapshotsTrouble = Exclude<KeptSnapshots['kind'], 'read'> | 'unwritten';

interface Kept {
  readonly snapshots: Snapshots;
  readonly trouble: SnapshotsTrouble | undefined;
}

export interface SnapshotsState extends Kept {
  /** What is shown now was not read as a whole, and is no snapshot. */
  readonly isPartial: boolean;
}

export interface SnapshotsStore extends Store<SnapshotsState> {
  /** Takes a snapshot of each full check, and takes over those of other tabs; answers how to end that. */
  readonly start: () => () => void;
}

export interface SnapshotsOptions {
  /** Context path or address of the Jira. */
  readonly base: string;
  readonly checkup: Store<Checkup>;
  readonly judging: Store<{ readonly judged: Judged | undefined }>;
  /** By the browser's clock, milliseconds since the epoch. */
  readonly now: () => number;
}

function kept(key: string): Kept {
  try {
    const read = parseSnapshots(localStorage.getItem(key));
    return read.kind === 'read'
      ? { snapshots: read.snapshots, trouble: undefined }
      : { snapshots: NO_SNAPSHOTS, trouble: read.kind };
  } catch {
    // A browser that forbids its storage keeps nothing.
    return { snapshots: NO_SNAPSHOTS, trouble: 'unwritten' };
  }
}

function write(key: string, snapshots: Snapshots): SnapshotsTrouble | undefined {
  try {
    localStorage.setItem(key, JSON.stringify(snapshots));
    return undefined;
  } catch {
    return 'unwritten';
  }
}

/** How health went over time, kept in this browser: one snapshot of each reading that is whole. */
export function createSnapshots({ base, checkup, judging, now }: SnapshotsOptions): SnapshotsStore {
  const key = `git-integration-checkup snapshots ${base}`;
  const { subscribe, snapshot, change } = createStore<SnapshotsState>({ ...kept(key), isPartial: false });
  /** When the integrations of the last snapshot were read: one that is read alone, such as after a fix, is no full check. */
  let taken: number | undefined;
  let last: Judged['gathered'] | undefined;

  /** Onto what is kept by now: another tab may have taken some meanwhile. */
  function take({ report }: Judged): void {
    const here = snapshot();
    const stored = kept(key);
    const isStored = stored.trouble === undefined && here.trouble !== 'unwritten';
    const snapshots = withSnapshot(isStored ? stored.snapshots : here.snapshots, report, now());
    const trouble = stored.trouble === 'newer' ? 'newer' : write(key, snapshots);
    change({ snapshots, trouble: trouble ?? stored.trouble, isPartial: false });
  }

  function update(): void {
    const { judged } = judging.snapshot();
    const { reading, failures } = checkup.snapshot();
    if (!judged || reading.length > 0 || judged.gathered === last) return;
    const completeness = failures.length > 0 ? 'partial' : completenessOf(judged.gathered, judged.report);
    if (completeness !== 'pending') last = judged.gathered;
    if (completeness === 'full') {
      const readAt = integrationsReadAt(judged.gathered);
      if (readAt !== taken) take(judged);
      taken = readAt;
    } else if (completeness === 'partial') change({ isPartial: true });
  }

  return {
    subscribe,
    snapshot,
    start() {
      const changed = (event: StorageEvent) => {
        if (event.key === key || event.key === null) change(kept(key));
      };
      window.addEventListener('storage', changed);
      const ends = [judging.subscribe(update), checkup.subscribe(update)];
      update();
      return () => {
        window.removeEventListener('storage', changed);
        ends.forEach((end) => end());
      };
    },
  };
}
