import { completenessOf } from '../../snapshots/completeness';
import { parseSnapshots, type KeptSnapshots } from '../../snapshots/kept-snapshots';
import { NO_SNAPSHOTS, type Snapshots } from '../../snapshots/snapshot';
import { withSnapshot } from '../../snapshots/take-snapshot';
import { integrationsReadAt } from '../../report/as-of';
import type { Report } from '../../report/report';
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
  /** What was kept before checks were added, to be taken back to; undefined once something else was kept since. */
  readonly before?: Snapshots | undefined;
}

export interface SnapshotsStore extends Store<SnapshotsState> {
  /** Takes a snapshot of each full check, and takes over those of other tabs; answers how to end that. */
  readonly start: () => () => void;
  /**
   * Adds to what is kept by now.
   *
   * @param add also told what the last full check of this page found, where that is the last one of all
   */
  readonly add: <Added extends { readonly snapshots: Snapshots }>(
    add: (kept: Snapshots, latestReport: Report | undefined) => Added,
  ) => Added;
  /** Takes back what was added last, as long as it is known what was kept before. */
  readonly takeBack: () => void;
}

export interface SnapshotsOptions {
  /** Context path or address of the Jira. */
  readonly base: string;
  readonly checkup: Store<Checkup>;
  readonly judging: Store<{ readonly judged: Judged | undefined }>;
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
export function createSnapshots({ base, checkup, judging }: SnapshotsOptions): SnapshotsStore {
  const key = `git-integration-checkup snapshots ${base}`;
  const { subscribe, snapshot, change } = createStore<SnapshotsState>({ ...kept(key), isPartial: false });
  /** Of the last snapshot that was taken here: integrations that are read alone, such as after a fix, are no full check. */
  let taken: { readonly at: number; readonly report: Report } | undefined;
  let last: Judged['gathered'] | undefined;

  /** Onto what is kept by now: another tab may have taken some meanwhile. */
  function latestKept(): Kept {
    const here = snapshot();
    const stored = kept(key);
    const isStored = stored.trouble === undefined && here.trouble !== 'unwritten';
    return { snapshots: isStored ? stored.snapshots : here.snapshots, trouble: stored.trouble };
  }

  function keep(snapshots: Snapshots, trouble: SnapshotsTrouble | undefined, more: Partial<SnapshotsState>): void {
    const isNewer = trouble === 'newer';
    change({ before: undefined, ...more, snapshots, trouble: (isNewer ? trouble : write(key, snapshots)) ?? trouble });
  }

  /** @param at when the integrations were read: a recording of the same check is of that moment, too */
  function take({ report }: Judged, at: number): void {
    const { snapshots, trouble } = latestKept();
    taken = { at, report };
    keep(withSnapshot(snapshots, report, at), trouble, { isPartial: false });
  }

  function update(): void {
    const { judged } = judging.snapshot();
    const { reading, failures } = checkup.snapshot();
    if (!judged || reading.length > 0 || judged.gathered === last) return;
    const completeness = failures.length > 0 ? 'partial' : completenessOf(judged.gathered, judged.report);
    if (completeness !== 'pending') last = judged.gathered;
    if (completeness === 'full') {
      const readAt = integrationsReadAt(judged.gathered);
      if (readAt !== undefined && readAt !== taken?.at) take(judged, readAt);
    } else if (completeness === 'partial') change({ isPartial: true });
  }

  return {
    subscribe,
    snapshot,
    add(add) {
      const { snapshots, trouble } = latestKept();
      const added = add(snapshots, taken && taken.at === snapshots.last?.at ? taken.report : undefined);
      keep(added.snapshots, trouble, { before: snapshots });
      return added;
    },
    takeBack() {
      const { before, trouble } = snapshot();
      if (before) keep(before, trouble, {});
    },
    start() {
      const changed = (event: StorageEvent) => {
        if (event.key === key || event.key === null) change({ ...kept(key), before: undefined });
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
