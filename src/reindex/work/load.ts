import { SCHEDULED, type QueueFacts } from '../facts/facts';
import type { Runs } from '../facts/runs';
import { MINUTE } from '../policy';
import { lastAtMost, waitedAtTick, type Ticks } from '../rounds/ticks';

/** More than this share of the slots cannot have been load: the evidence contradicts itself. */
const MOST_LOAD = 0.5;

/**
 * The tasks of webhooks and people that stood in for no scheduled one, from any moment of the time that the looks cover,
 * again and again. Minutes.
 */
export class Load {
  private readonly at: Float64Array;
  private readonly lasts: Float64Array;
  private place = 0;
  /** From the begin of a play to the begin of the list. */
  private offset = 0;

  /** @param span minutes before the newest look */
  constructor(
    {
      facts,
      runs,
      ticks,
      slots,
    }: { readonly facts: QueueFacts; readonly runs: Runs; readonly ticks: Ticks; readonly slots: number },
    private readonly span: number,
  ) {
    const from = facts.latest - span * MINUTE;
    const isLoad = (index: number) =>
      facts.kind[index] !== SCHEDULED &&
      runs.isStuck[index] === 0 &&
      (facts.finished[index] ?? NaN) > from &&
      (facts.processing[index] ?? 0) > 0 &&
      !waitedAtTick(facts, ticks, index);
    const tasks = facts.work.filter(isLoad).sort((a, b) => (facts.finished[a] ?? 0) - (facts.finished[b] ?? 0));
    const sum = tasks.reduce((minutes, index) => minutes + (facts.processing[index] ?? 0), 0);
    const factor = Math.min(1, (MOST_LOAD * slots * span) / sum);
    this.at = Float64Array.from(tasks, (index) => ((facts.finished[index] ?? 0) - from) / MINUTE);
    this.lasts = Float64Array.from(tasks, (index) => (facts.processing[index] ?? 0) * factor);
  }

  /** @param since minutes from the begin of the covered time */
  startAt(since: number): void {
    this.place = lastAtMost(this.at, since);
    this.offset = -since;
    this.take();
  }

  /** Minutes from the begin of the play until the next one comes; Infinity where none does. */
  get next(): number {
    return (this.at[this.place] ?? Infinity) + this.offset;
  }

  /** How long the next one takes. */
  get minutes(): number {
    return this.lasts[this.place] ?? 0;
  }

  take(): void {
    this.place += 1;
    if (this.place < this.at.length) return;
    this.place = 0;
    this.offset += this.span;
  }
}
