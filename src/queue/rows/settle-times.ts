import type { Moment } from './time';

/** The times of a task as they are used: milliseconds since the epoch, durations in minutes. */
export interface Times {
  readonly queuedAt: number | undefined;
  readonly startedAt: number | undefined;
  readonly finishedAt: number | undefined;
  readonly queuedMinutes: number | undefined;
  readonly processingMinutes: number | undefined;
  readonly blurMinutes: number;
}

/**
 * Exact times decide the durations; blurred times ("5 minutes ago") are set from the finest of them and from the
 * stated durations, which are exact to the second. A finish before its start (clocks of two nodes) takes no time.
 * A task that `isDone` without a finish time finished when its processing time was over.
 */
export function settleTimes(
  inserted: Moment | undefined,
  started: Moment | undefined,
  finished: Moment | undefined,
  statedQueued: number | undefined,
  statedProcessing: number | undefined,
  isDone: boolean,
): Times {
  const blurMinutes = Math.max(inserted?.blur ?? 0, started?.blur ?? 0, finished?.blur ?? 0);
  if (blurMinutes > 0) return settleBlurred(inserted, started, finished, statedQueued, statedProcessing, isDone);
  let startedAt = started?.at;
  let queuedAt = inserted?.at;
  let finishedAt = finished?.at;
  if (startedAt === undefined && finishedAt !== undefined && statedProcessing !== undefined)
    startedAt = finishedAt - statedProcessing * 60_000;
  if (isDone && finishedAt === undefined && startedAt !== undefined && statedProcessing !== undefined)
    finishedAt = Math.round(startedAt + statedProcessing * 60_000);
  if (queuedAt === undefined && startedAt !== undefined && statedQueued !== undefined)
    queuedAt = startedAt - statedQueued * 60_000;
  return {
    queuedAt,
    startedAt,
    finishedAt,
    queuedMinutes: queuedAt === undefined || startedAt === undefined ? statedQueued : undefined,
    processingMinutes:
      startedAt === undefined || finishedAt === undefined
        ? statedProcessing
        : Math.max(0, finishedAt - startedAt) / 60_000,
    blurMinutes: 0,
  };
}

function settleBlurred(
  inserted: Moment | undefined,
  started: Moment | undefined,
  finished: Moment | undefined,
  queued: number | undefined,
  processing: number | undefined,
  isDone: boolean,
): Times {
  /** Candidates for the moment the task started, each from one of the times shown. */
  const starts: Moment[] = [];
  if (started) starts.push(started);
  if (finished && processing !== undefined) starts.push({ at: finished.at - processing * 60_000, blur: finished.blur });
  if (inserted && queued !== undefined) starts.push({ at: inserted.at + queued * 60_000, blur: inserted.blur });
  const start = starts.reduce<Moment | undefined>(
    (best, next) => (!best || next.blur < best.blur ? next : best),
    undefined,
  );
  return {
    queuedAt: start && queued !== undefined ? start.at - queued * 60_000 : inserted?.at,
    startedAt: start?.at,
    finishedAt:
      (finished || isDone) && start && processing !== undefined ? start.at + processing * 60_000 : finished?.at,
    queuedMinutes: queued,
    processingMinutes: processing,
    blurMinutes: start?.blur ?? finished?.blur ?? inserted?.blur ?? 0,
  };
}
