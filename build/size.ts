import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { parse } from 'dot-properties';

import { buildCommandLine } from './command-line';
import { bundleForJira } from './jar/bundle';
import { textFiles } from './jar/texts';
import { withTexts } from './jira-page/js-i18n';
import { COMMAND_LINE, HOST_BUNDLE } from './plugin';
import { LANGUAGES } from './source-texts';

/**
 * What files may weigh, in KB after gzip. The panel's are what Jira's page loads at first; `english.js` has all texts of the
 * page and is loaded only where Jira leaves them out; the check in the background is all that reads, advises and judges,
 * and what records the queue all that keeps evidence and advises.
 */
const BUDGET: Readonly<Record<string, number>> = {
  'panel.js': 116,
  'panel.css': 14,
  'badges.js': 7,
  'badges.css': 1,
  'reindex.js': 90,
  'background-check.js': 60,
  'capture.js': 60,
  'english.js': 30,
};

/** The same for parts of the page that are loaded when they are first needed, each with its texts. */
const BUDGET_OF_PART: Readonly<Record<string, number>> = { '.js': 25, '.css': 4 };

/** Of the command line, in KB as it is: it is copied to a machine, and read by whoever looks what gets the token. */
const BUDGET_OF_COMMAND_LINE = 900;

const kilobytes = (bytes: number, sign = '') => `${sign}${(bytes / 1024).toFixed(1)} KB`.padStart(9);

/** Bytes after gzip of a file with the texts that Jira puts in. */
function weigh(
  file: string,
  texts: Readonly<Record<string, string>>,
): { readonly raw: number; readonly gzipped: number } {
  const content = withTexts(file, texts);
  return { raw: Buffer.byteLength(content), gzipped: gzipSync(content, { level: 9 }).length };
}

async function printCommandLineSize(): Promise<void> {
  await buildCommandLine(COMMAND_LINE);
  const raw = statSync(COMMAND_LINE).size;
  const budget = BUDGET_OF_COMMAND_LINE * 1024;
  console.log(`${path.basename(COMMAND_LINE)} raw ${kilobytes(raw)}  budget ${kilobytes(budget)}`);
  if (raw <= budget) return;
  console.error('The command line is over its budget.');
  process.exitCode = 1;
}

/**
 * Prints what Jira serves for the page, the texts put in, and fails where the English one is over its budget. What other
 * languages weigh more stands beside it.
 */
async function printSizes(): Promise<void> {
  await bundleForJira();
  const [english = {}, ...others] = [...textFiles('i18n/checkup.properties').values()].map(
    (file) => parse(file) as Record<string, string>,
  );
  for (const name of readdirSync(HOST_BUNDLE).filter((file) => /\.(js|css)$/.test(file))) {
    const file = readFileSync(path.join(HOST_BUNDLE, name), 'utf8');
    const { raw, gzipped } = weigh(file, english);
    const budget = (BUDGET[name] ?? BUDGET_OF_PART[path.extname(name)] ?? 0) * 1024;
    const translated = others.map((texts, place) => {
      const more = weigh(file, { ...english, ...texts }).gzipped - gzipped;
      return more === 0 ? '' : `  ${LANGUAGES[place]} ${kilobytes(more, '+')}`;
    });
    console.log(
      `${name.padEnd(14)} raw ${kilobytes(raw)}  gzip ${kilobytes(gzipped)}  budget ${kilobytes(budget)}${translated.join('')}`,
    );
    if (gzipped > budget) {
      console.error(`${name} is over its budget.`);
      process.exitCode = 1;
    }
  }
}

void printSizes().then(printCommandLineSize);
