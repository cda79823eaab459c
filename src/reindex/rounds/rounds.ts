import { SCHEDULED, tasksOf, type QueueFacts } from '../facts/facts';
import type { Runs } from '../facts/runs';
import { MINUTE, type Numbers } from '../policy';
import { initialIndexingSpans, stuckSpans, touches, type Span } from './disturbances';
import { hasTick, lastAtMost, type Ticks } from './ticks';

/** Why a round does not count, or `whole` when it does. */
export type RoundState =
  'whole' | 'running' | 'cut-off' | 'unclear' | 'implausible' | 'initial-indexing' | 'beside-stuck' | 'other-size';

/** One round of the scheduled reindex: from its tick until its last task is done. */
export interface IndexingRound {
  readonly start: number;
  readonly end: number;
  readonly minutes: number;
  /** Repositories in it. */
  readonly repositories: number;
  readonly state: RoundState;
}

/** What rounds are rebuilt from; `repositories` is how many are enabled, where that is known. */
export interface RoundSources {
  readonly facts: QueueFacts;
  readonly runs: Runs;
  readonly ticks: Ticks;
  readonly repositories: number | undefined;
}

/** A round while its tasks are gathered. */
interface Draft {
  readonly start: number;
  size: number;
  minutes: number;
  /** Latest finish; `minutes` is from the tick to it. */
  end: number;
  /** Tasks that wait or run at the latest look, and those that did at an earlier one and are not there any more. */
  waiting: number;
  lost: number;
  /** Repositories that come twice: two ticks cannot be told apart. */
  repeats: number;
}

/** More repeats than this, as a share, make a round unclear. */
const REPEATS = 0.05;

/**
 * Rebuilds rounds. A round is measured from its tick to the last finish of the tasks that waited at the tick: those
 * that came in with it, and others that were there already ("at most one queued task per operation, a second request
 * merges"). A task known only by "queued 10 minutes, processed 2 minutes" gives 12. Stuck and canceled tasks are in the
 * round but do not lengthen it; errors count with the time they took.
 */
export function rebuildRounds(sources: RoundSources, numbers: Numbers): readonly IndexingRound[] {
  const { facts, runs, ticks } = sources;
  const drafts = Array.from(ticks.first, (start): Draft => ({
    start,
    size: 0,
    minutes: 0,
    end: 0,
    waiting: 0,
    lost: 0,
    repeats: 0,
  }));
  for (let repository = 0; repository < facts.repositoryCount; repository += 1)
    addRepository(sources, drafts, repository);
  const newest = drafts.at(-1);
  if (newest && waitsWithoutTime(sources)) newest.waiting += 1;
  const initial = initialIndexingSpans(facts, numbers);
  const stuck = stuckSpans(facts, runs);
  const alive = runs.active.slice().sort();
  const rounds = drafts.map((draft): IndexingRound => {
    const { start, minutes, size } = draft;
    const end = start + minutes * MINUTE;
    const until = draft.waiting > 0 ? facts.latest : end;
    const isBeside = (spans: readonly Span[]) => touches(spans, start, until);
    const isLess = isPart(draft, alive, sources, numbers);
    const state = isBeside(initial)
      ? 'initial-indexing'
      : isBeside(stuck)
        ? 'beside-stuck'
        : ownState(draft, isLess, numbers);
    return { start, end, minutes, repositories: size, state };
  });
  return withoutOtherSizes(rounds, sources, numbers);
}

/** A task that waits over very many ticks is looked at in the first of them only: a broken clock must not hang the page. */
const VISITS = 5_000_000;
const LEAST_VISITS = 50;

/** Counts the tasks of a repository, ascending by time, into the rounds at whose ticks they waited. */
function addRepository({ facts, runs, ticks }: RoundSources, drafts: readonly Draft[], repository: number): void {
  const mostTicks = Math.max(LEAST_VISITS, VISITS / facts.tasks.length);
  let counted = -1;
  let guess = -1;
  for (const index of tasksOf(facts, repository)) {
    const queued = facts.queued[index] ?? NaN;
    const isScheduled = facts.kind[index] === SCHEDULED;
    if (Number.isNaN(queued) || (isScheduled && !hasTick(facts, index))) continue;
    guess = lastAtMost(ticks.first, queued, guess);
    const from = guess >= 0 && queued <= (ticks.last[guess] ?? 0) ? guess : guess + 1;
    const last = Math.max(lastAtMost(ticks.first, waitedUntil(facts, index), from), isScheduled ? from : -1);
    for (let tick = from; tick <= last && tick < from + mostTicks; tick += 1) {
      const draft = drafts[tick];
      if (!draft) break;
      if (tick > counted) addTask(facts, runs, draft, index);
      else if (isScheduled) draft.repeats += 1;
      counted = Math.max(counted, tick);
    }
  }
}

/** Up to when a task waited in the queue. */
function waitedUntil(facts: QueueFacts, index: number): number {
  const isWaiting = facts.isFinal[index] === 0 && facts.tasks[index]?.status === 'queued';
  return (isWaiting ? facts.seen[index] : facts.started[index]) ?? NaN;
}

