import type { SourceFailure } from './gathered';
import type { KnownReading, Reading } from './reading';

/** How the reindex interval compares with a round; `off` where there is no schedule, `current-unknown` where nobody said what is set. */
export type IntervalVerdict = 'too-short' | 'tight' | 'good' | 'longer-than-needed' | 'off' | 'current-unknown';

/** How it compares where only a lower bound of the round is known. */
export type LowerBoundVerdict = 'too-short' | 'not-proven' | 'off' | 'current-unknown';

/** What the reindex advisor says, as far as a check needs it. Minutes. */
export type ReindexStatus =
  | {
      readonly kind: 'advised';
      readonly verdict: IntervalVerdict;
      /** False at low confidence: what fits so far may not fit tomorrow. */
      readonly isSure: boolean;
      /** What to set. */
      readonly suggested: number;
      readonly round: Reading<number>;
      /** What is set; of a cron expression its smallest gap. */
      readonly current: Reading<number>;
    }
  | {
      readonly kind: 'at-least';
      readonly verdict: LowerBoundVerdict;
      /** What to set at least. */
      readonly suggested: number;
      /** True where only dates of last indexing say so, which webhooks may spread. */
      readonly isProbable: boolean;
      /** What a round takes at least, exactly; it may take much longer. */
      readonly atLeast: number;
      /** The same, to a tenth. */
      readonly bound: KnownReading<number>;
      readonly current: Reading<number>;
    }
  | {
      readonly kind: 'not-enough-history';
      /** What is set, where that switches the schedule off: it has no rounds then, so this needs no history. */
      readonly off?: Reading<number>;
    };

export const NO_REINDEX_HISTORY: ReindexStatus = { kind: 'not-enough-history' };

/** One reading of "Last run duration", typed or pasted; `estimated` where it was derived from a watch instead. */
export interface RunDuration {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly minutes: number;
  readonly estimated?: true | undefined;
}

/** One look at GIJ's list of repositories, reduced to when each of them was last indexed. */
export interface WatchObservation {
  /** When the answer came, by the browser's clock. Milliseconds since the epoch. */
  readonly at: number;
  /** `lastIndexedDate` of the enabled repositories that have one, by Jira's clock. Milliseconds since the epoch. */
  readonly dates: readonly number[];
  /** How long the answer took, in minutes. */
  readonly requestMinutes: number;
}

/** What came of one look; `cut`: the list may lack repositories, so that it tells too little. */
export type Looked =
  | { readonly kind: 'seen' | 'cut'; readonly observation: WatchObservation }
  | { readonly kind: 'failed'; readonly failure: SourceFailure };
