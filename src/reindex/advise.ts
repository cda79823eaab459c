import type { AdviceBasis, LeftOut, Method, NotEnoughHistory, NotEnoughReason, ReindexAdvice } from './advice';
import { intervalFor, passOfMeasures, passOfWork, stepIfChanged, type Estimate } from './estimate';
import type { ReindexEvidence, RunDuration } from './evidence';
import { CANCELED, GARBAGE_COLLECTION, gatherFacts, INITIAL, KINDS, REMOVAL, RESET, type QueueFacts } from './facts';
import { fillInsertions } from './insertions';
import { gatherInsights } from './insights';
import { confidenceOf, currentMinutes, judgeCurrent, spanOf, type CurrentMinutes } from './judge';
import { distinctTasks } from './merge';
import { measureRound, newestTimes, passesOverlap, type Newest, type RoundOfWork } from './overlap';
import { initialIndexingSpans, rebuildPasses, type IndexingPass, type PassState } from './passes';
import { completePolicy, type ReindexPolicy } from './policy';
import { combineMeasures, validReadings, type Measure } from './readings';
import { largest } from './statistics';
import { findSlots, type Slots } from './slots';
import { findStuck, type StuckTasks } from './stuck';
import { findTicks, type Ticks } from './ticks';

/** What was found in the evidence, before it is judged. */
interface Findings {
  readonly facts: QueueFacts;
  readonly stuck: StuckTasks;
  readonly ticks: Ticks;
  readonly passes: readonly IndexingPass[];
  readonly measures: readonly Measure[];
  readonly readings: readonly RunDuration[];
  readonly invalidReadings: number;
  readonly overlap: boolean;
  readonly slots: Slots;
  readonly newest: Newest;
  readonly round: RoundOfWork;
  readonly current: CurrentMinutes;
}

/** Passes listed in the basis; a chart of more cannot be read. */
const LISTED_PASSES = 2000;

/**
 * From the evidence to the interval to set. A chain of small steps that records itself; too little history is its
 * own answer, never a number.
 */
export function adviseReindexInterval(evidence: ReindexEvidence, changes?: Partial<ReindexPolicy>): ReindexAdvice {
  const policy = completePolicy(changes);
  const found = findAll(evidence, policy);
  const way = chooseWay(found, policy);
  const interval = way && intervalFor(way.pass, policy);
  const reason = notEnough(found, way?.isEnough === true, evidence.now, policy);
  if (!way || !interval || reason) return tooLittle(found, reason ?? 'no-complete-pass', interval?.minutes, policy);

  const webhooks = found.facts.webhookTasks > 0;
  const spanMinutes = spanOf(found.measures);
  const isGuess = way.method === 'work' && found.round.known < found.round.repositories;
  const isDirect = way.method !== 'work' && found.measures.every(({ source }) => source !== 'watch');
  return {
    kind: 'suggestion',
    minutes: interval.minutes,
    rawMinutes: interval.rawMinutes,
    passMinutes: way.pass.minutes,
    verdict: judgeCurrent(found.current.minutes, way.pass.minutes, interval.minutes, webhooks, policy),
    confidence: isGuess ? 'low' : confidenceOf(found.measures, spanMinutes, isDirect, policy),
    basis: basisOf(found, way.method, spanMinutes, webhooks, policy),
    steps: interval.steps,
    insights: gatherInsights(found.facts, found.newest.scheduled, found.stuck, found.slots, evidence, policy),
  };
}

function findAll(evidence: ReindexEvidence, policy: ReindexPolicy): Findings {
  const facts = fillInsertions(gatherFacts(distinctTasks(evidence.tasks), evidence.now));
  const stuck = findStuck(facts, policy);
  const enabled = positive(evidence.repositories);
  const current = currentMinutes(evidence.current, evidence.now);
  const ticks = findTicks(facts, policy, current.minutes);
  const passes = rebuildPasses(facts, ticks, stuck, policy, enabled);
  const readings = validReadings(evidence.runDurations, policy);
  const overlap = passesOverlap(passes, current.minutes, policy);
  const slots = findSlots(facts, evidence.nodes, evidence.threads, overlap);
  const newest = newestTimes(facts, stuck);
  return {
    facts,
    stuck,
    ticks,
    passes,
    measures: combineMeasures(passes.filter(({ state }) => state === 'whole'), readings),
    readings,
    invalidReadings: (evidence.runDurations?.length ?? 0) - readings.length,
    overlap,
    slots,
    newest,
    round: measureRound(facts, newest, ticks, stuck, slots.count, enabled, policy),
    current,
  };
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) && value > 0 ? value : undefined;
}

interface Way {
  readonly method: Method;
  readonly pass: Estimate;
  /** False when too many repositories are unknown: a figure, but no advice. */
  readonly isEnough: boolean;
}

/** Passes where they can be seen one by one, the work where they overlap or none is whole. */
function chooseWay(found: Findings, policy: ReindexPolicy): Way | undefined {
  const { measures, readings, round, overlap } = found;
  if (round.known > 0 && (overlap || measures.length === 0)) {
    // Without overlap whatever is not known yet comes at the end of its pass, and may be what takes longest.
    const needed = round.repositories * (overlap ? policy.fullRoundShare : 1);
    const isFull = round.known >= needed && found.facts.unseenTasks === 0;
    return { ...wayOfWork(found, policy), isEnough: isFull || readings.length > 0 };
  }
  if (measures.length === 0) return undefined;
  const fromTasks = measures.filter(({ source }) => source === 'tasks');
  const all = passOfMeasures(measures, policy);
  // Readings may be the time to enqueue: many short ones never lower what the tasks show.
  const tasks = fromTasks.length > 0 ? passOfMeasures(fromTasks, policy) : all;
  const pass = tasks.minutes > all.minutes ? tasks : all;
  const running = longestRunning(found, policy);
  return {
    method: fromTasks.length > 0 ? 'passes' : measures.some(({ source }) => source === 'reading') ? 'readings' : 'watch',
    pass: stepIfChanged(pass, 'running-longer', Math.max(pass.minutes, running)),
    isEnough: true,
  };
}

