import type { Message } from '../../model/message';
import type { CurrentSchedule } from '../../model/schedule';
import type { ReindexPolicy } from '../../reindex/policy';

/** One thing that an advice was made from, such as a file. */
export interface GivenSource {
  /** Holds no credential. */
  readonly name: string;
  /** What it brought. */
  readonly brought: readonly Message[];
  /** Lines and entries of it that could not be used. */
  readonly problems: number;
}

/** What an advice was made from, for whoever reads it later and elsewhere. */
export interface AdviceGiven {
  readonly sources: readonly GivenSource[];
  /** How the reindex job is scheduled, where that is known. */
  readonly schedule?: CurrentSchedule | undefined;
  readonly nodes?: number | undefined;
  readonly threads?: number | undefined;
  readonly policy: ReindexPolicy;
  /** Repositories whose dates of last indexing were read, beside what the sources hold. */
  readonly dated: number;
  /** When it was made, milliseconds since the epoch. */
  readonly advisedAt: number;
  /** Of this app. */
  readonly appVersion: string;
}
