import { spawn } from 'node:child_process';

/** Runs npm scripts of this package at the same time; fails where one of them fails. */
const run = (script) =>
  new Promise((resolve) => spawn('npm', ['run', script], { stdio: 'inherit', shell: true }).on('close', resolve));

const codes = await Promise.all(process.argv.slice(2).map(run));
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
