import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'dot-properties';

import { ROOT } from './plugin';

/** The files of texts, one for each part of the page. */
const TEXT_FILES: readonly string[] = readdirSync(path.join(ROOT, 'resources/i18n'))
  .filter((name) => name.endsWith('.properties'))
  .sort()
  .map((name) => path.join('resources/i18n', name));

/** All texts, as one properties file. The jar has one file of texts, so that a translation is one, too. */
export function sourceProperties(): string {
  return TEXT_FILES.map((file) => readFileSync(path.join(ROOT, file), 'utf8')).join('\n');
}

export function sourceTexts(): Readonly<Record<string, string>> {
  return parse(sourceProperties()) as Record<string, string>;
}
