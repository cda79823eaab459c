import { NO_DECISIONS, withAnswer, type AnswerEntry, type Decisions } from '../../decisions/decisions';
import { decisionsKey, parseDecisions, type KeptDecisions } from '../../decisions/kept-decisions';
import { parseSharing, sharingText, type KeptSharing, type Place } from '../../decisions/kept-sharing';
import type { Conflict } from '../../decisions/merge';
import type { SharingTrouble } from '../../decisions/sync';
import type { ConfirmableSetting } from '../../model/confirmation';
import { createStore, type Store } from '../../steps/store';

/** How this browser and what admins share stand to each other; `off` where nothing is shared. */
export type Sharing = 'off' | 'reading' | 'writing' | 'shared' | SharingTrouble;

export interface DecisionsState {
  readonly decisions: Decisions;
  /**
   * Why decisions last only as long as the page: a newer version of this app wrote what is kept, what is kept cannot be
   * read, or the browser does not keep anything.
   */
  readonly trouble: Exclude<KeptDecisions['kind'], 'read'> | 'unwritten' | undefined;
  /** Where they are kept, beside this browser. */
  readonly place: Place;
  readonly sharing: Sharing;
  /** Where two admins decided otherwise: what is shared counts, until somebody chooses. */
  readonly conflicts: readonly Conflict[];
}

/** Who decides, and under which version of GIJ, as far as that is known. */
export type About = Pick<AnswerEntry, 'at' | 'by' | 'gijVersion'>;

/** What this browser has by now, whichever tab wrote it. */
interface Kept {
  readonly decisions: Decisions;
  readonly shared: KeptSharing | undefined;
}

export interface DecisionsStore extends Store<DecisionsState> {
  /** Changes the decisions as they are by now; another tab may have decided something else meanwhile. */
  readonly decide: (change: (decisions: Decisions, about: About) => Decisions) => void;
  readonly answer: (setting: ConfirmableSetting, value: AnswerEntry['value']) => void;
  /** Takes over what other tabs decide; answers how to end that. */
  readonly start: () => () => void;
  readonly kept: () => Kept;
  /** Takes over what came of sharing. */
  readonly take: (kept: Kept, sharing: Sharing) => void;
  readonly tell: (sharing: Sharing) => void;
  /** Calls back after each decision of this page; answers how to end that. */
  readonly onDecided: (listener: () => void) => () => void;
}

interface DecisionsOptions {
  /** Context path or address of the Jira. */
  readonly base: string;
  /** By the browser's clock, milliseconds since the epoch. */
  readonly now: () => number;
  readonly about: () => Omit<About, 'at'>;
}

/** Undefined where the browser forbids its storage, and so keeps nothing. */
function textUnder(key: string): string | null | undefined {
  try {
    return localStorage.getItem(key);
  } catch {
    return undefined;
  }
}

/** False where the browser does not keep it. */
function isWritten(key: string, text: string | undefined): boolean {
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

function readUnder(key: string): KeptDecisions | undefined {
  const text = textUnder(key);
  return text === undefined ? undefined : parseDecisions(text);
}

function stateOf(read: KeptDecisions | undefined): Pick<DecisionsState, 'decisions' | 'trouble'> {
  if (read === undefined) return { decisions: NO_DECISIONS, trouble: 'unwritten' };
  return read.kind === 'read'
    ? { decisions: read.decisions, trouble: undefined }
    : { decisions: NO_DECISIONS, trouble: read.kind };
}

function placeOf(shared: KeptSharing | undefined): Pick<DecisionsState, 'place' | 'conflicts'> {
  return { place: shared?.place ?? { kind: 'browser' }, conflicts: shared?.conflicts ?? [] };
}

/** What admins decided: as this browser keeps it, which is all that the page waits for, and where else it is kept. */
export function createDecisions({ base, now, about }: DecisionsOptions): DecisionsStore {
  const key = decisionsKey(base);
  const sharedKey = `git-integration-checkup shared decisions ${base}`;
  const listeners = new Set<() => void>();
  /** What the browser does not keep of sharing. */
  let unkept: KeptSharing | undefined;
  const shared = () => unkept ?? parseSharing(textUnder(sharedKey) ?? null);
  const { subscribe, snapshot, change } = createStore<DecisionsState>({
    ...stateOf(readUnder(key)),
    ...placeOf(shared()),
    sharing: 'reading',
  });

  function latest(): Decisions {
    const { decisions, trouble } = snapshot();
    const read = trouble === undefined ? readUnder(key) : undefined;
    return read?.kind === 'read' ? read.decisions : decisions;
  }

  /** What of the state changes as these decisions are written. */
  function written(decisions: Decisions): Pick<DecisionsState, 'decisions' | 'trouble'> {
    if (snapshot().trouble === 'newer') return { decisions, trouble: 'newer' };
    return { decisions, trouble: isWritten(key, JSON.stringify(decisions)) ? undefined : 'unwritten' };
  }

  function decide(decision: (decisions: Decisions, about: About) => Decisions): void {
    change(written(decision(latest(), { at: now(), ...about() })));
    listeners.forEach((listener) => listener());
  }

  return {
    subscribe,
    snapshot,
    decide,
    answer: (setting, value) => decide((decisions, said) => withAnswer(decisions, { setting, value, ...said })),
    start() {
      const changed = (event: StorageEvent) => {
        if (event.key === key || event.key === null) change(stateOf(readUnder(key)));
        if (event.key === sharedKey || event.key === null) change(placeOf(shared()));
      };
      window.addEventListener('storage', changed);
      return () => window.removeEventListener('storage', changed);
    },
    kept: () => ({ decisions: latest(), shared: shared() }),
    take(kept, sharing) {
      unkept = isWritten(sharedKey, kept.shared && sharingText(kept.shared)) ? undefined : kept.shared;
      change({ ...written(kept.decisions), ...placeOf(kept.shared), sharing });
    },
    tell: (sharing) => change({ sharing }),
    onDecided(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
