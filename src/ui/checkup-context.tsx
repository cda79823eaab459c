import { createContext, useContext } from 'react';

import type { CheckupStore, ConnectClient } from './state/checkup';
import { useStore } from './state/use-store';

interface CheckupContext {
  readonly checkup: CheckupStore;
  readonly connect: ConnectClient;
}

const Context = createContext<CheckupContext | undefined>(undefined);

export const CheckupProvider = Context.Provider;

/** What was read of Jira, and how to read more. */
export function useCheckup(): CheckupContext {
  const context = useContext(Context);
  if (!context) throw new Error('outside of the page');
  return context;
}

/** Such as `5.1.1`; undefined where it could not be read. */
export function useGijVersion(): string | undefined {
  const { 'gij-version': outcome } = useStore(useCheckup().checkup).outcomes;
  return outcome?.state === 'read' ? outcome.value.version : undefined;
}
