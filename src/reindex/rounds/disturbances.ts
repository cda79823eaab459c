import { INITIAL, type QueueFacts } from '../facts/facts';
import type { Runs } from '../facts/runs';
import { MINUTE, type Numbers } from '../policy';
import { lastAtMost } from './ticks';

/** A span of time in which rounds are not normal, in milliseconds since the epoch; `to` is Infinity while it goes on. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** When initial indexing of more than a few repositories ran. */
export function initialIndexingSpans(facts: QueueFacts, numbers: Numbers): readonly Span[] {
  const spans: Span[] = [];
  const repositories = new Set<number>();
  for (let index = 0; index < facts.tasks.length; index += 1) {
    if (facts.kind[index] !== INITIAL) continue;
    repositories.add(facts.repository[index] ?? 0);
    spans.push(spanOf(facts, index));
  }
  return repositories.size >= facts.repositoryCount * numbers.initialIndexingShare ? joinSpans(spans) : [];
}

/** When a slot was held by a stuck task: others waited behind it. */
export function stuckSpans(facts: QueueFacts, { stuck }: Runs): readonly Span[] {
  return joinSpans(stuck.map((index) => spanOf(facts, index)));
}

function spanOf(facts: QueueFacts, index: number): Span {
  const from = facts.started[index] ?? NaN;
  const to = facts.isFinal[index] === 1 ? (facts.finished[index] ?? NaN) : goneBy(facts, index);
  return { from: Number.isNaN(from) ? to : from, to };
}

/** When an open task was no longer there: at the next look at the queue; never, when the last one still showed it. */
function goneBy(facts: QueueFacts, index: number): number {
  return facts.captures[lastAtMost(facts.captures, facts.seen[index] ?? 0) + 1] ?? Infinity;
}

/** Joins spans that touch within a minute. */
function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of spans.filter((span) => !Number.isNaN(span.from)).sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to + MINUTE) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** True where one of the spans touches the time between two moments. */
export function touches(spans: readonly Span[], from: number, to: number): boolean {
  return spans.some((span) => from < span.to && to > span.from);
}
