import { pure } from './jest.config.mjs';

/** Tests mirror `src`: a change in a folder at its top is to be seen by the tests of that folder, not by any test at all. */
const [, folder = ''] = /^src\/([^/]+)/.exec(process.env.MUTATE ?? '') ?? [];

/** What Stryker runs for each change that it makes. A golden report takes long, and tells no rule from another. */
export default {
  ...pure,
  displayName: 'mutate',
  testRegex: `/test/${folder}/.*\\.test\\.ts$`,
  testPathIgnorePatterns: ['/node_modules/', '/golden\\.test\\.ts$'],
};
