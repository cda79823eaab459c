import { INSTANCE_CHECKS, INTEGRATION_CHECKS } from '../src/checks/registry';
import { markdownTable, withPart, writePart } from './readme';
import { sourceTexts } from './source-texts';

const PART = ['checks', 'npm run docs'] as const;

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

/** The README with its table of checks made anew. Throws where the README has no place for it. */
export function readmeWithTable(readme: string): string {
  return withPart(readme, ...PART, checkTable());
}

if (process.argv.includes('--write')) writePart(...PART, checkTable());
