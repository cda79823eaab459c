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

/** What a row shows of its times: moments, and minutes that it waited and ran. */
export interface Shown {
  readonly inserted: Moment | undefined;
  readonly started: Moment | undefined;
  readonly finished: Moment | undefined;
  readonly queued: number | undefined;
  readonly processing: number | undefined;
  /** A task that is done finished when its processing time was over, if no finish is shown. */
  readonly isDone: boolean;
}

/**
 * Exact times decide the durations; blurred times ("5 minutes ago") are set from the finest of them and from the
 * stated durations, which are exact to the second. A finish before its start (clocks of two nodes) takes no time.
 */
export function settleTimes(shown: Shown): Times {
  const { inserted, started, finished, queued, processing, isDone } = shown;
  if (Math.max(inserted?.blur ?? 0, started?.blur ?? 0, finished?.blur ?? 0) > 0) return settleBlurred(shown);
  let startedAt = started?.at;
  let queuedAt = inserted?.at;
  let finishedAt = finished?.at;
  if (startedAt === undefined && finishedAt !== undefined && processing !== undefined)
    startedAt = finishedAt - processing * 60_000;
  if (isDone && finishedAt === undefined && startedAt !== undefined && processing !== undefined)
    finishedAt = Math.round(startedAt + processing * 60_000);
  if (queuedAt === undefined && startedAt !== undefined && queued !== undefined) queuedAt = startedAt - queued * 60_000;
  return {
    queuedAt,
    startedAt,
    finishedAt,
    queuedMinutes: queuedAt === undefined || startedAt === undefined ? queued : undefined,
    processingMinutes:
      startedAt === undefined || finishedAt === undefined ? processing : Math.max(0, finishedAt - startedAt) / 60_000,
    blurMinutes: 0,
  };
}

function settleBlurred({ inserted, started, finished, queued, processing, isDone }: Shown): Times {
  /** Candidates for the moment the task started, each from one of the times shown. */
  const starts = [
    started,
    finished && processing !== undefined ? { at: finished.at - processing * 60_000, blur: finished.blur } : undefined,
    inserted && queued !== undefined ? { at: inserted.at + queued * 60_000, blur: inserted.blur } : undefined,
  ].filter((start) => start !== undefined);
  const [first] = starts;
  const start = first && starts.reduce((best, next) => (next.blur < best.blur ? next : best), first);
  const isOver = finished !== undefined || isDone;
  return {
    queuedAt: start && queued !== undefined ? start.at - queued * 60_000 : inserted?.at,
    startedAt: start?.at,
    finishedAt: isOver && start && processing !== undefined ? start.at + processing * 60_000 : finished?.at,
    queuedMinutes: queued,
    processingMinutes: processing,
    blurMinutes: (start ?? finished ?? inserted)?.blur ?? 0,
  };
}
