import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'dot-properties';

import { INSTANCE_CHECKS, INTEGRATION_CHECKS } from '../src/checks/registry';
import { COMMANDS, type Command } from '../src/command-line/commands';
import { createTexts } from '../src/i18n/texts';
import { markdownTable, withPart, writePart, type Part } from './documents';
import { ROOT } from './plugin';
import { sourceTexts } from './source-texts';

const part = (name: string): Part => ({ file: 'README.md', name, command: 'npm run docs' });

/** The table of checks, as Markdown, from the registry and the texts. */
function checkTable(): string {
  const texts = sourceTexts();
  const rows = [...INTEGRATION_CHECKS, ...INSTANCE_CHECKS].map(({ id, scope, severity, docs }) => [
    `\`${id}\``,
    scope,
    severity,
    texts[`check.${id}.fail`] ?? '',
    docs === undefined ? 'our rule' : `[page](${docs})`,
  ]);
  return markdownTable([['check', 'scope', 'severity', 'says, when it fails', 'vendor'], ...rows]);
}

function commandLineTexts(): Record<string, string> {
  const folder = path.join(ROOT, 'resources/command-line');
  const texts = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  return parse(texts.join('\n')) as Record<string, string>;
}

/** What a command takes, as Markdown, from its options and the texts of its help. */
function optionTable({ name, about, options }: Command): string {
  const t = createTexts('en', commandLineTexts(), Date.now);
  const rows = Object.entries(options).map(([option, { value, oneOf, about: text }]) => [
    `\`--${option}${value === undefined ? '' : ` ${value}`}\``,
    oneOf ? t(text, oneOf.join(', ')) : t(text),
  ]);
  return `\`${name}\`: ${t(about)}\n\n${markdownTable([['option', 'what it does'], ...rows])}`;
}

const TABLES: readonly (readonly [Part, () => string])[] = [
  [part('checks'), checkTable],
  [part('options'), () => COMMANDS.map(optionTable).join('\n\n')],
];

/** The README with its tables made anew. Throws where it has no place for one. */
export function readmeWithTables(readme: string): string {
  return TABLES.reduce((text, [place, table]) => withPart(text, place, table()), readme);
}

if (process.argv.includes('--write')) for (const [place, table] of TABLES) writePart(place, table());
