/** `npm run mutate -- <folder or file of src>`: see stryker.config.mjs. What follows is handed on to Stryker. */
import { spawnSync } from 'node:child_process';

const [place, ...others] = process.argv.slice(2);
if (place === undefined) throw new Error('name a folder or a file of src, as src/queue/rows');
process.exitCode =
  spawnSync('npx', ['stryker', 'run', 'stryker.config.mjs', ...others], {
    stdio: 'inherit',
    env: { ...process.env, MUTATE: place.replace(/\/+$/, '') },
  }).status ?? 1;
