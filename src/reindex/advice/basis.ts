import { CANCELED, GARBAGE_COLLECTION, INITIAL, KINDS, REMOVAL, RESET } from '../facts/facts';
import type { Numbers } from '../policy';
import { spanOf } from '../rounds/measures';
import { countRounds } from '../rounds/rounds';
import { largest } from '../statistics';
import type { AdviceBasis, LeftOut } from './advice';
import type { MeasuredRound } from './estimate';
import type { Findings } from './findings';

/** Rounds listed in the basis; a chart of more cannot be read. */
const LISTED_ROUNDS = 2000;

/** What the advice rests on. */
export function basisOf(found: Findings, round: MeasuredRound, numbers: Numbers): AdviceBasis {
  const { measures, current, replay, turns, bound, facts } = found;
  const { method } = round;
  const { webhookTasks, work } = facts;
  const counted = method === 'rounds' || method === 'watch' ? measures : [];
  const isPlayed = round.steps.some(({ rule }) => rule === 'replayed' || rule === 'calibrated');
  const dominant = dominantOf(found, round.minutes, numbers);
  return {
    method,
    rounds: counted.length,
    fromWatch: counted.filter(({ source }) => source === 'watch').length,
    runDurations: found.runDurations.slice(-LISTED_ROUNDS),
    ...(bound && { bound }),
    isProven: method !== 'bound',
    ...(dominant && { dominant }),
    ...(isPlayed && replay && { replay: { plays: replay.plays, repositories: turns.repositories } }),
    spanMinutes: spanOf(counted),
    overlap: found.overlap,
    leftOut: leftOutOf(found),
    repositories: turns.repositories,
    slots: found.slots,
    measures: counted.slice(-LISTED_ROUNDS),
    allRounds: found.rounds.slice(-LISTED_ROUNDS),
    blurred: found.ticks.blurred,
    webhooks: webhookTasks > 0 && webhookTasks >= numbers.webhookShare * work.length,
    ...(current.minutes === undefined ? {} : { currentMinutes: current.minutes }),
    ...(current.off === undefined ? {} : { offMinutes: current.off }),
    ...(current.cron ? { cron: current.cron } : {}),
    cronUnreadable: current.cronUnreadable,
  };
}

function leftOutOf({ facts, runs, ticks, rounds, invalidRunDurations }: Findings): LeftOut {
  const kinds = KINDS.map(() => 0);
  for (const kind of facts.kind) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return {
    initialIndexingTasks: kinds[INITIAL] ?? 0,
    resetTasks: kinds[RESET] ?? 0,
    removalTasks: kinds[REMOVAL] ?? 0,
    garbageCollectionTasks: kinds[GARBAGE_COLLECTION] ?? 0,
    canceledTasks: kinds[CANCELED] ?? 0,
    stuckTasks: runs.stuck.length,
    untimedTasks: ticks.untimed,
    runningRounds: countRounds(rounds, 'running'),
    cutOffRounds: countRounds(rounds, 'cut-off'),
    unclearRounds: countRounds(rounds, 'unclear'),
    implausibleRounds: countRounds(rounds, 'implausible'),
    initialIndexingRounds: countRounds(rounds, 'initial-indexing'),
    otherSizeRounds: countRounds(rounds, 'other-size'),
    besideStuckRounds: countRounds(rounds, 'beside-stuck'),
    invalidRunDurations,
  };
}

/** The repository that takes most of a round: of few rounds the next one may be quite different. */
function dominantOf(
  { facts, runs }: Findings,
  roundMinutes: number,
  { dominantShare }: Numbers,
): AdviceBasis['dominant'] {
  const share = largest(runs.usual) / roundMinutes;
  if (!(share > dominantShare)) return undefined;
  const index = facts.work[facts.offsets[runs.usual.indexOf(largest(runs.usual))] ?? 0] ?? 0;
  const { repository, repositoryId } = facts.tasks[index] ?? {};
  return { share: Math.min(1, share), repository: repository ?? repositoryId ?? '' };
}
