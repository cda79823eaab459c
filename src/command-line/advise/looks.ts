import { addGiven, gather, inSlices, keepLooking, lookAtDates, watchedInSteps, type EvidenceContent } from '../../core';
import type { SourceFailure } from '../../model/gathered';
import type { FailureKind } from '../../model/reading';
import type { Looked } from '../../model/reindex';
import { countedMessage, message } from '../../model/message';
import { Fault } from '../fault';
import { showProgress, tell, type Io } from '../io';
import type { Connection } from '../jira/connect';
import { failureFault } from '../jira/failure';
import type { KeptFile } from './kept-file';

/** A login that fails does so at the next look, too. */
const ENDS: ReadonlySet<FailureKind> = new Set(['unauthorised', 'forbidden', 'websudo']);
/** At the first look the address may be wrong; later on these are a proxy's, or a Jira that is being updated. */
const ENDS_AT_FIRST: ReadonlySet<FailureKind> = new Set([...ENDS, 'missing', 'malformed']);

interface Looks {
  readonly connection: Connection;
  readonly file: KeptFile;
  /** What is known before the first look. */
  readonly content: EvidenceContent;
  /** When the last look may be, milliseconds since the epoch. */
  readonly until: number;
}

/** What a watch ended with. */
export interface Watched {
  readonly content: EvidenceContent;
  /** Why it ended without a look of use, or before its time. */
  readonly failed: Fault | undefined;
  /** False where the last looks could not be put into the file. */
  readonly isKept: boolean;
}

class Watch {
  private content: EvidenceContent;
  /** Looks of this run that showed all repositories. */
  private seen = 0;
  private rounds: number | undefined;
  private failed: Fault | undefined;
  private isKept = true;
  private readonly over = new AbortController();
  private readonly signal: AbortSignal;

  constructor(
    private readonly looks: Looks,
    private readonly io: Io,
  ) {
    this.content = looks.content;
    this.signal = AbortSignal.any([io.signal, this.over.signal]);
  }

  async run(): Promise<Watched> {
    const { io, signal, looks } = this;
    const look = () => lookAtDates(looks.connection.client, signal, io.now);
    await keepLooking({ look, next: (looked, delay) => this.next(looked, delay) }, signal);
    await showProgress(io);
    if (!this.isKept) await this.keep();
    return { content: this.content, failed: this.failed, isKept: this.isKept };
  }

  private async next(looked: Looked, delay: number): Promise<void> {
    const { io, signal } = this;
    const at = io.now() + delay;
    const isLast = at > this.looks.until;
    await this.take(looked, isLast);
    if (isLast) this.over.abort();
    if (signal.aborted) return;
    if (looked.kind === 'failed') await tell(io, message('command.watch.again', { date: at }));
    await this.tellNext(at);
    await io.sleep(delay, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }

  private async take(looked: Looked, isLast: boolean): Promise<void> {
    if (looked.kind === 'failed') return this.takeFailure(looked.failure, isLast);
    if (looked.kind === 'cut') return tell(this.io, message('command.watch.cut'));
    this.seen += 1;
    const { observation } = looked;
    this.content = await inSlices(addGiven(this.content, { observations: [observation] }, this.io.now()));
    await this.keep();
  }

  /** What may be over at the next look is told and waited out. */
  private async takeFailure(failure: SourceFailure, isLast: boolean): Promise<void> {
    const { looks, io, seen, over } = this;
    const { connection } = looks;
    const isEnd = (seen === 0 ? ENDS_AT_FIRST : ENDS).has(failure.kind);
    const isFutile = isEnd || (isLast && seen === 0);
    const fault = failureFault(failure, connection, isFutile && (await this.isJira()), io);
    if (isFutile) this.failed = fault;
    else await tell(io, fault.said);
    if (isEnd) over.abort();
  }

  /** Something else of it can be read. */
  private async isJira(): Promise<boolean> {
    const { looks, signal } = this;
    const reading = gather(looks.connection.client, { signal, sources: ['server-info'] });
    return (await reading.catch(() => undefined))?.['server-info'].state === 'read';
  }

  /** What cannot be kept now may be at the next look: there may be room again. */
  private async keep(): Promise<void> {
    try {
      await this.looks.file.keep(this.content);
      this.isKept = true;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.isKept = false;
      for (const line of [error.said, ...error.lines]) await tell(this.io, line);
    }
  }

  /** On a terminal in one line that changes; elsewhere only where there is a new round, as a log has no room for each look. */
  private async tellNext(at: number): Promise<void> {
    const { content, io, rounds: before } = this;
    const { rounds } = await inSlices(watchedInSteps(content.observations));
    const counts = [
      countedMessage('reindex.evidence.looks', content.observations.length),
      countedMessage('reindex.evidence.estimates', rounds.length),
    ];
    const said = message('command.watch.progress', { list: counts }, { date: at });
    this.rounds = rounds.length;
    if (io.stderr.isTerminal) await showProgress(io, said);
    else if (before !== undefined && rounds.length > before) await tell(io, said);
  }
}

/** Looks when the repositories were indexed, and keeps each look, until the time is over or somebody stops it. */
export function lookUntil(looks: Looks, io: Io): Promise<Watched> {
  return new Watch(looks, io).run();
}
