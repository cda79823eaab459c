import { useEffect, useMemo } from 'react';

import { usePart } from './load-part';
import { loadAdvisor } from './parts';
import { usePage } from './page-context';
import type { ConnectClient } from './state/checkup';
import type { DecisionsStore } from './state/decisions';
import type { JudgedStore } from './state/judged';

export type LoadedAdvisor = ReturnType<typeof useAdvisor>;

/** Loads the advisor, begins it, and lets the page be judged by it. */
export function useAdvisor(
  connect: ConnectClient,
  { judging, decisions }: { readonly judging: JudgedStore; readonly decisions: DecisionsStore },
  wanted: boolean,
) {
  const { host, now } = usePage();
  const { part, tryAgain } = usePart(loadAdvisor, wanted);
  const reindex = useMemo(
    () =>
      part.state === 'loaded' ? part.content.createReindex({ connect, base: host.jira, decisions, now }) : undefined,
    [part, connect, host, decisions, now],
  );

  useEffect(() => {
    if (part.state === 'failed') judging.advisedBy(undefined);
    if (!reindex) return undefined;
    judging.advisedBy(reindex.shared);
    return reindex.start();
  }, [part, reindex, judging]);

  return { part, reindex, tryAgain };
}
