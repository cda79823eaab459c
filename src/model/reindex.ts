import type { Reading } from './reading';

/** How the reindex interval compares with a pass; `current-unknown` where nobody said what is set. */
export type IntervalVerdict = 'too-short' | 'tight' | 'good' | 'longer-than-needed' | 'current-unknown';

/** What the reindex advisor says, as far as a check needs it. Minutes. */
export type ReindexStatus =
  | {
      readonly kind: 'advised';
      readonly verdict: IntervalVerdict;
      /** What to set. */
      readonly suggested: number;
      readonly pass: Reading<number>;
      /** What is set; of a cron expression its smallest gap. */
      readonly current: Reading<number>;
    }
  | { readonly kind: 'not-enough-history' };

export const NO_REINDEX_HISTORY: ReindexStatus = { kind: 'not-enough-history' };
