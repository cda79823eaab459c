import path from 'node:path';

import { pure } from './jest.config.mjs';

const place = process.env.MUTATE ?? 'src';
const folder = (/\.tsx?$/.test(place) ? path.posix.dirname(place) : place).replace(/^src/, 'test');

/** Tests mirror `src`: a change in a folder is to be seen by the tests of that folder, not by any test at all. */
const testRegex = `/${folder}/.*\\.test\\.ts$`;

/** What Stryker runs for each change that it makes. A golden report takes long, and tells no rule from another. */
export default {
  ...pure,
  displayName: 'mutate',
  testRegex,
  testPathIgnorePatterns: ['/node_modules/', '/golden\\.test\\.ts$'],
};
