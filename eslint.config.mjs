import { readFileSync } from 'node:fs';

import css from '@eslint/css';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * Which folders of `src` each folder may not import: data flows model <- steps, schedule <- queue <- reindex and
 * model <- sources, checks <- report <- ui <- entries, and the demo is for the demo page and tests.
 * `test/architecture.test.ts` holds the same table without the linter.
 */
const FORBIDDEN = JSON.parse(readFileSync(new URL('build/import-rules.json', import.meta.url), 'utf8'));

/** The year of the oldest supported browsers. */
const { browserslist } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const YEAR = Number(/^baseline (\d{4})$/.exec(browserslist[0])?.[1]);

/** Attributes that people read or hear. */
const READ_OUT = '/^(aria-(label|description|roledescription|valuetext)|title|placeholder|alt|label|heading)$/';

const TEXTS_ONLY = 'What the page says comes from its texts, in the user’s language.';

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
    files: ['src/**/*.{ts,tsx}'],
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
  // Nothing that the page says stands in its code, nor what Atlaskit says in English by itself.
  {
    files: ['src/ui/**/*.tsx'],
    ignores: ['src/ui/message-box.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXText[value=/\\p{L}/u]', message: TEXTS_ONLY },
        { selector: `JSXAttribute[name.name=${READ_OUT}] > Literal`, message: TEXTS_ONLY },
        {
          selector: `JSXAttribute[name.name=${READ_OUT}] > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=/\\p{L}/u]`,
          message: TEXTS_ONLY,
        },
        { selector: 'JSXAttribute[name.name="isLoading"]', message: 'It says “Loading” in English: use BusyButton.' },
        {
          selector: 'ImportDeclaration[source.value="@atlaskit/section-message"]',
          message: 'Its icon says “warning” in English: use MessageBox.',
        },
      ],
    },
  },
  // Style that the oldest supported browsers know; the bundles are looked at by the same rule.
  {
    files: ['**/*.css'],
    plugins: { css },
    language: 'css/css',
    // As browsers do: what cannot be read is left out.
    languageOptions: { tolerant: true },
    rules: {
      'css/use-baseline': [
        'error',
        {
          available: YEAR,
          allowProperties: [
            // Only another colour where it is not known.
            'accent-color',
            // Not in Safari, which has no forced colors either.
            'forced-color-adjust',
            // Known to all for long, and replaced by newer ones.
            'clip',
            // Safari knows it by its own name, which the build adds.
            'user-select',
            // Where it is not known, a heading may stand at the foot of a page.
            'break-after',
          ],
          // As `clip`.
          allowPropertyValues: { 'word-break': ['break-word'] },
        },
      ],
    },
  },
  // What goes wrong before the page is there is told to the console.
  { files: ['src/entries/**'], rules: { 'no-console': ['error', { allow: ['warn'] }] } },
  { files: ['build/**', 'test/**'], rules: { 'no-console': 'off' } },
);
