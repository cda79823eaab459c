import type { Instance } from './instance';
import type { Clock, RepositoryRow } from './rows';

const MINUTE = 60_000;

/** Minutes between two ticks of the scheduled reindex of the virtual Jira. */
export const REINDEX_INTERVAL = 30;

/** Rounds in the sample of the indexing queue. */
const ROUNDS = 30;

/** A task of the virtual queue. */
export interface Task {
  readonly id: string;
  /** The same for all tasks of a round. */
  readonly round: string;
  readonly repository: RepositoryRow;
  readonly thread: number;
  /** Milliseconds since the epoch. */
  readonly queued: number;
  readonly start: number;
  readonly finish: number;
}

/** The same number for the same place, from 0 to 1. */
function noise(seed: number): number {
  const value = Math.sin(seed * 12.9898) * 43_758.5453;
  return value - Math.floor(value);
}

function tickNumber(time: number): number {
  return Math.floor(time / (REINDEX_INTERVAL * MINUTE));
}

/** Indexing threads of the one node of the virtual Jira. */
export function threadsFor(repositories: readonly RepositoryRow[]): number {
  return Math.max(2, Math.ceil(repositories.length / 150));
}

/** The tasks of the last round that is done. */
export function lastRound({ now }: Clock, repositories: readonly RepositoryRow[]): Task[] {
  return tasksOf(tickNumber(now) - 1, repositories);
}

/** How the queue names a repository: its integration, blank where it has none, and its own name. */
export function namesIn(integrations: Instance['integrations']) {
  const names = new Map(integrations.map(({ id, displayName }) => [id, String(displayName)]));
  return ({ group, displayName, trackedFolderId }: RepositoryRow): readonly [string, string] => [
    names.get(Number(trackedFolderId)) ?? '',
    `${String(group)}/${String(displayName)}`,
  ];
}

/** As GIJ writes them. */
function idOf(tick: number, number: number): string {
  return `${String(tick % 100_000_000).padStart(8, '0')}-7d0e-4a55-9d8a-${String(number).padStart(12, '0')}`;
}

/**
 * One round of the scheduled reindex, with as many threads as it takes to be done before the next tick. A few
 * repositories take minutes, most take seconds.
 */
function tasksOf(tick: number, repositories: readonly RepositoryRow[]): Task[] {
  const queued = tick * REINDEX_INTERVAL * MINUTE;
  const round = tick % 1000;
  const free = Array.from({ length: threadsFor(repositories) }, () => queued + 1_000);
  return repositories.map((repository, place) => {
    const thread = free.indexOf(Math.min(...free));
    const start = free[thread] ?? queued;
    const seconds = place % 40 === 3 ? 150 + 90 * noise(round * 7 + place) : 2 + 6 * noise(round * 13 + place);
    const finish = Math.round(start + seconds * 1_000);
    free[thread] = finish;
    return { id: idOf(tick, repository.id), round: idOf(tick, 0), repository, thread, queued, start, finish };
  });
}

const HEADER =
  'task id,parent id,integration,repository,repository id,operation,trigger,status,node,insertion time,start time,finish time';

/** What the queue holds: the repositories that are indexed, of these integrations. */
export type Queued = Readonly<Instance>;

/** An export of the indexing queue as CSV: the last rounds that are done. */
export function queueSample({ now }: Clock, { integrations, repositories }: Queued): string {
  const namesOf = namesIn(integrations);
  const newest = tickNumber(now) - 1;
  const rows = Array.from({ length: ROUNDS }, (_, place) => newest - ROUNDS + 1 + place).flatMap((tick) =>
    tasksOf(tick, repositories).map(({ id, round, repository, thread, ...times }) => {
      const moments = [times.queued, times.start, times.finish].map((time) => new Date(time).toISOString());
      return [
        id,
        round,
        ...namesOf(repository).map((name) => `"${name}"`),
        repository.id,
        1,
        'Scheduled',
        'INDEXED',
        `node${thread + 1}`,
        ...moments,
      ].join(',');
    }),
  );
  return [HEADER, ...rows].join('\n');
}

/** When each repository was last indexed, by id: in the round that runs, or in the one before. */
export function indexedDates({ now }: Clock, repositories: readonly RepositoryRow[]): Map<number, number> {
  const tick = tickNumber(now);
  const done = [...tasksOf(tick - 1, repositories), ...tasksOf(tick, repositories)].filter(
    ({ finish }) => finish <= now,
  );
  return new Map(done.map(({ repository, finish }) => [repository.id, finish]));
}
