import { SCHEDULED, type QueueFacts } from '../facts/facts';
import type { Runs } from '../facts/runs';
import { MINUTE, type Numbers } from '../policy';
import { lastAtMost, waitedAtTick, type Ticks } from '../rounds/ticks';

/**
 * The tasks of webhooks and people that stood in for no scheduled one, from any moment of the time that the looks cover,
 * again and again. Where rounds overlap a repository always waits, and every request merges into its task; with room
 * between the rounds most would come when it is done already. Minutes.
 */
export class Load {
  private readonly at: Float64Array;
  private readonly lasts: Float64Array;
  private place = 0;
  /** From the begin of a play to the begin of the list. */
  private offset = 0;

  /** How long the list is. */
  private readonly span: number;
  private readonly from: number;

  constructor(
    {
      facts,
      runs,
      ticks,
      slots,
      overlap,
    }: {
      readonly facts: QueueFacts;
      readonly runs: Runs;
      readonly ticks: Ticks;
      readonly slots: number;
      readonly overlap: boolean;
    },
    { playedMinutes, retentionMinutes, mostLoad }: Numbers,
  ) {
    const looked = (facts.latest - (facts.captures[0] ?? facts.latest)) / MINUTE;
    this.span = Math.min(playedMinutes, looked + retentionMinutes);
    this.from = facts.latest - this.span * MINUTE;
    const isLoad = (index: number) =>
      facts.kind[index] !== SCHEDULED &&
      runs.isStuck[index] === 0 &&
      (facts.finished[index] ?? NaN) > this.from &&
      (facts.processing[index] ?? 0) > 0 &&
      (overlap || !waitedAtTick(facts, ticks, index));
    const tasks = facts.work.filter(isLoad).sort((a, b) => (facts.finished[a] ?? 0) - (facts.finished[b] ?? 0));
    const sum = tasks.reduce((minutes, index) => minutes + (facts.processing[index] ?? 0), 0);
    const factor = Math.min(1, (mostLoad * slots * this.span) / sum);
    this.at = Float64Array.from(tasks, (index) => ((facts.finished[index] ?? 0) - this.from) / MINUTE);
    this.lasts = Float64Array.from(tasks, (index) => (facts.processing[index] ?? 0) * factor);
  }

  /** @param moment when the play begins; before the covered time, at a like moment of it */
  startAt(moment: number): void {
    const since = ((((moment - this.from) / MINUTE) % this.span) + this.span) % this.span;
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
