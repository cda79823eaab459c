import type { QueueTask } from '../model/queue';
import { finish, type Steps } from '../steps/steps';
import { addGiven } from './add-given';
import { EVIDENCE_BOUNDS, storedPart, type EvidenceBounds } from './bounds';
import { doubtedSince, notAhead } from './clock';
import { NOTHING_KEPT, withChanges, type EvidenceChanges, type EvidenceContent } from './content';
import { exportInSteps } from './evidence-file';
import { inSlices } from '../steps/in-slices';
import { CorruptStore, type Database } from './database';
import type { Migration } from './migrations';
import type { Kept } from './records';
import { changeStore, eraseStore, type Changed } from './store';
import { withoutAddition, type Addition } from './undo';

/**
 * Why evidence is in memory only: the browser has no store or forbids it (private window), another tab or the
 * browser holds it, a newer version of the panel made it, it holds what cannot be read, the disk quota is used up, or
 * the browser did not write for another reason.
 */
export type UnstoredReason = 'unavailable' | 'blocked' | 'newer' | 'corrupt' | 'full' | 'rejected';

export interface EvidenceOptions {
  /** Context path or base address of the Jira: two Jiras behind one host name share a browser's store. */
  readonly base: string;
  readonly now?: () => number;
  readonly bounds?: EvidenceBounds;
  /** Milliseconds after which a store that does not open counts as blocked. */
  readonly patience?: number;
  /** What leads an earlier store to the form of this version. */
  readonly migrations?: readonly Migration[];
}

/** @param otherwise what an error means that says no more than that it did not work */
export function reasonOf(error: unknown, otherwise: 'blocked' | 'rejected'): UnstoredReason {
  if (error instanceof CorruptStore) return 'corrupt';
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'VersionError') return 'newer';
  // The connection was closed meanwhile.
  if (name === 'InvalidStateError') return 'blocked';
  return name === 'SecurityError' || name === 'ReferenceError' ? 'unavailable' : otherwise;
}

/** Evidence kept in this browser for two weeks. What is not stored is kept in memory while the page is open. */
export class KeptEvidence {
  /** Entries of the store that could not be used, and were removed from it. */
  spoilt = 0;
  private trouble: UnstoredReason | undefined;
  private kept: Kept | undefined;
  private memory: EvidenceContent = NOTHING_KEPT;
  /** The same without the change that was made last. */
  private before: EvidenceContent = NOTHING_KEPT;
  /** One change after the other. */
  private last: Promise<unknown> = Promise.resolve();
  private readonly now: () => number;
  private readonly bounds: EvidenceBounds;

  constructor(
    private readonly options: EvidenceOptions,
    private database: Database | undefined,
  ) {
    this.now = options.now ?? Date.now;
    this.bounds = options.bounds ?? EVIDENCE_BOUNDS;
  }

  /** Why nothing is stored; undefined where it is. */
  get reason(): UnstoredReason | undefined {
    return this.trouble;
  }

  /** Tasks that are too many or too old to be stored. */
  get unstoredTasks(): number {
    return Math.max(0, this.memory.tasks.length - (this.kept?.content.tasks.length ?? 0));
  }

  /** From now on in memory only. */
  degrade(reason: UnstoredReason): void {
    this.trouble ??= reason;
  }

  load(): Promise<EvidenceContent> {
    return this.add({});
  }

  /** Adds and answers everything that is known now. */
  async add(changes: EvidenceChanges): Promise<EvidenceContent> {
    return (await this.give(changes)).after;
  }

  /** Adds what can be taken back. */
  give(changes: EvidenceChanges): Promise<Addition> {
    return this.change(changes, (content) => content);
  }

  /** Takes an addition back, here and in the store; answers everything that is known now. */
  async undo(addition: Addition): Promise<EvidenceContent> {
    return (await this.change({}, (content) => withoutAddition(content, addition))).after;
  }

  /** @param revise what is done to everything that is known and stored, before the changes come to it */
  private change(changes: EvidenceChanges, revise: (content: EvidenceContent) => EvidenceContent): Promise<Addition> {
    return this.inTurn(async () => {
      this.before = revise(this.memory);
      this.memory = await inSlices(this.put(this.before, changes));
      const known = () => ({ before: this.before, after: this.memory });
      if (!this.database || this.reason !== undefined) return known();
      const { database, kept: knows, now, options } = this;
      try {
        const target = { database, base: options.base, knows, now: now() };
        this.kept = await changeStore(target, ({ content, ...stored }, state) =>
          this.toStore({ ...stored, content: content === NOTHING_KEPT ? content : revise(content) }, state, changes),
        );
        this.spoilt += this.kept.spoilt;
      } catch (error) {
        this.degrade(reasonOf(error, 'rejected'));
      }
      return known();
    });
  }

  private put(content: EvidenceContent, changes: EvidenceChanges): Steps<EvidenceContent> {
    const now = this.now();
    return addGiven(content, changes, now, this.bounds);
  }

  /** What is to be stored, where `stored` is what the store holds; what this page knows becomes the same. */
  private toStore({ content, clock }: Kept, known: 'known' | 'new' | 'erased', changes: EvidenceChanges): Changed {
    const [now, bounds] = [this.now(), this.bounds];
    // Another tab changed the store: what it erased or took back does not return with what this page knows.
    if (known === 'erased') this.before = NOTHING_KEPT;
    if (known === 'new')
      this.before = finish(this.put(storedPart(content, now, bounds), { tasks: this.tasksNotKept() }));
    if (known !== 'known') this.memory = finish(this.put(this.before, changes));
    const isNew = known === 'erased' || content === NOTHING_KEPT;
    const doubtedAt = isNew ? undefined : doubtedSince(now, clock, bounds);
    if (doubtedAt === undefined) return { content: storedPart(this.memory, now, bounds), doubtedAt };
    // What is stored stays whole, with its dates: it may be this clock that is behind.
    const endless = { ...bounds, days: Infinity };
    const whole = finish(withChanges(content, notAhead(changes, now), now, endless));
    return { content: storedPart(whole, now, endless), doubtedAt };
  }

  private tasksNotKept(): readonly QueueTask[] {
    const kept = new Set(this.kept?.content.tasks);
    return this.before.tasks.filter((task) => !kept.has(task));
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Forgets everything of this Jira; fixes a corrupt store. False where the store could not be erased, or is a newer version's. */
  erase(): Promise<boolean> {
    return this.inTurn(async () => {
      this.memory = NOTHING_KEPT;
      this.before = NOTHING_KEPT;
      this.kept = undefined;
      this.spoilt = 0;
      // A browser that stores nothing has nothing to erase; a store that was lost still has it.
      if (!this.database) return this.reason === 'unavailable';
      try {
        await eraseStore(this.database, this.options.base);
        this.trouble = undefined;
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
