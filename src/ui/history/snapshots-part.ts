import texts from '../../../resources/i18n/changes.properties';
import { LastCheckNote } from '../head/last-check-note';
import { keepLastCheck } from '../state/kept-check';
import { createLastCheck } from '../state/last-check';
import { createSnapshots, type SnapshotsOptions } from '../state/snapshots';

interface Options extends SnapshotsOptions {
  /** By the browser's clock, milliseconds since the epoch. */
  readonly now: () => number;
}

function createStores(options: Options) {
  const { base, checkup, judging, now } = options;
  const snapshots = createSnapshots(options);
  return {
    snapshots,
    lastCheck: createLastCheck(checkup, judging, now),
    /** Answers how to end it. */
    start() {
      const ends = [snapshots.start(), keepLastCheck(base, judging)];
      return () => ends.forEach((end) => end());
    },
  };
}

/** What the page loads once there is something to keep, to take a snapshot of, or to compare the next check with. */
export default { createStores, LastCheckNote, texts };
