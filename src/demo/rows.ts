/** A row of `GET /integration`, as the vendor's pages show it. */
export type IntegrationRow = Record<string, unknown> & { id: number };

/** A row of `GET /repository`. */
export type RepositoryRow = Record<string, unknown> & { id: number };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export function minutesAgo({ now }: Clock, minutes: number): number {
  return now - minutes * MINUTE;
}

export function daysAgo({ now }: Clock, days: number): number {
  return now - days * DAY;
}

/** An integration on which everything is set as recommended; `changes` says what is different. */
export function integrationRow(clock: Clock, id: number, changes: Record<string, unknown>): IntegrationRow {
  return {
    id,
    disabled: false,
    sendCommitEmails: false,
    maxMinsToCommitEmail: 1440,
    global: false,
    initDate: daysAgo(clock, 400 - id),
    lastIndexedDate: minutesAgo(clock, 4 + (id % 7)),
    revisionIndexing: true,
    gitViewerEnabled: true,
    disableSslVerification: false,
    smartCommitsEnabled: false,
    prHideFilter: '',
    requireUserPat: true,
    projectMappingIds: [10000, 10100],
    showAllTags: false,
    sourcesDiffViewEnabled: true,
    refSpecNotes: true,
    refSpecChanges: false,
    apiPath: '',
    apiFilter: '',
    trustFolderStat: false,
    ...changes,
  };
}

const AREAS = ['billing', 'search', 'mobile', 'login', 'reports', 'gateway', 'catalog', 'mail', 'audit', 'deploy'];

/** Repositories of one integration, with ids from `first` on. */
export function repositoryRows(
  clock: Clock,
  integration: IntegrationRow,
  count: number,
  first: number,
  changes: (index: number) => Record<string, unknown> = () => ({}),
): RepositoryRow[] {
  const { id: trackedFolderId, integrationType, requireUserPat, gitViewerEnabled, initDate, global } = integration;
  return Array.from({ length: count }, (_, index) => {
    const name = `${AREAS[index % AREAS.length]}-${index + 1}`;
    return {
      id: first + index,
      group: 'acme',
      displayName: name,
      origin: `https://git.example.com/acme/${name}.git`,
      mainBranch: 'main',
      disabled: false,
      initDate,
      lastIndexedDate: minutesAgo(clock, 3 + (index % 9)),
      requireUserPat,
      gitViewerEnabled,
      trackedFolderId,
      integrationType,
      trustFolderStat: false,
      revisionIndexing: true,
      disableSslVerification: false,
      global,
      projectMappingIds: [10000, 10100],
      // Fields that the panel has no use for make the row as heavy as a real one.
      changesetFormat: 'https://git.example.com/acme/${repo}/commit/${rev}',
      fileAddedFormat: 'https://git.example.com/acme/${repo}/blob/${rev}/${path}',
      fileModifiedFormat: 'https://git.example.com/acme/${repo}/compare/${parent}...${rev}#${path}',
      fileDeletedFormat: 'https://git.example.com/acme/${repo}/blob/${parent}/${path}',
      mergeRequestFormat: 'https://git.example.com/acme/${repo}/pull/${mergereqId}',
      branchLinkFormat: 'https://git.example.com/acme/${repo}/tree/${branch}',
      root: `/var/atlassian/shared/data/git-plugin/${first + index}_${name}`,
      ...changes(index),
    };
  });
}
