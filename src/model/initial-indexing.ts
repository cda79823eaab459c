import type { Outcome } from './gathered';
import type { Integration, RepositorySummary } from './integration';
import type { Message } from './message';
import { isKnown, valueOf } from './reading';

const HOUR = 60 * 60_000;
/** No initial indexing takes this long: an integration this old has repositories that are not indexed for other reasons (ours). */
const LONGEST = 7 * 24 * HOUR;
/** The clocks of Jira's nodes may differ by this much. */
const CLOCK_SKEW = 15 * 60_000;
/** With less of it done, the pace says nothing of the rest. */
const LEAST_SHARE = 0.05;

/** How far the initial indexing of an integration is. */
export interface InitialIndexing {
  /** False where nothing of it was indexed for an hour. */
  readonly isMoving: boolean;
  /** Repositories that were indexed, of those to index; absent where the repositories could not be read. */
  readonly progress?: { readonly done: number; readonly total: number; readonly atLeast: boolean };
  /** When the integration was created, milliseconds since the epoch. */
  readonly since?: number;
  /** How long the rest takes at the pace so far, in milliseconds; absent where too little of it is done to say. */
  readonly left?: number;
}

/** Whether the next integration may be connected: the vendor asks to wait for each initial indexing. */
export type Gate =
  | { readonly kind: 'open' }
  /** Keys of the integrations that are in initial indexing. */
  | { readonly kind: 'wait'; readonly for: readonly string[] }
  | { readonly kind: 'unknown'; readonly reason: Message }
  /** Something that decides is still being read. */
  | { readonly kind: 'checking' };

export type InitialIndexingState =
  { readonly kind: 'over' | 'unknown' | 'pending' } | { readonly kind: 'running'; readonly indexing: InitialIndexing };

/** Counted are enabled repositories with revision indexing on: the others get no date, and need none. */
function progressOf({ total, disabled, unlinked, neverIndexed, atLeast, unusable }: RepositorySummary) {
  const expected = total - disabled - unlinked.yes;
  const isUncertain = atLeast || unusable > 0 || neverIndexed.unknown > 0;
  return { done: expected - neverIndexed.yes - neverIndexed.unknown, total: expected, atLeast: isUncertain };
}

/** Most of the repositories may have no date: what could not be read is taken at its worst. */
function mayBeOpen({ total, disabled, unlinked, neverIndexed, atLeast, unusable }: RepositorySummary): boolean {
  const least = total - disabled - unlinked.yes - unlinked.unknown - neverIndexed.unknown;
  return atLeast || (neverIndexed.yes + neverIndexed.unknown + unusable) * 2 > Math.max(0, least);
}

/** At the pace since it was created, in milliseconds. */
function leftOf({ done, total, atLeast }: ReturnType<typeof progressOf>, since: number | undefined, now: number) {
  if (since === undefined || atLeast || total === 0 || done / total < LEAST_SHARE || now <= since) return undefined;
  return ((now - since) / done) * (total - done);
}

/**
 * Where the initial indexing of an integration is, by the dates of last indexing (inferred: no page says how to tell).
 * It is over once the integration itself has a date, and not most of its repositories have none: its own task only looks
 * for repositories; after a week these are empty or in error. It moves while a repository was indexed within the last hour, or the integration is younger than that.
 *
 * Example: created 2 hours ago, no date, 312 of 450 repositories have one, the newest 5 minutes old: running, about 53
 * minutes left.
 *
 * @param now milliseconds since the epoch, by Jira's clock
 */
export function initialIndexingOf(
  { disabled, revisionIndexing, initDate, lastIndexedDate }: Integration,
  repositories: Outcome<RepositorySummary>,
  now: number,
): InitialIndexingState {
  if (isKnown(disabled, true) || isKnown(revisionIndexing, false)) return { kind: 'over' };
  if (lastIndexedDate.kind === 'unreadable' || disabled.kind !== 'known') return { kind: 'unknown' };
  const since = valueOf(initDate);
  const isDated = lastIndexedDate.kind === 'known';
  if (isDated && since !== undefined && now - since >= LONGEST) return { kind: 'over' };
  if (repositories.state === 'pending') return { kind: 'pending' };
  const isYoung = since !== undefined && now - since < HOUR && since < now + CLOCK_SKEW;
  if (repositories.state === 'failed') {
    if (!isYoung || isDated) return { kind: 'unknown' };
    return { kind: 'running', indexing: { isMoving: true, since } };
  }
  const progress = progressOf(repositories.value);
  const { newestIndexed, neverIndexed } = repositories.value;
  if (isDated && neverIndexed.yes * 2 <= progress.total)
    return { kind: mayBeOpen(repositories.value) ? 'unknown' : 'over' };
  const isMoving = isYoung || (newestIndexed !== undefined && now - newestIndexed < HOUR);
  // It takes hours: what moves for longer, or nobody knows since when, may as well be the indexing of every day.
  if (isMoving && !isDated && (since === undefined || now - since >= LONGEST)) return { kind: 'unknown' };
  const left = isMoving ? leftOf(progress, since, now) : undefined;
  return {
    kind: 'running',
    indexing: { isMoving, progress, ...(since !== undefined && { since }), ...(left !== undefined && { left }) },
  };
}
