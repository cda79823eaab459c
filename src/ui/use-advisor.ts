import { useEffect, useMemo } from 'react';

import { usePart } from './load-part';
import { loadAdvisor } from './parts';
import { usePage } from './page-context';
import type { ConnectClient } from './state/checkup';
import type { JudgedStore } from './state/judged';

export type LoadedAdvisor = ReturnType<typeof useAdvisor>;

/** Loads the advisor, begins it, and lets the page be judged by it. */
export function useAdvisor(connect: ConnectClient, judged: JudgedStore, wanted: boolean) {
  const { host, now } = usePage();
  const { part, tryAgain } = usePart(loadAdvisor, wanted);
  const reindex = useMemo(
    () => (part.state === 'loaded' ? part.content.createReindex({ connect, base: host.jira, now }) : undefined),
    [part, connect, host, now],
  );

  useEffect(() => {
    if (part.state === 'failed') judged.advisedBy(undefined);
    if (!reindex) return undefined;
    judged.advisedBy(reindex.advice);
    return reindex.start();
  }, [part, reindex, judged]);

  return { part, reindex, tryAgain };
}
