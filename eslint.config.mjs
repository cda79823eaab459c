import { readFileSync } from 'node:fs';

import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * Which folders of `src` each folder may not import: data flows model <- steps, schedule <- queue <- reindex and
 * model <- sources, checks <- report <- ui <- entries, and the demo is for the demo page and tests.
 * `test/architecture.test.ts` holds the same table without the linter.
 */
const FORBIDDEN = JSON.parse(readFileSync(new URL('build/import-rules.json', import.meta.url), 'utf8'));

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-console': 'error',
    },
  },
  ...Object.entries(FORBIDDEN).map(([folder, forbidden]) => ({
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: forbidden.map((other) => `**/${other}/**`), message: `src/${folder} must not import it.` },
          ],
        },
      ],
    },
  })),
  // Nothing is written but by a part of the page that shows what it writes: not by the command line, not by the badges.
  {
    files: ['src/**'],
    ignores: ['src/ui/fix/**', 'src/ui/sharing/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/sources/writer', './writer'],
              importNames: ['createJiraWriter'],
              message: 'Only a part of the page that shows what it writes may write.',
            },
          ],
        },
      ],
    },
  },
  // What goes wrong before the page is there is told to the console.
  { files: ['src/entries/**'], rules: { 'no-console': ['error', { allow: ['warn'] }] } },
  { files: ['build/**', 'test/**'], rules: { 'no-console': 'off' } },
);
