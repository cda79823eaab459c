/** `node --import tsx test/bench/run-bundled.ts <program> [arguments]` */
import { spawnSync } from 'node:child_process';

import { bundle } from './bundle';

const [name = '', ...others] = process.argv.slice(2);
process.exitCode =
  spawnSync(process.execPath, ['--expose-gc', bundle(name), ...others], { stdio: 'inherit' }).status ?? 1;
