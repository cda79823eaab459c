import type { EvidenceChanges } from '../../evidence/content';
import { EVIDENCE_MEMBERS, readEvidenceFile } from '../../evidence/evidence-file';
import { inSlices, pageTurn } from '../../steps/in-slices';
import { isMoment } from '../../model/limits';
import { message, type Message } from '../../model/message';
import { redact } from '../../model/redact';
import { isRefused, type ParseProblem, type QueueExport } from '../../queue/collector';
import { createQueueParser, type QueueParser } from '../../queue/read-queue';
import { exportMessages, evidenceMessages } from '../reindex/given/given';
import { createStore, type Store } from '../../steps/store';

export interface ImportedFile {
  readonly name: string;
  /**
   * `refused`: no export of the queue, the problems say why; `newer`: evidence of a newer version of the panel;
   * `unreadable`: the browser could not read it.
   */
  readonly outcome: 'read' | 'refused' | 'newer' | 'unreadable';
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
export interface Imported {
  readonly found: QueueExport;
  readonly file: File;
  /** What exported evidence holds beside its tasks. */
  readonly others: EvidenceChanges;
  /** The same for all files of one import. */
  readonly batch: object;
}

/** Called with what each file holds once it is read; it is to be merged with what is there. */
export type OnImported = (imported: Imported) => void | Promise<void>;

const NOTHING: Import = { state: 'idle', progress: 0, files: [] };
/** Bytes read before the page gets its turn: some 1,500 rows, a few milliseconds. */
const SLICE = 1 << 18;

/** UTF-16 as some database tools write it begins with a mark; else it is UTF-8. */
async function decoderFor(file: File): Promise<TextDecoder> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  return new TextDecoder(first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8');
}

interface Found {
  readonly content: QueueExport;
  /** What exported evidence holds beside its tasks. */
  readonly others: EvidenceChanges;
  readonly isNewer?: boolean;
}

/** What a file holds as exported evidence, beside the tasks that were read of it. */
function asEvidence(content: QueueExport, { members }: QueueParser): Found {
  const file = readEvidenceFile(members);
  if (file.kind === 'none') return { content, others: {} };
  if (file.kind === 'newer') return { content, others: {}, isNewer: true };
  const spoilt = file.spoilt.map((name) => ({ line: 1, reason: message('reindex.import.spoilt', name) }));
  // Without tasks it is no export of the queue, and need not be one.
  const problems = [...(file.hasTasks ? content.problems : []), ...spoilt];
  return { content: { ...content, problems }, others: file.parts };
}

/** Reads one file piece by piece; relative times in it count from when it was written. */
async function readFile(file: File, signal: AbortSignal, onBytes: (bytes: number) => void): Promise<Found> {
  const { lastModified } = file;
  const parser = createQueueParser({
    capturedAt: isMoment(lastModified) ? lastModified : Date.now(),
    isAtMost: true,
    members: EVIDENCE_MEMBERS,
  });
  const decoder = await decoderFor(file);
  for (let from = 0; from < file.size; from += SLICE) {
    const bytes = await file.slice(from, from + SLICE).arrayBuffer();
    signal.throwIfAborted();
    parser.push(decoder.decode(bytes, { stream: true }));
    onBytes(Math.min(from + SLICE, file.size));
    await pageTurn();
    signal.throwIfAborted();
  }
  parser.push(decoder.decode());
  const content = await inSlices(parser.finishInSteps(), signal);
  if (!content || signal.aborted) throw signal.reason;
  return asEvidence(content, parser);
}

const EMPTY: ParseProblem = { line: 1, reason: message('reindex.import.empty') };

/** The browser's own failures are told of the file; any other error is a mistake of ours. */
function unreadable(error: unknown): undefined {
  if (!(error instanceof DOMException)) throw error;
}

function outcomeOf(file: File, found: Found | undefined): ImportedFile {
  const name = redact(file.name);
  if (!found) return { name, outcome: 'unreadable', tasks: 0, given: [], problems: [] };
  const { content, others, isNewer } = found;
  if (isNewer === true) return { name, outcome: 'newer', tasks: 0, given: [], problems: [] };
  const { tasks, problems } = content;
  const given = [...exportMessages({ ...content, tasks: [] }), ...evidenceMessages(others)];
  if (isRefused(content) && given.length === 0)
    return { name, outcome: 'refused', tasks: 0, given, problems: problems.length > 0 ? problems : [EMPTY] };
  return { name, outcome: 'read', tasks: tasks.length, given, problems };
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
    const found = await readFile(file, signal, onBytes).catch(unreadable);
    signal.throwIfAborted();
    const outcome = outcomeOf(file, found);
    if (found && outcome.outcome === 'read') {
      change({ state: 'adding' });
      await onImported({ found: found.content, file, others: found.others, batch: signal });
      signal.throwIfAborted();
    }
    change({ state: 'reading', files: [...snapshot().files, outcome] });
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
