import type { QueueFacts } from '../facts/facts';
import { largest, sortTimes } from '../statistics';

/** How many tasks can run at once, and where that was read. */
export interface Slots {
  readonly count: number;
  readonly source: 'declared' | 'seen' | 'assumed';
  /** Most tasks that ran at once for at least a hundredth of the time. */
  readonly seen: number;
}

/** A level of work at once must last this share of the busy time: clocks of two nodes are seldom quite the same. */
const LASTING_SHARE = 0.01;

/**
 * Nodes times threads where the dashboard shows them, else what was seen working at once. Where exactly the number
 * of threads was seen on several nodes while tasks waited, the dashboard's threads are those of all nodes together
 * (inference: the vendor does not say which).
 */
export function findSlots(
  facts: QueueFacts,
  nodes: number | undefined,
  threads: number | undefined,
  overlap: boolean,
): Slots {
  const seen = Math.max(workAtOnce(facts), runningAtOnce(facts));
  const product = (positive(nodes) ?? 0) * (positive(threads) ?? 0);
  const declared = product <= MOST_SLOTS ? product : 0;
  if (declared === 0) return seen > 0 ? { count: seen, source: 'seen', seen } : { count: 1, source: 'assumed', seen };
  const together = (nodes ?? 1) > 1 && seen === threads && (overlap || tasksWait(facts));
  return together || seen > declared
    ? { count: seen, source: 'seen', seen }
    : { count: declared, source: 'declared', seen };
}

const SECOND = 1000;

/** More than this is no cluster: the vendor allows 100 threads on a node. */
const MOST_SLOTS = 100_000;

function positive(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) && value >= 1 ? Math.floor(value) : undefined;
}

/** Rows that were being indexed at one look: this needs no times. */
function runningAtOnce(facts: QueueFacts): number {
  const running = new Map<number, number>();
  for (let index = 0; index < facts.tasks.length; index += 1) {
    if (facts.isFinal[index] === 1 || facts.tasks[index]?.status !== 'indexing') continue;
    const look = facts.seen[index] ?? 0;
    running.set(look, (running.get(look) ?? 0) + 1);
  }
  return largest(running.values());
}

/** A task that waits this long finds every slot busy. Milliseconds. */
const LONG_WAIT = 60_000;
/** One or two may wait for another task of their own repository. */
const WAITING_SHARE = 0.05;

function tasksWait(facts: QueueFacts): boolean {
  const waiting = facts.work.filter(
    (index) => (facts.started[index] ?? NaN) - (facts.queued[index] ?? NaN) > LONG_WAIT,
  );
  return waiting.length > 0 && waiting.length >= facts.work.length * WAITING_SHARE;
}

/**
 * Sweeps over starts and ends. Times that are off by a minute or more say nothing about what ran at once; of tasks
 * that are known to the second, the last second (or half of the only one) is left out: it may be one too many.
 */
function workAtOnce(facts: QueueFacts): number {
  const starts = new Float64Array(facts.tasks.length);
  const ends = new Float64Array(facts.tasks.length);
  let count = 0;
  for (let index = 0; index < facts.tasks.length; index += 1) {
    const start = facts.started[index] ?? NaN;
    if (Number.isNaN(start) || (facts.blur[index] ?? 0) >= 0.5) continue;
    const isRunning = facts.isFinal[index] === 0 && facts.tasks[index]?.status === 'indexing';
    const known = (isRunning ? facts.seen[index] : facts.finished[index]) ?? NaN;
    const took = known - start;
    const end = took % SECOND === 0 ? known - Math.min(SECOND, took / 2) : known;
    if (!(end > start)) continue;
    starts[count] = start;
    ends[count] = end;
    count += 1;
  }
  return lastingLevel(sortTimes(starts.subarray(0, count)), sortTimes(ends.subarray(0, count)));
}

function lastingLevel(starts: Float64Array, ends: Float64Array): number {
  const lasted: number[] = [];
  let level = 0;
  let at = starts[0] ?? 0;
  let nextStart = 0;
  for (let nextEnd = 0; nextEnd < ends.length;) {
    const end = ends[nextEnd] ?? Infinity;
    const start = starts[nextStart] ?? Infinity;
    const next = Math.min(start, end);
    lasted[level] = (lasted[level] ?? 0) + (next - at);
    at = next;
    if (end <= start) nextEnd += 1;
    else nextStart += 1;
    level += end <= start ? -1 : 1;
  }
  const busy = lasted.reduce((total, time, of) => total + (of > 0 ? time : 0), 0);
  let above = 0;
  for (let of = lasted.length - 1; of > 0; of -= 1) {
    above += lasted[of] ?? 0;
    if (above >= busy * LASTING_SHARE) return of;
  }
  return 0;
}
