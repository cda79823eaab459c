import type { QueueTask } from '../model/queue';
import { oldestOf, type EvidenceBounds } from './bounds';
import type { Dated, EvidenceChanges } from './content';

const DAY = 86_400_000;

/** What the store says of the browser's clock, milliseconds since the epoch by it. */
export interface ClockMarks {
  /** When the store was written last; undefined where it does not say. */
  readonly writtenAt: number | undefined;
  /** Since when the clock is not believed; undefined where it is. */
  readonly doubtedAt: number | undefined;
}

/**
 * Since when the clock cannot be believed when it says what is too old; undefined where it can. Where more time than
 * evidence is kept for went by since the store was written, or less than none, it may have jumped: what it makes old
 * is not used, but stays stored until the clock went on for a day without another jump.
 */
export function doubtedSince(
  now: number,
  { writtenAt, doubtedAt }: ClockMarks,
  bounds: EvidenceBounds,
): number | undefined {
  const hasJumped = writtenAt === undefined || now < writtenAt || writtenAt < oldestOf(now, bounds);
  if (hasJumped) return now;
  return doubtedAt !== undefined && now - doubtedAt < DAY ? doubtedAt : undefined;
}

/** A date ahead is of a clock that was ahead: it is as good as now. */
function atMostNow<Value>(dated: Dated<Value> | undefined, now: number): Dated<Value> | undefined {
  return dated && dated.at > now ? { ...dated, at: now } : dated;
}

/** Moments ahead become the last ones before now, in their order; each stays a moment of its own. */
function momentsBeforeNow<T extends { readonly at: number }>(list: readonly T[], now: number): readonly T[] {
  const ahead = list.filter(({ at }) => at > now).sort((a, b) => a.at - b.at);
  if (ahead.length === 0) return list;
  return [
    ...list.filter(({ at }) => at <= now),
    ...ahead.map((one, place) => ({ ...one, at: now - ahead.length + place })),
  ];
}

/** A task that was seen ahead, with each of its times ahead set back as far. */
function seenByNow(task: QueueTask, now: number): QueueTask {
  const { seenAt = now, queuedAt, startedAt, finishedAt } = task;
  if (seenAt <= now) return task;
  const back = (time: number | undefined) =>
    time !== undefined && time > now ? Math.max(1, time - (seenAt - now)) : time;
  return { ...task, seenAt: now, queuedAt: back(queuedAt), startedAt: back(startedAt), finishedAt: back(finishedAt) };
}

/**
 * The same, without dates ahead: a clock was ahead when they were noted, and what is given now must not lose against
 * them. What has none stays the same object.
 *
 * Example: an interval that a clock one year ahead dated, and one that is entered now: both are of now, the entered one counts.
 */
export function notAhead<Part extends EvidenceChanges>(content: Part, now: number): Part {
  const { tasks, runDurations, observations, current, nodes, threads } = content;
  const isAhead = ({ seenAt }: QueueTask) => seenAt !== undefined && seenAt > now;
  return {
    ...content,
    ...(tasks && { tasks: tasks.some(isAhead) ? tasks.map((task) => seenByNow(task, now)) : tasks }),
    ...(runDurations && { runDurations: momentsBeforeNow(runDurations, now) }),
    ...(observations && { observations: momentsBeforeNow(observations, now) }),
    ...(current && { current: atMostNow(current, now) }),
    ...(nodes && { nodes: atMostNow(nodes, now) }),
    ...(threads && { threads: atMostNow(threads, now) }),
  };
}
