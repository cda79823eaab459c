/**
 * How good is the advice? Simulated instances whose true rounds are known, measured in the same instance with room
 * between its rounds; ideal = true p95 round + margin. Fails where a goal is missed.
 *
 * `npm run bench:advisor [-- seed]`: one seed, with a little room; `--seeds 5`: that many seeds together.
 * `--class <name>`: one class, which never fails; `--show`: a line for each instance.
 * `--write`: puts the tables of five seeds into CONTRIBUTING.md.
 * `--without <rule>[,<rule>]`: what changes where rules are switched off; `--without all`: one rule after the other.
 */
import { parseArgs } from 'node:util';

import { markdownTable, writePart } from '../../build/documents';
import { CLASSES } from './advisor/classes';
import { compareWithGoals } from './advisor/goals';
import { RULES } from './advisor/rules';
import { byClass, byConfidence, percent, ratioOf, resultsOf, summaryOf, type Result } from './advisor/summary';
import { tryInstance, type Trial } from './advisor/trial';

/** Of each class and seed. */
const INSTANCES = 2;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string' },
    class: { type: 'string' },
    show: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    without: { type: 'string' },
  },
});

const first = Number(positionals[0] ?? 1);
const seeds = Array.from({ length: Number(values.seeds ?? (values.write ? 5 : 1)) }, (_, place) => first + place);
const classes = CLASSES.filter(({ name }) => values.class === undefined || name === values.class);
if (classes.length === 0)
  throw new Error(`No class ${values.class}. There are: ${CLASSES.map(({ name }) => name).join('; ')}`);

/** What is switched off together, by the name of its line. */
function removals(): [string, (typeof RULES)[string]][] {
  if (values.without === undefined) return [];
  const names = values.without === 'all' ? Object.keys(RULES).map((name) => [name]) : [values.without.split(',')];
  return names.map((rules) => [
    rules.join(' and '),
    Object.assign({}, ...rules.map(policyWithout)) as (typeof RULES)[string],
  ]);
}

function policyWithout(rule: string): (typeof RULES)[string] {
  const policy = RULES[rule];
  if (policy === undefined) throw new Error(`No rule ${rule}. There are: ${Object.keys(RULES).join(', ')}`);
  return policy;
}

function lineOf({ trial, outcome }: Result): string {
  const { truth, known, name, setup } = trial;
  const { kind, minutes, bound, confidence = '', verdict = '', isRight, method } = outcome;
  const told =
    kind === 'not-enough-history'
      ? `not enough: ${method}`
      : `${kind} ${minutes ?? '-'}${bound === undefined ? '' : ` (bound ${bound.toFixed(1)})`}`;
  const ratio = ratioOf({ trial, outcome });
  return [
    name.padEnd(30),
    setup.padEnd(62),
    `median ${truth.median.toFixed(1)} p95 ${truth.p95.toFixed(1)} ideal ${truth.ideal}`.padEnd(38),
    told,
    Number.isFinite(ratio) ? ratio.toFixed(2) : '',
    method,
    confidence,
    verdict,
    isRight === false ? 'WRONG' : '',
    known.showsRound ? '' : '(shows no round)',
    truth.largestShare > 1 / 3 ? `(largest ${percent(truth.largestShare)})` : '',
  ].join(' ');
}

const without = removals();
const policies = [{}, ...without.map(([, policy]) => policy)];
const started = performance.now();
const trials: Trial[] = [];
for (const seed of seeds) {
  for (const one of classes) {
    for (let number = 0; number < INSTANCES; number += 1) {
      const trial = tryInstance(one, number, seed, policies);
      trials.push(trial);
      if (values.show) for (const result of resultsOf([trial], 0)) console.log(`${seed}/${number} ${lineOf(result)}`);
    }
  }
}
const whole = resultsOf(trials, 0);
const tables = `${markdownTable(byClass(whole))}\n\n${markdownTable(byConfidence(whole))}`;
console.log(`\n${tables}\n`);
showWithout();
const { lines, isReached } = compareWithGoals(whole, seeds.length);
console.log(
  `${lines.join('\n')}\n${isReached ? 'All goals reached.' : 'A goal was missed.'} (${((performance.now() - started) / 1000).toFixed(0)} s)`,
);
if (values.write)
  writePart({ file: 'CONTRIBUTING.md', name: 'simulation', command: 'npm run bench:advisor -- --write' }, tables);
process.exitCode = isReached || values.class !== undefined ? 0 : 1;

/** For some rules the rows of the classes that change; for all, one line for each rule. */
function showWithout(): void {
  const before = byClass(whole);
  const totals = without.map(([name], place) => {
    const results = resultsOf(trials, place + 1);
    const changed = byClass(results).filter((row, at) => at === 0 || row.join() !== before[at]?.join());
    if (values.without !== 'all') console.log(`Without ${name}:\n${markdownTable(changed)}\n`);
    const differing = results.filter(({ outcome }, at) => outcome.minutes !== whole[at]?.outcome.minutes).length;
    return totalOf(name, results, differing);
  });
  if (totals.length === 0) return;
  const head = [
    'without',
    'suggestions',
    'under median',
    'under p95',
    'worst',
    'least',
    'verdict right',
    'other minutes',
  ];
  console.log(`${markdownTable([head, totalOf('nothing', whole, 0), ...totals])}\n`);
}

function totalOf(name: string, results: readonly Result[], differing: number): (string | number)[] {
  const { suggestions, underMedian, underP95, worst, least, rightShare } = summaryOf(results);
  return [name, suggestions, underMedian, underP95, worst.toFixed(3), least.toFixed(3), percent(rightShare), differing];
}
