import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { parse } from 'dot-properties';

import { bundleForJira } from './jar/bundle';
import { hostTexts } from './jar/texts';
import { withTexts } from './jira-page/js-i18n';
import { HOST_BUNDLE } from './plugin';
import { sourceProperties } from './source-texts';

/**
 * What files may weigh, in KB after gzip. The panel's are what Jira's page loads at first; `english.js` has all texts of the
 * page and is loaded only where Jira leaves them out.
 */
const BUDGET: Readonly<Record<string, number>> = {
  'panel.js': 115,
  'panel.css': 14,
  'badges.js': 7,
  'badges.css': 1,
  'reindex.js': 90,
  'english.js': 30,
};

/** The same for parts of the page that are loaded when they are first needed, each with its texts. */
const BUDGET_OF_PART: Readonly<Record<string, number>> = { '.js': 25, '.css': 4 };

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`.padStart(9);

/** Prints what Jira serves for the page, the texts put in, and fails where it is over the budget. */
async function printSizes(): Promise<void> {
  await bundleForJira();
  const texts = parse(hostTexts(sourceProperties())) as Record<string, string>;
  for (const name of readdirSync(HOST_BUNDLE).filter((file) => /\.(js|css)$/.test(file))) {
    const content = withTexts(readFileSync(path.join(HOST_BUNDLE, name), 'utf8'), texts);
    const gzipped = gzipSync(content, { level: 9 }).length;
    const budget = (BUDGET[name] ?? BUDGET_OF_PART[path.extname(name)] ?? 0) * 1024;
    console.log(
      `${name.padEnd(14)} raw ${kilobytes(Buffer.byteLength(content))}  gzip ${kilobytes(gzipped)}  budget ${kilobytes(budget)}`,
    );
    if (gzipped > budget) {
      console.error(`${name} is over its budget.`);
      process.exitCode = 1;
    }
  }
}

void printSizes();
