import type { QueueTask } from '../../model/queue';
import { SCHEDULED, type QueueFacts } from '../facts/facts';
import type { StuckTasks } from '../facts/stuck';
import { lastAtMost, type Ticks } from './ticks';

/** A round while its tasks are gathered. */
export interface Draft {
  size: number;
  standIns: number;
  errors: number;
  minutes: number;
  /** Latest finish; `minutes` is from the tick to it. */
  end: number;
  waiting: number;
  lost: number;
  repeats: number;
}

/**
 * Scheduled tasks that wait or run and do not say since when: they belong to the newest round, unless their repository
 * is in it already.
 */
export function waitingWithoutTime(facts: QueueFacts, ticks: Ticks, stuck: StuckTasks, latest: number): number {
  const inNewest = new Set(
    ticks.order.subarray(ticks.offsets.at(-2) ?? 0).map((index) => facts.repository[index] ?? 0),
  );
  const isWaiting = (index: number) =>
    facts.isFinal[index] === 0 &&
    Number.isNaN(facts.queued[index]) &&
    !inNewest.has(facts.repository[index] ?? 0) &&
    (facts.seen[index] ?? 0) >= latest &&
    stuck.blocked[facts.repository[index] ?? 0] !== 1;
  return facts.scheduled.filter(isWaiting).length;
}

/** The tasks that were inserted at each tick. */
export function addOwnTasks(
  facts: QueueFacts,
  ticks: Ticks,
  stuck: StuckTasks,
  drafts: readonly Draft[],
  latest: number,
): void {
  const lastTick = new Int32Array(facts.repositoryCount).fill(-1);
  drafts.forEach((draft, tick) => {
    for (let place = ticks.offsets[tick] ?? 0; place < (ticks.offsets[tick + 1] ?? 0); place += 1) {
      const index = ticks.order[place] ?? 0;
      const repository = facts.repository[index] ?? 0;
      if (lastTick[repository] === tick) draft.repeats += 1;
      else draft.size += 1;
      lastTick[repository] = tick;
      addTask(facts, stuck, draft, index, ticks.first[tick] ?? 0, latest);
    }
  });
}

/** Counts one task into a round. */
function addTask(
  facts: QueueFacts,
  stuck: StuckTasks,
  draft: Draft,
  index: number,
  tick: number,
  latest: number,
): void {
  if (facts.isFinal[index] === 0) {
    if (stuck.blocked[facts.repository[index] ?? 0] === 1) return;
    if ((facts.seen[index] ?? 0) >= latest) draft.waiting += 1;
    else draft.lost += 1;
    return;
  }
  if (stuck.isStuck[index] === 1) return;
  if (facts.isError[index] === 1) draft.errors += 1;
  const finished = facts.finished[index] ?? NaN;
  if (Number.isNaN(finished) || waitedBehindStuck(facts, stuck, index)) return;
  const own = (facts.blur[index] ?? 0) > 0 ? statedMinutes(facts.tasks[index]) : undefined;
  addFinish(draft, finished, own ?? (finished - tick) / 60_000);
}

/** From insertion to finish, by the durations that a row states: exact where its times are coarse. */
function statedMinutes(task: QueueTask | undefined): number | undefined {
  const { queuedMinutes, processingMinutes } = task ?? {};
  return queuedMinutes === undefined || processingMinutes === undefined ? undefined : queuedMinutes + processingMinutes;
}

function addFinish(draft: Draft, finished: number, own: number): void {
  if (own > draft.minutes) draft.minutes = own;
  if (finished > draft.end) draft.end = finished;
}

/** A task that waits over very many ticks is looked at in the first of them only: a broken clock must not hang the page. */
const STAND_IN_VISITS = 5_000_000;

/**
 * A task that is queued at a tick stands in for the scheduled one of its repository: "at most one queued task per
 * operation, a second request merges". It counts from the tick on.
 */
export function addStandIns(
  facts: QueueFacts,
  ticks: Ticks,
  stuck: StuckTasks,
  drafts: readonly Draft[],
  latest: number,
): void {
  const mostTicks = Math.max(50, STAND_IN_VISITS / facts.tasks.length);
  let place = -1;
  for (const index of facts.work) {
    const queued = facts.queued[index] ?? NaN;
    const started = facts.started[index] ?? NaN;
    const isWaiting = facts.isFinal[index] === 0 && facts.tasks[index]?.status === 'queued';
    if (Number.isNaN(queued) || (Number.isNaN(started) && !isWaiting)) continue;
    const until = isWaiting ? (facts.seen[index] ?? 0) : started;
    let tick = (place = lastAtMost(ticks.first, queued, place));
    if (facts.kind[index] === SCHEDULED || (ticks.last[tick] ?? 0) < queued) tick += 1;
    const end = Math.min(drafts.length, tick + mostTicks);
    for (; tick < end && (ticks.first[tick] ?? 0) <= until; tick += 1) {
      const draft = drafts[tick];
      if (!draft) break;
      draft.size += 1;
      draft.standIns += 1;
      addStandIn(facts, stuck, draft, index, ticks.first[tick] ?? 0, latest);
    }
  }
}

function addStandIn(
  facts: QueueFacts,
  stuck: StuckTasks,
  draft: Draft,
  index: number,
  tick: number,
  latest: number,
): void {
  if (facts.isFinal[index] === 0 || stuck.isStuck[index] === 1) {
    addTask(facts, stuck, draft, index, tick, latest);
    return;
  }
  const finished = facts.finished[index] ?? NaN;
  if (facts.isError[index] === 1) draft.errors += 1;
  if (!waitedBehindStuck(facts, stuck, index)) addFinish(draft, finished, (finished - tick) / 60_000);
}

/** A repository is not indexed twice at once, so the task after a stuck one starts late (inference). */
function waitedBehindStuck(facts: QueueFacts, stuck: StuckTasks, index: number): boolean {
  const others = stuck.ofRepository.get(facts.repository[index] ?? 0) ?? [];
  return others.some(
    (other) =>
      (facts.finished[other] ?? NaN) > (facts.queued[index] ?? NaN) &&
      (facts.started[other] ?? NaN) < (facts.started[index] ?? NaN),
  );
}
