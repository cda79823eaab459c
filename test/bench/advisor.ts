/**
 * How good is the advice? Simulated instances whose true passes are known, measured in the same instance
 * with room between its passes; ideal = true p95 pass + margin.
 * `npm run bench:advisor [seed]`; `-- --write` puts the table into the README.
 */
import type { QueueTask } from '../../src/model/queue';
import { mergeTasks } from '../../src/queue/merge/merge';
import { parseQueueExport } from '../../src/queue/read-queue';
import { adviseReindexInterval } from '../../src/reindex/advise';
import { DEFAULT_POLICY } from '../../src/reindex/policy';
import { markdownTable, writePart } from '../../build/readme';
import { median, quantile, roundUp } from '../../src/reindex/statistics';
import { clock, csvOf, tasksOf, visibleAt } from '../support/queue-capture';
import { makeScenario, withRoom, type Scenario } from '../support/queue-instance';
import { simulate, type Simulation } from '../support/queue-simulator';
import { SeededRandom } from '../support/seeded-random';

const INSTANCES = 80;
const GOALS = { underP95Share: 0.05, medianRatio: 1.1, worstRatio: 1.5 };

interface Result {
  readonly scenario: Scenario;
  readonly trueMedian: number;
  readonly trueP95: number;
  readonly ideal: number;
  readonly suggestion?: number;
  readonly raw?: number;
  readonly note: string;
}

/** What the interval should be, knowing the true passes: with the policy's margin, whole minutes and floor. */
function idealFor(p95: number): number {
  const margin = Math.max(DEFAULT_POLICY.marginMinutes, p95 * DEFAULT_POLICY.marginShare);
  return Math.max(DEFAULT_POLICY.floorMinutes, roundUp(p95 + margin));
}

/** One look at a random moment of the last third, or looks over a day; one of three goes through CSV text. */
function capture(
  simulation: Simulation,
  scenario: Scenario,
  random: SeededRandom,
): { tasks: QueueTask[]; now: number } {
  const end = simulation.minutes - random.between(0, simulation.minutes / 3);
  const times: number[] = [end];
  if (scenario.plan.kind === 'many') {
    for (let at = end - scenario.plan.everyMinutes; at > end - 1440; at -= scenario.plan.everyMinutes)
      times.unshift(at);
  }
  const asText = random.chance(1 / 3);
  const views = times.map((at) => {
    const rows = visibleAt(simulation, at);
    return asText ? parseQueueExport(csvOf(rows, at), { capturedAt: clock(at) }).tasks : tasksOf(rows, at);
  });
  return { tasks: mergeAll(views), now: clock(end) };
}

/** Merged two by two: a day of looks at a large queue is much alike. */
function mergeAll(views: readonly QueueTask[][]): QueueTask[] {
  if (views.length <= 1) return views[0] ?? [];
  const half = views.length >> 1;
  return mergeTasks(mergeAll(views.slice(0, half)), mergeAll(views.slice(half)));
}

function tryOne(number: number, seed: number): Result {
  const scenario = makeScenario(number, seed);
  const { instance } = scenario;
  const simulation = simulate(instance);
  const truth = simulate(withRoom(instance, scenario.passMinutes))
    .passes.slice(3)
    .map(({ minutes }) => minutes);
  const random = new SeededRandom(instance.seed + 1);
  const { tasks, now } = capture(simulation, scenario, random);
  const advice = adviseReindexInterval({
    tasks,
    now,
    current: { kind: 'interval', minutes: instance.intervalMinutes },
    ...(random.chance(0.5) ? { nodes: instance.nodes, threads: instance.threads } : {}),
  });
  const base = {
    scenario,
    trueMedian: median(truth),
    trueP95: quantile(truth, 0.95),
    ideal: idealFor(quantile(truth, 0.95)),
  };
  if (advice.kind === 'not-enough-history') return { ...base, note: `not enough: ${advice.have}` };
  const { basis } = advice;
  return {
    ...base,
    suggestion: advice.minutes,
    raw: advice.roundMinutes,
    note: `${basis.method} ${basis.rounds} ${advice.confidence}`,
  };
}

