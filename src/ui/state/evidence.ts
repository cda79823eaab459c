import { NOTHING_KEPT, type EvidenceChanges, type EvidenceContent } from '../../evidence/content';
import { countMessages, givenBy } from '../../evidence/given';
import type { KeptEvidence, UnstoredReason } from '../../evidence/kept-evidence';
import { openEvidence } from '../../evidence/open-evidence';
import { changesOf } from '../../evidence/of-export';
import type { Addition } from '../../evidence/undo';
import type { Message } from '../../model/message';
import type { ParseProblem, QueueExport } from '../../queue/collector';
import { createStore, type Store } from '../../steps/store';

export type EvidenceKind = 'paste' | 'file' | 'typed' | 'scheduler' | 'earlier' | 'elsewhere';

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

/** What was given last while the page is open: together where it came together. */
export interface Given {
  readonly entries: readonly EvidenceEntry[];
  readonly isTakenBack: boolean;
}

/** All that the advisor goes by, kept in this browser for two weeks. */
export interface Evidence {
  readonly content: EvidenceContent;
  /** False while it is not known yet what the browser keeps. */
  readonly isLoaded: boolean;
  readonly entries: readonly EvidenceEntry[];
  /** Undefined where nothing was, or all was erased since. */
  readonly given?: Given | undefined;
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

/** Where an export came from, and what a file holds beside the queue. */
export interface Origin {
  readonly kind: EvidenceKind;
  /** When the queue was looked at, milliseconds since the epoch. */
  readonly at: number;
  /** Of the file. */
  readonly name?: string;
  readonly others?: EvidenceChanges;
  /** The same for what is taken back together. */
  readonly batch?: object | undefined;
}

export interface EvidenceStore extends Store<Evidence> {
  /** Opens what the browser keeps; answers how to close it. It is opened once. */
  readonly start: () => () => void;
  /** @param batch the same for what is taken back together */
  readonly add: (changes: EvidenceChanges, entry?: EvidenceEntry, batch?: object) => Promise<void>;
  readonly addExport: (found: QueueExport, origin: Origin) => Promise<void>;
  /** Takes back what was given last, and nothing else. */
  readonly undo: () => Promise<void>;
  /** False where the browser's store could not be erased. */
  readonly erase: () => Promise<boolean>;
  readonly exportJson: () => Promise<string>;
}

/** @param base context path or address of the Jira: two of them in one browser do not mix */
export function createEvidence(base: string): EvidenceStore {
  const { subscribe, snapshot, change } = createStore(NOTHING_KNOWN);
  let opened: Promise<KeptEvidence> | undefined;
  const open = () => (opened ??= openEvidence({ base }));

  /** What `given` says was given. */
  let last: { readonly batch: object | undefined; readonly additions: readonly Addition[] } | undefined;

  function show(kept: KeptEvidence, content: EvidenceContent, told: Pick<Evidence, 'entries' | 'given'>): void {
    const { reason: unstored, unstoredTasks, spoilt } = kept;
    change({ content, isLoaded: true, ...told, unstored, unstoredTasks, spoilt });
  }

  async function load(): Promise<void> {
    const kept = await open();
    const earlier = await kept.load();
    const { entries, given } = snapshot();
    show(kept, earlier, { entries: [...entryOfEarlier(earlier), ...entries], given });
  }

  /** Other pages of Jira record the queue, and other tabs are given evidence, while this one is out of sight. */
  async function loadAnew(): Promise<void> {
    if (document.hidden || !snapshot().isLoaded) return;
    const { content: before } = snapshot();
    const kept = await open();
    const content = await kept.load();
    const [tasks, runs] = [
      content.tasks.length - before.tasks.length,
      content.runDurations.length - before.runDurations.length,
    ];
    const more = countMessages(tasks, runs);
    const entry: EvidenceEntry = { kind: 'elsewhere', at: Date.now(), given: more, problems: [] };
    const { entries, given } = snapshot();
    show(kept, content, { entries: more.length > 0 ? [...entries, entry] : entries, given });
  }

  async function add(changes: EvidenceChanges, entry?: EvidenceEntry, batch?: object): Promise<void> {
    const kept = await open();
    const addition = await kept.give(changes);
    const { entries, given } = snapshot();
    if (!entry) {
      show(kept, addition.after, { entries, given });
      return;
    }
    const isMore = batch !== undefined && batch === last?.batch;
    last = { batch, additions: [...(isMore ? (last?.additions ?? []) : []), addition] };
    const together = [...(isMore ? (given?.entries ?? []) : []), entry];
    show(kept, addition.after, { entries: [...entries, entry], given: { entries: together, isTakenBack: false } });
  }

  async function undo(): Promise<void> {
    const { additions = [] } = last ?? {};
    last = undefined;
    if (additions.length === 0) return;
    const kept = await open();
    let content = NOTHING_KEPT;
    for (const addition of [...additions].reverse()) content = await kept.undo(addition);
    const { entries, given } = snapshot();
    const taken = given?.entries ?? [];
    const left = entries.filter((entry) => !taken.includes(entry));
    show(kept, content, { entries: left, given: { entries: taken, isTakenBack: true } });
  }

  return {
    subscribe,
    snapshot,
    add,
    start() {
      const fail = (error: unknown) => change({ mistake: { error } });
      const onSeen = () => void loadAnew().catch(fail);
      load().catch(fail);
      document.addEventListener('visibilitychange', onSeen);
      return () => {
        document.removeEventListener('visibilitychange', onSeen);
        void opened?.then((kept) => kept.close());
        opened = undefined;
      };
    },
    undo,
    addExport(found, { kind, at, name, others = {}, batch }) {
      const given = givenBy(found, others);
      const entry = { kind, at, given, problems: found.problems, ...(name !== undefined && { name }) };
      return add({ ...changesOf(found, at), ...others }, entry, batch);
    },
    async erase() {
      const kept = await open();
      const isErased = await kept.erase();
      last = undefined;
      show(kept, NOTHING_KEPT, { entries: [], given: undefined });
      return isErased;
    },
    exportJson: async () => (await open()).exportJson(),
  };
}
