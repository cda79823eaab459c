import { NO_DECISIONS, withEntries, type Decisions, type Entry } from '../../src/decisions/decisions';
import { createStore } from '../../src/steps/store';
import type { DecisionsState, DecisionsStore } from '../../src/ui/state/decisions';
import { NOW } from './facts';

/** Decisions that are kept nowhere. */
export function decided(entries: readonly Entry[] = []): DecisionsStore {
  const { subscribe, snapshot, change } = createStore<DecisionsState>({
    decisions: withEntries(NO_DECISIONS, entries),
    trouble: undefined,
    place: { kind: 'browser' },
    sharing: 'off',
    conflicts: [],
  });
  return {
    subscribe,
    snapshot,
    decide: (make: (decisions: Decisions, about: { at: number; by: string }) => Decisions) =>
      change({ decisions: make(snapshot().decisions, { at: NOW, by: 'Ada Admin' }) }),
    answer: () => undefined,
    start: () => () => undefined,
    kept: () => ({ decisions: snapshot().decisions, shared: undefined }),
    take: () => undefined,
    tell: (sharing) => change({ sharing }),
    onDecided: () => () => undefined,
  };
}

/** This app is not to change anything in Jira. */
export const READ_ONLY: Entry = { kind: 'setting', name: 'read-only', value: true, at: NOW };