function addTask(facts: QueueFacts, runs: Runs, draft: Draft, index: number): void {
  draft.size += 1;
  if (facts.isFinal[index] === 0) {
    if (runs.blocked[facts.repository[index] ?? 0] === 1) return;
    if ((facts.seen[index] ?? 0) >= facts.latest) draft.waiting += 1;
    else draft.lost += 1;
    return;
  }
  const finished = facts.finished[index] ?? NaN;
  if (runs.isStuck[index] === 1 || Number.isNaN(finished)) return;
  draft.minutes = Math.max(draft.minutes, minutesInRound(facts, index, draft.start));
  draft.end = Math.max(draft.end, finished);
}

/** From the tick to the finish; of a row with coarse times by the durations that it states, which are exact. */
function minutesInRound(facts: QueueFacts, index: number, tick: number): number {
  const { queuedMinutes, processingMinutes } = facts.tasks[index] ?? {};
  const isOwn = (facts.queued[index] ?? 0) >= tick;
  if ((facts.blur[index] ?? 0) > 0 && isOwn && queuedMinutes !== undefined && processingMinutes !== undefined)
    return queuedMinutes + processingMinutes;
  return ((facts.finished[index] ?? 0) - tick) / MINUTE;
}

/** True where scheduled tasks wait or run and do not say since when: they belong to the newest round. */
function waitsWithoutTime({ facts, runs }: RoundSources): boolean {
  return facts.work.some(
    (index) =>
      facts.kind[index] === SCHEDULED &&
      facts.isFinal[index] === 0 &&
      Number.isNaN(facts.queued[index]) &&
      (facts.seen[index] ?? 0) >= facts.latest &&
      runs.blocked[facts.repository[index] ?? 0] !== 1,
  );
}

/** True where not every repository of the round is there. */
function isPart(draft: Draft, alive: Float64Array, { facts, repositories }: RoundSources, numbers: Numbers): boolean {
  if (draft.lost > 0 || draft.end === 0) return true;
  const next = nextLook(facts, draft.end);
  // Of a page that shows only some tasks, or of too few of them the times, nobody knows what is missing.
  const known = repositories ?? (facts.partialLooks.has(next) || facts.closedLooks.has(next) ? Infinity : undefined);
  // What is heard of late is no measure of a round whose end is seen: then only a number from elsewhere is.
  if (known === undefined && draft.end > next - numbers.retentionMinutes * MINUTE) return false;
  // The newest row of a repository stays in the queue, so none is overlooked.
  const all = known ?? alive.length - 1 - lastAtMost(alive, draft.start);
  return draft.size < all * numbers.wholeRoundShare;
}

function ownState(draft: Draft, isLess: boolean, numbers: Numbers): RoundState {
  if (draft.repeats > draft.size * REPEATS) return 'unclear';
  if (draft.waiting > 0) return 'running';
  if (isLess) return 'cut-off';
  return draft.minutes > numbers.longestRoundMinutes ? 'implausible' : 'whole';
}

/** The first look at the queue after a moment, forgiving a minute of clock difference. */
function nextLook(facts: QueueFacts, moment: number): number {
  return facts.captures[lastAtMost(facts.captures, moment - MINUTE - 1) + 1] ?? Infinity;
}

/** Rounds from before repositories were added, disabled or removed, where enough of today's size were seen. */
function withoutOtherSizes(
  rounds: readonly IndexingRound[],
  { facts, runs }: RoundSources,
  { otherSizeShare, sameSizeRounds }: Numbers,
): readonly IndexingRound[] {
  const since = Float64Array.from({ length: facts.repositoryCount }, (_, repository) => {
    const first = tasksOf(facts, repository)[0] ?? -1;
    return facts.queued[first] ?? Infinity;
  }).sort();
  const until = runs.active.slice().sort();
  // Its tick takes a while to put all of them in, so that they are counted when it is done.
  const enabledIn = ({ start, end }: IndexingRound) => lastAtMost(since, end) - lastAtMost(until, start - 1);
  const last = rounds.at(-1);
  const now = last ? enabledIn(last) : 0;
  const isOther = (round: IndexingRound) => Math.abs(enabledIn(round) / now - 1) > otherSizeShare;
  const same = rounds.filter((round) => round.state === 'whole' && !isOther(round)).length;
  if (same < sameSizeRounds) return rounds;
  return rounds.map((round) => (round.state === 'whole' && isOther(round) ? { ...round, state: 'other-size' } : round));
}

/** True when most rounds began before the one before was done: the interval is shorter than a round. */
export function roundsOverlap(
  rounds: readonly IndexingRound[],
  intervalMinutes: number | undefined,
  { overlapShare }: Numbers,
): boolean {
  let [clear, overlapping] = [0, 0];
  rounds.forEach(({ state, end }, place) => {
    const next = rounds[place + 1];
    if (!next || state === 'unclear' || state === 'initial-indexing' || state === 'beside-stuck') return;
    if (state === 'running' || end > next.start) overlapping += 1;
    else if (state !== 'cut-off') clear += 1;
  });
  if (clear + overlapping > 0) return overlapping >= overlapShare * (clear + overlapping);
  const whole = rounds.find(({ state }) => state === 'whole');
  return whole !== undefined && intervalMinutes !== undefined && intervalMinutes < whole.minutes;
}

/** How many of the rounds are in that state. */
export function countRounds(rounds: readonly IndexingRound[], state: RoundState): number {
  return rounds.filter((round) => round.state === state).length;
}
