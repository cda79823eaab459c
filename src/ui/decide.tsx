import { createContext, useContext } from 'react';

import type { DecisionsStore } from './state/decisions';

const Context = createContext<DecisionsStore | undefined>(undefined);

export const DecideProvider = Context.Provider;

/** Where what admins decide is kept. */
export function useDecisions(): DecisionsStore {
  const store = useContext(Context);
  if (!store) throw new Error('outside of the page');
  return store;
}
