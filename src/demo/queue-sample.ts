import type { Clock, RepositoryRow } from './rows';

const MINUTE = 60_000;
const INTERVAL = 30;
const PASSES = 30;
const THREADS = 2;

const HEADER = 'task id,parent id,integration,repository,repository id,operation,trigger,status,node,insertion time,start time,finish time';

/** The same number for the same place, from 0 to 1. */
function noise(seed: number): number {
  const value = Math.sin(seed * 12.9898) * 43_758.5453;
  return value - Math.floor(value);
}

/**
 * An export of the indexing queue as CSV: 30 passes of the scheduled reindex, one every 30 minutes, two threads. A
 * few repositories take minutes, most take seconds.
 */
export function queueSample({ now }: Clock, repositories: readonly RepositoryRow[]): string {
  const rows = [HEADER];
  for (let pass = 0; pass < PASSES; pass += 1) {
    const queued = now - (PASSES - pass) * INTERVAL * MINUTE;
    const free = Array.from({ length: THREADS }, () => queued + 1_000);
    repositories.forEach(({ id, group, displayName, trackedFolderId }, place) => {
      const thread = free.indexOf(Math.min(...free));
      const start = free[thread] ?? queued;
      const seconds = place % 40 === 3 ? 150 + 90 * noise(pass * 7 + place) : 2 + 6 * noise(pass * 13 + place);
      const finish = Math.round(start + seconds * 1_000);
      free[thread] = finish;
      const times = [queued, start, finish].map((time) => new Date(time).toISOString());
      const task = `task-${pass}-${id}`;
      rows.push([task, `pass-${pass}`, typeof trackedFolderId === 'number' ? `Integration ${trackedFolderId}` : '', `${String(group)}/${String(displayName)}`, id, 1, 'Scheduled', 'INDEXED', `node${thread + 1}`, ...times].join(','));
    });
  }
  return rows.join('\n');
}
