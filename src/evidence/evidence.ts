import type { QueueTask } from '../model/queue';
import { finish } from '../steps/steps';
import {
  doubtedSince,
  HISTORY_BOUNDS,
  notAhead,
  NOTHING_KEPT,
  storedPart,
  withChanges,
  type HistoryBounds,
  type HistoryChanges,
  type HistoryContent,
} from './content';
import { exportInSteps } from './evidence-file';
import { inSlices } from '../steps/in-slices';
import { MIGRATIONS, type Migration } from './migrations';
import { changeStore, CorruptStore, eraseStore, openDatabase, type Database, type Kept } from './store';

/**
 * Why the history is in memory only: the browser has no store or forbids it (private window), another tab or the
 * browser holds it, a newer version of the panel made it, it holds what cannot be read, the disk quota is used up, or
 * the browser did not write for another reason.
 */
export type HistoryReason = 'unavailable' | 'blocked' | 'newer' | 'corrupt' | 'full' | 'rejected';

export interface HistoryOptions {
  /** Context path or base address of the Jira: two Jiras behind one host name share a browser's store. */
  readonly base: string;
  readonly now?: () => number;
  readonly bounds?: HistoryBounds;
  /** Milliseconds after which a store that does not open counts as blocked. */
  readonly patience?: number;
  /** What leads an earlier store to the form of this version. */
  readonly migrations?: readonly Migration[];
}

/** Evidence kept in this browser for two weeks. What is not stored is kept in memory while the page is open. */
export interface History {
  /** Why nothing is stored; undefined where it is. */
  readonly reason: HistoryReason | undefined;
  /** Tasks that are too many or too old to be stored. */
  readonly unstoredTasks: number;
  /** Entries of the store that could not be used, and were removed from it. */
  readonly spoilt: number;
  load(): Promise<HistoryContent>;
  /** Adds and answers everything that is known now. */
  add(changes: HistoryChanges): Promise<HistoryContent>;
  /** Forgets everything of this Jira; fixes a corrupt store. False where the store could not be erased, or is a newer version's. */
  erase(): Promise<boolean>;
  exportJson(): Promise<string>;
  close(): void;
}

const PATIENCE = 4_000;

/** @param otherwise what an error means that says no more than that it did not work */
function reasonOf(error: unknown, otherwise: 'blocked' | 'rejected'): HistoryReason {
  if (error instanceof CorruptStore) return 'corrupt';
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'VersionError') return 'newer';
  // The connection was closed meanwhile.
  if (name === 'InvalidStateError') return 'blocked';
  return name === 'SecurityError' || name === 'ReferenceError' ? 'unavailable' : otherwise;
}

class BrowserHistory implements History {
  reason: HistoryReason | undefined;
  spoilt = 0;
  private kept: Kept | undefined;
  private memory: HistoryContent = NOTHING_KEPT;
  /** One change after the other. */
  private last: Promise<unknown> = Promise.resolve();
  private readonly now: () => number;
  private readonly bounds: HistoryBounds;

  constructor(
    private readonly options: HistoryOptions,
    private database: Database | undefined,
  ) {
    this.now = options.now ?? Date.now;
    this.bounds = options.bounds ?? HISTORY_BOUNDS;
  }

  get unstoredTasks(): number {
    return Math.max(0, this.memory.tasks.length - (this.kept?.content.tasks.length ?? 0));
  }

  degrade(reason: HistoryReason): void {
    this.reason ??= reason;
  }

  load(): Promise<HistoryContent> {
    return this.add({});
  }

  add(changes: HistoryChanges): Promise<HistoryContent> {
    return this.inTurn(async () => {
      const put = (content: HistoryContent, added: HistoryChanges) =>
        withChanges(notAhead(content, this.now()), notAhead(added, this.now()), this.now(), this.bounds);
      const stored = (content: HistoryContent) => storedPart(content, this.now(), this.bounds);
      const endless = { ...this.bounds, days: Infinity };
      // Its dates stay as they are: it may be this clock that is behind.
      const whole = (content: HistoryContent, added: HistoryChanges) =>
        storedPart(finish(withChanges(content, notAhead(added, this.now()), this.now(), endless)), this.now(), endless);
      this.memory = await inSlices(put(this.memory, changes));
      if (!this.database || this.reason !== undefined) return this.memory;
      try {
        const at = this.now();
        this.kept = await changeStore(
          this.database,
          this.options.base,
          this.kept,
          at,
          ({ content: kept, clock }, known) => {
            // Another tab changed the store: what it erased or took back does not return with what this page knows.
            if (known === 'erased') this.memory = finish(put(NOTHING_KEPT, changes));
            if (known === 'new') this.memory = finish(put(stored(kept), { ...changes, tasks: this.tasksNotKept() }));
            const isNew = known === 'erased' || kept === NOTHING_KEPT;
            const doubtedAt = isNew ? undefined : doubtedSince(at, clock, this.bounds);
            return { content: doubtedAt === undefined ? stored(this.memory) : whole(kept, changes), doubtedAt };
          },
        );
        this.spoilt += this.kept.spoilt;
      } catch (error) {
        this.degrade(reasonOf(error, 'rejected'));
      }
      return this.memory;
    });
  }

  private tasksNotKept(): readonly QueueTask[] {
    const kept = new Set(this.kept?.content.tasks);
    return this.memory.tasks.filter((task) => !kept.has(task));
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  erase(): Promise<boolean> {
    return this.inTurn(async () => {
      this.memory = NOTHING_KEPT;
      this.kept = undefined;
      this.spoilt = 0;
      // A browser that stores nothing has nothing to erase; a store that was lost still has it.
      if (!this.database) return this.reason === 'unavailable';
      try {
        await eraseStore(this.database, this.options.base);
        this.reason = undefined;
        return true;
      } catch (error) {
        this.degrade(reasonOf(error, 'rejected'));
        return false;
      }
    });
  }

  async exportJson(): Promise<string> {
    return inSlices(exportInSteps(await this.load(), this.now()));
  }

  /** The browser or another tab took the store away. */
  lose(reason: 'blocked' | 'newer'): void {
    this.database = undefined;
    this.degrade(reason);
  }

  close(): void {
    this.database?.close();
  }
}

/** Opens what is kept for one Jira; never rejects. */
export async function openHistory(options: HistoryOptions): Promise<History> {
  let history: BrowserHistory | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new DOMException('', 'TimeoutError'));
    timer = setTimeout(giveUp, options.patience ?? PATIENCE);
  });
  try {
    if (typeof indexedDB === 'undefined') throw new DOMException('', 'SecurityError');
    const { now = Date.now, migrations = MIGRATIONS } = options;
    const opening = openDatabase({ onClosed: (reason) => history?.lose(reason), now: now(), migrations });
    const database = await Promise.race([opening, late]).catch((error: unknown) => {
      // Should it open after all, it must not stand in another tab's way.
      opening.then(
        (opened) => opened.close(),
        () => undefined,
      );
      throw error;
    });
    history = new BrowserHistory(options, database);
  } catch (error) {
    history = new BrowserHistory(options, undefined);
    history.degrade(reasonOf(error, 'blocked'));
  } finally {
    clearTimeout(timer);
  }
  return history;
}
