import { NO_DECISIONS, withAnswer, type AnswerEntry, type Decisions } from '../../decisions/decisions';
import { parseDecisions, type KeptDecisions } from '../../decisions/kept-decisions';
import type { ConfirmableSetting } from '../../model/confirmation';
import { createStore, type Store } from '../../steps/store';

export interface DecisionsState {
  readonly decisions: Decisions;
  /**
   * Why decisions last only as long as the page: a newer version of this app wrote what is kept, what is kept cannot be
   * read, or the browser does not keep anything.
   */
  readonly trouble: Exclude<KeptDecisions['kind'], 'read'> | 'unwritten' | undefined;
}

/** Who decides, and under which version of GIJ, as far as that is known. */
export type About = Pick<AnswerEntry, 'at' | 'by' | 'gijVersion'>;

export interface DecisionsStore extends Store<DecisionsState> {
  /** Changes the decisions as they are by now; another tab may have decided something else meanwhile. */
  readonly decide: (change: (decisions: Decisions, about: About) => Decisions) => void;
  readonly answer: (setting: ConfirmableSetting, value: AnswerEntry['value']) => void;
  /** Takes over what other tabs decide; answers how to end that. */
  readonly start: () => () => void;
}

interface DecisionsOptions {
  /** Context path or address of the Jira. */
  readonly base: string;
  /** By the browser's clock, milliseconds since the epoch. */
  readonly now: () => number;
  readonly about: () => Omit<About, 'at'>;
}

function kept(key: string): KeptDecisions | undefined {
  try {
    return parseDecisions(localStorage.getItem(key));
  } catch {
    // A browser that forbids its storage keeps nothing.
    return undefined;
  }
}

function stateOf(read: KeptDecisions | undefined): DecisionsState {
  if (read === undefined) return { decisions: NO_DECISIONS, trouble: 'unwritten' };
  return read.kind === 'read'
    ? { decisions: read.decisions, trouble: undefined }
    : { decisions: NO_DECISIONS, trouble: read.kind };
}

/** What admins decided, kept in this browser. */
export function createDecisions({ base, now, about }: DecisionsOptions): DecisionsStore {
  const key = `git-integration-checkup decisions ${base}`;
  const { subscribe, snapshot, set } = createStore(stateOf(kept(key)));

  function write(decisions: Decisions): void {
    const { trouble } = snapshot();
    if (trouble === 'newer') return set({ decisions, trouble });
    try {
      localStorage.setItem(key, JSON.stringify(decisions));
      set({ decisions, trouble: undefined });
    } catch {
      set({ decisions, trouble: 'unwritten' });
    }
  }

  function decide(change: (decisions: Decisions, about: About) => Decisions): void {
    const { decisions, trouble } = snapshot();
    const read = trouble === undefined ? kept(key) : undefined;
    const latest = read?.kind === 'read' ? read.decisions : decisions;
    write(change(latest, { at: now(), ...about() }));
  }

  return {
    subscribe,
    snapshot,
    decide,
    answer: (setting, value) => decide((decisions, said) => withAnswer(decisions, { setting, value, ...said })),
    start() {
      const changed = (event: StorageEvent) => {
        if (event.key === key || event.key === null) set(stateOf(kept(key)));
      };
      window.addEventListener('storage', changed);
      return () => window.removeEventListener('storage', changed);
    },
  };
}
