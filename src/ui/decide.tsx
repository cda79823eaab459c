import { createContext, useContext } from 'react';

import type { DecisionsStore } from './state/decisions';
import { useStore } from './state/use-store';

const Context = createContext<DecisionsStore | undefined>(undefined);

export const DecideProvider = Context.Provider;

/** True where an admin set that this app is not to change anything in Jira: nothing that writes is offered. */
export function useReadOnly(): boolean {
  const { decisions } = useStore(useDecisions());
  const entry = decisions.entries['setting:read-only'];
  return entry?.kind === 'setting' && entry.value === true;
}

/** Where what admins decide is kept. */
export function useDecisions(): DecisionsStore {
  const store = useContext(Context);
  if (!store) throw new Error('outside of the page');
  return store;
}
