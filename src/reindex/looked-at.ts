import type { QueueTask } from '../model/queue';

type Draft = { -readonly [Key in keyof QueueTask]: QueueTask[Key] };

const MINUTE = 60_000;
/** The clocks of a server and of a browser differ by less than this. Milliseconds. */
const SKEW = 15 * MINUTE;
/** Zones differ by quarters of an hour, and by no more than from -12 to +14 hours. Milliseconds. */
const ZONE_STEP = 15 * MINUTE;
const WIDEST_ZONES = 26 * 60 * MINUTE;

/** The newest time of the tasks that do not say when they were looked at, and none further ahead than zones are apart. */
function newestOf(tasks: readonly Draft[], latest: number): number {
  let newest = 0;
  const seen = (time = 0) => {
    if (time > newest && time <= latest + WIDEST_ZONES) newest = time;
  };
  for (const { queuedAt, startedAt, finishedAt, seenAt } of tasks) {
    if (seenAt !== latest) continue;
    seen(queuedAt);
    seen(startedAt);
    seen(finishedAt);
  }
  return newest;
}

/** Times without a zone that lie hours ahead are of a zone further east. Milliseconds to take away. */
function zoneAhead(newest: number, latest: number): number {
  return newest > latest + SKEW ? Math.ceil((newest - latest) / ZONE_STEP) * ZONE_STEP : 0;
}

function earlier(time: number | undefined, by: number): number | undefined {
  return time === undefined ? undefined : time - by;
}

/**
 * A table may have been copied, mailed or kept since it was made, and its times may be of another zone: tasks whose row
 * does not say when it was looked at were seen at the newest time of all.
 *
 * Example: rows up to 11:59, pasted at 14:00 by an admin in Berlin. A task that started at 11:58 has run for a minute.
 *
 * @param latest when the queue can have been looked at at the latest, milliseconds since the epoch; rows that do not say
 *   when they were looked at have this
 * @param hasLocalTimes times do not say their zone; of those that do, one ahead is of a clock that is ahead
 */
export function lookWhenNewest(tasks: Draft[], latest: number, hasLocalTimes: boolean): void {
  const newest = newestOf(tasks, latest);
  if (newest === 0) return;
  const ahead = hasLocalTimes ? zoneAhead(newest, latest) : 0;
  for (const task of tasks) {
    if (task.seenAt !== latest) continue;
    task.seenAt = newest - ahead;
    if (ahead === 0) continue;
    task.queuedAt = earlier(task.queuedAt, ahead);
    task.startedAt = earlier(task.startedAt, ahead);
    task.finishedAt = earlier(task.finishedAt, ahead);
  }
}
