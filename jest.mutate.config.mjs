import { existsSync } from 'node:fs';
import path from 'node:path';

import { pure } from './jest.config.mjs';

const place = process.env.MUTATE ?? 'src';
const isFile = /\.tsx?$/.test(place);
const folder = (isFile ? path.posix.dirname(place) : place).replace(/^src/, 'test');
const mirror = place.replace(/^src/, 'test').replace(/\.ts$/, '.test.ts');

/**
 * Tests mirror `src`: a change in a folder is to be seen by the tests of that folder, and one in a file by the test that
 * mirrors it, where there is one; not by any test at all.
 */
const testRegex = isFile && existsSync(mirror) ? `/${mirror}$` : `/${folder}/.*\\.test\\.ts$`;

/** What Stryker runs for each change that it makes. A golden report takes long, and tells no rule from another. */
export default {
  ...pure,
  displayName: 'mutate',
  testMatch: undefined,
  testRegex,
  testPathIgnorePatterns: ['/node_modules/', '/golden\\.test\\.ts$'],
};
