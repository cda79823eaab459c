import { INTEGRATION, type QueueFacts } from '../facts/facts';
import type { Numbers } from '../policy';
import { largest, sortTimes } from '../statistics';

/** How many tasks can run at once, and where that was read. */
export interface Slots {
  readonly count: number;
  readonly source: 'declared' | 'seen' | 'assumed';
  /** Most tasks that ran at once for long enough. */
  readonly seen: number;
}

/** More than this is no cluster: the vendor allows 100 threads on a node. */
const MOST_SLOTS = 100_000;

/**
 * Nodes times threads where the dashboard shows them (vendor: rows INDEXING at once = threads x nodes), unless more ran
 * for a twentieth of the busy time; else what was seen working at once. Rows of the integrations themselves do not
 * count: their scan may run beside the slots.
 */
export function findSlots(
  facts: QueueFacts,
  nodes: number | undefined,
  threads: number | undefined,
  { lastingShare }: Numbers,
): Slots {
  const lasting = workAtOnce(facts, lastingShare);
  const product = (positive(nodes) ?? 0) * (positive(threads) ?? 0);
  if (product > 0 && product <= MOST_SLOTS && product >= lasting)
    return { count: product, source: 'declared', seen: lasting };
  const seen = Math.max(lasting, runningAtOnce(facts));
  return seen > 0 ? { count: seen, source: 'seen', seen } : { count: 1, source: 'assumed', seen };
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) && value >= 1 ? Math.floor(value) : undefined;
}

/** Rows that were being indexed at one look while others waited, so that no slot was idle: this needs no times. */
function runningAtOnce(facts: QueueFacts): number {
  const running = new Map<number, number>();
  const waiting = new Set<number>();
  for (let index = 0; index < facts.tasks.length; index += 1) {
    if (facts.isFinal[index] === 1 || facts.kind[index] === INTEGRATION) continue;
    const look = facts.seen[index] ?? 0;
    if (facts.tasks[index]?.status === 'indexing') running.set(look, (running.get(look) ?? 0) + 1);
    else waiting.add(look);
  }
  return largest([...running].map(([look, count]) => (waiting.has(look) ? count : 0)));
}

/** Sweeps over starts and ends. Times that are off by a minute or more say nothing about what ran at once. */
function workAtOnce(facts: QueueFacts, lastingShare: number): number {
  const starts = new Float64Array(facts.tasks.length);
  const ends = new Float64Array(facts.tasks.length);
  let count = 0;
  for (let index = 0; index < facts.tasks.length; index += 1) {
    const start = facts.started[index] ?? NaN;
    if (Number.isNaN(start) || (facts.blur[index] ?? 0) >= 0.5 || facts.kind[index] === INTEGRATION) continue;
    const isRunning = facts.isFinal[index] === 0 && facts.tasks[index]?.status === 'indexing';
    const end = (isRunning ? facts.seen[index] : facts.finished[index]) ?? NaN;
    if (!(end > start)) continue;
    starts[count] = start;
    ends[count] = end;
    count += 1;
  }
  return lastingLevel(sortTimes(starts.subarray(0, count)), sortTimes(ends.subarray(0, count)), lastingShare);
}

/** The most at once that lasted for that share of the busy time. */
function lastingLevel(starts: Float64Array, ends: Float64Array, share: number): number {
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
    if (above >= busy * share) return of;
  }
  return 0;
}
