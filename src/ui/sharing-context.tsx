import { createContext, useContext, useEffect, useMemo } from 'react';

import { usePart } from './load-part';
import { PartView } from './part-view';
import { usePage } from './page-context';
import { loadSharedDecisions } from './parts';
import type { CheckupStore, ConnectClient } from './state/checkup';
import type { DecisionsStore } from './state/decisions';
import { useStore } from './state/use-store';

interface Stores {
  readonly connect: ConnectClient;
  readonly checkup: CheckupStore;
  readonly decisions: DecisionsStore;
}

export type LoadedSharing = ReturnType<typeof useSharedDecisions>;

const Context = createContext<LoadedSharing | undefined>(undefined);

export const SharingProvider = Context.Provider;

/** What shares decisions with other admins. */
export function useSharing(): LoadedSharing {
  const sharing = useContext(Context);
  if (!sharing) throw new Error('outside of the page');
  return sharing;
}

/** What there is to say of sharing. `onGone`: the button that had the focus is gone. */
export function LoadedSharingNotice({ onGone }: { readonly onGone: () => void }) {
  const { part, control, tryAgain } = useSharing();
  if (part.state === 'failed') return <PartView part={part} onTryAgain={tryAgain} children={() => null} />;
  return part.state === 'loaded' && control ? <part.content.SharingNotice control={control} onGone={onGone} /> : null;
}

/** Loads what shares decisions, and lets it read them each time the page has read everything else. */
export function useSharedDecisions({ connect, checkup, decisions }: Stores, wanted: boolean) {
  const { host, now, send } = usePage();
  const { part, tryAgain } = usePart(loadSharedDecisions, wanted);
  const { contextPath, signedIn } = host;
  const control = useMemo(
    () =>
      part.state === 'loaded'
        ? part.content.createSharedDecisions({ connect, decisions, contextPath, signedIn, now, ...(send && { send }) })
        : undefined,
    [part, connect, decisions, contextPath, signedIn, now, send],
  );
  const isReading = useStore(checkup).reading.length > 0;
  useEffect(() => control?.start(), [control]);
  useEffect(() => {
    if (!isReading) void control?.look();
  }, [control, isReading]);
  return { part, control, tryAgain };
}
