/** How every project turns TypeScript and JSX into what Node runs. */
const transform = {
  '\\.m?[jt]sx?$': [
    '@swc/jest',
    { module: { type: 'commonjs' }, jsc: { target: 'es2022', transform: { react: { runtime: 'automatic' } } } },
  ],
  '\\.properties$': '<rootDir>/test/support/properties-transform.cjs',
};

/** msw 2 and d3 bring these as ES modules only. */
const transformIgnorePatterns = [
  '/node_modules/(?!(rettime|until-async|d3-[a-z-]+|internmap|@open-draft/deferred-promise)/)',
];

/** Stryker puts copies of all there. */
const modulePathIgnorePatterns = ['<rootDir>/dist/'];

/** Texts are taken the same way whether a bundle holds them or the host puts them in. */
const moduleNameMapper = { '^(.*\\.properties)\\?inline$': '$1' };

const node = {
  testEnvironment: 'node',
  transform,
  transformIgnorePatterns,
  modulePathIgnorePatterns,
  moduleNameMapper,
};

/** Folders of what needs a page. A file elsewhere that needs one says so by itself, with `@jest-environment`. */
const ON_A_PAGE = ['badges', 'host-page', 'last-check', 'tabs', 'ui'];

/** Tests of what needs no page, which run without one; the others of the project `unit` have jsdom's. */
export const pure = {
  displayName: 'unit',
  ...node,
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  testPathIgnorePatterns: ['/node_modules/', `<rootDir>/test/(browser|faults|host|speed|${ON_A_PAGE.join('|')})/`],
  setupFilesAfterEnv: ['<rootDir>/test/support/setup.ts'],
};

export default {
  // Of two cores jest would use one.
  maxWorkers: '100%',
  // A machine may be busy with other things.
  testTimeout: 20_000,
  projects: [
    pure,
    {
      displayName: 'unit',
      testEnvironment: 'jest-fixed-jsdom',
      transform,
      transformIgnorePatterns,
      modulePathIgnorePatterns,
      testMatch: [`<rootDir>/test/{${ON_A_PAGE.join()}}/**/*.test.{ts,tsx}`],
      setupFilesAfterEnv: ['<rootDir>/test/support/setup.ts', '<rootDir>/test/support/setup-page.ts'],
      moduleNameMapper: {
        ...moduleNameMapper,
        '\\.(css|svg)$': '<rootDir>/test/support/empty-module.cjs',
        '^@atlaskit/feature-gate-js-client(/feature-gates)?$': '<rootDir>/build/replacements/feature-gates.ts',
      },
    },
    { displayName: 'browser', ...node, testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
    { displayName: 'faults', ...node, testMatch: ['<rootDir>/test/faults/**/*.test.ts'] },
    // Alone: other tests beside it would take the time that it measures.
    { displayName: 'speed', ...node, testMatch: ['<rootDir>/test/speed/**/*.test.ts'] },
    { displayName: 'host', ...node, testMatch: ['<rootDir>/test/host/**/*.test.ts'] },
  ],
};