function wayOfWork(found: Findings, policy: ReindexPolicy): { readonly method: Method; readonly pass: Estimate } {
  const work = passOfWork(found.round, found.slots.count);
  const read = found.readings.length > 0 ? passOfMeasures(combineMeasures([], found.readings), policy).minutes : 0;
  return { method: 'work', pass: stepIfChanged(work, 'longer-reading', Math.max(work.minutes, read)) };
}

/** A pass that is still running does not count, but an interval shorter than what it has taken already is too short. */
function longestRunning(found: Findings, policy: ReindexPolicy): number {
  const latest = found.facts.captures.at(-1) ?? 0;
  const running = found.passes.filter(({ state }) => state === 'running').map(({ start }) => (latest - start) / 60_000);
  return largest(running.filter((minutes) => minutes <= policy.longestPassMinutes));
}

function notEnough(found: Findings, hasWay: boolean, now: number, policy: ReindexPolicy): NotEnoughReason | undefined {
  const spans = initialIndexingSpans(found.facts, policy);
  if (spans.some(([, to]) => to === Infinity)) return 'initial-indexing-running';
  if (spans.some(([, to]) => now - to < policy.settleMinutes * 60_000)) return 'initial-indexing-recent';
  if (hasWay) return undefined;
  return found.facts.tasks.length === 0 ? 'nothing' : 'no-complete-pass';
}

function count(passes: readonly IndexingPass[], state: PassState): number {
  return passes.filter((pass) => pass.state === state).length;
}

function tooLittle(found: Findings, reason: NotEnoughReason, provisional: number | undefined, policy: ReindexPolicy): NotEnoughHistory {
  const { measures, round, facts, passes } = found;
  const states = [...new Set(passes.map(({ state }) => state))].map((state) => [state, count(passes, state)] as const);
  const days = policy.settleMinutes / 1440;
  const counts = {
    tasks: facts.tasks.length,
    passes: Math.max(passes.length, measures.length),
    completePasses: measures.length,
    repositories: round.repositories,
    knownRepositories: round.known,
  };
  const needs: Readonly<Record<NotEnoughReason, string>> = {
    nothing: 'one complete pass, or one reading of the last run duration',
    'no-complete-pass': 'one complete pass, a finished task of every repository, or one reading of the last run duration',
    'initial-indexing-running': `initial indexing done, and ${days} day(s) of passes after it`,
    'initial-indexing-recent': `${days} day(s) of passes after initial indexing`,
  };
  const have =
    facts.tasks.length === 0 && measures.length === 0
      ? 'no tasks and no readings'
      : `${counts.tasks} tasks, ${counts.completePasses} complete of ${counts.passes} passes, ` +
        `finished tasks of ${counts.knownRepositories} of ${counts.repositories} repositories`;
  return {
    kind: 'not-enough-history',
    have,
    need: needs[reason],
    reason,
    ...(provisional === undefined ? {} : { provisionalMinutes: provisional }),
    passStates: Object.fromEntries(states),
    counts,
  };
}

function leftOutOf(found: Findings): LeftOut {
  const kinds = KINDS.map(() => 0);
  for (const kind of found.facts.kind) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return {
    initialIndexingTasks: kinds[INITIAL] ?? 0,
    resetTasks: kinds[RESET] ?? 0,
    removalTasks: kinds[REMOVAL] ?? 0,
    garbageCollectionTasks: kinds[GARBAGE_COLLECTION] ?? 0,
    canceledTasks: kinds[CANCELED] ?? 0,
    stuckTasks: found.stuck.indexes.length,
    untimedTasks: found.ticks.untimed,
    runningPasses: count(found.passes, 'running'),
    cutOffPasses: count(found.passes, 'cut-off'),
    unclearPasses: count(found.passes, 'unclear'),
    implausiblePasses: count(found.passes, 'implausible'),
    initialIndexingPasses: count(found.passes, 'initial-indexing'),
    invalidReadings: found.invalidReadings,
  };
}

function basisOf(found: Findings, method: Method, spanMinutes: number, webhooks: boolean, policy: ReindexPolicy): AdviceBasis {
  const { measures, current } = found;
  const whole = found.passes.filter(({ state }) => state === 'whole');
  return {
    method,
    statistic: method === 'work' ? 'work' : measures.length < policy.passesForQuantile ? 'maximum' : 'quantile',
    passes: measures.length,
    fromReadings: measures.filter(({ source }) => source === 'reading').length,
    fromWatch: measures.filter(({ source }) => source === 'watch').length,
    spanMinutes,
    overlap: found.overlap,
    leftOut: leftOutOf(found),
    repositories: found.round.repositories,
    slots: found.slots,
    measures: measures.slice(-LISTED_PASSES),
    allPasses: found.passes.slice(-LISTED_PASSES),
    standIns: whole.reduce((total, pass) => total + pass.standIns, 0),
    errors: whole.reduce((total, pass) => total + pass.errors, 0),
    blurred: found.ticks.blurred,
    webhooks,
    ...(current.minutes === undefined ? {} : { currentMinutes: current.minutes }),
    ...(current.cron ? { cron: current.cron } : {}),
    cronUnreadable: current.cronUnreadable,
  };
}
