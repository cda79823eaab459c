/**
 * Reading, judging and reporting a large Jira from the texts of its answers, against the bare `JSON.parse` of the same
 * texts, in turns in one run. `npm run bench:read [-- --write]`
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { buildSync } from 'esbuild';

import { DIST, ROOT } from '../../build/plugin';
import { markdownTable, writePart } from '../../build/readme';
import { median } from '../../src/reindex/statistics';
import type { Measured } from './read-in-turns';

const GOALS = { ratio: 1.6, growth: 1.1 };
const SIZES = [5_000, 20_000];

const program = path.join(DIST, 'bench', 'read-in-turns.cjs');
buildSync({
  entryPoints: [path.join(ROOT, 'test/bench/read-in-turns.ts')],
  bundle: true,
  platform: 'node',
  target: 'es2021',
  outfile: program,
  logLevel: 'error',
});
const measured = JSON.parse(execFileSync(process.execPath, ['--expose-gc', program, ...SIZES.map(String)], { encoding: 'utf8' })) as [Measured, Measured];

const ratioOf = ({ bare, read }: Measured): number => median(read) / median(bare);
const [small, large] = measured;
const ratio = ratioOf(large);
const growth = Math.log(median(large.read) / median(small.read)) / Math.log(large.repositories / small.repositories);
const table = markdownTable([
  ['integrations', 'repositories', 'answers', '`JSON.parse` alone', 'read, judge and report', 'ratio'],
  ...measured.map((size) => [
    size.integrations,
    size.repositories.toLocaleString('en'),
    `${(size.length / 1e6).toFixed(1)} MB`,
    `${Math.round(median(size.bare))} ms`,
    `${Math.round(median(size.read))} ms`,
    ratioOf(size).toFixed(2),
  ]),
]);
console.log(
  `${table}\n\n` +
    `ratio of the medians of ${large.read.length} rounds: ${ratio.toFixed(2)} (goal at most ${GOALS.ratio})\n` +
    `growth from ${small.repositories} to ${large.repositories} repositories: n^${growth.toFixed(2)} (goal at most n^${GOALS.growth})`,
);
const reached = ratio <= GOALS.ratio && growth <= GOALS.growth;
console.log(reached ? 'All goals reached.' : 'A goal was missed.');
if (process.argv.includes('--write')) writePart('reading', 'npm run bench:read -- --write', table);
process.exitCode = reached ? 0 : 1;
