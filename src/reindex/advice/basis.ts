import type { AdviceBasis, LeftOut, Method } from './advice';
import { CANCELED, GARBAGE_COLLECTION, INITIAL, KINDS, REMOVAL, RESET } from '../facts/facts';
import { countRounds, type Findings } from './findings';
import type { Numbers } from '../policy';

/** Rounds listed in the basis; a chart of more cannot be read. */
const LISTED_ROUNDS = 2000;

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
    runningRounds: countRounds(found.rounds, 'running'),
    cutOffRounds: countRounds(found.rounds, 'cut-off'),
    unclearRounds: countRounds(found.rounds, 'unclear'),
    implausibleRounds: countRounds(found.rounds, 'implausible'),
    initialIndexingRounds: countRounds(found.rounds, 'initial-indexing'),
    otherSizeRounds: 0,
    besideStuckRounds: 0,
    invalidRunDurations: found.invalidReadings,
  };
}

/** What the advice rests on. */
export function basisOf(
  found: Findings,
  method: Method,
  spanMinutes: number,
  webhooks: boolean,
  policy: Numbers,
): AdviceBasis {
  const { measures, current } = found;
  const whole = found.rounds.filter(({ state }) => state === 'whole');
  return {
    method,
    statistic: method === 'work' ? 'work' : measures.length < policy.roundsForQuantile ? 'maximum' : 'quantile',
    rounds: measures.length,
    runDurations: found.readings.filter(({ estimated }) => estimated !== true).slice(-LISTED_ROUNDS),
    isProven: method !== 'bound',
    fromWatch: measures.filter(({ source }) => source === 'watch').length,
    spanMinutes,
    overlap: found.overlap,
    leftOut: leftOutOf(found),
    repositories: found.round.repositories,
    slots: found.slots,
    measures: measures.slice(-LISTED_ROUNDS),
    allRounds: found.rounds.slice(-LISTED_ROUNDS),
    standIns: whole.reduce((total, round) => total + round.standIns, 0),
    errors: whole.reduce((total, round) => total + round.errors, 0),
    blurred: found.ticks.blurred,
    webhooks,
    ...(current.minutes === undefined ? {} : { currentMinutes: current.minutes }),
    ...(current.off === undefined ? {} : { offMinutes: current.off }),
    ...(current.cron ? { cron: current.cron } : {}),
    cronUnreadable: current.cronUnreadable,
  };
}