function row(result: Result, number: number): string {
  const { instance, plan, ratio } = result.scenario;
  const webhooks = instance.repositories.some(({ webhookRate }) => webhookRate > 0);
  const cells = [
    number,
    instance.nodes,
    instance.threads,
    instance.repositories.length,
    webhooks ? 'yes' : 'no',
    instance.intervalMinutes,
    ratio,
    plan.kind === 'one' ? 'one' : `every ${plan.everyMinutes}`,
    result.trueMedian.toFixed(1),
    result.trueP95.toFixed(1),
    result.ideal,
    result.suggestion ?? '-',
    result.suggestion === undefined ? '-' : (result.suggestion / result.ideal).toFixed(2),
    result.note,
  ];
  const widths = [4, 5, 7, 6, 8, 9, 6, 10, 8, 8, 6, 11, 6, 30];
  return cells.map((cell, place) => String(cell).padStart(widths[place] ?? 0)).join(' ');
}

interface Summary {
  readonly instances: number;
  readonly suggestions: number;
  readonly underMedian: number;
  readonly underP95: number;
  readonly medianRatio: number;
  readonly worstRatio: number;
}

function summaryOf(results: readonly Result[]): Summary {
  const given = results.filter((result): result is Result & { suggestion: number } => result.suggestion !== undefined);
  const ratios = given.map(({ suggestion, ideal }) => suggestion / ideal);
  return {
    instances: results.length,
    suggestions: given.length,
    underMedian: given.filter(({ suggestion, trueMedian }) => suggestion < trueMedian).length,
    underP95: given.filter(({ suggestion, trueP95 }) => suggestion < trueP95).length,
    medianRatio: median(ratios),
    worstRatio: Math.max(...ratios),
  };
}

/** By how long the interval is, in passes. */
function summaryTable(results: readonly Result[]): string {
  const cells = ({ instances, suggestions, underMedian, underP95, medianRatio, worstRatio }: Summary) => [
    instances,
    suggestions,
    underMedian,
    underP95,
    medianRatio.toFixed(2),
    worstRatio.toFixed(2),
  ];
  const ratios = [...new Set(results.map(({ scenario }) => scenario.ratio))].sort((a, b) => a - b);
  return markdownTable([
    [
      'interval / pass',
      'instances',
      'suggestions',
      'under true median',
      'under true p95',
      'median suggestion / ideal',
      'worst',
    ],
    ...ratios.map((ratio) => [ratio, ...cells(summaryOf(results.filter(({ scenario }) => scenario.ratio === ratio)))]),
    ['all', ...cells(summaryOf(results))],
  ]);
}

const seed = Number(process.argv[2] ?? 1) || 1;
const started = performance.now();
console.log(
  '  #  nodes threads  repos webhooks  interval x pass   captures   median      p95  ideal  suggestion  ratio  measured by, passes, confidence',
);
const results = Array.from({ length: INSTANCES }, (_, number) => {
  const result = tryOne(number, seed);
  console.log(row(result, number + 1));
  return result;
});
const { suggestions, underMedian, underP95, medianRatio, worstRatio } = summaryOf(results);
const underP95Share = underP95 / suggestions;
const table = summaryTable(results);
console.log(
  `\n${table}\n\n` +
    `${suggestions} suggestions, ${results.length - suggestions} times not enough history (${((performance.now() - started) / 1000).toFixed(0)} s)\n` +
    `under the true median pass: ${underMedian} (goal 0)\n` +
    `under the true p95 pass:    ${(underP95Share * 100).toFixed(1)} % (goal at most ${GOALS.underP95Share * 100} %)\n` +
    `median suggestion / ideal:  ${medianRatio.toFixed(3)} (goal at most ${GOALS.medianRatio})\n` +
    `worst suggestion / ideal:   ${worstRatio.toFixed(3)} (goal at most ${GOALS.worstRatio})`,
);
const reached =
  suggestions >= 60 &&
  underMedian === 0 &&
  underP95Share <= GOALS.underP95Share &&
  medianRatio <= GOALS.medianRatio &&
  worstRatio <= GOALS.worstRatio;
console.log(reached ? 'All goals reached.' : 'A goal was missed.');
if (process.argv.includes('--write')) writePart('simulation', 'npm run bench:advisor -- --write', table);
process.exitCode = reached ? 0 : 1;
