import { isFinal, type QueueTask } from '../model/queue';
import type { RunDuration, WatchObservation } from '../model/reindex';
import type { CurrentSchedule } from '../model/schedule';
import type { Steps } from '../steps/steps';
import { distinctInSteps, mergeInSteps } from '../queue/merge/merge';

/** A value, and when it was true: milliseconds since the epoch. */
export interface Dated<Value> {
  readonly value: Value;
  readonly at: number;
}

/** The evidence of one Jira. */
export interface HistoryContent {
  readonly tasks: readonly QueueTask[];
  /** Oldest first, each moment once. */
  readonly runDurations: readonly RunDuration[];
  readonly current?: Dated<CurrentSchedule> | undefined;
  readonly nodes?: Dated<number> | undefined;
  readonly threads?: Dated<number> | undefined;
  /** Oldest first. */
  readonly observations: readonly WatchObservation[];
}

/** What comes to the history, and what goes. */
export interface HistoryChanges extends Partial<HistoryContent> {
  /** Moments of readings that an admin takes back. */
  readonly forgottenRuns?: readonly number[] | undefined;
}

export const NOTHING_KEPT: HistoryContent = { tasks: [], runDurations: [], observations: [] };

export interface HistoryBounds {
  readonly days: number;
  readonly tasks: number;
  readonly runDurations: number;
  /** Dates in all observations together: 8 bytes each. */
  readonly dates: number;
}

/** Two weeks show each day of the week twice; the rest keeps the store below about 100 MB. */
export const HISTORY_BOUNDS: HistoryBounds = { days: 14, tasks: 200_000, runDurations: 5_000, dates: 1_000_000 };

const DAY = 86_400_000;

/** When a task was last known to be alive: the time it is dropped by. */
function timeOf(task: QueueTask): number {
  const { finishedAt, seenAt, startedAt, queuedAt } = task;
  return (isFinal(task.status) ? (finishedAt ?? seenAt) : (seenAt ?? startedAt)) ?? startedAt ?? queuedAt ?? 0;
}

/** Tasks that are young enough; of too many the finished ones that are oldest go first. Keeps the order. */
function boundedTasks(tasks: readonly QueueTask[], from: number, most: number): readonly QueueTask[] {
  const rank = Float64Array.from(tasks, (task) => {
    const time = timeOf(task);
    return time < from ? -1 : time + (isFinal(task.status) ? 0 : Number.MAX_SAFE_INTEGER / 2);
  });
  const least = tasks.length > most ? (rank.slice().sort()[tasks.length - most] ?? 0) : 0;
  if (rank.every((one) => one >= Math.max(0, least))) return tasks;
  let room = most - rank.reduce((count, one) => count + (one > least ? 1 : 0), 0);
  return tasks.filter((_, place) => {
    const one = rank[place] ?? -1;
    if (one < 0 || one < least) return false;
    return one > least || (room -= 1) >= 0;
  });
}

/** Each moment once, the newer of two; the same list where nothing comes and nothing goes. */
function byMoment<T extends { readonly at: number }>(
  kept: readonly T[],
  added: readonly T[],
  from: number,
): readonly T[] {
  if (added.length === 0 && kept.every(({ at }) => at >= from)) return kept;
  const moments = new Map([...kept, ...added].filter(({ at }) => at >= from).map((one) => [one.at, one]));
  return [...moments.values()].sort((a, b) => a.at - b.at);
}

/** The newest observations that together hold no more dates than are kept; the newest one in any case. */
function boundedObservations(observations: readonly WatchObservation[], most: number): readonly WatchObservation[] {
  let dates = 0;
  let first = observations.length;
  while (first > 0) {
    dates += observations[first - 1]?.dates.length ?? 0;
    if (dates > most && first < observations.length) break;
    first -= 1;
  }
  return first === 0 ? observations : observations.slice(first);
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
export function notAhead<Part extends HistoryChanges>(content: Part, now: number): Part {
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

/**
 * Of two values the one that counts: the later one, but one that a clock dated ahead, or that was set back
 * to now for that, loses against any that comes.
 */
function newer<Value>(
  kept: Dated<Value> | undefined,
  next: Dated<Value> | undefined,
  now: number,
  from: number,
): Dated<Value> | undefined {
  const newest = next && (!kept || kept.at >= now || next.at >= kept.at) ? next : kept;
  return newest && newest.at >= from ? newest : undefined;
}

/** The last ones; the same list where there are no more. */
function newest<T>(list: readonly T[], most: number): readonly T[] {
  return list.length > most ? list.slice(-most) : list;
}

/**
 * The evidence with what came to it: the same task twice counts once, of two values the newer wins. All tasks stay,
 * as the advice is made from all that was given; the rest is bounded. What does not change stays the same object.
 */
export function* withChanges(
  kept: HistoryContent,
  changes: HistoryChanges,
  now: number,
  bounds = HISTORY_BOUNDS,
): Steps<HistoryContent> {
  const from = now - bounds.days * DAY;
  const added = changes.tasks ?? [];
  const { forgottenRuns } = changes;
  const isForgotten = ({ at }: RunDuration) => forgottenRuns?.includes(at) === true;
  const runs = kept.runDurations.some(isForgotten)
    ? kept.runDurations.filter((run) => !isForgotten(run))
    : kept.runDurations;
  yield;
  return {
    tasks:
      added.length === 0
        ? kept.tasks
        : kept.tasks.length === 0
          ? yield* distinctInSteps(added)
          : yield* mergeInSteps(kept.tasks, added),
    runDurations: newest(byMoment(runs, changes.runDurations ?? [], from), bounds.runDurations),
    current: newer(kept.current, changes.current, now, from),
    nodes: newer(kept.nodes, changes.nodes, now, from),
    threads: newer(kept.threads, changes.threads, now, from),
    observations: boundedObservations(byMoment(kept.observations, changes.observations ?? [], from), bounds.dates),
  };
}

/** What of it is stored: no tasks older than two weeks, and no more than the bounds. */
export function storedPart(content: HistoryContent, now: number, bounds = HISTORY_BOUNDS): HistoryContent {
  return { ...content, tasks: boundedTasks(content.tasks, now - bounds.days * DAY, bounds.tasks) };
}

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
  { days }: HistoryBounds,
): number | undefined {
  const hasJumped = writtenAt === undefined || now < writtenAt || now - writtenAt > days * DAY;
  if (hasJumped) return now;
  return doubtedAt !== undefined && now - doubtedAt < DAY ? doubtedAt : undefined;
}
