/**
 * Changes the code in small ways and sees whether a test fails: `npm run mutate -- <folder or file of src>`. Slow, so a
 * folder at a time; `docs/mutation.md` tells what was found.
 */
const place = process.env.MUTATE ?? '';

export default {
  mutate: [/\.tsx?$/.test(place) ? place : `${place}/**/*.ts`],
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: { projectType: 'custom', configFile: 'jest.mutate.config.mjs' },
  coverageAnalysis: 'perTest',
  // What is made once, when a file is loaded, would have to be loaded anew for each change.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `dist/mutation/${place.replaceAll('/', '-')}.json`,
  tempDirName: 'dist/mutation/sandbox',
  ignorePatterns: ['dist', 'docs'],
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { reportTests: false, allowColor: false, skipFull: true },
  concurrency: 1,
};
