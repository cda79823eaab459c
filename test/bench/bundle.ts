import path from 'node:path';

import { buildSync } from 'esbuild';

import { DIST, ROOT } from '../../build/plugin';

/**
 * Puts a program of this folder in one piece, as the scripts of the panel are: run file by file, each call of a function
 * of another file would take longer than it does there. Answers where it is.
 */
export function bundle(name: string): string {
  const outfile = path.join(DIST, 'bench', `${name}.cjs`);
  buildSync({
    entryPoints: [path.join(ROOT, 'test/bench', `${name}.ts`)],
    bundle: true,
    platform: 'node',
    target: 'es2021',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}
