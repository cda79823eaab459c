import { useEffect, useState, useSyncExternalStore } from 'react';

import type { Bulk } from '../../changes/bulk';

const nothing = () => () => undefined;

/** Nobody leaves by accident while changes are made: the browser asks, and the dialog has to be stopped first. */
export function useLeaving(bulk: Bulk | undefined, onClose: () => void) {
  const isRunning = useSyncExternalStore(bulk?.subscribe ?? nothing, () => bulk?.snapshot().phase === 'running');
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    if (!isRunning) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      setAsking(false);
    };
  }, [isRunning]);
  return { isAsking, close: () => (isRunning ? setAsking(true) : onClose()) };
}
