import type { Reading, Stamp } from './reading';

/** The key of the row in which plain git repositories, which belong to no integration, stand together. */
export const SINGLE_REPOSITORIES = 'single-repositories';

/**
 * An integration, with the fields the checks are about and no others. Field names are those of GIJ's REST
 * API (page "Retrieve Integration List API"). Dates are milliseconds since the epoch by Jira's clock.
 */
export interface Integration {
  /** `integration:<id>`: integrations and repositories may share id numbers. */
  readonly key: string;
  readonly id: string;
  readonly displayName: Reading<string>;
  /** Without any `user:token@`. */
  readonly origin: Reading<string>;
  readonly integrationType: Reading<string>;
  readonly disabled: Reading<boolean>;
  readonly requireUserPat: Reading<boolean>;
  readonly gitViewerEnabled: Reading<boolean>;
  readonly disableSslVerification: Reading<boolean>;
  readonly trustFolderStat: Reading<boolean>;
  readonly global: Reading<boolean>;
  /** How many projects `projectMappingIds` names. */
  readonly projectMappingIds: Reading<number>;
  /** Commits are indexed and linked to issues. */
  readonly revisionIndexing: Reading<boolean>;
  readonly smartCommitsEnabled: Reading<boolean>;
  readonly sendCommitEmails: Reading<boolean>;
  readonly showAllTags: Reading<boolean>;
  readonly tagsFilter: Reading<string>;
  readonly initDate: Reading<number>;
  /** Absent: never indexed. */
  readonly lastIndexedDate: Reading<number>;
}

export function integrationKey(id: string): string {
  return `integration:${id}`;
}

/** How many repositories have a setting on; those that could not be read are counted apart. */
export interface Tally {
  readonly yes: number;
  readonly unknown: number;
  /** Names of a few that have it on. */
  readonly examples: readonly string[];
}

/** What is counted of repositories. Where it says enabled, disabled ones are left out. */
export interface RepositoryTallies {
  readonly trustFolderStat: Tally;
  /** Enabled ones with `requireUserPat` false. */
  readonly userPatOff: Tally;
  /** Enabled ones with `disableSslVerification`, on an origin that is reached over https. */
  readonly sslVerificationOff: Tally;
  /** Enabled ones that are fetched over plain http from another machine. */
  readonly clearText: Tally;
  /** Enabled ones that are global. */
  readonly everywhere: Tally;
  /** Not global and without a project. */
  readonly invisible: Tally;
  /** Enabled ones with `state` ERROR. */
  readonly inError: Tally;
  /** Those of them whose state is a number, taken for ERROR by its place. */
  readonly inErrorByNumber: Tally;
  /** Enabled ones without `lastIndexedDate`, but for those with revision indexing off: there it is not expected. */
  readonly neverIndexed: Tally;
  /** Enabled ones with revision indexing off. */
  readonly unlinked: Tally;
}

export type TallyName = keyof RepositoryTallies;

/** One of each. */
export function forEachTally<T>(make: () => T): Record<TallyName, T> {
  return {
    trustFolderStat: make(),
    userPatOff: make(),
    sslVerificationOff: make(),
    clearText: make(),
    everywhere: make(),
    invisible: make(),
    inError: make(),
    inErrorByNumber: make(),
    neverIndexed: make(),
    unlinked: make(),
  };
}

/** The repositories of one integration, or the single repositories, reduced to what the checks ask. */
export interface RepositorySummary extends RepositoryTallies {
  readonly total: number;
  readonly disabled: number;
  /** What a few of them belong to on their host, such as an organisation: the most frequent first. */
  readonly groups: readonly string[];
  /** True where the list may have been cut: all counts are "at least". */
  readonly atLeast: boolean;
  /** Rows that could not be used and may belong here: all counts are "at least" for them too. */
  readonly unusable: number;
  /** Fields that no row of the whole answer has: this version of GIJ does not report them of repositories. */
  readonly notReported: readonly string[];
  /** The most recent `lastIndexedDate` of the enabled ones, milliseconds since the epoch: GIJ indexed at that time. */
  readonly newestIndexed?: number | undefined;
  /** The least recent one of those with revision indexing on. */
  readonly oldestIndexed?: number | undefined;
  /** The least recent of the other enabled ones: revision indexing is off, or nobody knows. */
  readonly oldestUnlinked?: number | undefined;
  readonly stamp: Stamp;
}

/** Asking for one integration failed, or was given up because others had failed. */
export type DetailsProblem = 'details-failed' | 'details-not-asked';

/** A row of an answer that could not be used; the others were. */
export interface RowProblem {
  readonly kind: 'integration' | 'repository';
  /** Its id, or its place in the answer (`#12`) where it has none. */
  readonly id: string;
  readonly problem: 'not-an-object' | 'no-id' | 'duplicate-id' | 'no-parent' | DetailsProblem;
}

export interface IntegrationList {
  readonly integrations: readonly Integration[];
  /** True where the list may have been cut. */
  readonly atLeast: boolean;
  /** Rows that could not be used: each may have been an integration. */
  readonly unusable: number;
  /** Fields that no row of the whole answer has: this version of GIJ does not report them. */
  readonly notReported: readonly string[];
  readonly problems: readonly RowProblem[];
  readonly stamp: Stamp;
}

export interface RepositoryList {
  readonly total: number;
  /** True where the list may have been cut. */
  readonly atLeast: boolean;
  /** Rows that could not be used, of whichever integration. */
  readonly unusable: number;
  /** Those of them that may belong to any integration, or to none. */
  readonly unplaced: number;
  /** See {@link RepositorySummary}. */
  readonly notReported: readonly string[];
  /** By the id of the integration. */
  readonly byIntegration: Readonly<Record<string, RepositorySummary>>;
  /** Plain git repositories. */
  readonly single: RepositorySummary;
  /**
   * When each enabled repository was last indexed, milliseconds since the epoch by Jira's clock, in no order. Those never
   * indexed, and those without a readable date, are left out.
   */
  readonly indexedDates: readonly number[];
  readonly problems: readonly RowProblem[];
  readonly stamp: Stamp;
}
