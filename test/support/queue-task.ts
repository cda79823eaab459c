import type { QueueTask } from '../../src/model/queue';

/** The clock of the tests starts here; minutes count from it. */
export const T0 = Date.UTC(2026, 2, 2);

export function minute(minutes: number): number {
  return T0 + minutes * 60_000;
}

/** A scheduled task of a repository by minutes: put in, begun, done. Without an end it runs, without a start it waits. */
export function task(
  repository: string,
  queued: number,
  started?: number,
  finished?: number,
  more: Partial<QueueTask> = {},
): QueueTask {
  return {
    id: `${repository}@${queued}/${more.trigger ?? ''}${more.operation ?? ''}`,
    integration: 'GitHub',
    repository,
    operation: 'reindex',
    trigger: 'scheduled',
    status: finished !== undefined ? 'indexed' : started !== undefined ? 'indexing' : 'queued',
    queuedAt: minute(queued),
    startedAt: started === undefined ? undefined : minute(started),
    finishedAt: finished === undefined ? undefined : minute(finished),
    ...more,
  };
}

/** A round of `count` repositories one after the other on one slot, that takes `minutes` in all. */
export function round(tick: number, minutes: number, count = 10): QueueTask[] {
  const each = minutes / count;
  return Array.from({ length: count }, (_, place) =>
    task(`r${place}`, tick, tick + place * each, tick + (place + 1) * each),
  );
}
