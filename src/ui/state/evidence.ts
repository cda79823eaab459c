import { NOTHING_KEPT, type EvidenceChanges, type EvidenceContent } from '../../evidence/content';
import type { KeptEvidence, UnstoredReason } from '../../evidence/kept-evidence';
import { openEvidence } from '../../evidence/open-evidence';
import type { Message } from '../../model/message';
import type { ParseProblem, QueueExport } from '../../queue/collector';
import { countMessages, evidenceMessages, exportMessages } from '../reindex/given/given';
import { createStore, type Store } from './store';

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

/** All that the advisor goes by, kept in this browser for two weeks. */
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
  /** A mistake of ours, for which it is not known what the browser keeps. */
  readonly mistake?: { readonly error: unknown };
}

const NOTHING_KNOWN: Evidence = {
  content: NOTHING_KEPT,
  isLoaded: false,
  entries: [],
  unstored: undefined,
  unstoredTasks: 0,
  spoilt: 0,
};

function entryOfEarlier({ tasks, runDurations }: EvidenceContent): EvidenceEntry[] {
  const at = Math.max(runDurations.at(-1)?.at ?? 0, tasks.at(-1)?.seenAt ?? 0);
  if (tasks.length === 0 && runDurations.length === 0) return [];
  return [{ kind: 'earlier', at, given: countMessages(tasks.length, runDurations.length), problems: [] }];
}

/** What an export of the queue brings to the evidence. */
function changesOf({ tasks, dashboard }: QueueExport, at: number): EvidenceChanges {
  const { intervalMinutes, lastRunMinutes, nodes, threads } = dashboard ?? {};
  return {
    tasks,
    runDurations: lastRunMinutes === undefined ? [] : [{ at, minutes: lastRunMinutes }],
    current: intervalMinutes === undefined ? undefined : { at, value: { kind: 'interval', minutes: intervalMinutes } },
    nodes: nodes === undefined ? undefined : { at, value: nodes },
    threads: threads === undefined ? undefined : { at, value: threads },
  };
}

/** Where an export came from, and what a file holds beside the queue. */
export interface Origin {
  readonly kind: EvidenceKind;
  /** When the queue was looked at, milliseconds since the epoch. */
  readonly at: number;
  /** Of the file. */
  readonly name?: string;
  readonly others?: EvidenceChanges;
}

export interface EvidenceStore extends Store<Evidence> {
  /** Opens what the browser keeps; answers how to close it. It is opened once. */
  readonly start: () => () => void;
  readonly add: (changes: EvidenceChanges, entry?: EvidenceEntry) => Promise<void>;
  readonly addExport: (found: QueueExport, origin: Origin) => Promise<void>;
  /** False where the browser's store could not be erased. */
  readonly erase: () => Promise<boolean>;
  readonly exportJson: () => Promise<string>;
}

/** @param base context path or address of the Jira: two of them in one browser do not mix */
export function createEvidence(base: string): EvidenceStore {
  const { subscribe, snapshot, change } = createStore(NOTHING_KNOWN);
  let opened: Promise<KeptEvidence> | undefined;
  const open = () => (opened ??= openEvidence({ base }));

  function show(kept: KeptEvidence, content: EvidenceContent, entries: readonly EvidenceEntry[]): void {
    const { reason: unstored, unstoredTasks, spoilt } = kept;
    change({ content, isLoaded: true, entries, unstored, unstoredTasks, spoilt });
  }

  async function load(): Promise<void> {
    const kept = await open();
    const earlier = await kept.load();
    show(kept, earlier, [...entryOfEarlier(earlier), ...snapshot().entries]);
  }

  async function add(changes: EvidenceChanges, entry?: EvidenceEntry): Promise<void> {
    const kept = await open();
    const content = await kept.add(changes);
    show(kept, content, [...snapshot().entries, ...(entry ? [entry] : [])]);
  }

  return {
    subscribe,
    snapshot,
    add,
    start() {
      load().catch((error: unknown) => change({ mistake: { error } }));
      return () => {
        void opened?.then((kept) => kept.close());
        opened = undefined;
      };
    },
    addExport(found, { kind, at, name, others = {} }) {
      const given = [...exportMessages(found), ...evidenceMessages(others)];
      const entry = { kind, at, given, problems: found.problems, ...(name !== undefined && { name }) };
      return add({ ...changesOf(found, at), ...others }, entry);
    },
    async erase() {
      const kept = await open();
      const isErased = await kept.erase();
      show(kept, NOTHING_KEPT, []);
      return isErased;
    },
    exportJson: async () => (await open()).exportJson(),
  };
}
