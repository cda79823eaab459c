import type { Health } from '../report/health';

/** What a check may find new: of an integration, or of all of them. In the order in which it is told. */
export const NEWS_KINDS = ['at-risk', 'found', 'fixed', 'accepted', 'came', 'gone', 'disabled', 'enabled'] as const;

export type NewsKind = (typeof NEWS_KINDS)[number];

/** One thing that is other than at the check before. */
export interface News {
  readonly kind: NewsKind;
  /** Key of the integration, or `instance`. */
  readonly subject: string;
  /** Id of the check that fails now, passes now, or was accepted. */
  readonly check?: string;
}

/** How many integrations have each health; none have one that is left out. */
export type HealthCounts = Readonly<Partial<Record<Health, number>>>;

/** What one full check came to. */
export interface Snapshot {
  /** Milliseconds since the epoch, by the browser's clock. */
  readonly at: number;
  readonly healths: HealthCounts;
  readonly news: readonly News[];
  /** How many more news there were than are kept. */
  readonly more: number;
}

/** Ids of the checks of one subject that failed, accepted ones apart. Advice is not among them. */
export interface Fails {
  readonly fails: readonly string[];
  readonly accepted: readonly string[];
}

/** How one integration stood. */
export interface Standing extends Fails {
  readonly health: Health;
}

/** How everything stood at the last full check. */
export interface LastStanding {
  /** Milliseconds since the epoch, by the browser's clock. */
  readonly at: number;
  /** By the keys of the integrations; the repositories without an integration are among them. */
  readonly subjects: Readonly<Record<string, Standing>>;
  readonly instance: Fails;
}

/** How health went over time. JSON. */
export interface Snapshots {
  /** Of the schema. */
  readonly version: 1;
  /** Absent before the first full check. */
  readonly last?: LastStanding;
  /** When the visit before this one ended, milliseconds since the epoch; absent where there was none. */
  readonly visitedAt?: number;
  /** In the order of time. */
  readonly snapshots: readonly Snapshot[];
  /** What integrations of the news and of the last check are called, by their keys; one without a name is left out. */
  readonly names: Readonly<Record<string, string>>;
}

export const NO_SNAPSHOTS: Snapshots = { version: 1, snapshots: [], names: {} };

/** The subject of findings that are about all integrations. */
export const INSTANCE = 'instance';
