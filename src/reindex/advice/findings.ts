import type { RunDuration } from '../../model/reindex';
import { distinctInSteps } from '../../queue/merge/merge';
import type { Steps } from '../../steps/steps';
import type { ReindexEvidence } from '../evidence';
import { gatherFacts, type QueueFacts } from '../facts/facts';
import { findRuns, type Runs } from '../facts/runs';
import { DAY, type Numbers } from '../policy';
import { measuresOf, type Measure } from '../rounds/measures';
import { rebuildRounds, roundsOverlap, type IndexingRound } from '../rounds/rounds';
import { findTicks, type Ticks } from '../rounds/ticks';
import { byDates, lowerBound, validRunDurations } from '../run-durations/bound';
import { replayRound, type Replay } from '../work/replay';
import { findSlots, type Slots } from '../work/slots';
import { turnsOf, type Turns } from '../work/turns';
import type { Bound } from './advice';
import { currentMinutes, type CurrentMinutes } from './judge';

/** What was found in the evidence, before it is judged. */
export interface Findings {
  readonly facts: QueueFacts;
  readonly runs: Runs;
  readonly ticks: Ticks;
  readonly rounds: readonly IndexingRound[];
  /** Rounds that count. */
  readonly measures: readonly Measure[];
  readonly runDurations: readonly RunDuration[];
  readonly invalidRunDurations: number;
  readonly overlap: boolean;
  readonly slots: Slots;
  readonly turns: Turns;
  /** Undefined where many rounds were seen, which need no other. */
  readonly replay: Replay | undefined;
  readonly bound: Bound | undefined;
  readonly current: CurrentMinutes;
  /** Every repository was seen: in a look at the whole queue, or as many as are enabled. */
  readonly seesAll: boolean;
}

export function* findAll(evidence: ReindexEvidence, numbers: Numbers): Steps<Findings> {
  const { nodes, threads, now, leastMinutes } = evidence;
  const facts = yield* gatherFacts(yield* distinctInSteps(evidence.tasks), now, numbers);
  yield;
  const ticks = findTicks(facts, numbers);
  yield;
  const runs = findRuns(facts, ticks, numbers);
  yield;
  const repositories = positive(evidence.repositories);
  const rounds = rebuildRounds({ facts, runs, ticks, repositories }, numbers);
  yield;
  const given = validRunDurations(evidence.runDurations, numbers);
  const watched = given.filter(({ at, estimated }) => estimated === true && at >= now - numbers.historyDays * DAY);
  const runDurations = given.filter(({ estimated }) => estimated !== true);
  const current = currentMinutes(evidence.current, now);
  const overlap = roundsOverlap(rounds, current.minutes, numbers);
  const slots = findSlots(facts, nodes, threads, numbers);
  yield;
  const turns = turnsOf(facts, runs, ticks, { enabled: repositories, numbers });
  yield;
  const measures = measuresOf(rounds, watched);
  const isPlayed = overlap || measures.length < numbers.roundsForQuantile;
  const replay = isPlayed
    ? yield* replayRound({ facts, runs, ticks, turns, slots: slots.count, overlap }, numbers)
    : undefined;
  const playedMinutes = turns.isPart && slots.source === 'declared' ? replay?.median : undefined;
  const bounds = {
    facts,
    runs,
    // What came before the rounds that count says nothing of today.
    rounds: rounds.filter(({ start }) => start >= (measures[0]?.from ?? 0)),
    turns,
    overlap,
    runDurations,
    leastMinutes: byDates(positive(leastMinutes), current.minutes, numbers),
    playedMinutes,
  };
  return {
    facts,
    runs,
    ticks,
    rounds,
    measures,
    runDurations,
    invalidRunDurations: (evidence.runDurations?.length ?? 0) - given.length,
    overlap,
    slots,
    turns,
    replay,
    bound: lowerBound(bounds, numbers),
    current,
    seesAll: repositories !== undefined || facts.captures.some((look) => !facts.partialLooks.has(look)),
  };
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) && value > 0 ? value : undefined;
}
