/** One look at GIJ's list of repositories, reduced to when each of them was last indexed. */
export interface WatchObservation {
  /** When the answer came, by the browser's clock. Milliseconds since the epoch. */
  readonly at: number;
  /** `lastIndexedDate` of the enabled repositories that have one, by Jira's clock. Milliseconds since the epoch. */
  readonly dates: readonly number[];
  /** How long the answer took, in minutes. */
  readonly requestMinutes: number;
}
