import type { AdviceBasis, LeftOut, Method } from './advice';
import { CANCELED, GARBAGE_COLLECTION, INITIAL, KINDS, REMOVAL, RESET } from '../facts/facts';
import { countPasses, type Findings } from './findings';
import type { ReindexPolicy } from '../policy';

/** Passes listed in the basis; a chart of more cannot be read. */
const LISTED_PASSES = 2000;

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
    runningPasses: countPasses(found.passes, 'running'),
    cutOffPasses: countPasses(found.passes, 'cut-off'),
    unclearPasses: countPasses(found.passes, 'unclear'),
    implausiblePasses: countPasses(found.passes, 'implausible'),
    initialIndexingPasses: countPasses(found.passes, 'initial-indexing'),
    invalidReadings: found.invalidReadings,
    shortReadings: found.shortReadings,
  };
}

/** What the advice rests on. */
export function basisOf(found: Findings, method: Method, spanMinutes: number, webhooks: boolean, policy: ReindexPolicy): AdviceBasis {
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
    ...(current.off === undefined ? {} : { offMinutes: current.off }),
    ...(current.cron ? { cron: current.cron } : {}),
    cronUnreadable: current.cronUnreadable,
  };
}
