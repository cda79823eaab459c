import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { bundleForJira } from './jar/bundle';
import { HOST_BUNDLE, LATER, PANEL } from './plugin';

/** What the page may weigh, in bytes after gzip. */
const BUDGET = {
  [`${PANEL}.js`]: 175 * 1024,
  [`${PANEL}.css`]: 20 * 1024,
  // Loaded after the page.
  [`${LATER}.js`]: 100 * 1024,
  [`${LATER}.css`]: 5 * 1024,
};

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`.padStart(9);

/** Prints what Jira's page loads, and fails where it is over the budget. */
async function printSizes(): Promise<void> {
  await bundleForJira();
  for (const [name, budget] of Object.entries(BUDGET)) {
    const content = readFileSync(path.join(HOST_BUNDLE, name));
    const gzipped = gzipSync(content, { level: 9 }).length;
    console.log(`${name.padEnd(10)} raw ${kilobytes(content.length)}  gzip ${kilobytes(gzipped)}  budget ${kilobytes(budget)}`);
    if (gzipped > budget) {
      console.error(`${name} is over its budget.`);
      process.exitCode = 1;
    }
  }
}

void printSizes();
