import type { RunDuration } from '../../model/reindex';
import type { Steps } from '../../steps/steps';
import type { ReindexEvidence } from '../evidence';
import { gatherFacts, type QueueFacts } from '../facts/facts';
import { fillInsertions } from '../facts/insertions';
import { currentMinutes, type CurrentMinutes } from './judge';
import { distinctInSteps } from '../../queue/merge/merge';
import { credibleReadings, longestTask } from '../run-durations/lower-bound';
import { newestTimes, type Newest } from '../facts/newest';
import { measureRound, roundsOverlap, type RoundOfWork } from '../work/overlap';
import { rebuildRounds, type IndexingRound, type RoundState } from '../rounds/rounds';
import type { Numbers } from '../policy';
import { combineMeasures, validReadings, type Measure } from '../run-durations/run-durations';
import { findSlots, type Slots } from '../work/slots';
import { findStuck, type StuckTasks } from '../facts/stuck';
import { findTicks, type Ticks } from '../rounds/ticks';

/** What was found in the evidence, before it is judged. */
export interface Findings {
  readonly facts: QueueFacts;
  readonly stuck: StuckTasks;
  readonly ticks: Ticks;
  readonly rounds: readonly IndexingRound[];
  readonly measures: readonly Measure[];
  readonly readings: readonly RunDuration[];
  readonly invalidReadings: number;
  readonly longestTaskMinutes: number;
  readonly overlap: boolean;
  readonly slots: Slots;
  readonly newest: Newest;
  readonly round: RoundOfWork;
  readonly current: CurrentMinutes;
  /** Every repository was seen: in a look at the whole queue, or as many as are enabled. */
  readonly seesAll: boolean;
}

export function* findAll(evidence: ReindexEvidence, policy: Numbers): Steps<Findings> {
  const facts = fillInsertions(yield* gatherFacts(yield* distinctInSteps(evidence.tasks), evidence.now));
  yield;
  const stuck = findStuck(facts, policy);
  const enabled = positive(evidence.repositories);
  const current = currentMinutes(evidence.current, evidence.now);
  const ticks = findTicks(facts, policy, current.minutes);
  yield;
  const rounds = rebuildRounds(facts, ticks, stuck, policy, enabled);
  yield;
  const newest = newestTimes(facts, stuck);
  const longest = longestTask(facts, newest, policy);
  const { valid, invalid: invalidReadings } = validReadings(evidence.runDurations, current.minutes, policy);
  const readings = credibleReadings(valid, newest, rounds, longest);
  // Rounds that are guessed from start times may be cut where they run into each other.
  const overlap =
    roundsOverlap(rounds, current.minutes, policy) || (facts.isGuessed && (current.minutes ?? Infinity) < longest);
  yield;
  const slots = findSlots(facts, evidence.nodes, evidence.threads, overlap);
  yield;
  return {
    facts,
    stuck,
    ticks,
    rounds,
    measures: combineMeasures(
      rounds.filter(({ state }) => state === 'whole'),
      readings,
    ),
    readings,
    invalidReadings,
    longestTaskMinutes: longest,
    overlap,
    slots,
    newest,
    round: measureRound(facts, newest, ticks, stuck, slots.count, overlap, enabled, policy),
    current,
    seesAll: enabled !== undefined || facts.captures.some((look) => !facts.partialLooks.has(look)),
  };
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) && value > 0 ? value : undefined;
}

/** How many of the rounds are in that state. */
export function countRounds(rounds: readonly IndexingRound[], state: RoundState): number {
  return rounds.filter((round) => round.state === state).length;
}
