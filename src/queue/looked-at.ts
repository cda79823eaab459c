import type { QueueTask } from '../model/queue';

type Draft = { -readonly [Key in keyof QueueTask]: QueueTask[Key] };

const MINUTE = 60_000;
/** The clocks of a server and of a browser differ by less than this. Milliseconds. */
const SKEW = 15 * MINUTE;
/** Zones differ by quarters of an hour, and by no more than from -12 to +14 hours. Milliseconds. */
const ZONE_STEP = 15 * MINUTE;
const WIDEST_ZONES = 26 * 60 * MINUTE;

/** The newest time of a task, if it is no further ahead than zones are apart. */
function newestOf({ queuedAt = 0, startedAt = 0, finishedAt = 0 }: Draft, latest: number): number {
  const within = (time: number) => (time <= latest + WIDEST_ZONES ? time : 0);
  return Math.max(within(queuedAt), within(startedAt), within(finishedAt));
}

/**
 * The newest time of the tasks that do not say when they were looked at. One that alone lies ahead is no sign of another
 * zone: it is wrong, and says nothing.
 */
function newestTime(tasks: readonly Draft[], latest: number): number {
  let [newest, second] = [0, 0];
  for (const task of tasks) {
    if (task.seenAt !== latest) continue;
    const time = newestOf(task, latest);
    if (time > newest) [newest, second] = [time, newest];
    else if (time > second) second = time;
  }
  return newest > latest + SKEW && second > 0 && second <= latest ? second : newest;
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
  const newest = newestTime(tasks, latest);
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
