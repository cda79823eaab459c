import type { Instance } from './instance';
import type { IntegrationRow, RepositoryRow } from './rows';

const RECENT = 60 * 60_000;

const indexedFirst = (row: IntegrationRow | RepositoryRow) => Number(row['lastIndexedDate']);

/**
 * Repositories that the scheduled reindex goes through: enabled, and indexed in the hour before the start; not those of
 * an integration that is in initial indexing then.
 */
export function indexed({ integrations, repositories }: Instance, started: number): RepositoryRow[] {
  const left = new Set(
    integrations.filter((row) => row['disabled'] === true || indexedFirst(row) > started).map(({ id }) => id),
  );
  return repositories.filter(
    (row) =>
      row['disabled'] !== true && !left.has(Number(row['trackedFolderId'])) && indexedFirst(row) > started - RECENT,
  );
}

/** What is indexed for the first time later has no date until then. */
export function sinceIndexed<Row extends IntegrationRow | RepositoryRow>(row: Row, now: number): Row {
  return indexedFirst(row) > now ? { ...row, lastIndexedDate: undefined } : row;
}

/** The rows as they are now: those that are indexed again and again carry the date of the last time. */
export function upToDate(
  rows: readonly RepositoryRow[],
  dates: ReadonlyMap<number, number>,
  now: number,
): RepositoryRow[] {
  return rows.map((row) => sinceIndexed({ ...row, lastIndexedDate: dates.get(row.id) ?? row['lastIndexedDate'] }, now));
}
