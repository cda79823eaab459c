import { INITIAL, type QueueFacts } from '../facts/facts';
import type { Numbers } from '../policy';
import { lastAtMost } from './ticks';

/** Spans of time in which initial indexing of more than a few repositories ran: rounds beside it are not normal. */
export function initialIndexingSpans(facts: QueueFacts, policy: Numbers): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  const repositories = new Set<number>();
  for (let index = 0; index < facts.tasks.length; index += 1) {
    if (facts.kind[index] !== INITIAL) continue;
    const from = facts.started[index] ?? NaN;
    const to = facts.isFinal[index] === 1 ? (facts.finished[index] ?? NaN) : goneBy(facts, index);
    repositories.add(facts.repository[index] ?? 0);
    spans.push([Number.isNaN(from) ? to : from, to]);
  }
  return repositories.size >= facts.repositoryCount * policy.initialIndexingShare ? joinSpans(spans) : [];
}

/** When an open task was no longer there: at the next look at the queue; never, when the last one still showed it. */
function goneBy(facts: QueueFacts, index: number): number {
  return facts.captures[lastAtMost(facts.captures, facts.seen[index] ?? 0) + 1] ?? Infinity;
}

/** Joins spans that touch, so that a million of them are few to compare with. */
function joinSpans(spans: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const sorted = spans.filter(([from]) => !Number.isNaN(from)).sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = joined.at(-1);
    if (last && from <= last[1] + 60_000) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
