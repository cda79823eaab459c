import { useCallback, useEffect, useRef, useState } from 'react';

import { NOTHING_KEPT, type HistoryChanges, type HistoryContent } from '../../history/content';
import { openHistory, type History, type HistoryReason } from '../../history/history';
import type { ParseProblem } from '../../reindex';

export type EvidenceKind = 'paste' | 'file' | 'typed' | 'scheduler' | 'earlier';

/** One thing that was given: where it came from, when, and what of it could not be used. */
export interface EvidenceEntry {
  readonly kind: EvidenceKind;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Name of the file. */
  readonly name?: string;
  readonly tasks: number;
  readonly readings: number;
  readonly problems: readonly ParseProblem[];
}

/** All that the advisor goes by, kept in this browser for two weeks, and how to add to it. */
export interface Evidence {
  readonly content: HistoryContent;
  readonly entries: readonly EvidenceEntry[];
  /** Why it is kept only while the page is open; undefined where it is stored. */
  readonly unstored: HistoryReason | undefined;
  readonly add: (changes: HistoryChanges, entry?: EvidenceEntry) => Promise<void>;
  readonly erase: () => Promise<void>;
  readonly exportJson: () => Promise<string>;
}

function entryOfEarlier({ tasks, runDurations }: HistoryContent): EvidenceEntry[] {
  const at = Math.max(0, ...runDurations.map((run) => run.at), ...tasks.slice(-1).map(({ seenAt }) => seenAt ?? 0));
  if (tasks.length === 0 && runDurations.length === 0) return [];
  return [{ kind: 'earlier', at, tasks: tasks.length, readings: runDurations.length, problems: [] }];
}

/** @param base context path or address of the Jira: two of them in one browser do not mix */
export function useEvidence(base: string): Evidence {
  const [content, setContent] = useState(NOTHING_KEPT);
  const [entries, setEntries] = useState<readonly EvidenceEntry[]>([]);
  const [unstored, setUnstored] = useState<HistoryReason>();
  const opened = useRef<Promise<History>>(undefined);

  const history = useCallback(() => (opened.current ??= openHistory({ base })), [base]);

  useEffect(() => {
    let left = false;
    void history().then(async (store) => {
      const earlier = await store.load();
      if (left) return;
      setContent(earlier);
      setUnstored(store.reason);
      setEntries((given) => [...entryOfEarlier(earlier), ...given]);
    });
    return () => {
      left = true;
      void opened.current?.then((store) => store.close());
      opened.current = undefined;
    };
  }, [history]);

  const add = useCallback(
    async (changes: HistoryChanges, entry?: EvidenceEntry) => {
      const store = await history();
      setContent(await store.add(changes));
      setUnstored(store.reason);
      if (entry) setEntries((given) => [...given, entry]);
    },
    [history],
  );

  const erase = useCallback(async () => {
    const store = await history();
    await store.erase();
    setContent(NOTHING_KEPT);
    setEntries([]);
    setUnstored(store.reason);
  }, [history]);

  const exportJson = useCallback(async () => (await history()).exportJson(), [history]);

  return { content, entries, unstored, add, erase, exportJson };
}
