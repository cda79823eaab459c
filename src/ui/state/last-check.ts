import { changesBetween, type Change } from '../../report/changes';
import type { Checkup } from './checkup';
import type { Judged } from './judged';
import { createStore, type Store } from '../../steps/store';

/** What checking again brought. */
export interface LastCheck {
  /** Milliseconds since the epoch, by the browser's clock. */
  readonly at: number;
  readonly changes: readonly Change[];
  /** Something could not be read, so that nobody can say that nothing changed. */
  readonly hasFailed: boolean;
}

interface LastCheckState {
  /** Undefined before the admin checked again, and while it is being read. */
  readonly last: LastCheck | undefined;
}

export interface LastCheckStore extends Store<LastCheckState> {
  /** What is shown now is what the next reading is compared with. */
  readonly begin: () => void;
}

/** @param now by the browser's clock, milliseconds since the epoch */
export function createLastCheck(
  checkup: Store<Checkup>,
  judging: Store<{ readonly judged: Judged | undefined }>,
  now: () => number,
): LastCheckStore {
  const { subscribe, snapshot, set } = createStore<LastCheckState>({ last: undefined });
  let before: Judged | undefined;

  function update(): void {
    const { judged } = judging.snapshot();
    const { reading, failures } = checkup.snapshot();
    if (!before || !judged || reading.length > 0 || judged.gathered === before.gathered) return;
    const changes = changesBetween(before.report, judged.report);
    before = undefined;
    set({ last: { at: now(), changes, hasFailed: failures.length > 0 } });
  }

  // It comes after the judging, which listens to the checkup too.
  judging.subscribe(update);
  return {
    subscribe,
    snapshot,
    begin() {
      const { judged } = judging.snapshot();
      // Where there was no list of integrations, none of them is new.
      before = judged?.gathered.integrations.state === 'read' ? judged : undefined;
      set({ last: undefined });
    },
  };
}
