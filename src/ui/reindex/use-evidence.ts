import { useCallback, useEffect, useRef, useState } from 'react';

import { NOTHING_KEPT, type EvidenceChanges, type EvidenceContent } from '../../evidence/content';
import type { KeptEvidence, UnstoredReason } from '../../evidence/kept-evidence';
import { openEvidence } from '../../evidence/open-evidence';
import type { Message } from '../../model/message';
import type { ParseProblem } from '../../queue/collector';
import { countMessages } from './given/given';

export type EvidenceKind = 'paste' | 'file' | 'typed' | 'scheduler' | 'earlier';

/** One thing that was given: where it came from, when, and what of it could not be used. */
export interface EvidenceEntry {
  readonly kind: EvidenceKind;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Name of the file. */
  readonly name?: string;
  /** What it brought. */
  readonly given: readonly Message[];
  readonly problems: readonly ParseProblem[];
}

/** All that the advisor goes by, kept in this browser for two weeks, and how to add to it. */
export interface Evidence {
  readonly content: EvidenceContent;
  /** False while it is not known yet what the browser keeps. */
  readonly isLoaded: boolean;
  readonly entries: readonly EvidenceEntry[];
  /** Why it is kept only while the page is open; undefined where it is stored. */
  readonly unstored: UnstoredReason | undefined;
  /** Tasks that are too many or too old to be stored. */
  readonly unstoredTasks: number;
  /** Entries of the store that could not be used, and were removed from it. */
  readonly spoilt: number;
  readonly add: (changes: EvidenceChanges, entry?: EvidenceEntry) => Promise<void>;
  /** False where the browser's store could not be erased. */
  readonly erase: () => Promise<boolean>;
  readonly exportJson: () => Promise<string>;
}

type Known = Pick<Evidence, 'content' | 'isLoaded' | 'unstored' | 'unstoredTasks' | 'spoilt'>;

const NOTHING_KNOWN: Known = {
  content: NOTHING_KEPT,
  isLoaded: false,
  unstored: undefined,
  unstoredTasks: 0,
  spoilt: 0,
};

function entryOfEarlier({ tasks, runDurations }: EvidenceContent): EvidenceEntry[] {
  const at = Math.max(runDurations.at(-1)?.at ?? 0, tasks.at(-1)?.seenAt ?? 0);
  if (tasks.length === 0 && runDurations.length === 0) return [];
  return [{ kind: 'earlier', at, given: countMessages(tasks.length, runDurations.length), problems: [] }];
}

/** @param base context path or address of the Jira: two of them in one browser do not mix */
export function useEvidence(base: string): Evidence {
  const [known, setKnown] = useState(NOTHING_KNOWN);
  const [entries, setEntries] = useState<readonly EvidenceEntry[]>([]);
  const opened = useRef<Promise<KeptEvidence>>(undefined);

  const history = useCallback(() => (opened.current ??= openEvidence({ base })), [base]);
  const show = useCallback((store: KeptEvidence, content: EvidenceContent) => {
    setKnown({
      content,
      isLoaded: true,
      unstored: store.reason,
      unstoredTasks: store.unstoredTasks,
      spoilt: store.spoilt,
    });
  }, []);

  useEffect(() => {
    let left = false;
    void history().then(async (store) => {
      const earlier = await store.load();
      if (left) return;
      show(store, earlier);
      setEntries((given) => [...entryOfEarlier(earlier), ...given]);
    });
    return () => {
      left = true;
      void opened.current?.then((store) => store.close());
      opened.current = undefined;
    };
  }, [history, show]);

  const add = useCallback(
    async (changes: EvidenceChanges, entry?: EvidenceEntry) => {
      const store = await history();
      show(store, await store.add(changes));
      if (entry) setEntries((given) => [...given, entry]);
    },
    [history, show],
  );

  const erase = useCallback(async () => {
    const store = await history();
    const isErased = await store.erase();
    show(store, NOTHING_KEPT);
    setEntries([]);
    return isErased;
  }, [history, show]);

  const exportJson = useCallback(async () => (await history()).exportJson(), [history]);

  return { ...known, entries, add, erase, exportJson };
}
