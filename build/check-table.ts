import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'dot-properties';

import { INSTANCE_CHECKS, INTEGRATION_CHECKS } from '../src/checks/registry';
import { ROOT } from './plugin';

const README = path.join(ROOT, 'README.md');
const BEGIN = '<!-- checks: made by npm run docs -->';
const END = '<!-- end of checks -->';

/** The table of checks, as Markdown, from the registry and the texts. */
export function checkTable(): string {
  const texts = parse(readFileSync(path.join(ROOT, 'resources/i18n/checkup.properties'), 'utf8')) as Record<string, string>;
  const rows = [...INTEGRATION_CHECKS, ...INSTANCE_CHECKS].map(
    ({ id, scope, severity, docs }) =>
      `| \`${id}\` | ${scope} | ${severity} | ${texts[`check.${id}.fail`] ?? ''} | [page](${docs}) |`,
  );
  return ['| check | scope | severity | says, when it fails | vendor |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** The README with its table of checks made anew. Throws where the README has no place for it. */
export function readmeWithTable(readme: string): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`README.md lacks ${BEGIN} or ${END}`);
  return `${readme.slice(0, begin + BEGIN.length)}\n${checkTable()}\n${readme.slice(end)}`;
}

if (process.argv.includes('--write')) writeFileSync(README, readmeWithTable(readFileSync(README, 'utf8')));
