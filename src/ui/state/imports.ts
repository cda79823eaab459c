import { readFile, type FileContent } from '../../evidence/read-file';
import { pageTurn } from '../../steps/in-slices';
import type { Message } from '../../model/message';
import { redact } from '../../model/redact';
import type { ParseProblem } from '../../queue/collector';
import { createStore, type Store } from '../../steps/store';

export interface ImportedFile {
  readonly name: string;
  /** `unreadable`: the browser could not read it. */
  readonly outcome: FileContent['outcome'] | 'unreadable';
  readonly tasks: number;
  /** What it brought beside tasks. */
  readonly given: readonly Message[];
  readonly problems: readonly ParseProblem[];
}

export interface Import {
  /** `adding`: a file was read whole, and is merged with what is there; that is not broken off. */
  readonly state: 'idle' | 'reading' | 'adding' | 'done' | 'canceled';
  /** 0 to 1, over the bytes of all files. */
  readonly progress: number;
  /** Files of this import, in the order of their turn. */
  readonly files: readonly ImportedFile[];
}

/** What a file of an import holds. */
export interface Imported extends Pick<FileContent, 'found' | 'others' | 'at'> {
  readonly file: File;
  /** The same for all files of one import. */
  readonly batch: object;
}

/** Called with what each file holds once it is read; it is to be merged with what is there. */
export type OnImported = (imported: Imported) => void | Promise<void>;

const NOTHING: Import = { state: 'idle', progress: 0, files: [] };
/** Bytes read before the page gets its turn: some 1,500 rows, a few milliseconds. */
const SLICE = 1 << 18;

/** A file in pieces, between which the page has its turn. */
async function* piecesOf(
  file: File,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += SLICE) {
    yield new Uint8Array(await file.slice(from, from + SLICE).arrayBuffer());
    onBytes(Math.min(from + SLICE, file.size));
    await pageTurn();
    signal.throwIfAborted();
  }
}

/** The browser's own failures are told of the file; any other error is a mistake of ours. */
function unreadable(error: unknown): undefined {
  if (!(error instanceof DOMException)) throw error;
}

function outcomeOf(file: File, content: FileContent | undefined): ImportedFile {
  const name = redact(file.name);
  if (!content) return { name, outcome: 'unreadable', tasks: 0, given: [], problems: [] };
  const { outcome, found, given, problems } = content;
  return { name, outcome, tasks: outcome === 'read' ? found.tasks.length : 0, given, problems };
}

export interface ImportStore extends Store<Import> {
  /** Files that are chosen while others are read wait for their turn. Rejects with a mistake of ours. */
  readonly start: (files: Iterable<File>) => Promise<void>;
  /** Ends all of them; what was read whole stays. */
  readonly cancel: () => void;
  /** The same when the page is left. */
  readonly stop: () => void;
  /** Forgets what was told of the last one. */
  readonly forget: () => void;
}

/** Reads dropped or chosen files, one after the other, in slices so that the page stays responsive. */
export function createImports(onImported: OnImported): ImportStore {
  const { subscribe, snapshot, change, set } = createStore(NOTHING);
  let running: AbortController | undefined;
  let waiting: File[] = [];

  function stop(): void {
    waiting = [];
    running?.abort();
    running = undefined;
  }

  /** @param before bytes of the files before it */
  async function importFile(file: File, signal: AbortSignal, before: number): Promise<void> {
    const onBytes = (bytes: number) => {
      const total = before + file.size + waiting.reduce((sum, other) => sum + other.size, 0);
      change({ progress: (before + bytes) / total });
    };
    const read = { writtenAt: file.lastModified, now: Date.now(), signal };
    const content = await readFile(piecesOf(file, signal, onBytes), read).catch(unreadable);
    signal.throwIfAborted();
    if (content?.outcome === 'read') {
      change({ state: 'adding' });
      await onImported({ ...content, file, batch: signal });
      signal.throwIfAborted();
    }
    change({ state: 'reading', files: [...snapshot().files, outcomeOf(file, content)] });
  }

  return {
    subscribe,
    snapshot,
    stop,
    async start(files) {
      waiting.push(...files);
      if (running || waiting.length === 0) return;
      const controller = new AbortController();
      running = controller;
      set({ state: 'reading', progress: 0, files: [] });
      try {
        let before = 0;
        for (let file = waiting.shift(); file; file = waiting.shift()) {
          await importFile(file, controller.signal, before);
          before += file.size;
        }
        change({ state: 'done', progress: 1 });
      } catch (error) {
        if (controller.signal.aborted) return;
        waiting = [];
        set(NOTHING);
        throw error;
      } finally {
        if (running === controller) running = undefined;
      }
    },
    forget() {
      if (!running) set(NOTHING);
    },
    cancel() {
      const wasRunning = running !== undefined;
      stop();
      if (wasRunning) change({ state: 'canceled' });
    },
  };
}
