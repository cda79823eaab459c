import { createContext, useContext } from 'react';

import type { Messages, Texts } from '../i18n/texts';
import type { Send } from '../sources/jira-client';
import type { HostPage } from '../host-page/host-page';

/** What every part of the page may need. */
export interface PageContext {
  readonly texts: Texts;
  /** Adds the texts of a part of the page, as the host served them, before it is shown. Rejects where there are none. */
  readonly addTexts: (served: Messages) => Promise<void>;
  readonly host: HostPage;
  /** Of the panel. */
  readonly version: string;
  /** Milliseconds since the epoch, by the browser's clock. */
  readonly now: () => number;
  /** What sends a change to Jira; the browser's `fetch` where it is left out. */
  readonly send?: Send;
}

const Context = createContext<PageContext | undefined>(undefined);

export const PageContextProvider = Context.Provider;

export function usePage(): PageContext {
  const page = useContext(Context);
  if (!page) throw new Error('outside of the page');
  return page;
}

export function useTexts(): Texts {
  return usePage().texts;
}
