/** State that lives outside of React: a page, a test or a tool reads it and hears of its changes. */
export interface Store<Snapshot> {
  /** Calls back after each change; answers how to end that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The same object until the next change. */
  readonly snapshot: () => Snapshot;
}

export interface WritableStore<Snapshot> extends Store<Snapshot> {
  readonly set: (next: Snapshot) => void;
  readonly change: (changes: Partial<Snapshot>) => void;
}

export function createStore<Snapshot extends object>(initial: Snapshot): WritableStore<Snapshot> {
  const listeners = new Set<() => void>();
  let current = initial;
  const set = (next: Snapshot) => {
    current = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    snapshot: () => current,
    set,
    change: (changes) => set({ ...current, ...changes }),
  };
}
