import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { ROOT } from '../plugin';

/** Jira's themes: `original` knows no design tokens. */
export const THEMES = ['light', 'dark', 'original'] as const;

export type Theme = (typeof THEMES)[number];

/** The folder of AUI's style sheet, with the fonts and images that it names. */
export const AUI = path.join(ROOT, 'node_modules/@atlassian/aui/dist/aui');

const read = createRequire(path.join(ROOT, 'package.json'));

/** What a theme sets on `html`. */
export function themeAttributes(theme: Theme): string {
  return theme === 'original' ? '' : ` data-theme="dark:dark light:light" data-color-mode="${theme}"`;
}

/** The design tokens that Jira's page brings, as CSS. Without the attributes of the theme they do nothing. */
export function tokens(): string {
  const of = (theme: string) =>
    (read(`./node_modules/@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${theme}.js`) as { default: string })
      .default;
  return of('light') + of('dark');
}

/**
 * AUI's style sheet. AUI 10 brings tokens of its own; for `original` each use of one gets its light value
 * and the tokens go, as on a Jira with AUI 9: what relies on a token without a fallback shows.
 */
export function auiStyles(theme: Theme): string {
  const css = readFileSync(path.join(AUI, 'aui-prototyping.css'), 'utf8');
  if (theme !== 'original') return css;
  const values = new Map<string, string>();
  // The first definition of each is the one for pages without a theme.
  const bare = css.replace(/(?<![\w-])(--ds-[\w-]+):([^;{}]+)(?:;|(?=\}))/g, (_, name: string, value: string) => {
    if (!values.has(name)) values.set(name, value);
    return '';
  });
  return bare.replace(/var\((--ds-[\w-]+)(?:,[^()]*)?\)/g, (use, name: string) => values.get(name) ?? use);
}
